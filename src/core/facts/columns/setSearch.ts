import type { Figures } from "./figures";
import { setRule, trimmed } from "./kindRules";
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

/** What a run of columns holds in each sampled row, column by column. */
class GrowingRun {
  private readonly counts: Float64Array;
  private readonly sums: Float64Array;
  private readonly most: Float64Array;
  private readonly least: Float64Array;

  constructor(private readonly sample: Sample) {
    const count = sample.rows.length;
    this.counts = new Float64Array(count);
    this.sums = new Float64Array(count);
    this.most = new Float64Array(count).fill(-Infinity);
    this.least = new Float64Array(count).fill(Infinity);
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
      if (addend > (this.most[index] ?? 0)) this.most[index] = addend;
      if (addend < (this.least[index] ?? 0)) this.least[index] = addend;
    }
  }

  compare(of: readonly number[], attempt: (kind: SetKind, cost: number, dropped?: Dropped) => void): void {
    const { sample } = this;
    if (fits(sample, (index) => this.counts[index] ?? 0)) attempt("count", 0);
    if (fits(sample, (index) => this.most[index] ?? 0)) attempt("max", 0);
    if (fits(sample, (index) => this.least[index] ?? 0)) attempt("min", 0);
    if (of.length < 3) return;
    const maySum = this.lies((index) => this.sums[index] ?? 0);
    const mayMean = this.lies((index) => this.most[index] ?? 0);
    if (!maySum && !mayMean) return;
    const sorted = sample.rows.map((_, index) => this.sorted(of, index));
    for (const dropped of drops(of.length)) {
      const cost = dropped.high + dropped.low;
      if (maySum && fits(sample, (index) => trimmed(sorted[index] ?? NONE, dropped, false)))
        attempt("best-of", cost, dropped);
      if (mayMean && fits(sample, (index) => trimmed(sorted[index] ?? NONE, dropped, true), true))
        attempt("trimmed-mean", cost, dropped);
    }
  }

  /** Whether the target lies between the smallest figure and a limit in most rows. */
  private lies(limit: (index: number) => number): boolean {
    let misses = 0;
    for (const [index, stated] of this.sample.stated.entries()) {
      if (stated < (this.least[index] ?? 0) - 1e-9 || stated > limit(index) + 1e-9) misses += 1;
      if (misses > this.sample.misses) return false;
    }
    return true;
  }

  private sorted(of: readonly number[], index: number): Float64Array {
    const numbers = of.flatMap((column) =>
      this.sample.filled.get(column)?.[index] === 1 ? [this.sample.addends.get(column)?.[index] ?? 0] : [],
    );
    return Float64Array.from(numbers).sort().reverse();
  }
}

const NONE = new Float64Array();

/** One or two at both ends; or the lowest only, as many as leave two. */
function drops(length: number): Dropped[] {
  const found: Dropped[] = [{ high: 1, low: 1 }];
  if (length > 4) found.push({ high: 2, low: 2 });
  for (let low = 1; low <= Math.min(4, length - 1); low += 1) found.push({ high: 0, low });
  return found;
}
