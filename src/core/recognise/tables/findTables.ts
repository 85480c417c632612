import { anchorByCorner } from "./anchorByCorner";
import { anchorByShape, type UnitHeader } from "./anchorByShape";
import type { Steps } from "../../steps";
import type { Roster } from "../../units/roster";
import type { RoleReader } from "../header/columnRole";
import { CONFIDENCE_THRESHOLD, isAnnotation, isScoreWord } from "../header/columnRole";
import { readHeaderText } from "../header/headerText";
import { mayNameUnits } from "../header/unitWords";
import { isBlank, isFigure, rowsInStep, type SheetView } from "./sheetView";
import { endOfRows } from "./tableEnd";

/** A table found in a view: where its header and its rows are. All positions are the view's. */
export interface TableBlock {
  readonly view: SheetView;
  /** First and last row of the header. */
  readonly headerRows: readonly [number, number];
  readonly firstColumn: number;
  /** One past the last. */
  readonly endColumn: number;
  readonly unitColumn: number;
  /** Data and what stands among and under it: from the row after the header to one past the last. */
  readonly firstRow: number;
  readonly endRow: number;
}

/** The deepest header that is read. */
const MAXIMUM_HEADER_ROWS = 4;
/** This many blank columns end a table. */
const SEPARATOR_COLUMNS = 2;
const MAXIMUM_HEADER_LENGTH = 40;
/** A header beside the units' stands no further from it than this; sheets with units in columns are wider. */
const COMPANY_COLUMNS = 250;

/**
 * Finds the tables of a view: every header cell that says "unit" beside at least one other header of a known role
 * begins one; where none says so, with a roster a column of known names under such headers, without one a column of
 * names beside a total or a rank. Tables may stand anywhere, several to a sheet, stacked or side by side.
 */
export function* findTables(view: SheetView, reader: RoleReader, roster: Roster | null): Steps<TableBlock[]> {
  const anchors = yield* findAnchors(view, reader);
  const found = anchors.length > 0 ? anchors : yield* anchorsWithoutWords(view, reader, roster);
  yield;
  const headers = found.map((anchor) => ({ anchor, rows: headerRows(view, reader, anchor) }));
  const blocks: TableBlock[] = [];
  for (const { anchor, rows } of headers) {
    const [left, right] = columnBounds(view, rows, anchor, found);
    const endRow = headers
      .filter(
        (other) => other.rows[0] > rows[1] && other.anchor.column >= left && other.anchor.column < right,
      )
      .reduce((end, other) => Math.min(end, other.rows[0]), view.endRow);
    const span = {
      firstColumn: left,
      endColumn: right,
      unitColumn: anchor.column,
      firstRow: rows[1] + 1,
      endRow,
    };
    blocks.push({ view, headerRows: rows, ...span, endRow: yield* endOfRows(view, reader, span) });
  }
  return blocks;
}

function* findAnchors(view: SheetView, reader: RoleReader): Steps<UnitHeader[]> {
  const anchors: UnitHeader[] = [];
  const rowsAStep = rowsInStep(view);
  for (let row = view.firstRow; row < view.endRow; row += 1) {
    if ((row - view.firstRow) % rowsAStep === 0) yield;
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value !== "string" || value.length > MAXIMUM_HEADER_LENGTH) continue;
      if (!mayNameUnits(value) || roleAt(view, reader, row, column) !== "unit") continue;
      const merge = view.merge(row, column);
      const lastRow = merge === null ? row : merge.row + merge.rowCount - 1;
      const anchor = { row, column, lastRow };
      if (hasCompany(view, reader, anchor) && !repeatsAbove(view, anchors, anchor)) anchors.push(anchor);
    }
  }
  yield;
  return dropSecondUnitColumns(anchors, view, reader);
}

/** A printed header that is repeated between the rows of one table is no table of its own. */
function repeatsAbove(view: SheetView, anchors: readonly UnitHeader[], anchor: UnitHeader): boolean {
  const above = anchors.findLast(({ column }) => column === anchor.column);
  if (!above || above.lastRow + 1 > anchor.row) return false;
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    if (view.text(above.lastRow, column) !== view.text(anchor.lastRow, column)) return false;
    if (view.text(above.row, column) !== view.text(anchor.row, column)) return false;
  }
  // The same header after blank rows or a title begins a table again (stacked groups); amid rows it is a repeat.
  return !isBlank(view.shown(anchor.row - 1, anchor.column)) && !isTitleRow(view, anchor.row - 1);
}

function isTitleRow(view: SheetView, row: number): boolean {
  let filled = 0;
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    if (!isBlank(view.value(row, column))) filled += 1;
  }
  return filled <= 1;
}

/**
 * 部门 and 姓名 side by side in one header: what the table lists is the column with more different names, else the
 * first; the other is a column of that table.
 */
function dropSecondUnitColumns(
  anchors: readonly UnitHeader[],
  view: SheetView,
  reader: RoleReader,
): UnitHeader[] {
  const kept: UnitHeader[] = [];
  for (const anchor of anchors) {
    const at = kept.findLastIndex(
      (other) => other.column < anchor.column && other.row <= anchor.lastRow && other.lastRow >= anchor.row,
    );
    const left = kept[at];
    if (!left || !isSameHeader(view, reader, left, anchor)) kept.push(anchor);
    else if (differentNames(view, anchor) > differentNames(view, left)) kept[at] = anchor;
  }
  return kept;
}

/** Whether two columns that could name the units belong to one table: nothing that is scored stands between them. */
function isSameHeader(view: SheetView, reader: RoleReader, left: UnitHeader, right: UnitHeader): boolean {
  for (let column = left.column + 1; column < right.column; column += 1) {
    const role = roleInRows(view, reader, left.row, left.lastRow + 1, column);
    if (role !== "unknown" && role !== "sequence" && role !== "group" && role !== "unit") return false;
    if (view.text(left.lastRow, column) === "" && view.text(left.row, column) === "") return false;
  }
  return true;
}

function differentNames(view: SheetView, { lastRow, column }: UnitHeader): number {
  const names = new Set<string>();
  for (let row = lastRow + 1; row < view.endRow; row += 1) {
    const text = view.text(row, column);
    if (text !== "") names.add(text);
  }
  return names.size;
}

function hasCompany(view: SheetView, reader: RoleReader, anchor: UnitHeader): boolean {
  const first = Math.max(view.firstColumn, anchor.column - COMPANY_COLUMNS);
  const end = Math.min(view.endColumn, anchor.column + COMPANY_COLUMNS);
  for (let row = anchor.row; row <= Math.min(anchor.lastRow + 2, view.endRow - 1); row += 1) {
    for (let column = first; column < end; column += 1) {
      if (column === anchor.column) continue;
      const role = roleAt(view, reader, row, column);
      if (role !== "unknown" && role !== "unit" && role !== "sequence" && role !== "group") return true;
      // A bare 得分 is a role only with its sheet's name (`readColumns`), and 业绩（70%） only with a scheme that has
      // it, but headers they are.
      const text = view.text(row, column);
      if (isScoreWord(text) || (text.length <= MAXIMUM_HEADER_LENGTH && statesWorth(text))) return true;
    }
  }
  return false;
}

/** Whether a text names something with its weight or full mark: 业绩（70%）, 安全生产（25分）. */
function statesWorth(text: string): boolean {
  if (!/\d/.test(text) || isAnnotation(text)) return false;
  const { weight, fullMark, words } = readHeaderText(text);
  return words !== "" && (weight !== null || fullMark !== null);
}

function roleAt(view: SheetView, reader: RoleReader, row: number, column: number): string {
  const text = view.text(row, column);
  if (text === "" || text.length > MAXIMUM_HEADER_LENGTH) return "unknown";
  const guess = reader.read([text]);
  return guess.confidence >= CONFIDENCE_THRESHOLD ? guess.role : "unknown";
}

function roleInRows(
  view: SheetView,
  reader: RoleReader,
  first: number,
  last: number,
  column: number,
): string {
  for (let row = first; row <= last; row += 1) {
    const role = roleAt(view, reader, row, column);
    if (role !== "unknown") return role;
  }
  return "unknown";
}

function* anchorsWithoutWords(
  view: SheetView,
  reader: RoleReader,
  roster: Roster | null,
): Steps<readonly UnitHeader[]> {
  if (roster !== null) return yield* anchorsByNames(view, reader, roster);
  yield;
  const anchor = view.flipped ? anchorByCorner(view, reader) : anchorByShape(view, reader);
  return anchor === null ? [] : [anchor];
}

/** With a roster: the column that holds most of its names, under the nearest row of known headers. */
function* anchorsByNames(view: SheetView, reader: RoleReader, roster: Roster): Steps<UnitHeader[]> {
  const columns = new Map<number, { count: number; first: number }>();
  const rowsAStep = rowsInStep(view);
  for (let row = view.firstRow; row < view.endRow; row += 1) {
    if ((row - view.firstRow) % rowsAStep === 0) yield;
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value !== "string" || value.length > MAXIMUM_HEADER_LENGTH) continue;
      if (roster.resolve(value).kind !== "known") continue;
      const known = columns.get(column);
      if (known) known.count += 1;
      else columns.set(column, { count: 1, first: row });
    }
  }
  const best = [...columns].sort(([, left], [, right]) => right.count - left.count)[0];
  if (!best || best[1].count < 2) return [];
  const [column, { first }] = best;
  for (let row = first - 1; row >= Math.max(view.firstRow, first - MAXIMUM_HEADER_ROWS); row -= 1) {
    const anchor = { row, column, lastRow: row };
    if (rowHasRoles(view, reader, row)) return [anchor];
  }
  return [];
}

function rowHasRoles(view: SheetView, reader: RoleReader, row: number): boolean {
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    if (/^(component|adjustment|total|bonus|deduction|net)/.test(roleAt(view, reader, row, column)))
      return true;
  }
  return false;
}

function headerRows(view: SheetView, reader: RoleReader, anchor: UnitHeader): readonly [number, number] {
  let first = anchor.row;
  let last = anchor.lastRow;
  while (
    first > view.firstRow &&
    last - first + 1 < MAXIMUM_HEADER_ROWS &&
    isHeaderAbove(view, reader, anchor, first - 1)
  ) {
    first -= 1;
  }
  while (
    last + 1 < view.endRow &&
    last - first + 1 < MAXIMUM_HEADER_ROWS &&
    isHeaderBelow(view, reader, anchor, last + 1)
  ) {
    last += 1;
  }
  return [first, last];
}

/** A row above the unit header belongs to it when it heads some of the columns, not all of them like a title. */
function isHeaderAbove(view: SheetView, reader: RoleReader, anchor: UnitHeader, row: number): boolean {
  if (view.text(row, anchor.column) !== "" && view.merge(row, anchor.column) !== null) return false;
  let roles = 0;
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    const value = view.value(row, column);
    if (isFigure(value)) return false;
    if (typeof value !== "string" || isBlank(value)) continue;
    const merge = view.merge(row, column);
    const heads = merge !== null && merge.columnCount > 1 && merge.rowCount === 1;
    if (heads && !(merge.column <= anchor.column && merge.column + merge.columnCount > anchor.column))
      roles += 1;
    else if (column !== anchor.column && roleAt(view, reader, row, column) !== "unknown") roles += 1;
  }
  return roles > 0;
}

/** A row under the unit header belongs to it when it names columns, holds no figures and has no unit. */
function isHeaderBelow(view: SheetView, reader: RoleReader, anchor: UnitHeader, row: number): boolean {
  const unitText = view.text(row, anchor.column);
  if (unitText !== "" && unitText !== view.text(anchor.row, anchor.column)) return false;
  let texts = 0;
  let named = 0;
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    const value = view.value(row, column);
    if (isFigure(value) || typeof value === "boolean") return false;
    if (typeof value !== "string" || isBlank(value)) continue;
    texts += 1;
    const above = view.text(row - 1, column);
    if (above !== "" && above !== view.text(row, column) && column !== anchor.column) named += 1;
    else if (roleAt(view, reader, row, column) !== "unknown") named += 1;
  }
  return texts >= 2 ? named >= 1 : named === 1 && roleNamesScore(view, reader, row);
}

function roleNamesScore(view: SheetView, reader: RoleReader, row: number): boolean {
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    if (!isBlank(view.value(row, column)) && roleAt(view, reader, row, column) !== "unknown") return true;
  }
  return false;
}

/** The columns of one table: to the next table beside it, or to a gap of blank header columns. */
function columnBounds(
  view: SheetView,
  rows: readonly [number, number],
  anchor: UnitHeader,
  anchors: readonly UnitHeader[],
): readonly [number, number] {
  const beside = anchors.filter(
    (other) => other !== anchor && other.row <= rows[1] && other.lastRow >= rows[0],
  );
  const nextAnchor = Math.min(
    ...beside.map(({ column }) => column).filter((column) => column > anchor.column),
  );
  const previous = beside.some(({ column }) => column < anchor.column);
  const hasHeader = (column: number) => {
    for (let row = rows[0]; row <= rows[1]; row += 1) if (!isBlank(view.shown(row, column))) return true;
    return false;
  };
  let left = anchor.column;
  for (let column = anchor.column - 1, blank = 0; column >= view.firstColumn; column -= 1) {
    if (isTitleBeside(view, rows, column)) break;
    if (hasHeader(column)) {
      left = column;
      blank = 0;
    } else if ((blank += 1) >= (previous ? 1 : SEPARATOR_COLUMNS)) break;
  }
  if (previous) left = Math.max(left, leadColumns(view, rows, anchor, left));
  let right = anchor.column + 1;
  const limit = Number.isFinite(nextAnchor) ? nextAnchor : view.endColumn;
  for (let column = anchor.column + 1, blank = 0; column < limit; column += 1) {
    if (hasHeader(column)) {
      right = column + 1;
      blank = 0;
    } else if ((blank += 1) >= (Number.isFinite(nextAnchor) ? 1 : SEPARATOR_COLUMNS)) break;
  }
  return [left, right];
}

/** The title of a table that lies on its side: one cell merged along all of it. */
function isTitleBeside(view: SheetView, rows: readonly [number, number], column: number): boolean {
  const merge = view.flipped ? view.merge(rows[1], column) : null;
  return merge !== null && merge.row + merge.rowCount > rows[1] + 2;
}

/** Beside another table without a gap, only 序号 and 组别 right before the unit are this table's. */
function leadColumns(
  view: SheetView,
  rows: readonly [number, number],
  anchor: UnitHeader,
  left: number,
): number {
  let column = anchor.column;
  while (column - 1 >= left && /^(?:序号?|编号|组别?|分组|名次|排名)$/.test(view.text(rows[1], column - 1)))
    column -= 1;
  const gap = (() => {
    for (let candidate = anchor.column - 1; candidate >= left; candidate -= 1) {
      if (view.text(rows[1], candidate) === "" && view.text(rows[0], candidate) === "") return true;
    }
    return false;
  })();
  return gap ? left : column;
}
