import type { Roster } from "../../units/roster";
import type { Area, CellPosition } from "../../workbook/address";
import type { RoleReader } from "../header/columnRole";
import type { TableBlock } from "../tables/tableBlock";
import { findPeriod } from "../header/periodText";
import { STEP_SIZE, type Steps } from "../../steps";
import { isBlank, type SheetView } from "../tables/sheetView";
import type { TableColumn } from "../columns/tableColumns";
import { createVirtualView, type VirtualCell } from "../tables/virtualView";
import { names } from "../../vocabulary/concepts";

/** A long list brought into the form of a table, one for each period that it lists. */
export interface PivotedTable {
  readonly view: SheetView;
  /** The period of its rows, as the list writes it; empty when it has no period column. */
  readonly period: string;
}

/** The least share of an item column's cells that must name something of the scheme. */
const ITEM_SHARE = 0.6;
/** Stands for points that a ledger leaves blank. */
const BLANK_POINTS = "空白";

/**
 * Turns a list with a row per unit and item (单位 | 指标 | 得分, 单位 | 事项 | 次数) into a table with a row per unit.
 * Null when the table is no such list: it needs a column whose cells name components or adjustments, and one that is
 * headed as a score or a count, unless it lists events, one a row. `events`: the list may only be a ledger, so that
 * one event of a known kind beside points is enough, and each of its rows stays a row.
 */
export function* pivotLongTable(
  block: TableBlock,
  columns: readonly TableColumn[],
  reader: RoleReader,
  roster: Roster | null,
  events = false,
): Steps<PivotedTable[] | null> {
  const scoreColumn =
    columns.find(({ header }) => headsPoints(header)) ??
    columns.find(({ header }) => names(header, "count")) ??
    null;
  const itemColumn = yield* findItemColumn(block, columns, reader, scoreColumn, events);
  if (itemColumn === null || !(events || hasUnits(block, roster))) return null;
  const numbers =
    scoreColumn ?? columns.find(({ role, column }) => column > itemColumn && role === "total") ?? null;
  if (numbers === null && !listsEvents(block, itemColumn, reader)) return null;
  return yield* collectRows(block, columns, reader, itemColumn, numbers, events);
}

/** Whether a header heads the points of a list's rows: 得分, 考核得分, 加减分值. */
function headsPoints(header: string): boolean {
  return (["score", "item-score", "net"] as const).some((concept) => names(header, concept));
}

/** The column whose cells name what is scored, most of them; beside points 加分 and 扣分 say more than the events. */
function* findItemColumn(
  block: TableBlock,
  columns: readonly TableColumn[],
  reader: RoleReader,
  scoreColumn: TableColumn | null,
  events: boolean,
): Steps<number | null> {
  let best: { readonly column: number; readonly worth: number } | null = null;
  for (const { role, column } of columns) {
    if (role === "unit" || column === scoreColumn?.column) continue;
    const { named, kinds, filled } = yield* itemsIn(block, column, reader);
    const enough = events && scoreColumn !== null ? named > 0 : named > 1 && named >= filled * ITEM_SHARE;
    if (!enough) continue;
    const worth = named / filled + (kinds === named && scoreColumn !== null ? 1 : 0);
    if (best === null || worth > best.worth) best = { column, worth };
  }
  return best?.column ?? null;
}

/** Whether a list without numbers names events only: each row is one. */
function listsEvents(block: TableBlock, column: number, reader: RoleReader): boolean {
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const { role } = reader.read([block.view.text(row, column)]);
    if (role !== "unknown" && !role.startsWith("adjustment:")) return false;
  }
  return true;
}

/** What a column's cells are: filled, naming something of the scheme, 加分 or 扣分 themselves. */
interface ItemCounts {
  readonly filled: number;
  readonly named: number;
  readonly kinds: number;
}

function* itemsIn(block: TableBlock, column: number, reader: RoleReader): Steps<ItemCounts> {
  let [filled, named, kinds] = [0, 0, 0];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    if (row % STEP_SIZE === 0) yield;
    const text = block.view.text(row, column);
    if (text === "") continue;
    filled += 1;
    const { role } = reader.read([itemText(text, reader)]);
    if (!/^(component|adjustment|bonus|deduction|total)/.test(role)) continue;
    named += 1;
    if (role === "bonus" || role === "deduction") kinds += 1;
  }
  return { filled, named, kinds };
}

/** Whether the unit column really lists units: mostly roster names, or without a roster several different texts. */
function hasUnits(block: TableBlock, roster: Roster | null): boolean {
  const texts = new Set<string>();
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const text = nameAt(block, row);
    if (text !== "" && !names(text, "summary-row")) texts.add(text);
  }
  if (roster === null) return texts.size > 1;
  const known = [...texts].filter((text) => roster.resolve(text).kind !== "unknown");
  return known.length * 2 >= texts.size && texts.size > 0;
}

/** The rows of one period, in order, and the last row of each unit. */
interface PeriodRows {
  readonly units: UnitCells[];
  readonly last: Map<string, UnitCells>;
}

interface UnitCells {
  readonly unit: CellPosition;
  readonly group: CellPosition | null;
  readonly scores: Map<string, VirtualCell>;
}

/** Collects the rows of the list by period and unit; an item that stands twice for a unit begins a second row. */
function* collectRows(
  block: TableBlock,
  columns: readonly TableColumn[],
  reader: RoleReader,
  itemColumn: number,
  scoreColumn: TableColumn | null,
  events: boolean,
): Steps<PivotedTable[]> {
  const { view } = block;
  const groupColumn =
    columns.find(({ role, column }) => role === "group" && column !== itemColumn)?.column ?? null;
  const periodColumn = columns.find(({ role }) => role === "period")?.column ?? null;
  const periods = new Map<string, PeriodRows>();
  const found = new Set<string>();
  const labels = new Map<string, string>();
  let unitText = "";
  let unitRow = block.firstRow;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    if (row % STEP_SIZE === 0) yield;
    const text = nameAt(block, row);
    if (text !== "" && names(text, "summary-row")) continue;
    if (text !== "" && (text !== unitText || view.merge(row, block.unitColumn) === null)) {
      if (text !== unitText) unitRow = row;
      unitText = text;
    }
    const written = itemText(view.text(row, itemColumn), reader);
    if (written === "" || unitText === "") continue;
    const item = itemLabel(written, reader, labels, scoreColumn);
    found.add(item);
    const period = periodColumn === null ? "" : periodText(view, row, periodColumn);
    const { units, last } = periods.get(period) ?? { units: [], last: new Map<string, UnitCells>() };
    periods.set(period, { units, last });
    const known = last.get(unitText);
    const cells = !events && known && !known.scores.has(item) ? known : null;
    const entry = cells ?? {
      unit: view.position(unitRow, block.unitColumn),
      group: groupColumn === null ? null : view.position(mergeTop(view, row, groupColumn), groupColumn),
      scores: new Map<string, VirtualCell>(),
    };
    if (!cells) {
      units.push(entry);
      last.set(unitText, entry);
    }
    entry.scores.set(
      item,
      scoreColumn === null
        ? { ...view.position(row, itemColumn), count: 1 }
        : numberCell(view, row, scoreColumn.column, events),
    );
  }
  const items = [...found];
  return [...periods].map(([period, { units }]) => ({
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

/** The number of an item; an event whose points are left blank is no event without points, so it says that. */
function numberCell(view: SheetView, row: number, column: number, events: boolean): VirtualCell {
  const position = view.position(row, column);
  return events && isBlank(view.shown(row, column)) ? { ...position, text: BLANK_POINTS } : position;
}

/** 通报批评：秸秆焚烧 is an event of the kind named before the colon. */
function itemText(text: string, reader: RoleReader): string {
  const [kind = ""] = text.split(/[:：]/);
  return kind !== text && reader.read([kind]).role.startsWith("adjustment:") ? kind : text;
}

/** One header for all names of one item; of an adjustment it says whether points or events stand under it. */
function itemLabel(
  written: string,
  reader: RoleReader,
  labels: Map<string, string>,
  scoreColumn: TableColumn | null,
): string {
  const { role } = reader.read([written]);
  if (role === "unknown") return written;
  const label = labels.get(role) ?? labelOf(written, role, scoreColumn);
  labels.set(role, label);
  return label;
}

function labelOf(written: string, role: string, scoreColumn: TableColumn | null): string {
  if (!role.startsWith("adjustment:")) return written;
  const isPoints = scoreColumn !== null && headsPoints(scoreColumn.header);
  return `${written}（${isPoints ? "分" : "次"}）`;
}

/** The list's own rectangle, header included, down to the last row that has an item. */
export function listExtent({
  view,
  headerRows,
  firstColumn,
  endColumn,
  unitColumn,
  endRow,
}: TableBlock): Area {
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
export function nameAt({ view, unitColumn }: TableBlock, row: number): string {
  const shown = view.shown(row, unitColumn);
  return typeof shown === "number" ? String(shown) : view.text(row, unitColumn);
}

function mergeTop(view: SheetView, row: number, column: number): number {
  return view.merge(row, column)?.row ?? row;
}

function periodText(view: SheetView, row: number, column: number): string {
  const shown = view.shown(row, column);
  const text = typeof shown === "number" ? `${String(shown)}月` : view.text(row, column);
  return findPeriod(text) === null ? "" : text;
}
