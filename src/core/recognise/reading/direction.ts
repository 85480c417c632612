import { figureIn } from "../../numbers/cellFigure";
import { decimalToNumber } from "../../numbers/decimal";
import { range } from "../../numbers/range";
import type { ShapedTable } from "../../shape/shape";
import { createSheetGrid } from "../../shape/sheetGrid";
import { conceptsOf, contains, type Concept } from "../../vocabulary/concepts";
import { readHeaderText } from "../../vocabulary/headerText";
import { isBlank } from "../tables/sheetView";
import { textOf } from "./tableRanking";

/** A table with more units than this in its columns is none that lies on its side. */
const MAXIMUM_LINES = 200;
const LEAST_UNITS = 2;
const LEAST_ITEMS = 3;
/** Sums among the units are headings, too; where so many are, the lines are no units. */
const SHARE_OF_HEADINGS = 0.3;

/** Concepts that head columns; a cell that names one is no unit's name. */
const HEADS: ReadonlySet<Concept> = new Set([
  "total",
  "subtotal",
  "rank",
  "grade",
  "bonus",
  "deduction",
  "net",
  "score",
  "group",
  "mean",
  "weighted-score",
]);

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

/** A total agrees when it is so near; totals in a table of options are typed with two or three decimals. */
const NEAR = 0.0051;

/**
 * The column of weights of a table whose rows are items and whose further columns are what is compared by them: under the
 * items each of those columns ends in a total, by these weights. Null where there is none.
 */
function weightsOfItems({ grid, headerRows, rows, endColumn }: ShapedTable, labels: number): number | null {
  const heads = headerRows?.[1] ?? grid.firstRow;
  const figureAt = (row: number, column: number) => {
    const figure = figureIn(grid.value(row, column));
    return figure === null ? null : decimalToNumber(figure);
  };
  const lines = rows.filter(({ kind }) => kind !== "note" && kind !== "header").map(({ row }) => row);
  const isTotal = (row: number) => headingIn(grid.shown(row, labels)) > 0;
  const first = lines.findIndex(isTotal);
  if (first < LEAST_ITEMS) return null;
  const items = lines.slice(0, first);
  const totals = lines.slice(first).filter(isTotal);
  for (const weights of range(labels + 1, endColumn)) {
    const weighed = items.filter((row) => figureAt(row, weights) !== null);
    const compared = range(weights + 1, endColumn).filter((column) =>
      totals.some((row) => figureAt(row, column) !== null),
    );
    const areNamed = compared.every((column) => {
      const head = grid.shown(heads, column);
      return typeof head === "string" && !isBlank(head) && headingIn(head) === 0;
    });
    if (weighed.length < LEAST_ITEMS || compared.length < LEAST_UNITS || !areNamed) continue;
    const isCalledWeight = contains(textOf(grid.shown(heads, weights)), "weight");
    const whole = sum(weighed.map((row) => figureAt(row, weights) ?? 0));
    // Counts are summed up like all others; weights are not, or come to a whole.
    const isSummedUp = totals.some((row) => figureAt(row, weights) !== null);
    if (isSummedUp && !isCalledWeight && whole !== 1 && whole !== 100) continue;
    const keeps = (row: number, column: number) => {
      const stated = figureAt(row, column);
      const by = (weight: (item: number) => number) =>
        sum(weighed.map((item) => weight(item) * (figureAt(item, column) ?? 0)));
      const weighted = by((item) => figureAt(item, weights) ?? 0);
      const ways = [weighted, weighted / 100, weighted / whole, ...(isCalledWeight ? [by(() => 1)] : [])];
      return stated !== null && stated !== 0 && ways.some((way) => Math.abs(way - stated) <= NEAR);
    };
    const kept = (row: number) => compared.filter((column) => keeps(row, column)).length;
    if (totals.some((row) => kept(row) >= LEAST_UNITS && kept(row) * 2 > compared.length)) return weights;
  }
  return null;
}

/** How much a text is a heading: 1 when its words are one, half when it has such words among others (结果得分). */
function headingIn(value: unknown): number {
  if (typeof value !== "string" || isBlank(value)) return 0;
  const { weight, fullMark } = readHeaderText(value);
  if (weight !== null || fullMark !== null) return 1;
  const concepts = conceptsOf(value).filter(({ concept }) => HEADS.has(concept));
  if (concepts.some(({ strength }) => strength !== "contained")) return 1;
  return concepts.length > 0 ? 0.5 : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
