import { plainText } from "../../numbers/readNumber";
import { cellKey, type Area, type CellKey, type CellPosition } from "../../workbook/address";
import { isCellError, valueAt, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";

/**
 * A sheet as the recogniser looks at it: lines of cells, with merged cells resolved. A flipped view swaps rows and
 * columns, so that a table with its units in columns reads like any other.
 */
export interface SheetView {
  readonly sheet: SheetSnapshot;
  readonly flipped: boolean;
  /** Where on the sheet the cells of a virtual view come from; null for a view of the sheet as it stands. */
  readonly extent: Area | null;
  readonly firstRow: number;
  readonly firstColumn: number;
  /** One past the last. */
  readonly endRow: number;
  readonly endColumn: number;
  /** Where a cell of the view is on the sheet. */
  position(row: number, column: number): CellPosition;
  /** The cell's own value: null in a merged area except at its corner. */
  value(row: number, column: number): CellValue;
  /** The value that stands there on paper: in a merged area, the corner's. */
  shown(row: number, column: number): CellValue;
  /** `shown` as plain text without white space; empty for anything but text. */
  text(row: number, column: number): string;
  /** The merged area around a cell, in the view's coordinates, or null. */
  merge(row: number, column: number): Area | null;
}

/** Makes the view of a sheet. Merges are looked at only inside the used area, however far they are declared. */
export function createSheetView(sheet: SheetSnapshot, flipped = false): SheetView {
  const { area, values } = sheet;
  const merges = mergeIndex(sheet);
  const firstRow = flipped ? area.column : area.row;
  const firstColumn = flipped ? area.row : area.column;
  const mergeOnSheet = (row: number, column: number) =>
    merges.size === 0 ? null : (merges.get(flipped ? cellKey(column, row) : cellKey(row, column)) ?? null);
  // Every cell is asked for many times: nothing is made on the way to its value.
  const value = flipped
    ? (row: number, column: number) => values[column - area.row]?.[row - area.column] ?? null
    : (row: number, column: number) => values[row - area.row]?.[column - area.column] ?? null;
  const shown = (row: number, column: number): CellValue => {
    const merge = mergeOnSheet(row, column);
    return merge === null ? value(row, column) : valueAt(sheet, merge);
  };
  return {
    sheet,
    flipped,
    extent: null,
    firstRow,
    firstColumn,
    endRow: firstRow + (flipped ? area.columnCount : area.rowCount),
    endColumn: firstColumn + (flipped ? area.rowCount : area.columnCount),
    position: (row, column) => (flipped ? { row: column, column: row } : { row, column }),
    value,
    shown,
    text: (row, column) => {
      const content = shown(row, column);
      return typeof content === "string" ? plainText(content) : "";
    },
    merge: (row, column) => {
      const merge = mergeOnSheet(row, column);
      if (merge === null || !flipped) return merge;
      return {
        row: merge.column,
        column: merge.row,
        rowCount: merge.columnCount,
        columnCount: merge.rowCount,
      };
    },
  };
}

/** So many cells are looked through in one step of work. */
const STEP_CELLS = 20_000;

/** How many rows of a view are one step of looking through its cells. */
export function rowsInStep({ firstColumn, endColumn }: SheetView): number {
  return Math.max(1, Math.floor(STEP_CELLS / Math.max(1, endColumn - firstColumn)));
}

/** Whether a value is nothing to look at: empty, or a text of white space only. */
export function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === "string" && plainText(value) === "");
}

/** Whether a value counts as a figure in telling data from headers: a number or an error of a formula. */
export function isFigure(value: CellValue): boolean {
  return typeof value === "number" || isCellError(value);
}

function mergeIndex(sheet: SheetSnapshot): Map<CellKey, Area> {
  const index = new Map<CellKey, Area>();
  const lastRow = sheet.area.row + sheet.area.rowCount;
  const lastColumn = sheet.area.column + sheet.area.columnCount;
  for (const merge of sheet.merges) {
    const endRow = Math.min(merge.row + merge.rowCount, lastRow);
    const endColumn = Math.min(merge.column + merge.columnCount, lastColumn);
    for (let row = Math.max(merge.row, sheet.area.row); row < endRow; row += 1) {
      for (let column = Math.max(merge.column, sheet.area.column); column < endColumn; column += 1) {
        index.set(cellKey(row, column), merge);
      }
    }
  }
  return index;
}
