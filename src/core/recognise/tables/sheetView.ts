import { plainText } from "../../numbers/readNumber";
import { createSheetGrid, type SheetGrid } from "../../shape/sheetGrid";
import type { Area } from "../../workbook/address";
import { isCellError, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";

/** A grid whose texts are asked for as the recogniser compares them. */
export interface SheetView extends SheetGrid {
  /** Where on the sheet the cells of a virtual view come from; null for a view of the sheet as it stands. */
  readonly extent: Area | null;
  /** `shown` as plain text without white space; empty for anything but text. */
  text(row: number, column: number): string;
}

/** The view of a grid; one that is a view already stays as it is. */
export function viewOf(grid: SheetGrid): SheetView {
  if (isView(grid)) return grid;
  return {
    ...grid,
    extent: null,
    text: (row, column) => {
      const content = grid.shown(row, column);
      return typeof content === "string" ? plainText(content) : "";
    },
  };
}

function isView(grid: SheetGrid): grid is SheetView {
  return "extent" in grid;
}

/** The view of a sheet as it stands, or with rows and columns swapped. */
export function createSheetView(sheet: SheetSnapshot, flipped = false): SheetView {
  return viewOf(createSheetGrid(sheet, flipped));
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
