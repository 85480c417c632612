import { range } from "../../numbers/range";
import { sum } from "../../numbers/sum";
import type { ShapedTable } from "../../shape/shape";
import { createSheetGrid } from "../../shape/sheetGrid";
import { isBlank } from "../tables/sheetView";
import { headingIn } from "./headings";
import { weightsOfItems } from "./itemWeights";
import { textOf } from "./tableRanking";

/** A table with more units than this in its columns is none that lies on its side. */
const MAXIMUM_LINES = 200;
const LEAST_UNITS = 2;
/** Sums among the units are headings, too; where so many are, the lines are no units. */
const SHARE_OF_HEADINGS = 0.3;

/**
 * A table whose "units" are headings (总成绩, 名次, 业务（40%）) while its header holds names lies on its side: it is given
 * turned, its units in rows of a flipped grid, or of the sheet where the grid was flipped.
 */
export function upright(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, unitColumns, endColumn } = table;
  const [labels] = unitColumns;
  if (headerRows === null || labels === undefined || rows.length > MAXIMUM_LINES) return table;
  const weights = grid.flipped ? null : weightsOfItems(table, labels);
  if (weights !== null) return turned(table, labels, weights);
  const units = rows.filter(({ kind }) => kind !== "note" && kind !== "header");
  const beside = sum(units.map(({ row }) => headingIn(grid.shown(row, labels))));
  const above = range(labels + 1, endColumn);
  const top = sum(above.map((column) => headingIn(grid.shown(headerRows[1], column))));
  const isPlain = beside < units.length * SHARE_OF_HEADINGS || beside * above.length <= top * units.length;
  // What was turned by its looks is turned back where a single name stands there.
  return isPlain || (above.length < LEAST_UNITS && !grid.flipped) ? table : turned(table, labels);
}

/** The table with its columns as rows; `weights`: the one that holds no unit, but the weights of what the rows stand for. */
function turned(table: ShapedTable, labels: number, weights: number | null = null): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  const [top, bottom] = headerRows ?? [grid.firstRow, grid.firstRow];
  const last = rows.reduce((most, { row }) => Math.max(most, row), bottom);
  const lines = range(labels + 1, endColumn).filter((column) =>
    range(top, bottom + 1).some((row) => !isBlank(grid.shown(row, column))),
  );
  const namesIn = (row: number) => new Set(lines.map((column) => textOf(grid.shown(row, column)))).size;
  const names = range(top, bottom + 1).reduce(
    (best, row) => (namesIn(row) > namesIn(best) ? row : best),
    top,
  );
  return {
    grid: createSheetGrid(grid.sheet, !grid.flipped),
    firstColumn: top,
    endColumn: last + 1,
    headerRows: [firstColumn, labels],
    rows: lines.map((row) => ({ row, kind: row === weights ? "note" : "unit" })),
    unitColumns: [names],
    doubts: table.doubts,
    long: null,
  };
}
