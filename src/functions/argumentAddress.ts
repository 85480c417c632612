import {
  columnIndex,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  parseArea,
  type Area,
  type SheetArea,
} from "../core/workbook/address";

const WITH_SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!,]+)$/s;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/**
 * The cells that an address with its sheet names, as Excel tells where an argument stands: `Sheet1!B2:B9`,
 * `'第 1 组'!A:A`. Null for what is no such address, and for cells of another workbook.
 */
export function sheetAreaOf(address: unknown): SheetArea | null {
  if (typeof address !== "string") return null;
  const match = WITH_SHEET.exec(address);
  if (!match) return null;
  const [, quoted, plain = "", place = ""] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  // No sheet's name has a bracket: it stands around the name of another workbook.
  if (sheet.includes("[")) return null;
  const area = parseArea(place) ?? columnsOf(place) ?? rowsOf(place);
  return area === null ? null : { sheet, area };
}

function columnsOf(place: string): Area | null {
  const match = COLUMNS.exec(place);
  if (!match) return null;
  const [, first = "", last = ""] = match;
  const column = columnIndex(first.toUpperCase());
  const columnCount = columnIndex(last.toUpperCase()) - column + 1;
  return { row: 0, column, rowCount: MAXIMUM_ROWS, columnCount };
}

function rowsOf(place: string): Area | null {
  const match = ROWS.exec(place);
  if (!match) return null;
  const row = Number(match[1]) - 1;
  return { row, column: 0, rowCount: Number(match[2]) - row, columnCount: MAXIMUM_COLUMNS };
}
