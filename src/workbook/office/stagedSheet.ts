import { absoluteAddress, cellAddress, sheetReference, type CellPosition } from "../../core/workbook/address";
import type { PlannedDropDown, PlannedLink, PlannedValue, SheetPlan } from "../../core/workbook/plan";
import { isPlannedFormula, isWordList } from "../../core/workbook/plan";
import { MARK_NAME, encodeMark } from "../sheetMark";
import { textForExcel } from "./cellText";

/** Kind of the mark of a sheet while it is being written. One that was left over goes at the next write. */
export const UNFINISHED = "unfinished";

/** The mark of a staged sheet from when its contents go to the sheet that it replaces. */
export const PLACING_MARK = { kind: UNFINISHED, key: "placing" } as const;

/** Name of a sheet while it is being written. */
export const TEMPORARY_NAME = "~PERF";

/** A plan, and the sheet that it is written on: a new one under a temporary name, or an old one of ours. */
export interface StagedSheet {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
}

/** Rows of a sheet that go into one request. */
export interface RowBlock {
  readonly first: number;
  readonly count: number;
  /** About how many bytes of the request they take. */
  readonly bytes: number;
}

/** Adds a sheet under its temporary name, marked as unfinished. */
export function stageSheet(
  context: Excel.RequestContext,
  plan: SheetPlan,
  temporaryName: string,
): StagedSheet {
  const sheet = context.workbook.worksheets.add(temporaryName);
  sheet.load("id,name");
  const mark = encodeMark({ kind: UNFINISHED, key: plan.mark.key }, temporaryName);
  sheet.names.add(MARK_NAME, mark).visible = false;
  return { plan, sheet };
}

/**
 * Takes everything off a sheet of ours that is written anew in its place. The sheet itself stays: formulas of the
 * clerk's that refer to it would break with a new one.
 */
export function emptySheet(sheet: Excel.Worksheet): void {
  const used = sheet.getUsedRange().untrack();
  if (sheet.autoFilter.enabled) sheet.autoFilter.remove();
  used.rowHidden = false;
  used.columnHidden = false;
  used.unmerge();
  used.clear("RemoveHyperlinks");
  used.dataValidation.clear();
  used.clear("All");
  used.format.useStandardHeight = true;
  used.getEntireColumn().untrack().format.useStandardWidth = true;
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
}

/** Points a link's cell at another sheet's cell. */
export function writeLink(sheet: Excel.Worksheet, link: PlannedLink, targetSheet: string): void {
  sheet.getCell(link.cell.row, link.cell.column).untrack().hyperlink = {
    documentReference: sheetReference(targetSheet, cellAddress(link.target)),
    screenTip: link.tip,
  };
}

/** A sheet's rows in blocks of at most about so many bytes. */
export function rowBlocks({ cells }: SheetPlan, bytesInBlock: number): RowBlock[] {
  const blocks: RowBlock[] = [];
  let block: RowBlock = { first: 0, count: 0, bytes: 0 };
  const encoder = new TextEncoder();
  cells.forEach((row, index) => {
    const bytes = encoder.encode(JSON.stringify(row)).length;
    if (block.count > 0 && block.bytes + bytes > bytesInBlock) {
      blocks.push(block);
      block = { first: index, count: 0, bytes: 0 };
    }
    block = { ...block, count: block.count + 1, bytes: block.bytes + bytes };
  });
  return block.count > 0 ? [...blocks, block] : blocks;
}

/** Writes a block of rows. Formulas that `isDeferred` picks out stay empty until `writeDeferred`. */
export function writeRows(
  { plan, sheet }: StagedSheet,
  { first, count }: RowBlock,
  isDeferred: FormulaTest,
): void {
  const rows = plan.cells.slice(first, first + count);
  const columnCount = rows[0]?.length ?? 0;
  if (columnCount === 0) return;
  const range = sheet.getRangeByIndexes(first, 0, count, columnCount).untrack();
  range.formulas = rows.map((row) => row.map((value) => inputOf(value, isDeferred)));
}

/** Whether a formula has to wait until all sheets have their names. */
export type FormulaTest = (formula: string) => boolean;

/** Picks out the formulas that name one of the planned sheets. */
export function namesPlannedSheet(plans: readonly SheetPlan[]): FormulaTest {
  const names = plans.map(({ name }) => name);
  return (formula) => formula.includes("!") && names.some((name) => formula.includes(name));
}

/** The cells whose formulas wait. */
export function deferredCells(plan: SheetPlan, isDeferred: FormulaTest): DeferredCell[] {
  return plan.cells.flatMap((row, rowIndex) =>
    row.flatMap((value, column) =>
      isPlannedFormula(value) && isDeferred(value.formula)
        ? [{ row: rowIndex, column, formula: value.formula }]
        : [],
    ),
  );
}

/** A cell whose formula waits until all sheets have their names. */
export interface DeferredCell extends CellPosition {
  readonly formula: string;
}

/** Writes a formula that waited. */
export function writeDeferred(sheet: Excel.Worksheet, { row, column, formula }: DeferredCell): void {
  sheet.getCell(row, column).untrack().formulas = [[formula]];
}

/** What Excel is given for a cell; null leaves the new sheet's cell empty. */
function inputOf(value: PlannedValue, isDeferred: FormulaTest): string | number | boolean | null {
  if (value === null || value === "") return null;
  if (isPlannedFormula(value)) return isDeferred(value.formula) ? null : value.formula;
  return typeof value === "string" ? textForExcel(value) : value;
}

/** Lets the clerk choose a cell's words from a list. */
export function writeDropDown(sheet: Excel.Worksheet, { area, choices }: PlannedDropDown): void {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).untrack();
  const source = isWordList(choices) ? choices.join(",") : `=${absoluteAddress(choices)}`;
  range.dataValidation.rule = { list: { inCellDropDown: true, source } };
}
