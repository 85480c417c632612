import type { Figures } from "./figures";
import type { Rule } from "./rule";
import { fits, type Sample } from "./sample";
import { linearRule, predictMean, type Term } from "./sums";

/** Runs start and end within so many columns of each other. */
const LONGEST_RUN = 64;
/** With more columns than this, only columns near a run are tried as its bonus, deduction or exception. */
const WIDE = 24;
const NEAR = 3;
const MOST_INSIDE = 12;

/**
 * Sums and means of columns that stand together in the pool, also with one column skipped, added or taken off, and
 * with a constant (100 − deductions). `offer` gets each rule that holds in the sampled rows.
 */
export function searchRuns(
  figures: Figures,
  sample: Sample,
  pool: readonly number[],
  offer: (rule: Rule) => void,
): void {
  const run = new Run(figures, sample, pool, offer);
  for (let start = 0; start < pool.length; start += 1) run.from(start);
}

class Run {
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;
  private readonly base: number;

  constructor(
    private readonly figures: Figures,
    private readonly sample: Sample,
    private readonly pool: readonly number[],
    private readonly offer: (rule: Rule) => void,
  ) {
    this.sums = new Float64Array(sample.rows.length);
    this.counts = new Float64Array(sample.rows.length);
    this.base = Math.log2((pool.length * (pool.length + 1)) / 2 + 1);
  }

  from(start: number): void {
    this.sums.fill(0);
    this.counts.fill(0);
    const first = this.pool[start] ?? 0;
    if (this.isEmpty(first)) return;
    for (let end = start; end < Math.min(this.pool.length, start + LONGEST_RUN); end += 1) {
      const column = this.pool[end] ?? 0;
      const addends = this.sample.addends.get(column);
      const filled = this.sample.filled.get(column);
      for (let index = 0; index < this.sums.length; index += 1) {
        this.sums[index] = (this.sums[index] ?? 0) + (addends?.[index] ?? 0);
        this.counts[index] = (this.counts[index] ?? 0) + (filled?.[index] ?? 0);
      }
      if (this.isEmpty(column)) continue;
      const columns = this.pool.slice(start, end + 1);
      this.withConstant(columns);
      if (columns.length < 2) continue;
      this.plain(columns);
      this.withOneMore(columns, start, end);
    }
  }

  private isEmpty(column: number): boolean {
    const own = this.figures.columns[column];
    return (
      own === undefined || own.count === 0 || (own.isConstant && own.addends.every((addend) => addend === 0))
    );
  }

  private distance(columns: readonly number[]): number {
    const target = this.sample.target.column;
    const first = columns[0] ?? 0;
    const last = columns.at(-1) ?? 0;
    if (target > last) return Math.log2(target - last) / 2;
    return target < first ? Math.log2(first - target) / 2 : 0;
  }

  private plain(columns: readonly number[]): void {
    const { sample, figures, sums, counts } = this;
    const target = sample.target.column;
    const cost = this.base + this.distance(columns);
    if (fits(sample, (index) => sums[index] ?? 0, true)) {
      this.offer(linearRule(figures, target, columns.map(plus), cost));
    }
    if (fits(sample, (index) => (sums[index] ?? 0) / (counts[index] ?? 1), true)) {
      const predict = () => predictMean(figures, columns);
      this.offer({ target, kind: "mean", of: columns, cost: cost + 1, predict });
    }
    if (fits(sample, (index) => (sums[index] ?? 0) / columns.length, true)) {
      const terms = columns.map((column) => ({ column, weight: 1 / columns.length }));
      this.offer(linearRule(figures, target, terms, cost + 1.5));
    }
  }

  /** The rest that a run leaves is the same in all rows: base marks, or a full mark that is deducted from. */
  private withConstant(columns: readonly number[]): void {
    const { sample, sums } = this;
    const target = sample.target.column;
    for (const sign of [-1, 1]) {
      if (columns.length > 1 && target < (columns.at(-1) ?? 0)) return;
      const rest = (index: number) => (sample.stated[index] ?? 0) - sign * (sums[index] ?? 0);
      const constant = [0, 1, 2].map(rest).find((candidate) => isBase(candidate) || columns.length === 1);
      if (constant === undefined || Math.abs(constant) < 1e-9) continue;
      if (!fits(sample, (index) => sign * (sums[index] ?? 0) + constant)) continue;
      const places = 10 ** Math.min(6, Math.max(2, sample.target.places));
      const rounded = Math.round(constant * places) / places;
      if (rounded === 0) continue;
      const price = isBase(constant) ? 6 : 3 + Math.log2(Math.abs(rounded) * places + 1);
      const terms = columns.map((column) => ({ column, weight: sign }));
      this.offer(linearRule(this.figures, target, terms, this.base + price, rounded));
    }
  }

  /** One column of the pool is what the run is off by. */
  private withOneMore(columns: readonly number[], start: number, end: number): void {
    const { sample, sums, pool } = this;
    const isWide = pool.length > WIDE;
    const from = isWide ? Math.max(0, start - NEAR) : 0;
    const to = isWide ? Math.min(pool.length, end + NEAR + 1) : pool.length;
    for (let at = from; at < to; at += 1) {
      const column = pool[at] ?? 0;
      const inside = at >= start && at <= end;
      // Without its first or last column the run is a shorter run.
      if (
        at === start ||
        at === end ||
        (isWide && inside && end - start > MOST_INSIDE) ||
        this.isEmpty(column)
      )
        continue;
      const addends = sample.addends.get(column);
      for (const sign of inside ? [-1] : [-1, 1]) {
        if (sign === 1 && (at === start - 1 || at === end + 1)) continue;
        if (!fits(sample, (index) => (sums[index] ?? 0) + sign * (addends?.[index] ?? 0))) continue;
        const terms: Term[] = inside
          ? columns.filter((own) => own !== column).map(plus)
          : [...columns.map(plus), { column, weight: sign }];
        const cost = this.base + Math.log2(pool.length) + 2 + this.distance(columns);
        this.offer(linearRule(this.figures, sample.target.column, terms, cost));
      }
    }
  }
}

function plus(column: number): Term {
  return { column, weight: 1 };
}

/** A round number of marks, as something is deducted from or added to. */
function isBase(value: number): boolean {
  return Math.abs(value) >= 10 && Math.abs(value / 5 - Math.round(value / 5)) < 1e-6;
}
