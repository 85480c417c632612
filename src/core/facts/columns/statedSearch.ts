import { decimalToNumber } from "../../numbers/decimal";
import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fits, fitsSum, type Sample } from "./sample";
import { linearRule, sumsOf, type Term, tidyWeight } from "./sums";

/** Up to so many columns count as they stand beside those with stated weights. */
const MOST_BESIDE = 3;

/**
 * Weighted sums with weights that the author states (headers, a weight row): as they are, as percentages, or over their
 * sum; with columns added or taken off as they stand, or without one of the weighted.
 */
export function searchStated(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  for (const list of figures.table.stated) {
    const stated = pool.flatMap((column): Term[] => {
      const weight = list[column];
      return weight && weight.units !== 0 ? [{ column, weight: decimalToNumber(weight) }] : [];
    });
    if (stated.length < 2) continue;
    const others = pool.filter((column) => !stated.some((term) => term.column === column));
    const beside = besideOf(sample, others);
    const sums = sumsOf(sample, stated);
    const total = stated.reduce((sum, { weight }) => sum + weight, 0);
    for (const over of new Set([1, 100, total, total / 100, 0.01])) {
      const terms = stated.map(({ column, weight }) => ({ column, weight: tidyWeight(weight / over) }));
      const base = sums.map((sum) => sum / over);
      tryTerms(figures, sample, { terms, base, beside }, trial);
      if (terms.length > 2) tryWithoutOne(figures, sample, terms, base, trial);
    }
  }
}

/** Columns with their stated weights, what they come to by sampled row, and the columns that may come on top. */
interface Stated {
  readonly terms: readonly Term[];
  readonly base: Float64Array;
  readonly beside: Beside;
}

function tryTerms(figures: Figures, sample: Sample, { terms, base, beside }: Stated, trial: Trial): void {
  for (const added of additions(sample, base, beside)) {
    const cost = STATED_COST + added.length * (Math.log2(beside.columns.length + 1) + 2);
    trial.offer(linearRule(figures, sample.target.column, [...terms, ...added], cost));
    if (added.length === 0) return;
  }
}

/** The stated weights without one of the columns: an item that its author left out. */
function tryWithoutOne(
  figures: Figures,
  sample: Sample,
  terms: readonly Term[],
  base: Float64Array,
  trial: Trial,
): void {
  for (const skipped of terms) {
    const addends = sample.addends.get(skipped.column);
    if (!addends || !fitsSum(sample, base, 1, addends, -skipped.weight, 0, true)) continue;
    const rest = terms.filter((term) => term !== skipped);
    trial.offer(linearRule(figures, sample.target.column, rest, STATED_COST + LEFT_OUT_COST));
  }
}

/** What stated weights cost, in bits, and what leaving one of their columns out costs besides. */
const STATED_COST = 4;
const LEFT_OUT_COST = 6;

/** The columns that may count as they stand, beside those with stated weights. */
interface Beside {
  /** Nearest to the target first. */
  readonly columns: readonly number[];
  /** How much so many of them can add or take off at most, by sampled row. */
  readonly most: readonly Float64Array[];
}

/** Columns farther off than so many others do not count as they stand. */
const MOST_NEAR = 24;

function besideOf(sample: Sample, others: readonly number[]): Beside {
  const columns = [...others]
    .sort((left, right) => Math.abs(left - sample.target.column) - Math.abs(right - sample.target.column))
    .slice(0, MOST_NEAR);
  const sizes = sample.rows.map((_, index) =>
    columns
      .map((column) => Math.abs(sample.addends.get(column)?.[index] ?? 0))
      .sort((left, right) => right - left),
  );
  const most = Array.from({ length: MOST_BESIDE + 1 }, (_, count) =>
    Float64Array.from(sizes, (own) => own.slice(0, count).reduce((sum, size) => sum + size, 0)),
  );
  return { columns, most };
}

/** The sets of columns that, as they stand, make up what is missing; fewest first. */
function* additions(sample: Sample, base: Float64Array, beside: Beside): Generator<Term[]> {
  if (fits(sample, base, true)) yield [];
  for (let count = 1; count <= MOST_BESIDE && count <= beside.columns.length; count += 1) {
    const columns = count === MOST_BESIDE ? beside.columns.slice(0, MOST_FOR_THREE) : beside.columns;
    yield* chosen(sample, base, { ...beside, columns }, count);
  }
}

/** Three columns are chosen among so many only. */
const MOST_FOR_THREE = 10;

function* chosen(sample: Sample, base: Float64Array, beside: Beside, count: number): Generator<Term[]> {
  if (isOutOfReach(sample, base, beside.most[count])) return;
  for (const [at, column] of beside.columns.entries()) {
    const addends = sample.addends.get(column);
    if (!addends?.some((addend) => addend !== 0)) continue;
    for (const weight of [1, -1]) {
      if (count === 1) {
        // The last one is only compared, row by row, until too many rows fail: most do at once.
        if (fitsSum(sample, base, 1, addends, weight, 0, true)) yield [{ column, weight }];
        continue;
      }
      const sums = base.map((sum, index) => sum + weight * (addends[index] ?? 0));
      const rest = { ...beside, columns: beside.columns.slice(at + 1) };
      for (const others of chosen(sample, sums, rest, count - 1)) yield [{ column, weight }, ...others];
    }
  }
}

/** Whether more is missing, in too many rows, than the columns beside could make up. */
function isOutOfReach({ stated, misses, whole }: Sample, base: Float64Array, most?: Float64Array): boolean {
  let missed = 0;
  for (const [index, figure] of stated.entries()) {
    const missing = Math.abs(figure - (base[index] ?? 0));
    if (missing <= (most?.[index] ?? 0) + (whole[index] ?? 0)) continue;
    missed += 1;
    if (missed > misses) return true;
  }
  return false;
}
