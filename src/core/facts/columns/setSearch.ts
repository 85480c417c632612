import type { Figures } from "./figures";
import { filledAmong, setRule, type Dropped } from "./kindRules";
import type { Trial } from "./rule";
import { fits, isHopeless, type Sample } from "./sample";

const LONGEST_RUN = 16;

type SetKind = "count" | "max" | "min" | "best-of" | "trimmed-mean";

/**
 * Functions of columns that stand together: the count of filled ones, the largest, the smallest, the sum or mean without
 * some of the highest and lowest.
 */
export function searchSets(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  const price = Math.log2((pool.length * (pool.length + 1)) / 2 + 1) + 4;
  for (let start = 0; start < pool.length; start += 1) {
    const run = new GrowingRun(sample);
    for (let end = start; end < Math.min(pool.length, start + LONGEST_RUN); end += 1) {
      run.add(pool[end] ?? 0);
      if (end === start) continue;
      const of = pool.slice(start, end + 1);
      const attempt = (kind: SetKind, cost: number, dropped?: Dropped) => {
        const rule = setRule(figures, sample.target.column, kind, of, price + cost, dropped);
        if (rule) trial.offer(rule);
      };
      run.compare(of, attempt);
    }
  }
}

/** How many of the lowest and of the highest figures of a run are kept in mind. */
const ENDS = 4;

/** What a run of columns holds in each sampled row, column by column. */
class GrowingRun {
  private readonly counts: Float64Array;
  private readonly sums: Float64Array;
  private readonly given: Float64Array;
  /** By row the lowest figures, lowest first, and the highest, highest first. */
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;

  constructor(private readonly sample: Sample) {
    const count = sample.rows.length;
    this.counts = new Float64Array(count);
    this.sums = new Float64Array(count);
    this.given = new Float64Array(count);
    this.lowest = new Float64Array(count * ENDS).fill(Infinity);
    this.highest = new Float64Array(count * ENDS).fill(-Infinity);
  }

  add(column: number): void {
    const addends = this.sample.addends.get(column);
    const filled = this.sample.filled.get(column);
    if (!addends || !filled) return;
    for (let index = 0; index < addends.length; index += 1) {
      if (filled[index] !== 1) continue;
      const addend = addends[index] ?? 0;
      this.counts[index] = (this.counts[index] ?? 0) + 1;
      this.sums[index] = (this.sums[index] ?? 0) + addend;
      insert(this.lowest, index * ENDS, addend, 1);
      insert(this.highest, index * ENDS, addend, -1);
    }
  }

  compare(of: readonly number[], attempt: (kind: SetKind, cost: number, dropped?: Dropped) => void): void {
    const { sample } = this;
    if (fits(sample, this.counts)) attempt("count", 0);
    if (fits(sample, this.first(this.highest))) attempt("max", 0);
    if (fits(sample, this.first(this.lowest))) attempt("min", 0);
    if (of.length < 3) return;
    for (const dropped of drops(of.length)) {
      const cost = dropped.high + dropped.low;
      if (this.fitsRest(dropped, false, of.length)) attempt("best-of", cost, dropped);
      if (this.fitsRest(dropped, true, of.length)) attempt("trimmed-mean", cost, dropped);
    }
  }

  private first(ends: Float64Array): Float64Array {
    for (let index = 0; index < this.given.length; index += 1) this.given[index] = ends[index * ENDS] ?? 0;
    return this.given;
  }

  /** Whether the sums or means without the ends make the target, all but a few. */
  private fitsRest({ high, low }: Dropped, isMean: boolean, of: number): boolean {
    const { stated, half, whole, misses } = this.sample;
    let missed = 0;
    for (let index = 0; index < stated.length; index += 1) {
      let given = this.sums[index] ?? 0;
      const lowest = isMean ? low : filledAmong(low, high, of - (this.counts[index] ?? 0));
      for (let at = 0; at < lowest; at += 1) given -= this.lowest[index * ENDS + at] ?? 0;
      for (let at = 0; at < high; at += 1) given -= this.highest[index * ENDS + at] ?? 0;
      if (isMean) given /= (this.counts[index] ?? 0) - high - low;
      const reach = (isMean ? whole : half)[index] ?? 0;
      if (Math.abs((stated[index] ?? 0) - given) <= reach) continue;
      missed += 1;
      if (missed > misses || isHopeless(missed, index)) return false;
    }
    return true;
  }
}

/** Puts a number into a short list in order: ascending for a sign of 1, descending for −1. */
function insert(list: Float64Array, start: number, number: number, sign: 1 | -1): void {
  let own = number;
  for (let at = start; at < start + ENDS; at += 1) {
    const other = list[at] ?? 0;
    if (sign * own >= sign * other) continue;
    list[at] = own;
    own = other;
  }
}

/** One or two at both ends; or the lowest only, as many as leave two. */
function drops(length: number): Dropped[] {
  const found: Dropped[] = [{ high: 1, low: 1 }];
  if (length > 4) found.push({ high: 2, low: 2 });
  for (let low = 1; low <= Math.min(ENDS, length - 1); low += 1) found.push({ high: 0, low });
  return found;
}
