import type { ShapedTable } from "../../shape/shape";
import { createSheetGrid } from "../../shape/sheetGrid";
import type { Concept } from "../../vocabulary/concept";
import { names } from "../../vocabulary/concepts";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { isBlank } from "../tables/sheetView";

/** A header stands in the first lines of its sheet. */
const HEADER_LINES = 30;
const MAXIMUM_COLUMNS = 100;
const MAXIMUM_GAP = 1;

/** Concepts that head the other columns of a list. */
const BESIDE: readonly Concept[] = [
  "bonus",
  "deduction",
  "net",
  "total",
  "rank",
  "score",
  "event",
  "document",
  "period",
  "date",
  "count",
  "note",
  "group",
  "problem",
];

/**
 * A list without figures, or of one row, has no look of a table: it is found by a header that names units and something
 * beside them (日期 | 单位 | 事项). Null where there is none.
 */
export function wordedTable(sheet: SheetSnapshot): ShapedTable | null {
  const grid = createSheetGrid(sheet);
  for (let row = grid.firstRow; row < Math.min(grid.endRow - 1, grid.firstRow + HEADER_LINES); row += 1) {
    let unit: number | null = null;
    let others = 0;
    const headed: number[] = [];
    for (
      let column = grid.firstColumn;
      column < Math.min(grid.endColumn, grid.firstColumn + MAXIMUM_COLUMNS);
      column += 1
    ) {
      const value = grid.value(row, column);
      if (typeof value !== "string" || isBlank(value)) continue;
      headed.push(column);
      if (unit === null && names(value, "unit")) unit = column;
      else if (BESIDE.some((concept) => names(value, concept))) others += 1;
    }
    if (unit === null || others === 0) continue;
    const [firstColumn = unit] = headed;
    const endColumn = (headed.at(-1) ?? unit) + 1;
    return {
      grid,
      firstColumn,
      endColumn,
      headerRows: [row, row],
      rows: filledRows(grid, row + 1, firstColumn, endColumn).map((one) => ({ row: one, kind: "unit" })),
      unitColumns: [unit],
      doubts: [],
      long: null,
    };
  }
  return null;
}

function filledRows(
  grid: ShapedTable["grid"],
  from: number,
  firstColumn: number,
  endColumn: number,
): number[] {
  const rows: number[] = [];
  for (let row = from; row < grid.endRow && row - (rows.at(-1) ?? from - 1) <= MAXIMUM_GAP + 1; row += 1) {
    for (let column = firstColumn; column < endColumn; column += 1) {
      if (isBlank(grid.value(row, column))) continue;
      rows.push(row);
      break;
    }
  }
  return rows;
}
