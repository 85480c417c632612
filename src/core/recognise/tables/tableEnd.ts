import type { RoleReader } from "../header/columnRole";
import type { Steps } from "../../steps";
import { isBlank, isFigure, rowsInStep, type SheetView } from "./sheetView";

/** The part of a view in which a table's rows are looked for: rows from the first to one past the last. */
export interface RowSpan {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly unitColumn: number;
}

/** Header texts are short; longer texts are notes. */
const MAXIMUM_HEADING_LENGTH = 12;
const LEAST_HEADINGS = 3;

/**
 * One past the table's last row: where, after a blank row, a row of other headings begins a table of its own that
 * has no column of units, such as the means of the groups (组别, 单位数, 平均分…) under the scores. Otherwise the
 * end of the span.
 */
export function* endOfRows(view: SheetView, reader: RoleReader, span: RowSpan): Steps<number> {
  const rowsAStep = rowsInStep(view);
  for (let row = span.firstRow + 1; row < span.endRow - 1; row += 1) {
    if ((row - span.firstRow) % rowsAStep === 0) yield;
    if (!isBlank(view.shown(row - 1, span.unitColumn)) || !isBlankRow(view, span, row - 1)) continue;
    if (beginsOtherTable(view, reader, span, row)) return row;
  }
  return span.endRow;
}

function isBlankRow(view: SheetView, span: RowSpan, row: number): boolean {
  for (let column = span.firstColumn; column < span.endColumn; column += 1) {
    if (!isBlank(view.shown(row, column))) return false;
  }
  return true;
}

function beginsOtherTable(view: SheetView, reader: RoleReader, span: RowSpan, row: number): boolean {
  let headings = 0;
  let headed = 0;
  for (let column = span.firstColumn; column < span.endColumn; column += 1) {
    const value = view.value(row, column);
    if (value === null || isBlank(value)) continue;
    const text = view.text(row, column);
    if (isFigure(value) || text === "" || text.length > MAXIMUM_HEADING_LENGTH || /[:：]/.test(text))
      return false;
    headings += 1;
    if (isFigure(view.value(row + 1, column))) headed += 1;
  }
  if (headings < LEAST_HEADINGS || headed === 0) return false;
  const text = view.text(row, span.unitColumn);
  const { role } = reader.read([text]);
  if (role === "unit") return false;
  // A unit stands as text: numbers under the heading, or a heading of another role, tell the column is none of units.
  return text !== "" && (role !== "unknown" || isFigure(view.value(row + 1, span.unitColumn)));
}
