import { startOf, type RegionRows } from "./regionRows";
import { SumSearch, type RunningSums, type SumEvidence } from "./sumSearch";
import { isTested, testedColumns, testedRow, usualDecimals, type TestedRow } from "./testedFigures";

/**
 * How surprising it would be by chance that the figures of a row follow from other rows of the region, in powers of
 * ten: 0 for no evidence. Each has an entry for each judged row. "Exact" is within the figures' rounding, "loose"
 * within 0.2% more.
 */
export interface RowArithmetic {
  readonly sumExact: Float64Array;
  readonly sumLoose: Float64Array;
  readonly mean: Float64Array;
  /** The largest or the smallest of all figures before. */
  readonly extreme: Float64Array;
}

/** A row is an aggregate for the rows after it when chance would give this only once in a thousand. */
const AGGREGATE = 3;

/** So many blocks back, means are looked for. */
const MOST_BLOCKS = 8;

/** Titles, headers and lines of weights or full marks before a table's first block are fewer than this. */
const FIRST_STARTS = 6;

/** Evidence above this counts no more. */
const MOST_EVIDENCE = 12;

const SUM_KINDS = ["sumExact", "sumLoose", "mean"] as const;

/** Looks in each judged row for sums, means and extremes of the rows above it and below it. */
export function findRowArithmetic(rows: RegionRows): RowArithmetic {
  const size = rows.judged.length;
  const evidence: RowArithmetic = {
    sumExact: new Float64Array(size),
    sumLoose: new Float64Array(size),
    mean: new Float64Array(size),
    extreme: new Float64Array(size),
  };
  const columns = testedColumns(rows);
  if (columns.length === 0) return evidence;
  const decimals = usualDecimals(rows, columns);
  const tested = Array.from(rows.judged, (row, place) =>
    isTested(rows, place) ? testedRow(rows, row, columns, decimals) : null,
  );
  for (const upwards of [false, true]) new OneWay(rows, columns, upwards).search(tested, evidence);
  return evidence;
}

/** Goes through the judged rows in one direction and tests each against the rows before it. */
class OneWay {
  private readonly running: RunningSums;
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  /** The figures of the aggregates so far, the last first. */
  private readonly aggregates: Float64Array[] = [];
  private lastAggregate = -1;
  /** Where blocks of rows begin: within the first rows, after rows with hardly a figure, after aggregates. */
  private readonly starts = Array.from({ length: FIRST_STARTS }, (_, place) => place);

  constructor(
    private readonly rows: RegionRows,
    private readonly columns: Int32Array,
    private readonly upwards: boolean,
  ) {
    const width = columns.length;
    const size = (rows.judged.length + 1) * width;
    this.low = new Float64Array(width).fill(Infinity);
    this.running = {
      width,
      all: new Float64Array(size),
      leaves: new Float64Array(size),
      counts: new Int32Array(size),
      leafCounts: new Int32Array(size),
      nonZero: new Int32Array(size),
      squares: new Float64Array(size),
      low: this.low,
    };
    this.high = new Float64Array(width).fill(-Infinity);
  }

  search(tested: readonly (TestedRow | null)[], evidence: RowArithmetic): void {
    const { judged, count } = this.rows;
    const size = judged.length;
    for (let place = 0; place < size; place += 1) {
      const at = this.upwards ? size - 1 - place : place;
      const row = judged[at] ?? 0;
      const found = this.testRow(tested[at] ?? null, place, at, evidence);
      const aggregate = found !== null && Math.max(found.sumExact, found.mean) >= AGGREGATE;
      if (aggregate) {
        this.aggregates.unshift(this.figuresOf(row));
        this.lastAggregate = place;
      }
      const next = this.upwards ? (judged[at - 1] ?? -1) : (judged[at + 1] ?? count);
      this.addRows(row, next, place, aggregate);
    }
  }

  private testRow(
    row: TestedRow | null,
    place: number,
    at: number,
    evidence: RowArithmetic,
  ): SumEvidence | null {
    if (row === null || row.places.length === 0 || place < 2) return null;
    const search = new SumSearch(row, this.running);
    search.overRuns(place, this.lastAggregate);
    search.overAggregates(this.aggregates);
    search.overBlocks(place, [
      ...this.starts.slice(0, FIRST_STARTS),
      ...this.starts.slice(FIRST_STARTS).slice(-MOST_BLOCKS),
    ]);
    const found = search.evidence();
    for (const kind of SUM_KINDS) {
      evidence[kind][at] = Math.max(evidence[kind][at] ?? 0, Math.min(MOST_EVIDENCE, found[kind]));
    }
    evidence.extreme[at] = Math.max(evidence.extreme[at] ?? 0, this.extremeEvidence(row, place));
    return found;
  }

  private figuresOf(row: number): Float64Array {
    const start = startOf(this.rows, row);
    return Float64Array.from(this.columns, (column) => {
      const value = this.rows.scan.values[start + column] ?? Number.NaN;
      return Number.isNaN(value) ? 0 : value;
    });
  }

  /** Adds a judged row and the rows that are not judged up to the next judged one. */
  private addRows(row: number, next: number, place: number, aggregate: boolean): void {
    const { width, all, leaves, counts, leafCounts, nonZero, squares } = this.running;
    let figures = 0;
    const [before, after] = [place * width, (place + 1) * width];
    const step = this.upwards ? -1 : 1;
    for (let index = 0; index < width; index += 1) {
      const column = this.columns[index] ?? 0;
      let [sum, leaf, square, count, used, leafCount] = [0, 0, 0, 0, 0, 0];
      for (let one = row; one !== next; one += step) {
        const value = this.rows.scan.values[startOf(this.rows, one) + column] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        sum += value;
        count += 1;
        if (value !== 0) used += 1;
        if (aggregate && one === row) continue;
        leaf += value;
        leafCount += 1;
        square += value * value;
        if (value < (this.low[index] ?? 0)) this.low[index] = value;
        if (value > (this.high[index] ?? 0)) this.high[index] = value;
      }
      all[after + index] = (all[before + index] ?? 0) + sum;
      squares[after + index] = (squares[before + index] ?? 0) + square;
      leaves[after + index] = (leaves[before + index] ?? 0) + leaf;
      counts[after + index] = (counts[before + index] ?? 0) + count;
      leafCounts[after + index] = (leafCounts[before + index] ?? 0) + leafCount;
      nonZero[after + index] = (nonZero[before + index] ?? 0) + used;
      figures += count;
    }
    if ((figures <= 1 || aggregate) && place + 1 >= FIRST_STARTS) this.starts.push(place + 1);
  }

  private extremeEvidence({ places, values, repeats }: TestedRow, place: number): number {
    const chance = Math.min(1, Math.log10(place) * 0.7);
    let [lows, highs] = [0, 0];
    places.forEach((column, at) => {
      const [low, high] = [this.low[column], this.high[column]];
      if (low === high) return;
      const surprise = chance * (1 - (repeats[at] ?? 0));
      if (values[at] === low) lows += surprise;
      if (values[at] === high) highs += surprise;
    });
    const best = Math.max(lows, highs);
    return best >= 0.4 * places.length ? Math.min(best, MOST_EVIDENCE) : 0;
  }
}
