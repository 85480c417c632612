import type { Figures } from "./figures";
import { setRule } from "./kindRules";
import type { Rule } from "./rule";
import { fits, type Sample } from "./sample";

const LONGEST_RUN = 16;

type SetKind = "count" | "max" | "min" | "best-of" | "trimmed-mean";

interface Dropped {
  readonly high: number;
  readonly low: number;
}

/**
 * Functions of columns that stand together: the count of filled ones, the largest, the smallest, the sum or mean without
 * some of the highest and lowest.
 */
export function searchSets(
  figures: Figures,
  sample: Sample,
  pool: readonly number[],
  offer: (rule: Rule) => void,
): void {
  const price = Math.log2((pool.length * (pool.length + 1)) / 2 + 1) + 4;
  for (let start = 0; start < pool.length; start += 1) {
    const run = new GrowingRun(sample);
    for (let end = start; end < Math.min(pool.length, start + LONGEST_RUN); end += 1) {
      run.add(pool[end] ?? 0);
      if (end === start) continue;
      const of = pool.slice(start, end + 1);
      const attempt = (kind: SetKind, cost: number, dropped?: Dropped) => {
        const rule = setRule(figures, sample.target.column, kind, of, price + cost, dropped);
        if (rule) offer(rule);
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
  /** By row the lowest figures, lowest first, and the highest, highest first. */
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;

  constructor(private readonly sample: Sample) {
    const count = sample.rows.length;
    this.counts = new Float64Array(count);
    this.sums = new Float64Array(count);
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
    if (fits(sample, (index) => this.counts[index] ?? 0)) attempt("count", 0);
    if (fits(sample, (index) => this.highest[index * ENDS] ?? 0)) attempt("max", 0);
    if (fits(sample, (index) => this.lowest[index * ENDS] ?? 0)) attempt("min", 0);
    if (of.length < 3) return;
    for (const dropped of drops(of.length)) {
      const cost = dropped.high + dropped.low;
      if (fits(sample, (index) => this.rest(index, dropped, false))) attempt("best-of", cost, dropped);
      if (fits(sample, (index) => this.rest(index, dropped, true), true))
        attempt("trimmed-mean", cost, dropped);
    }
  }

  /** The sum or mean without the ends. */
  private rest(index: number, { high, low }: Dropped, isMean: boolean): number {
    let sum = this.sums[index] ?? 0;
    for (let at = 0; at < low; at += 1) sum -= this.lowest[index * ENDS + at] ?? 0;
    for (let at = 0; at < high; at += 1) sum -= this.highest[index * ENDS + at] ?? 0;
    return isMean ? sum / ((this.counts[index] ?? 0) - high - low) : sum;
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
