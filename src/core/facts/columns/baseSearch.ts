import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fitsSum, type Sample } from "./sample";
import { linearRule, type Term } from "./sums";

/** In wider tables the columns before a total are no bare list of points added and taken off. */
const MOST_COLUMNS = 12;
const FULL_MARK = 100;

/**
 * Totals of everything that stands before them: the first columns added, the others taken off, or the other way round,
 * from nothing or from a full mark (100 + bonus − deductions).
 */
export function searchBases(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  const { column: target } = sample.target;
  const before = pool.filter((column) => column < target && (figures.columns[column]?.count ?? 0) > 0);
  if (before.length === 0 || before.length > MOST_COLUMNS || target - (before.at(-1) ?? 0) > 2) return;
  const sums = new Float64Array(sample.rows.length);
  const cost = 1 + Math.log2(2 * before.length);
  for (let split = 0; split <= before.length; split += 1) {
    for (let sign = -1; sign <= 1; sign += 2) {
      // All of one sign: once.
      if (split === before.length && sign === -1) continue;
      const terms = before.map((column, at): Term => ({ column, weight: at < split ? sign : -sign }));
      sums.fill(0);
      for (const { column, weight } of terms) {
        const addends = sample.addends.get(column);
        for (let index = 0; index < sums.length; index += 1)
          sums[index] = (sums[index] ?? 0) + weight * (addends?.[index] ?? 0);
      }
      for (const constant of [0, FULL_MARK]) {
        if (!fitsSum(sample, sums, 1, sums, 0, constant)) continue;
        const rule = linearRule(figures, target, terms, cost + (constant === 0 ? 0 : 1), constant);
        trial.offer({ ...rule, isExpected: true });
      }
    }
  }
}
