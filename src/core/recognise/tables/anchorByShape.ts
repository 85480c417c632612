import { plainText, readNumber } from "../../numbers/readNumber";
import { CONFIDENCE_THRESHOLD, type RoleReader } from "../header/columnRole";
import { readHeaderText } from "../header/headerText";
import { isBlank, isFigure, type SheetView } from "./sheetView";
import { namesItems, SUMMARY_ROW } from "../header/vocabulary";

/** A header cell that heads a column of units: its first and last row, and its column. */
export interface UnitHeader {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
}

/** A header stands in the first lines of its sheet. */
const HEADER_LINES = 30;
/** And no wider than this: sheets with units in columns are. */
const HEADER_COLUMNS = 500;
const MAXIMUM_HEADER_LENGTH = 40;
const LEAST_HEADINGS = 3;
/** Names differ from row to row, and nearly every row of figures has one. */
const SHARE_DIFFERENT = 0.9;
const SHARE_NAMED = 0.8;
const LEAST_NAMES = 2;
/** A number that stands for somebody: used where no column of words names the units. */
const IDENTIFIER = /证号|考号|学号|工号|编号|号码$|代码$|\bid$|code$|number$/i;

/**
 * For sheets without any header word for units: the first column of names, each another, under a line of headings that
 * has a total or a rank among them. Lists of what is scored (指标, Criteria) are none.
 */
export function anchorByShape(view: SheetView, reader: RoleReader): UnitHeader | null {
  for (let row = view.firstRow; row < Math.min(view.endRow - 1, view.firstRow + HEADER_LINES); row += 1) {
    const lastRow = lastHeaderRow(view, reader, row);
    if (lastRow === null) continue;
    const columns = headedColumns(view, lastRow);
    if (columns.length < LEAST_HEADINGS || columns.some((column) => headsItems(view, lastRow, column)))
      continue;
    const named =
      columns.find(
        (column) => mayBeUnknown(view, reader, lastRow, column) && holdsNames(view, lastRow, column),
      ) ??
      columns.find(
        (column) => IDENTIFIER.test(view.text(lastRow, column)) && holdsNames(view, lastRow, column, true),
      );
    if (named !== undefined) {
      const merge = view.merge(lastRow, named);
      return { row: merge?.row ?? lastRow, column: named, lastRow };
    }
  }
  return null;
}

/** The last row of a header that names a total or a rank in a row; null where it names none. */
function lastHeaderRow(view: SheetView, reader: RoleReader, row: number): number | null {
  let last: number | null = null;
  for (let column = view.firstColumn; column < endOfHeader(view); column += 1) {
    const value = view.value(row, column);
    if (typeof value !== "string" || value.length > MAXIMUM_HEADER_LENGTH) continue;
    const { role, confidence } = reader.read([view.text(row, column)]);
    if (confidence < CONFIDENCE_THRESHOLD || !/^(?:total|rank)$/.test(role)) continue;
    const merge = view.merge(row, column);
    last = Math.max(last ?? row, merge === null ? row : merge.row + merge.rowCount - 1);
  }
  return last;
}

function endOfHeader({ firstColumn, endColumn }: SheetView): number {
  return Math.min(endColumn, firstColumn + HEADER_COLUMNS);
}

function headedColumns(view: SheetView, row: number): number[] {
  const columns: number[] = [];
  for (let column = view.firstColumn; column < endOfHeader(view); column += 1) {
    const text = view.text(row, column);
    if (text !== "" && text.length <= MAXIMUM_HEADER_LENGTH) columns.push(column);
  }
  return columns;
}

function headsItems(view: SheetView, row: number, column: number): boolean {
  return namesItems(readHeaderText(view.text(row, column)).words);
}

function mayBeUnknown(view: SheetView, reader: RoleReader, row: number, column: number): boolean {
  return reader.read([view.text(row, column)]).role === "unknown";
}

/** Whether the rows of figures under a header are named by a column: words that differ, or with `numbers` numbers. */
function holdsNames(view: SheetView, headerRow: number, column: number, numbers = false): boolean {
  const names = new Set<string>();
  let [scored, named] = [0, 0];
  for (let row = headerRow + 1; row < view.endRow; row += 1) {
    const value = view.value(row, column);
    const text = isNumber(value) ? (numbers ? String(value) : "") : view.text(row, column);
    if (SUMMARY_ROW.test(text) || !hasFigures(view, row, column)) continue;
    scored += 1;
    if (text === "") continue;
    named += 1;
    names.add(text);
  }
  return names.size >= LEAST_NAMES && names.size >= named * SHARE_DIFFERENT && named >= scored * SHARE_NAMED;
}

function isNumber(value: unknown): value is number | string {
  if (typeof value === "number") return true;
  return typeof value === "string" && plainText(value) !== "" && readNumber(value).kind === "number";
}

function hasFigures(view: SheetView, row: number, except: number): boolean {
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    const value = view.value(row, column);
    if (column !== except && !isBlank(value) && isFigure(value)) return true;
  }
  return false;
}
