import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fits, fitsSum, type Sample } from "./sample";
import { linearRule, predictMean, type Term } from "./sums";

/** Runs start and end within so many columns of each other. */
const LONGEST_RUN = 64;
/** With more columns than this, only columns near a run are tried as its bonus, deduction or exception. */
const WIDE = 24;
const NEAR = 3;
const MOST_INSIDE = 12;

/**
 * Sums and means of columns that stand together in the pool, also with one column skipped, added or taken off, and
 * with a constant (100 − deductions). `trial` gets each rule that holds in the sampled rows. A run costs what it would
 * among `choice` columns.
 */
export function searchRuns(
  figures: Figures,
  sample: Sample,
  pool: readonly number[],
  choice: number,
  trial: Trial,
): void {
  const counting = pool.filter((column) => !isNegligible(sample, column));
  const run = new Run(figures, sample, counting, choice, trial);
  for (let start = 0; start < counting.length; start += 1) run.from(start);
}

/** Figures that rounding swallows: shares of a total beside its parts. */
function isNegligible({ addends, half }: Sample, column: number): boolean {
  const own = addends.get(column);
  if (!own?.some((addend) => addend !== 0)) return false;
  return own.every((addend, index) => Math.abs(addend) <= (half[index] ?? 0));
}

class Run {
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;
  private readonly means: Float64Array;
  private readonly base: number;
  private readonly isFilled: (column: number) => boolean;

  constructor(
    private readonly figures: Figures,
    private readonly sample: Sample,
    private readonly pool: readonly number[],
    choice: number,
    private readonly trial: Trial,
  ) {
    this.sums = new Float64Array(sample.rows.length);
    this.counts = new Float64Array(sample.rows.length);
    this.means = new Float64Array(sample.rows.length);
    const empty = new Set(pool.filter((column) => isEmpty(figures, column)));
    this.isFilled = (column) => !empty.has(column);
    this.base = Math.log2((choice * (choice + 1)) / 2 + 1);
  }

  from(start: number): void {
    this.sums.fill(0);
    this.counts.fill(0);
    const first = this.pool[start] ?? 0;
    if (!this.isFilled(first)) return;
    for (let end = start; end < Math.min(this.pool.length, start + LONGEST_RUN); end += 1) {
      const column = this.pool[end] ?? 0;
      const addends = this.sample.addends.get(column);
      const filled = this.sample.filled.get(column);
      for (let index = 0; index < this.sums.length; index += 1) {
        this.sums[index] = (this.sums[index] ?? 0) + (addends?.[index] ?? 0);
        this.counts[index] = (this.counts[index] ?? 0) + (filled?.[index] ?? 0);
      }
      if (!this.isFilled(column) || this.trial.isFull()) continue;
      const columns = this.pool.slice(start, end + 1);
      this.withConstant(columns);
      if (columns.length < 2) continue;
      this.plain(columns);
      this.withOneMore(columns, start, end);
    }
  }

  private distance(columns: readonly number[]): number {
    const target = this.sample.target.column;
    const first = columns[0] ?? 0;
    const last = columns.at(-1) ?? 0;
    if (target > last) return Math.log2(target - last) / 2;
    return target < first ? Math.log2(first - target) / 2 : 0;
  }

  private plain(columns: readonly number[]): void {
    const { sample, figures, sums, counts, means } = this;
    const target = sample.target.column;
    const cost = this.base + this.distance(columns);
    if (fits(sample, sums, true)) this.trial.offer(linearRule(figures, target, columns.map(plus), cost));
    for (let index = 0; index < means.length; index += 1)
      means[index] = (sums[index] ?? 0) / (counts[index] ?? 1);
    if (fits(sample, means, true)) {
      const predict = (rows: Int32Array) => predictMean(figures, rows, columns);
      this.trial.offer({ target, kind: "mean", of: columns, cost: cost + 1, predict });
    }
    if (fitsSum(sample, sums, 1 / columns.length, sums, 0, 0, true)) {
      const terms = columns.map((column) => ({ column, weight: 1 / columns.length }));
      this.trial.offer(linearRule(figures, target, terms, cost + 1.5));
    }
  }

  /** The rest that a run leaves is the same in all rows: base marks, or a full mark that is deducted from. */
  private withConstant(columns: readonly number[]): void {
    const { sample, sums } = this;
    const target = sample.target.column;
    for (const sign of [-1, 1]) {
      if (columns.length > 1 && target < (columns.at(-1) ?? 0)) return;
      const constant = this.restOf(sign, columns.length === 1);
      if (constant === null || !fitsSum(sample, sums, sign, sums, 0, constant)) continue;
      const places = 10 ** Math.min(6, Math.max(2, sample.target.places));
      const rounded = Math.round(constant * places) / places;
      if (rounded === 0) continue;
      const price = isBase(constant) ? 6 : 3 + Math.log2(Math.abs(rounded) * places + 1);
      const terms = columns.map((column) => ({ column, weight: sign }));
      this.trial.offer(linearRule(this.figures, target, terms, this.base + price, rounded));
    }
  }

  /** What the run leaves in one of the first rows, where a constant may be that; null where none may. */
  private restOf(sign: number, isSingle: boolean): number | null {
    for (let index = 0; index < 3; index += 1) {
      const rest = (this.sample.stated[index] ?? 0) - sign * (this.sums[index] ?? 0);
      if (isBase(rest) || isSingle) return Math.abs(rest) < 1e-9 ? null : rest;
    }
    return null;
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
        !this.isFilled(column)
      )
        continue;
      const addends = sample.addends.get(column);
      if (!addends) continue;
      for (let sign = -1; sign <= 1; sign += 2) {
        if (sign === 1 && (inside || at === start - 1 || at === end + 1)) continue;
        if (!fitsSum(sample, sums, 1, addends, sign)) continue;
        const terms: Term[] = inside
          ? columns.filter((own) => own !== column).map(plus)
          : [...columns.map(plus), { column, weight: sign }];
        const cost = this.base + Math.log2(pool.length) + 2 + this.distance(columns);
        this.trial.offer(linearRule(this.figures, sample.target.column, terms, cost));
      }
    }
  }
}

function plus(column: number): Term {
  return { column, weight: 1 };
}

function isEmpty({ columns }: Figures, column: number): boolean {
  const own = columns[column];
  return (
    own === undefined || own.count === 0 || (own.isConstant && own.addends.every((addend) => addend === 0))
  );
}

/** A round number of marks, as something is deducted from or added to. */
function isBase(value: number): boolean {
  return Math.abs(value) >= 10 && Math.abs(value / 5 - Math.round(value / 5)) < 1e-6;
}
