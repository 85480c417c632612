import { FIGURE, TEXT, type CellScan } from "./cellScan";
import type { RegionRows } from "./regionRows";
import type { RowRun } from "./rowRuns";

/** What a table looks like whose units stand in columns. Rows and columns are the scan's. */
export interface UnitsInColumns {
  /** The first column of the units; the columns before it say what the rows are. */
  readonly firstUnit: number;
  /** The row that names the units, then a row that says what each of a unit's columns holds. */
  readonly nameRows: readonly number[];
  readonly firstItem: number;
  /** One past the last. */
  readonly endItem: number;
}

/** Shares and weights add up to one of these. */
const WHOLES = [1, 100] as const;

/** How far figures may be off that were rounded. */
const ROUNDING = 0.006;

/** A table with more rows or columns than this is no choice between a few units. */
const MOST_ITEMS = 40;
const MOST_UNITS = 100;

/**
 * Whether the units of a table stand in its columns, by what follows from what: weights down a column that multiply the
 * columns beside them or weigh them into a row of totals, or a row of places that ranks another row; or by rows that
 * are each of one kind where the columns are mixed. Null when nothing speaks for it.
 */
export function findUnitsInColumns(
  rows: RegionRows,
  run: RowRun,
  firstColumn: number,
  endColumn: number,
): UnitsInColumns | null {
  if (run.headers === null || run.body.length > MOST_ITEMS || endColumn - firstColumn > MOST_UNITS)
    return null;
  const items = run.body
    .filter(({ kind }) => kind === "unit" || kind === "summary")
    .map(({ row }) => rows.rows[row] ?? 0);
  const table = new Items(rows.scan, items, firstColumn, endColumn);
  const firstUnit = table.afterWeights() ?? table.afterNamesOfRanked() ?? table.afterNamesOfMixed();
  if (firstUnit === null) return null;
  const nameRows = findNameRows(rows, run.headers, firstUnit, endColumn);
  if (nameRows.length === 0) return null;
  const last = run.body.at(-1)?.row ?? 0;
  return {
    firstUnit,
    nameRows,
    firstItem: items[0] ?? 0,
    endItem: endOfItems(rows, last, firstUnit, endColumn),
  };
}

/** The figures of a table, asked whether its rows are items rather than units. */
class Items {
  constructor(
    private readonly scan: CellScan,
    private readonly items: readonly number[],
    private readonly firstColumn: number,
    private readonly endColumn: number,
  ) {}

  /** The column after a column of weights by which the columns to its right are multiplied or weighed; or null. */
  afterWeights(): number | null {
    for (let column = this.firstColumn; column < this.endColumn - 2; column += 1) {
      const weighed = this.weightRows(column);
      if (weighed === null) continue;
      if (this.products(column, weighed) >= 2 || this.areWeighedTotals(column, weighed)) return column + 1;
    }
    return null;
  }

  /** The column after the items' names when a row of places ranks another row and no column ranks another. */
  afterNamesOfRanked(): number | null {
    const first = this.afterNames();
    if (first === null || this.endColumn - first < 4) return null;
    const lines = this.items.map((row) => this.rowFigures(row, first)).filter((line) => line.length >= 4);
    if (!hasRanks(lines)) return null;
    const columns: number[][] = [];
    for (let column = first; column < this.endColumn; column += 1) {
      columns.push(this.items.map((row) => this.value(row, column)));
    }
    return hasRanks(columns) ? null : first;
  }

  /** The column after the items' names when each row is of one kind and some are of texts, some of figures; or null. */
  afterNamesOfMixed(): number | null {
    const first = this.afterNames();
    if (first === null || this.endColumn - first < 3) return null;
    let [written, figured] = [0, 0];
    for (const row of this.items) {
      let [texts, figures] = [0, 0];
      for (let column = first; column < this.endColumn; column += 1) {
        const kind = this.scan.kinds[row * this.scan.columnCount + column];
        if (kind === TEXT) texts += 1;
        if (kind === FIGURE) figures += 1;
      }
      if (texts > 0 && figures > 0) return null;
      if (texts + figures < 0.7 * (this.endColumn - first)) continue;
      if (texts > 0) written += 1;
      else figured += 1;
    }
    return written >= 2 && figured >= 2 ? first : null;
  }

  private value(row: number, column: number): number {
    return this.scan.values[row * this.scan.columnCount + column] ?? Number.NaN;
  }

  private rowFigures(row: number, first: number): number[] {
    const figures: number[] = [];
    for (let column = first; column < this.endColumn; column += 1) {
      const value = this.value(row, column);
      if (!Number.isNaN(value)) figures.push(value);
    }
    return figures;
  }

  /** The column after the first, if the first holds different texts. */
  private afterNames(): number | null {
    const { texts, kinds, columnCount } = this.scan;
    const cells = this.items.map((row) => row * columnCount + this.firstColumn);
    if (cells.length < 2 || cells.some((at) => kinds[at] !== TEXT)) return null;
    return new Set(cells.map((at) => texts[at])).size === cells.length ? this.firstColumn + 1 : null;
  }

  /** The rows of a column whose figures add up to 1 or 100, at least three, or to a total of that below them; or null. */
  private weightRows(column: number): readonly number[] | null {
    const rows = this.items.filter((row) => !Number.isNaN(this.value(row, column)));
    const weights = rows.map((row) => this.value(row, column));
    const total = weights.at(-1) ?? 0;
    const isWhole = (sum: number) => WHOLES.some((whole) => Math.abs(sum - whole) <= ROUNDING * whole);
    if (weights.some((weight) => weight < 0) || weights.filter((weight) => weight > 0).length < 3)
      return null;
    const sum = weights.reduce((all, weight) => all + weight, 0);
    if (isWhole(sum)) return rows;
    return isWhole(total) && isWhole(sum - total) && rows.length >= 4 ? rows.slice(0, -1) : null;
  }

  /** How many columns right of the weights are another column times the weights, in every row, or a multiple of it. */
  private products(weights: number, rows: readonly number[]): number {
    let found = 0;
    for (let column = weights + 2; column < this.endColumn; column += 1) {
      for (let factor = weights + 1; factor < column; factor += 1) {
        if (!this.isProduct(rows, weights, factor, column)) continue;
        found += 1;
        break;
      }
    }
    return found;
  }

  private isProduct(rows: readonly number[], weights: number, factor: number, column: number): boolean {
    let [tried, ratio] = [0, Number.NaN];
    for (const row of rows) {
      const product = this.value(row, weights) * this.value(row, factor);
      const stated = this.value(row, column);
      if (Number.isNaN(product) || Number.isNaN(stated)) return false;
      if (product === 0 && stated === 0) continue;
      const here = stated / product;
      if (tried > 0 && !(Math.abs(here - ratio) <= ROUNDING * Math.abs(ratio))) return false;
      ratio = here;
      tried += 1;
    }
    return tried >= Math.max(3, 0.6 * rows.length);
  }

  /** Whether a row below the weighed ones holds their weighted totals in all columns, at least two. */
  private areWeighedTotals(weights: number, rows: readonly number[]): boolean {
    if (new Set(rows.map((row) => this.value(row, weights))).size < 2) return false;
    const last = rows.at(-1) ?? 0;
    const sum = rows.reduce((total, row) => total + this.value(row, weights), 0);
    const totals: { column: number; total: number }[] = [];
    for (let column = weights + 1; column < this.endColumn; column += 1) {
      const total = rows.reduce((all, row) => all + this.value(row, weights) * this.value(row, column), 0);
      if (total > 0) totals.push({ column, total });
    }
    const below = this.items.filter((row) => row > last);
    return below.some((row) =>
      [1, sum].some((divisor) => {
        const holds = totals.filter(
          ({ column, total }) =>
            Math.abs(this.value(row, column) - total / divisor) <= ROUNDING * (total / divisor),
        );
        return holds.length >= 2 && holds.length === totals.length;
      }),
    );
  }
}

/** Whether a line of figures gives the places of another line's: 1 for the most or the least, ties alike. */
function hasRanks(lines: readonly (readonly number[])[]): boolean {
  return lines.some((ranks) => {
    if (!looksLikePlaces(ranks)) return false;
    return lines.some(
      (line) =>
        line !== ranks &&
        line.length === ranks.length &&
        (isRanking(ranks, line, 1) || isRanking(ranks, line, -1)),
    );
  });
}

/** Whole numbers from 1 to at most their count, in an order that is no mere counting up or down. */
function looksLikePlaces(line: readonly number[]): boolean {
  if (
    line.length < 4 ||
    !line.every((place) => Number.isInteger(place) && place >= 1 && place <= line.length)
  )
    return false;
  if (!line.includes(1) || new Set(line).size < 0.7 * line.length) return false;
  const steps = line.slice(1).map((place, index) => Math.sign(place - (line[index] ?? 0)));
  return steps.includes(1) && steps.includes(-1);
}

function isRanking(ranks: readonly number[], line: readonly number[], direction: 1 | -1): boolean {
  return ranks.every((rank, index) => {
    const own = line[index] ?? Number.NaN;
    return rank === 1 + line.filter((other) => direction * (other - own) > 0).length;
  });
}

/** The row over the units that has the most different texts, and the rows under it that tell a unit's columns apart. */
function findNameRows(
  rows: RegionRows,
  [firstHeader, lastHeader]: readonly [number, number],
  firstUnit: number,
  endColumn: number,
): readonly number[] {
  const { scan } = rows;
  const above = Math.max(0, firstHeader - 1);
  const heads = Array.from({ length: lastHeader - above + 1 }, (_, index) => rows.rows[above + index] ?? 0);
  const namesOf = (row: number) => {
    const names: number[] = [];
    for (let column = firstUnit; column < endColumn; column += 1) {
      const at = row * scan.columnCount + column;
      if (scan.kinds[at] === TEXT) names.push(scan.texts[at] ?? 0);
    }
    return names;
  };
  const different = heads.map((row) => new Set(namesOf(row)).size);
  const most = Math.max(...different);
  if (most < 2) return [];
  const best = different.indexOf(most);
  const names = namesOf(heads[best] ?? 0);
  const apart = new Set(names).size === endColumn - firstUnit;
  const further = apart ? [] : heads.slice(best + 1).filter((row) => namesOf(row).length > 0);
  return [heads[best] ?? 0, ...further];
}

/** Rows after the last that still have figures for the units belong to the table. */
function endOfItems(rows: RegionRows, last: number, firstUnit: number, endColumn: number): number {
  const { scan } = rows;
  let end = (rows.rows[last] ?? 0) + 1;
  for (let next = last + 1; next < rows.count; next += 1) {
    const start = (rows.rows[next] ?? 0) * scan.columnCount;
    let figures = 0;
    for (let column = firstUnit; column < endColumn; column += 1)
      if (scan.kinds[start + column] === FIGURE) figures += 1;
    if (figures < 2) break;
    end = (rows.rows[next] ?? 0) + 1;
  }
  return end;
}
