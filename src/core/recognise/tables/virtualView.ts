import { plainText } from "../../numbers/readNumber";
import { decimalCommaTexts } from "../../shape/decimalCommas";
import { cellKey, type Area, type CellPosition } from "../../workbook/address";
import {
  formulaAt,
  numberFormatAt,
  valueAt,
  type CellValue,
  type SheetSnapshot,
} from "../../workbook/snapshot";
import type { SheetView } from "./sheetView";

/** A cell of a virtual view; `text` stands for its value where the cell says more than that (`单位：市教育局`). */
export interface VirtualCell extends CellPosition {
  readonly text?: string;
  /** Likewise, where the cell stands for a number: an event that is listed once counts 1. */
  readonly count?: number;
}

/**
 * A view made of chosen cells of a sheet, laid out as a plain table: the first row is the header, every further row
 * a unit. It lets forms and long lists be read by the same code as tables; every figure still points at its own
 * cell. A null entry is a blank.
 */
export function createVirtualView(
  sheet: SheetSnapshot,
  rows: readonly (readonly (VirtualCell | null)[])[],
  headerTexts: readonly string[],
  extent: Area,
): SheetView {
  const width = headerTexts.length;
  const filled = rows.find((row) => row.some((cell) => cell !== null));
  const anchor: CellPosition = filled?.find((cell) => cell !== null) ?? { row: 0, column: 0 };
  const cellAt = (row: number, column: number) => rows[row]?.[column] ?? null;
  const commas = decimalCommaTexts(sheet);
  const value = (row: number, column: number): CellValue => {
    if (row === 0) return headerTexts[column] ?? null;
    const cell = cellAt(row, column);
    if (cell === null) return null;
    return cell.text ?? cell.count ?? commas.get(cellKey(cell.row, cell.column)) ?? valueAt(sheet, cell);
  };
  return {
    sheet,
    flipped: false,
    extent,
    firstRow: 0,
    firstColumn: 0,
    endRow: rows.length,
    endColumn: width,
    position: (row, column) => {
      const cell = cellAt(row, column) ?? cellAt(row, 0) ?? anchor;
      return { row: cell.row, column: cell.column };
    },
    value,
    shown: value,
    text: (row, column) => {
      const content = value(row, column);
      return typeof content === "string" ? plainText(content) : "";
    },
    formula: (row, column) => {
      const cell = row === 0 ? null : cellAt(row, column);
      return cell === null || cell.text !== undefined || cell.count !== undefined
        ? null
        : formulaAt(sheet, cell);
    },
    numberFormat: (row, column) => {
      const cell = row === 0 ? null : cellAt(row, column);
      return cell === null ? "General" : numberFormatAt(sheet, cell);
    },
    merge: () => null,
  };
}
