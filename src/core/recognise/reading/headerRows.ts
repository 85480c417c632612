import type { ShapedRow, ShapedTable } from "../../shape/shape";
import type { Concept } from "../../vocabulary/concept";
import { names } from "../../vocabulary/concepts";
import { comesToWhole } from "../../numbers/comesToWhole";
import { figureIn } from "../../numbers/cellFigure";
import { isBlank } from "../tables/sheetView";
import { range } from "../../numbers/range";
import { isDateFormat } from "../../workbook/numberFormat";
import { isSingle, LEAST_FIGURES, LEAST_REPEATED } from "./rowLooks";

/**
 * A last header line of figures under headings of their own is a line of the body: full marks, weights, a total on top.
 * Dates, years and running numbers are headings.
 */
export function withoutFigures(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  if (headerRows === null || headerRows[0] === headerRows[1]) return table;
  const last = headerRows[1];
  const figures: number[] = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = grid.value(last, column);
    if (typeof value !== "number" || isBlank(grid.shown(last - 1, column))) continue;
    if (isDateFormat(grid.numberFormat(last, column))) return table;
    figures.push(value);
  }
  const isYear = figures.every((value) => Number.isInteger(value) && value > 1900 && value < 2100);
  const runsOn = figures.every((value, index) => index === 0 || value === (figures[index - 1] ?? 0) + 1);
  if (figures.length < LEAST_FIGURES || isYear || runsOn) return table;
  return { ...table, headerRows: [headerRows[0], last - 1], rows: [{ row: last, kind: "summary" }, ...rows] };
}

/** The concepts that a heading names; a row of units names none of them in several cells. */
const HEADINGS: readonly Concept[] = ["unit", "group", "total", "rank", "score", "grade", "sequence", "note"];

/** A first row of "units" in which several cells are headings, word for word, is a line of the header. */
export function withHeadings(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  const first = rows.find(({ kind }) => kind === "unit");
  if (first === undefined || first !== rows[0]) return table;
  let headings = 0;
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = grid.value(first.row, column);
    if (typeof value === "string" && HEADINGS.some((concept) => names(value, concept))) headings += 1;
  }
  if (headings < 2) return table;
  return { ...table, headerRows: [headerRows?.[0] ?? first.row, first.row], rows: rows.slice(1) };
}

/** The nearest line of texts above the units of a table without a header, lines that name a group left aside. */
export function withHeaderAbove(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  const first = rows[0]?.row;
  if (headerRows !== null || first === undefined) return table;
  const groups: ShapedRow[] = [];
  let row = first - 1;
  for (; row >= grid.firstRow && isSingle(table, row); row -= 1) groups.unshift({ row, kind: "group" });
  let texts = 0;
  for (let column = firstColumn; column < endColumn && row >= grid.firstRow; column += 1) {
    const shown = grid.shown(row, column);
    if (typeof shown === "number") return table;
    if (typeof shown === "string" && !isBlank(shown)) texts += 1;
  }
  if (texts * 2 < endColumn - firstColumn || texts < LEAST_REPEATED) return table;
  return { ...table, headerRows: [row, row], rows: [...groups, ...rows] };
}

export function trimHeader(table: ShapedTable): ShapedTable {
  if (table.headerRows === null) return table;
  let [first, last] = table.headerRows;
  while (first < last && isSingle(table, first)) first += 1;
  const groups: ShapedRow[] = [];
  while (last > first && isSingle(table, last)) {
    groups.unshift({ row: last, kind: "group" });
    last -= 1;
  }
  const [above, below] = table.headerRows;
  if (first === above && last === below) return table;
  return { ...table, headerRows: [first, last], rows: [...groups, ...table.rows] };
}

/** With fewer units below a line of weights nothing tells it from a unit. */
const LEAST_WEIGHTED = 3;

/**
 * A first row of "units" states the weights where its figures come to 1 or 100, no other unit's in those columns do, and it is
 * blank where all other units have figures, as in the total.
 */
export function withWeightsOnTop(table: ShapedTable): ShapedTable {
  const { grid, rows, firstColumn, endColumn } = table;
  const [first, ...others] = rows;
  const units = others.filter(({ kind }) => kind === "unit");
  if (first?.kind !== "unit" || units.length < LEAST_WEIGHTED) return table;
  const columns = range(firstColumn, endColumn);
  const isFigure = (row: number, column: number) => figureIn(grid.value(row, column)) !== null;
  const weighted = columns.filter((column) => isFigure(first.row, column));
  const isLeftOut = (column: number) =>
    isBlank(grid.shown(first.row, column)) && units.every(({ row }) => isFigure(row, column));
  if (weighted.length < LEAST_FIGURES || !isWhole(table, first.row, weighted)) return table;
  if (!columns.some(isLeftOut) || units.some(({ row }) => isWhole(table, row, weighted))) return table;
  return { ...table, rows: [{ row: first.row, kind: "summary" }, ...others] };
}

function isWhole({ grid }: ShapedTable, row: number, columns: readonly number[]): boolean {
  return comesToWhole(columns.flatMap((column) => figureIn(grid.value(row, column)) ?? []));
}
