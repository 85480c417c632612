import { FIGURE } from "./cellScan";
import { startOf, type RegionRows } from "./regionRows";

/**
 * How surprising it would be by chance that the figures of a row follow from other rows of the region, in powers of
 * ten: 0 for no evidence. Each has an entry for each row. "Exact" is within the figures' rounding, "loose" within 0.2%.
 */
export interface RowArithmetic {
  readonly sumExact: Float64Array;
  readonly sumLoose: Float64Array;
  readonly meanExact: Float64Array;
  readonly meanLoose: Float64Array;
  /** The largest or the smallest of all figures above. */
  readonly extreme: Float64Array;
}

/** Rows farther from both ends than this are tested only where the kinds of their cells change. */
const NEAR_END = 200;

/** Sums and means are looked for over so many rows next to theirs, and from each of the region's first rows. */
const REACH = 400;
const FIRST_ROWS = 40;

/** A row is an aggregate for the rows after it when chance would give this only once in a thousand. */
const AGGREGATE = 3;

/** Evidence above this counts no more. */
const MOST_EVIDENCE = 12;

/** One cell's evidence at most. */
const MOST_PER_CELL = 4;

/** The figures of a row that are tested. */
interface TestedRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly units: readonly number[];
  /** Size below which a figure is small for its column, and the share of near rows with the same figure. */
  readonly sizes: readonly number[];
  readonly repeats: readonly number[];
}

/** Running sums and counts of each column over all rows, and over the rows that are no aggregates. */
interface RunningSums {
  readonly all: Float64Array;
  readonly leaves: Float64Array;
  readonly counts: Int32Array;
  readonly nonZero: Int32Array;
}

/** Looks in each row for sums, means and extremes of the rows above it and below it. */
export function findRowArithmetic(rows: RegionRows): RowArithmetic {
  const { count } = rows;
  const evidence: RowArithmetic = {
    sumExact: new Float64Array(count),
    sumLoose: new Float64Array(count),
    meanExact: new Float64Array(count),
    meanLoose: new Float64Array(count),
    extreme: new Float64Array(count),
  };
  const decimals = usualDecimals(rows);
  const tested: (TestedRow | null)[] = [];
  for (let row = 0; row < count; row += 1)
    tested.push(isTested(rows, row) ? testedRow(rows, row, decimals) : null);
  const down = Array.from({ length: count }, (_, index) => index);
  searchOneWay(rows, down, tested, evidence);
  searchOneWay(rows, down.toReversed(), tested, evidence);
  return evidence;
}

function isTested(rows: RegionRows, row: number): boolean {
  if ((rows.figures[row] ?? 0) === 0) return false;
  if (row < NEAR_END || row >= rows.count - NEAR_END) return true;
  return (rows.gaps[row] ?? 0) > 0 || !sameKinds(rows, row, row - 1);
}

function sameKinds(rows: RegionRows, row: number, other: number): boolean {
  const { kinds } = rows.scan;
  const [here, there] = [startOf(rows, row), startOf(rows, other)];
  for (let column = 0; column < rows.width; column += 1) {
    if (kinds[here + column] !== kinds[there + column]) return false;
  }
  return true;
}

/** Decimal places of the shortest form of a number, up to 9: more are the leftovers of binary arithmetic. */
function decimalsOf(value: number): number {
  let scaled = Math.abs(value);
  for (let places = 0; places < 9; places += 1) {
    if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, scaled)) return places;
    scaled *= 10;
  }
  return 9;
}

/** The decimal places that most of a column's figures keep within: looked up in its first and last rows. */
function usualDecimals(rows: RegionRows): readonly number[] {
  const { scan, width, count } = rows;
  return Array.from({ length: width }, (_, column) => {
    const seen: number[] = [];
    for (let row = 0; row < count; row += row === 50 && count > 100 ? count - 100 : 1) {
      const value = scan.values[startOf(rows, row) + column] ?? Number.NaN;
      if (!Number.isNaN(value)) seen.push(decimalsOf(value));
    }
    seen.sort((one, other) => one - other);
    return seen[Math.floor(0.5 * seen.length)] ?? 0;
  });
}

function testedRow(rows: RegionRows, row: number, decimals: readonly number[]): TestedRow {
  const { scan, width } = rows;
  const start = startOf(rows, row);
  const columns: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const value = scan.values[start + column] ?? Number.NaN;
    if (scan.kinds[start + column] === FIGURE && !Number.isNaN(value) && value !== 0) columns.push(column);
  }
  const values = columns.map((column) => scan.values[start + column] ?? 0);
  return {
    columns,
    values,
    units: columns.map(
      (column, index) => 10 ** -Math.max(decimals[column] ?? 0, decimalsOf(values[index] ?? 0)),
    ),
    sizes: columns.map((column, index) =>
      Math.max(Math.abs(values[index] ?? 0), 0.2 * (rows.columns[column]?.largest ?? 0)),
    ),
    repeats: columns.map((column, index) => repeatShare(rows, row, column, values[index] ?? 0)),
  };
}

/** The share of the ten rows on either side that have the same figure. */
function repeatShare(rows: RegionRows, row: number, column: number, value: number): number {
  let [near, same] = [0, 0];
  for (let other = Math.max(0, row - 10); other <= row + 10 && other < rows.count; other += 1) {
    const figure = rows.scan.values[startOf(rows, other) + column] ?? Number.NaN;
    if (other === row || Number.isNaN(figure)) continue;
    near += 1;
    if (figure === value) same += 1;
  }
  return near === 0 ? 0 : same / near;
}

/** Goes through the rows in one order; each is tested against those before it. */
function searchOneWay(
  rows: RegionRows,
  order: readonly number[],
  tested: readonly (TestedRow | null)[],
  evidence: RowArithmetic,
): void {
  const { width, count } = rows;
  const running = runningSums(count, width);
  const aggregates: number[] = [];
  const extremes = {
    low: new Float64Array(width).fill(Infinity),
    high: new Float64Array(width).fill(-Infinity),
  };
  for (let place = 0; place < count; place += 1) {
    const row = order[place] ?? 0;
    const test = tested[row] ?? null;
    let best = 0;
    if (test !== null && test.columns.length > 0 && place >= 2) {
      const search = new Search(test, running, width);
      best = search.over(place, aggregates.at(-1) ?? -1);
      search.overAggregates(rows, order, aggregates, place);
      search.write(evidence, row);
      const extreme = extremeEvidence(test, extremes, place);
      if (extreme > (evidence.extreme[row] ?? 0)) evidence.extreme[row] = extreme;
    }
    const aggregate = best >= AGGREGATE;
    if (aggregate) aggregates.push(place);
    addRow(rows, row, place, running, aggregate);
    if (!aggregate) noteExtremes(rows, row, extremes);
  }
}

function runningSums(count: number, width: number): RunningSums {
  const size = (count + 1) * width;
  return {
    all: new Float64Array(size),
    leaves: new Float64Array(size),
    counts: new Int32Array(size),
    nonZero: new Int32Array(size),
  };
}

function addRow(
  rows: RegionRows,
  row: number,
  place: number,
  running: RunningSums,
  aggregate: boolean,
): void {
  const { width, scan } = rows;
  const start = startOf(rows, row);
  const [before, after] = [place * width, (place + 1) * width];
  for (let column = 0; column < width; column += 1) {
    const value = scan.values[start + column] ?? Number.NaN;
    const figure = Number.isNaN(value) ? 0 : value;
    running.all[after + column] = (running.all[before + column] ?? 0) + figure;
    running.leaves[after + column] = (running.leaves[before + column] ?? 0) + (aggregate ? 0 : figure);
    running.counts[after + column] = (running.counts[before + column] ?? 0) + (Number.isNaN(value) ? 0 : 1);
    running.nonZero[after + column] = (running.nonZero[before + column] ?? 0) + (figure === 0 ? 0 : 1);
  }
}

interface Extremes {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function noteExtremes(rows: RegionRows, row: number, { low, high }: Extremes): void {
  const start = startOf(rows, row);
  for (let column = 0; column < rows.width; column += 1) {
    const value = rows.scan.values[start + column] ?? Number.NaN;
    if (value < (low[column] ?? 0)) low[column] = value;
    if (value > (high[column] ?? 0)) high[column] = value;
  }
}

function extremeEvidence(test: TestedRow, { low, high }: Extremes, place: number): number {
  let [lows, highs] = [0, 0];
  test.columns.forEach((column, index) => {
    const value = test.values[index] ?? 0;
    const chance = Math.min(1, Math.log10(place) * 0.7);
    const surprise = chance * (1 - (test.repeats[index] ?? 0));
    if (low[column] === high[column]) return;
    if (value === low[column]) lows += surprise;
    if (value === high[column]) highs += surprise;
  });
  const best = Math.max(lows, highs);
  return best >= 0.4 * test.columns.length ? Math.min(best, MOST_EVIDENCE) : 0;
}

/** The hits of one hypothesis in a row, exact and loose. */
interface Hits {
  exact: number;
  exactBits: number;
  loose: number;
  looseBits: number;
}

/** The search of one row for what it follows from: the best evidence of each kind. */
class Search {
  private readonly hypotheses = { sum: 0, mean: 0 };
  private readonly best = { sumExact: 0, sumLoose: 0, meanExact: 0, meanLoose: 0 };

  constructor(
    private readonly test: TestedRow,
    private readonly running: RunningSums,
    private readonly width: number,
  ) {}

  /** Tests runs of rows that end before `place`; gives the best exact evidence. */
  over(place: number, lastAggregate: number): number {
    for (let from = place - 2; from >= 0; from -= 1) {
      if (place - from > REACH && from >= FIRST_ROWS) {
        from = FIRST_ROWS;
        continue;
      }
      this.consider("sum", this.hits(this.running.all, from, place, 1));
      this.consider("mean", this.hits(this.running.all, from, place, 0));
      if (lastAggregate < from) continue;
      this.consider("sum", this.hits(this.running.leaves, from, place, 1));
      this.consider("sum", this.hits(this.running.all, from, place, 2));
      this.consider("mean", this.hits(this.running.leaves, from, place, 0));
    }
    const cost = Math.log10(this.hypotheses.sum + 1);
    return Math.max(this.best.sumExact - cost, this.best.meanExact - Math.log10(this.hypotheses.mean + 1));
  }

  /** Tests sums of the last aggregates before `place`. */
  overAggregates(
    rows: RegionRows,
    order: readonly number[],
    aggregates: readonly number[],
    place: number,
  ): void {
    const { columns } = this.test;
    const sums = new Float64Array(columns.length);
    for (let used = 1; used <= Math.min(12, aggregates.length); used += 1) {
      const aggregate = aggregates[aggregates.length - used] ?? 0;
      if (aggregate >= place) continue;
      const start = startOf(rows, order[aggregate] ?? 0);
      columns.forEach((column, index) => {
        const value = rows.scan.values[start + column] ?? Number.NaN;
        sums[index] = (sums[index] ?? 0) + (Number.isNaN(value) ? 0 : value);
      });
      if (used < 2) continue;
      const hits: Hits = { exact: 0, exactBits: 0, loose: 0, looseBits: 0 };
      columns.forEach((_, index) => this.count(hits, index, sums[index] ?? 0, used));
      this.consider("sum", hits);
    }
  }

  /** Keeps the better of this evidence and what the other direction found. */
  write(evidence: RowArithmetic, row: number): void {
    for (const kind of ["sumExact", "sumLoose", "meanExact", "meanLoose"] as const) {
      const tried = kind.startsWith("sum") ? this.hypotheses.sum : this.hypotheses.mean;
      const net = Math.min(MOST_EVIDENCE, this.best[kind] - Math.log10(tried + 1));
      if (net > (evidence[kind][row] ?? 0)) evidence[kind][row] = net;
    }
  }

  /** Counts the columns whose figure is the sum from a row to another, its part (2: the half), or the mean (0). */
  private hits(sums: Float64Array, from: number, to: number, divisor: number): Hits {
    const { columns } = this.test;
    const hits: Hits = { exact: 0, exactBits: 0, loose: 0, looseBits: 0 };
    const [first, last] = [from * this.width, to * this.width];
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] ?? 0;
      const sum = (sums[last + column] ?? 0) - (sums[first + column] ?? 0);
      const terms = (this.running.nonZero[last + column] ?? 0) - (this.running.nonZero[first + column] ?? 0);
      if (terms < 2) continue;
      const counted = (this.running.counts[last + column] ?? 0) - (this.running.counts[first + column] ?? 0);
      if (divisor === 0) this.count(hits, index, sum / counted, 1);
      else this.count(hits, index, sum / divisor, counted);
    }
    return hits;
  }

  private count(hits: Hits, index: number, expected: number, terms: number): void {
    const value = this.test.values[index] ?? 0;
    const off = Math.abs(value - expected);
    const exact = 0.51 * (this.test.units[index] ?? 1) * (terms === 1 ? 1 : Math.sqrt(terms + 1));
    const loose = exact + 0.002 * Math.abs(value);
    if (off > loose) return;
    const size = this.test.sizes[index] ?? 1;
    const repeats = this.test.repeats[index] ?? 0;
    hits.loose += 1;
    hits.looseBits += surprise(loose, size, repeats);
    if (off > exact) return;
    hits.exact += 1;
    hits.exactBits += surprise(exact, size, repeats);
  }

  private consider(kind: "sum" | "mean", hits: Hits): void {
    this.hypotheses[kind] += 1;
    const size = this.test.columns.length;
    const exact = weight(hits.exact / size) * hits.exactBits;
    const loose = weight(hits.loose / size) * hits.looseBits;
    const [exactKind, looseKind] =
      kind === "sum" ? (["sumExact", "sumLoose"] as const) : (["meanExact", "meanLoose"] as const);
    if (exact > this.best[exactKind]) this.best[exactKind] = exact;
    if (loose > this.best[looseKind]) this.best[looseKind] = loose;
  }
}

function surprise(tolerance: number, size: number, repeats: number): number {
  const chance = Math.min(1, Math.max((2 * tolerance) / size, repeats));
  return Math.min(MOST_PER_CELL, -Math.log10(Math.max(chance, 1e-12)));
}

function weight(share: number): number {
  if (share >= 0.6) return 1;
  return share >= 0.3 ? 0.4 : 0;
}
