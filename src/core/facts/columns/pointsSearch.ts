import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fitsSum, type Sample } from "./sample";
import { linearRule, sumsOf, type Term } from "./sums";

/** In larger pools nearly any figure is some points times two others. */
const MOST_COLUMNS = 40;
/** What a kind of result customarily gives, best result first: won and drawn; first, second and third places. */
const CUSTOMS: readonly (readonly number[])[] = [
  [3, 1],
  [2, 1],
  [3, 2, 1],
  [5, 3, 1],
  [5, 3, 2],
];

/**
 * Points for how often something happened, at so many each: 3 for a win and 1 for a draw. The numbers of games, wins,
 * draws and losses depend on each other, so that weights solved for would not be these. The better result stands first.
 */
export function searchPoints(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  if (pool.length < 2 || pool.length > MOST_COLUMNS) return;
  for (const points of CUSTOMS) {
    for (const columns of choices(pool, points.length)) {
      const terms = columns.map((column, at): Term => ({ column, weight: points[at] ?? 1 }));
      const sums = sumsOf(sample, terms);
      if (!fitsSum(sample, sums, 1, sums, 0)) continue;
      const apart = Math.abs(sample.target.column - (columns.at(-1) ?? 0));
      const cost = Math.log2(CUSTOMS.length * pool.length * pool.length) + Math.log2(apart) / 2;
      trial.offer(linearRule(figures, sample.target.column, terms, cost));
    }
  }
}

/** Columns in their order: any two, or three that stand together. */
function* choices(pool: readonly number[], size: number): Generator<readonly number[]> {
  for (const [at, first] of pool.entries()) {
    if (size === 2) for (const second of pool.slice(at + 1)) yield [first, second];
    else if (at + size <= pool.length) yield pool.slice(at, at + size);
  }
}
