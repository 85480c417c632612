import type { Area } from "../../../core/workbook/address";
import {
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  areaAddress,
  columnIndex,
  columnLetters,
  parseArea,
} from "../../../core/workbook/address";
import { invalidArgument } from "../hostError";

/** The area of an address without its sheet: `B2`, `B2:D9`, whole columns `A:C`, whole rows `1:3`. */
export function parseRangeAddress(address: string): Area {
  const plain = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const area = parseArea(plain) ?? parseColumns(plain) ?? parseRows(plain);
  if (!area) throw invalidArgument(`"${address}" is not an address.`);
  return area;
}

function parseColumns(address: string): Area | null {
  const match = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(address);
  if (!match) return null;
  const [, firstLetters = "", lastLetters = ""] = match;
  const first = columnIndex(firstLetters.toUpperCase());
  const last = columnIndex(lastLetters.toUpperCase());
  return { row: 0, column: first, rowCount: MAXIMUM_ROWS, columnCount: last - first + 1 };
}

function parseRows(address: string): Area | null {
  const match = /^(\d{1,7}):(\d{1,7})$/.exec(address);
  if (!match) return null;
  const first = Number(match[1]) - 1;
  return { row: first, column: 0, rowCount: Number(match[2]) - first, columnCount: MAXIMUM_COLUMNS };
}

/** An area's address as Excel gives it, whole rows and columns in their short form. */
export function rangeAddress(area: Area): string {
  if (area.rowCount === MAXIMUM_ROWS) {
    return `${columnLetters(area.column)}:${columnLetters(area.column + area.columnCount - 1)}`;
  }
  if (area.columnCount === MAXIMUM_COLUMNS)
    return `${String(area.row + 1)}:${String(area.row + area.rowCount)}`;
  return areaAddress(area);
}

/** The address with the sheet in front, in quotes where the name needs them. */
export function fullAddress(sheetName: string, area: Area): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheetName) && parseArea(sheetName) === null;
  const sheet = isPlain ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
  return `${sheet}!${rangeAddress(area)}`;
}
