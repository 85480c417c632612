import { figureIn } from "../../numbers/cellFigure";
import { decimalToNumber } from "../../numbers/decimal";
import { range } from "../../numbers/range";
import { sum } from "../../numbers/sum";
import type { ShapedTable } from "../../shape/shape";
import { contains, type Concept } from "../../vocabulary/concepts";
import { isBlank } from "../tables/sheetView";
import { headingIn } from "./headings";
import { textOf } from "./tableRanking";

/** Fewer things are not compared, by fewer items. */
const LEAST_COMPARED = 2;
const LEAST_ITEMS = 3;
/** A total agrees when it is so near; totals in a table of options are typed with two or three decimals. */
const NEAR = 0.0051;

const TOTALS: readonly Concept[] = ["total", "sum", "weighted-score"];

/** Items above, their totals below, by row of the grid. */
interface Lines {
  readonly items: readonly number[];
  readonly totals: readonly number[];
}

/**
 * The column of weights of a table whose rows are items and whose further columns are what is compared by them: under the
 * items each of those columns ends in a total, by these weights. Null where there is none.
 */
export function weightsOfItems(table: ShapedTable, labels: number): number | null {
  const lines = linesOf(table, labels);
  if (lines.items.length < LEAST_ITEMS) return null;
  // Weights are the first figures beside the items; a column of shares stands behind what it is of.
  const weights = range(labels + 1, table.endColumn).find((column) =>
    lines.items.some((row) => numberAt(table, row, column) !== null),
  );
  return weights !== undefined && weighs(table, lines, weights) ? weights : null;
}

function linesOf({ grid, rows }: ShapedTable, labels: number): Lines {
  const lines = rows.filter(({ kind }) => kind !== "note" && kind !== "header").map(({ row }) => row);
  const isTotal = (row: number) => {
    const label = textOf(grid.shown(row, labels));
    return TOTALS.some((concept) => contains(label, concept));
  };
  const first = lines.findIndex(isTotal);
  return first < 0
    ? { items: lines, totals: [] }
    : { items: lines.slice(0, first), totals: lines.slice(first).filter(isTotal) };
}

/** Whether a column weighs the items for all that stands right of it. */
function weighs(table: ShapedTable, { items, totals }: Lines, weights: number): boolean {
  const { grid, headerRows, endColumn } = table;
  const heads = headerRows?.[1] ?? grid.firstRow;
  const weighed = items.filter((row) => numberAt(table, row, weights) !== null);
  const compared = range(weights + 1, endColumn).filter((column) =>
    totals.some((row) => numberAt(table, row, column) !== null),
  );
  const areNamed = compared.every((column) => isName(grid.shown(heads, column)));
  if (weighed.length < LEAST_ITEMS || compared.length < LEAST_COMPARED || !areNamed) return false;
  const own = weighed.map((row) => numberAt(table, row, weights) ?? 0);
  const whole = sum(own);
  const isCalledWeight = contains(textOf(grid.shown(heads, weights)), "weight");
  // Counts are summed up like all others; weights are not, or come to a whole.
  const isSummedUp = totals.some((row) => numberAt(table, row, weights) !== null);
  if (isSummedUp && !isCalledWeight && whole !== 1 && whole !== 100) return false;
  const keeps = (row: number, column: number) => {
    const stated = numberAt(table, row, column);
    const scores = weighed.map((item) => numberAt(table, item, column) ?? 0);
    const weighted = sum(scores.map((score, at) => score * (own[at] ?? 0)));
    const ways = [weighted, weighted / 100, weighted / whole, ...(isCalledWeight ? [sum(scores)] : [])];
    return stated !== null && stated !== 0 && ways.some((way) => Math.abs(way - stated) <= NEAR);
  };
  return totals.some((row) => {
    const kept = compared.filter((column) => keeps(row, column)).length;
    return kept >= LEAST_COMPARED && kept * 2 > compared.length;
  });
}

function numberAt({ grid }: ShapedTable, row: number, column: number): number | null {
  const figure = figureIn(grid.value(row, column));
  return figure === null ? null : decimalToNumber(figure);
}

function isName(head: unknown): boolean {
  return typeof head === "string" && !isBlank(head) && headingIn(head) === 0;
}
