import {
  columnIndex,
  columnLetters,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  type CellPosition,
} from "../../core/workbook/address";
import { mapOutsideQuotes } from "./formulaText";

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const REFERENCE = new RegExp(
  // Not inside a longer word, not a function's name, not a sheet's name.
  String.raw`(?<![A-Za-z0-9_.$\\\u0080-\uffff])(?:${CELL}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6})(?![A-Za-z0-9_(!.\\\u0080-\uffff])`,
  "g",
);

/**
 * The formula of a cell that shares another's: relative references move with the cell, absolute ones (`$A$1`)
 * stay. `B2*$A$1` shared from C2 to C5 is `B5*$A$1`. A reference that leaves the sheet becomes `#REF!`.
 */
export function shiftFormula(formula: string, from: CellPosition, to: CellPosition): string {
  const rows = to.row - from.row;
  const columns = to.column - from.column;
  if (rows === 0 && columns === 0) return formula;
  return mapOutsideQuotes(formula, (plain) =>
    plain.replace(REFERENCE, (reference) => shiftReference(reference, rows, columns)),
  );
}

function shiftReference(reference: string, rows: number, columns: number): string {
  const parts = reference.split(":").map((part) => shiftPart(part, rows, columns));
  return parts.some((part) => part === null) ? "#REF!" : parts.join(":");
}

function shiftPart(part: string, rows: number, columns: number): string | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(part);
  if (!match) return part;
  const [, firstDollar = "", letters = "", secondDollar = "", digits = ""] = match;
  // In `$5` the only dollar belongs to the row.
  const columnDollar = letters === "" ? "" : firstDollar;
  const rowDollar = letters === "" ? firstDollar + secondDollar : secondDollar;
  const column = letters === "" ? null : moved(columnIndex(letters.toUpperCase()), columnDollar, columns);
  const row = digits === "" ? null : moved(Number(digits) - 1, rowDollar, rows);
  if (column !== null && (column < 0 || column >= MAXIMUM_COLUMNS)) return null;
  if (row !== null && (row < 0 || row >= MAXIMUM_ROWS)) return null;
  const columnText = column === null ? "" : columnDollar + columnLetters(column);
  return columnText + rowDollar + (row === null ? "" : String(row + 1));
}

function moved(index: number, dollar: string, by: number): number {
  return dollar === "$" ? index : index + by;
}
