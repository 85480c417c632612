import { absoluteAddress, cellAddress, sheetReference } from "../../core/workbook/address";
import type { PlannedDropDown, PlannedLink, PlannedValue, SheetPlan } from "../../core/workbook/plan";
import { isPlannedFormula, isWordList } from "../../core/workbook/plan";
import { MARK_NAME, encodeMark } from "../sheetMark";
import { textForExcel } from "./cellText";
import { writePageLayout } from "./pageLayout";
import { writeNumberFormats, writeStyles } from "./sheetStyles";

/** Kind of the mark of a sheet while it is being written. One that was left over goes at the next write. */
export const UNFINISHED = "unfinished";

/** Name of a sheet while it is being written. */
export const TEMPORARY_NAME = "~PERF";

/** A plan, and the sheet that it is written on: a new one under a temporary name, or an old one of ours. */
export interface StagedSheet {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
}

/** Rows of a sheet that go into one request. */
export interface RowBlock {
  readonly staged: StagedSheet;
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
  sheet.load("id");
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

/** Writes what has to stand before the cells: links and number formats. */
export function prepareSheet({ plan, sheet }: StagedSheet): void {
  // Links first: Excel gives their cells a style and a text of its own, which ours then replaces.
  for (const link of plan.links) writeLink(sheet, link, link.target.sheet);
  writeNumberFormats(sheet, plan.styles);
}

/** Points a link's cell at another sheet's cell. */
export function writeLink(sheet: Excel.Worksheet, link: PlannedLink, targetSheet: string): void {
  sheet.getCell(link.cell.row, link.cell.column).untrack().hyperlink = {
    documentReference: sheetReference(targetSheet, cellAddress(link.target)),
    screenTip: link.tip,
  };
}

/** A sheet's rows in blocks of at most about so many bytes. */
export function rowBlocks(staged: StagedSheet, bytesInBlock: number): RowBlock[] {
  const blocks: RowBlock[] = [];
  let block: RowBlock = { staged, first: 0, count: 0, bytes: 0 };
  const encoder = new TextEncoder();
  staged.plan.cells.forEach((row, index) => {
    const bytes = encoder.encode(JSON.stringify(row)).length;
    if (block.count > 0 && block.bytes + bytes > bytesInBlock) {
      blocks.push(block);
      block = { staged, first: index, count: 0, bytes: 0 };
    }
    block = { ...block, count: block.count + 1, bytes: block.bytes + bytes };
  });
  return block.count > 0 ? [...blocks, block] : blocks;
}

/** Writes a block of rows. Formulas that `isDeferred` picks out stay empty until `writeDeferred`. */
export function writeRows({ staged, first, count }: RowBlock, isDeferred: FormulaTest): void {
  const rows = staged.plan.cells.slice(first, first + count);
  const columnCount = rows[0]?.length ?? 0;
  if (columnCount === 0) return;
  const range = staged.sheet.getRangeByIndexes(first, 0, count, columnCount).untrack();
  range.formulas = rows.map((row) => row.map((value) => inputOf(value, isDeferred)));
}

/** Whether a formula has to wait until all sheets have their names. */
export type FormulaTest = (formula: string) => boolean;

/** Picks out the formulas that name one of the planned sheets. */
export function namesPlannedSheet(plans: readonly SheetPlan[]): FormulaTest {
  const names = plans.map(({ name }) => name);
  return (formula) => formula.includes("!") && names.some((name) => formula.includes(name));
}

/** Writes the formulas that waited. */
export function writeDeferred({ plan, sheet }: StagedSheet, isDeferred: FormulaTest): void {
  plan.cells.forEach((row, rowIndex) => {
    row.forEach((value, column) => {
      if (!isPlannedFormula(value) || !isDeferred(value.formula)) return;
      sheet.getCell(rowIndex, column).untrack().formulas = [[value.formula]];
    });
  });
}

/** What Excel is given for a cell; null leaves the new sheet's cell empty. */
function inputOf(value: PlannedValue, isDeferred: FormulaTest): string | number | boolean | null {
  if (value === null || value === "") return null;
  if (isPlannedFormula(value)) return isDeferred(value.formula) ? null : value.formula;
  return typeof value === "string" ? textForExcel(value) : value;
}

/**
 * Gives a sheet whose cells stand its looks: styles, merges, sizes, page.
 *
 * @param digitWidth Width of a digit of the workbook's default font, in pixels.
 */
export function dressSheet({ plan, sheet }: StagedSheet, digitWidth: number): void {
  writeStyles(sheet, plan.styles);
  for (const { row, column, rowCount, columnCount } of plan.merges) {
    sheet.getRangeByIndexes(row, column, rowCount, columnCount).untrack().merge(false);
  }
  for (const dropDown of plan.dropDowns ?? []) writeDropDown(sheet, dropDown);
  writeColumnWidths(sheet, plan.columnWidths, digitWidth);
  writeRowHeights(sheet, plan.rowHeights);
  writePageLayout(sheet, plan.page);
  if (plan.frozenRows !== undefined && plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
}

function writeDropDown(sheet: Excel.Worksheet, { area, choices }: PlannedDropDown): void {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).untrack();
  const source = isWordList(choices) ? choices.join(",") : `=${absoluteAddress(choices)}`;
  range.dataValidation.rule = { list: { inCellDropDown: true, source } };
}

const PIXEL_PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

function writeColumnWidths(sheet: Excel.Worksheet, widths: readonly number[], digitWidth: number): void {
  for (const { first, count, value } of runs(widths.map((width, index) => [index, width]))) {
    const pixels = Math.trunc(value * digitWidth + PIXEL_PADDING);
    const columns = sheet.getRangeByIndexes(0, first, 1, count).untrack().getEntireColumn().untrack();
    columns.format.columnWidth = pixels * POINTS_PER_PIXEL;
  }
}

function writeRowHeights(sheet: Excel.Worksheet, heights: ReadonlyMap<number, number>): void {
  const sorted = [...heights].sort(([first], [second]) => first - second);
  for (const { first, count, value } of runs(sorted)) {
    sheet.getRangeByIndexes(first, 0, count, 1).untrack().format.rowHeight = value;
  }
}

/** Neighbours of the same value, together. */
function runs(entries: readonly (readonly [index: number, value: number])[]) {
  const found: { first: number; count: number; value: number }[] = [];
  for (const [index, value] of entries) {
    const last = found.at(-1);
    if (last && last.value === value && last.first + last.count === index) last.count += 1;
    else found.push({ first: index, count: 1, value });
  }
  return found;
}
