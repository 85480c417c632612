import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fitsSum, type Sample } from "./sample";
import { linearRule, sumsOf, type Term } from "./sums";

/** In wider tables the columns before a total are no bare list of points added and taken off. */
const MOST_COLUMNS = 12;
const FULL_MARK = 100;

/**
 * Totals of everything that stands before them: the first columns added, the others taken off, or the other way round,
 * from nothing or from a full mark (100 + bonus − deductions); also with the bonus after the deductions.
 */
export function searchBases(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  const { column: target } = sample.target;
  const before = pool.filter((column) => column < target && (figures.columns[column]?.count ?? 0) > 0);
  if (before.length === 0 || before.length > MOST_COLUMNS || target - (before.at(-1) ?? 0) > 2) return;
  const cost = 1 + Math.log2(2 * before.length);
  for (const signs of signsOf(before.length)) {
    const terms = before.map((column, at): Term => ({ column, weight: signs[at] ?? 1 }));
    const sums = sumsOf(sample, terms);
    const isTurnedTwice = changesIn(signs) > 1;
    for (const constant of [0, FULL_MARK]) {
      if (!fitsSum(sample, sums, 1, sums, 0, constant)) continue;
      const price = cost + (constant === 0 ? 0 : 1) + (isTurnedTwice ? Math.log2(before.length) : 0);
      trial.offer({ ...linearRule(figures, target, terms, price, constant), isExpected: true });
    }
  }
}

/** Signs for a row of columns that change once or, from added to taken off and back, twice. */
function signsOf(count: number): number[][] {
  const found: number[][] = [];
  for (let split = 0; split <= count; split += 1) {
    found.push(Array.from({ length: count }, (_, at) => (at < split ? 1 : -1)));
    if (split > 0 && split < count)
      found.push(Array.from({ length: count }, (_, at) => (at < split ? -1 : 1)));
    for (let end = split + 1; split > 0 && end < count; end += 1)
      found.push(Array.from({ length: count }, (_, at) => (at < split || at >= end ? 1 : -1)));
  }
  return found;
}

function changesIn(signs: readonly number[]): number {
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
}
