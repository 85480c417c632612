import { columnLetters } from "../workbook/address";
import type { SheetGrid } from "./sheetGrid";

/** The letters of a grid's column, as Excel shows them; where the units stand in columns, the number of the sheet's row. */
export function columnMark(grid: SheetGrid, column: number): string {
  const place = grid.position(grid.firstRow, column);
  return grid.flipped ? String(place.row + 1) : columnLetters(place.column);
}
