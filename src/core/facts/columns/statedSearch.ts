import { decimalToNumber } from "../../numbers/decimal";
import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fits, type Sample } from "./sample";
import { linearRule, type Term, tidyWeight } from "./sums";

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
    const total = stated.reduce((sum, { weight }) => sum + weight, 0);
    for (const over of new Set([1, 100, total, total / 100, 0.01])) {
      const terms = stated.map(({ column, weight }) => ({ column, weight: tidyWeight(weight / over) }));
      const beside = pool.filter((column) => !stated.some((term) => term.column === column));
      tryTerms(figures, sample, terms, beside, trial);
      for (const skipped of terms) {
        if (terms.length > 2)
          tryTerms(
            figures,
            sample,
            terms.filter((term) => term !== skipped),
            [],
            trial,
            6,
          );
      }
    }
  }
}

function tryTerms(
  figures: Figures,
  sample: Sample,
  terms: readonly Term[],
  beside: readonly number[],
  trial: Trial,
  extra = 0,
): void {
  const base = Float64Array.from(sample.rows, (_, index) => sumAt(sample, terms, index));
  const target = sample.target.column;
  for (const added of additions(sample, base, beside)) {
    const cost = 4 + extra + added.length * (Math.log2(beside.length + 1) + 2);
    trial.offer(linearRule(figures, target, [...terms, ...added], cost));
    if (added.length === 0) return;
  }
}

function sumAt(sample: Sample, terms: readonly Term[], index: number): number {
  return terms.reduce(
    (sum, { column, weight }) => sum + weight * (sample.addends.get(column)?.[index] ?? 0),
    0,
  );
}

/** The sets of columns that, as they stand, make up what is missing; fewest first. */
function* additions(sample: Sample, base: Float64Array, beside: readonly number[]): Generator<Term[]> {
  const near = [...beside]
    .sort((left, right) => Math.abs(left - sample.target.column) - Math.abs(right - sample.target.column))
    .slice(0, 24);
  for (let count = 0; count <= MOST_BESIDE; count += 1) yield* chosen(sample, base, near, count);
}

function* chosen(
  sample: Sample,
  base: Float64Array,
  beside: readonly number[],
  count: number,
): Generator<Term[]> {
  if (count === 0) {
    if (fits(sample, base, true)) yield [];
    return;
  }
  const limit = count === MOST_BESIDE ? 10 : beside.length;
  for (const [at, column] of beside.slice(0, limit).entries()) {
    const addends = sample.addends.get(column);
    if (!addends?.some((addend) => addend !== 0)) continue;
    for (const weight of [1, -1]) {
      const sums = base.map((sum, index) => sum + weight * (addends[index] ?? 0));
      for (const rest of chosen(sample, sums, beside.slice(at + 1, limit), count - 1))
        yield [{ column, weight }, ...rest];
    }
  }
}
