import { plainText } from "../numbers/readNumber";
import type { Roster } from "../units/roster";
import type { Area, CellPosition } from "../workbook/address";
import { CONFIDENCE_THRESHOLD, type RoleReader } from "./columnRole";
import type { TableBlock } from "./findTables";
import { findPeriod } from "./periodText";
import { isBlank, type SheetView } from "./sheetView";
import type { TableColumn } from "./tableColumns";
import { createVirtualView } from "./virtualView";
import { SUMMARY_ROW } from "./vocabulary";

/** A long list brought into the form of a table, one for each period that it lists. */
export interface PivotedTable {
  readonly view: SheetView;
  /** The period of its rows, as the list writes it; empty when it has no period column. */
  readonly period: string;
}

/** The least share of an item column's cells that must name something of the scheme. */
const ITEM_SHARE = 0.6;
const SCORE_HEADER = /^(?:实际|考核|考评|最终|自评)?(?:得分|分数|成绩|评分|实得分|分值|数值|值)$/;

/**
 * Turns a list with a row per unit and item (单位 | 指标 | 得分) into a table with a row per unit. Null when the table
 * is no such list: it needs a column whose cells name components and one that is headed as a score.
 */
export function pivotLongTable(
  block: TableBlock,
  columns: readonly TableColumn[],
  reader: RoleReader,
  roster: Roster | null,
): PivotedTable[] | null {
  const itemColumn = columns.find(
    ({ role, column }) => role !== "unit" && isItemColumn(block, column, reader),
  );
  if (!itemColumn) return null;
  const scoreColumn =
    columns.find(({ header }) => SCORE_HEADER.test(plainText(header))) ??
    columns.find(({ role, column }) => column > itemColumn.column && role === "total");
  if (!scoreColumn || scoreColumn === itemColumn || !hasUnits(block, roster)) return null;
  return collectRows(block, columns, itemColumn.column, scoreColumn.column);
}

function isItemColumn(block: TableBlock, column: number, reader: RoleReader): boolean {
  let filled = 0;
  let named = 0;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const text = block.view.text(row, column);
    if (text === "") continue;
    filled += 1;
    const { role, confidence } = reader.read([text]);
    if (confidence >= CONFIDENCE_THRESHOLD && /^(component|adjustment|bonus|deduction|total)/.test(role))
      named += 1;
  }
  return named >= 2 && named >= filled * ITEM_SHARE;
}

/** Whether the unit column really lists units: mostly roster names, or without a roster several different texts. */
function hasUnits(block: TableBlock, roster: Roster | null): boolean {
  const texts = new Set<string>();
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const text = nameAt(block, row);
    if (text !== "" && !SUMMARY_ROW.test(text)) texts.add(text);
  }
  if (roster === null) return texts.size > 1;
  const known = [...texts].filter((text) => roster.resolve(text).kind !== "unknown");
  return known.length * 2 >= texts.size && texts.size > 0;
}

interface UnitCells {
  readonly unit: CellPosition;
  readonly group: CellPosition | null;
  readonly scores: Map<string, CellPosition>;
}

/** Collects the rows of the list by period and unit; an item that stands twice for a unit begins a second row. */
function collectRows(
  block: TableBlock,
  columns: readonly TableColumn[],
  itemColumn: number,
  scoreColumn: number,
): PivotedTable[] {
  const { view } = block;
  const groupColumn = columns.find(({ role }) => role === "group")?.column ?? null;
  const periodColumn = columns.find(({ role }) => role === "period")?.column ?? null;
  const periods = new Map<string, UnitCells[]>();
  const items: string[] = [];
  let unitText = "";
  let unitRow = block.firstRow;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const text = nameAt(block, row);
    if (text !== "" && SUMMARY_ROW.test(text)) continue;
    if (text !== "" && (text !== unitText || view.merge(row, block.unitColumn) === null)) {
      if (text !== unitText) unitRow = row;
      unitText = text;
    }
    const item = view.text(row, itemColumn);
    if (item === "" || unitText === "") continue;
    if (!items.includes(item)) items.push(item);
    const period = periodColumn === null ? "" : periodText(view, row, periodColumn);
    const units = periods.get(period) ?? [];
    periods.set(period, units);
    const known = units.findLast((entry) => nameAt(block, rowIn(view, entry.unit)) === unitText);
    const cells = known && !known.scores.has(item) ? known : null;
    const entry = cells ?? {
      unit: view.position(unitRow, block.unitColumn),
      group: groupColumn === null ? null : view.position(mergeTop(view, row, groupColumn), groupColumn),
      scores: new Map<string, CellPosition>(),
    };
    if (!cells) units.push(entry);
    entry.scores.set(item, view.position(row, scoreColumn));
  }
  return [...periods].map(([period, units]) => ({
    period,
    view: createVirtualView(
      view.sheet,
      [
        [null, null, ...items.map(() => null)],
        ...units.map(({ unit, group, scores }) => [
          group,
          unit,
          ...items.map((item) => scores.get(item) ?? null),
        ]),
      ],
      [groupColumn === null ? "" : "组别", "单位", ...items],
      listExtent(block),
    ),
  }));
}

/** The list's own rectangle, header included, down to the last row that has an item. */
function listExtent({ view, headerRows, firstColumn, endColumn, unitColumn, endRow }: TableBlock): Area {
  let last = headerRows[1];
  for (let row = last + 1; row < endRow; row += 1) if (!isBlank(view.shown(row, unitColumn))) last = row;
  return {
    row: headerRows[0],
    column: firstColumn,
    rowCount: last - headerRows[0] + 1,
    columnCount: endColumn - firstColumn,
  };
}

/** The unit's name; staff and teams may be called by a number. */
function nameAt({ view, unitColumn }: TableBlock, row: number): string {
  const shown = view.shown(row, unitColumn);
  return typeof shown === "number" ? String(shown) : view.text(row, unitColumn);
}

function rowIn(view: SheetView, cell: CellPosition): number {
  return view.flipped ? cell.column : cell.row;
}

function mergeTop(view: SheetView, row: number, column: number): number {
  return view.merge(row, column)?.row ?? row;
}

function periodText(view: SheetView, row: number, column: number): string {
  const shown = view.shown(row, column);
  const text = typeof shown === "number" ? `${String(shown)}月` : view.text(row, column);
  return findPeriod(text) === null ? "" : text;
}
