import { cellKey, type Area, type CellKey, type CellPosition } from "../workbook/address";
import { formulaAt, numberFormatAt, valueAt, type CellValue, type SheetSnapshot } from "../workbook/snapshot";
import { decimalCommaTexts } from "./decimalCommas";

/**
 * A sheet as lines of cells, with merged cells resolved. A flipped grid swaps rows and columns, so that a table with
 * its units in columns reads like any other.
 */
export interface SheetGrid {
  readonly sheet: SheetSnapshot;
  readonly flipped: boolean;
  readonly firstRow: number;
  readonly firstColumn: number;
  /** One past the last. */
  readonly endRow: number;
  readonly endColumn: number;
  /** Where a cell of the grid is on the sheet. */
  position(row: number, column: number): CellPosition;
  /**
   * The cell's own value: null in a merged area except at its corner. Figures of a column that is written with decimal
   * commas have a point here, so that whoever looks at them reads one number.
   */
  value(row: number, column: number): CellValue;
  /** The value that stands there on paper: in a merged area, the corner's. */
  shown(row: number, column: number): CellValue;
  /** The cell's own formula, or null. */
  formula(row: number, column: number): string | null;
  /** The cell's own number format; `General` where none is set. */
  numberFormat(row: number, column: number): string;
  /** The merged area around a cell, in the grid's rows and columns, or null. */
  merge(row: number, column: number): Area | null;
}

/** Makes the grid of a sheet. Merges count only inside the used area, however far they are declared. */
export function createSheetGrid(sheet: SheetSnapshot, flipped = false): SheetGrid {
  const { area, values } = sheet;
  const merges = mergeIndex(sheet);
  const firstRow = flipped ? area.column : area.row;
  const firstColumn = flipped ? area.row : area.column;
  const position = (row: number, column: number) =>
    flipped ? { row: column, column: row } : { row, column };
  const mergeOnSheet = (row: number, column: number) =>
    merges.size === 0 ? null : (merges.get(flipped ? cellKey(column, row) : cellKey(row, column)) ?? null);
  // Every cell is asked for several times: nothing is made on the way to its value.
  const stored = flipped
    ? (row: number, column: number) => values[column - area.row]?.[row - area.column] ?? null
    : (row: number, column: number) => values[row - area.row]?.[column - area.column] ?? null;
  const commas = decimalCommaTexts(sheet);
  const value =
    commas.size === 0
      ? stored
      : (row: number, column: number) =>
          commas.get(flipped ? cellKey(column, row) : cellKey(row, column)) ?? stored(row, column);
  return {
    sheet,
    flipped,
    firstRow,
    firstColumn,
    endRow: firstRow + (flipped ? area.columnCount : area.rowCount),
    endColumn: firstColumn + (flipped ? area.rowCount : area.columnCount),
    position,
    value,
    shown: (row, column) => {
      const merge = mergeOnSheet(row, column);
      if (merge === null) return value(row, column);
      return commas.get(cellKey(merge.row, merge.column)) ?? valueAt(sheet, merge);
    },
    formula: (row, column) => (sheet.formulas.size === 0 ? null : formulaAt(sheet, position(row, column))),
    numberFormat: (row, column) => numberFormatAt(sheet, position(row, column)),
    merge: (row, column) => {
      const merge = mergeOnSheet(row, column);
      return merge === null ? null : turned(merge, flipped);
    },
  };
}

/** The merged areas of a grid, in its rows and columns, cut to its used area; single cells are left out. */
export function mergesOf(grid: SheetGrid): readonly Area[] {
  return grid.sheet.merges.flatMap((merge) => {
    const inside = cutToUse(merge, grid.sheet.area);
    return inside.rowCount * inside.columnCount > 1 ? [turned(inside, grid.flipped)] : [];
  });
}

/** An area of the sheet in the rows and columns of a grid, and the other way round. */
function turned(area: Area, flipped: boolean): Area {
  if (!flipped) return area;
  return { row: area.column, column: area.row, rowCount: area.columnCount, columnCount: area.rowCount };
}

function cutToUse(merge: Area, use: Area): Area {
  const row = Math.max(merge.row, use.row);
  const column = Math.max(merge.column, use.column);
  const endRow = Math.min(merge.row + merge.rowCount, use.row + use.rowCount);
  const endColumn = Math.min(merge.column + merge.columnCount, use.column + use.columnCount);
  return { row, column, rowCount: Math.max(0, endRow - row), columnCount: Math.max(0, endColumn - column) };
}

function mergeIndex(sheet: SheetSnapshot): Map<CellKey, Area> {
  const index = new Map<CellKey, Area>();
  for (const merge of sheet.merges) {
    const inside = cutToUse(merge, sheet.area);
    for (let row = inside.row; row < inside.row + inside.rowCount; row += 1) {
      for (let column = inside.column; column < inside.column + inside.columnCount; column += 1) {
        index.set(cellKey(row, column), merge);
      }
    }
  }
  return index;
}
