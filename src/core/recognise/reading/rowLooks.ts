import type { ShapedTable } from "../../shape/shape";
import { isBlank } from "../tables/sheetView";

/** A header is repeated when so many of its cells stand again, in order. */
export const LEAST_REPEATED = 3;

/** A line of figures has at least so many. */
export const LEAST_FIGURES = 2;

/** Whether a row of a table has one text only, not merged over a part of the columns. */
export function isSingle({ grid, firstColumn, endColumn }: ShapedTable, row: number): boolean {
  let at: number | null = null;
  for (let column = firstColumn; column < endColumn; column += 1) {
    if (isBlank(grid.value(row, column))) {
      // A cell merged from above speaks for its column.
      if (grid.merge(row, column)?.row !== row && !isBlank(grid.shown(row, column))) return false;
      continue;
    }
    if (at !== null) return false;
    at = column;
  }
  if (at === null || typeof grid.value(row, at) !== "string") return false;
  const merge = grid.merge(row, at);
  return merge === null || merge.columnCount >= endColumn - firstColumn - 1 || at === firstColumn;
}

/** Whether a row has figures where the units of a table have some. */
export function hasFigures({ grid, rows, firstColumn, endColumn }: ShapedTable, row: number): boolean {
  const unit = rows.find(({ kind }) => kind === "unit");
  let figures = 0;
  for (let column = firstColumn; column < endColumn && unit !== undefined; column += 1) {
    if (typeof grid.value(row, column) === "number" && typeof grid.value(unit.row, column) === "number")
      figures += 1;
  }
  return figures >= LEAST_FIGURES;
}
