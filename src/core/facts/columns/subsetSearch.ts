import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fitsSum, type Sample } from "./sample";
import { linearRule } from "./sums";

/** All choices of columns are tried in pools up to this size: twice as many for one column more. */
const LARGEST_POOL = 14;

/** Plain sums and means of any columns of a small pool, wherever they stand. */
export function searchSubsets(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  if (pool.length < 3 || pool.length > LARGEST_POOL) return;
  const lists = pool.map((column) => sample.addends.get(column) ?? new Float64Array(sample.rows.length));
  const sums = new Float64Array(sample.rows.length);
  const target = sample.target.column;
  let chosen = 0;
  let count = 0;
  for (let step = 1; step < 2 ** pool.length && !trial.isFull(); step += 1) {
    // One column comes or goes at each step (Gray code), so that sums are never added up anew.
    const at = 31 - Math.clz32(step & -step);
    const sign = (chosen & (1 << at)) === 0 ? 1 : -1;
    chosen ^= 1 << at;
    count += sign;
    const list = lists[at];
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + sign * (list?.[index] ?? 0);
    if (count < 3) continue;
    for (let isMean = 0; isMean < 2; isMean += 1) {
      const weight = isMean === 1 ? 1 / count : 1;
      if (!fitsSum(sample, sums, weight, sums, 0, 0, true)) continue;
      const terms = pool
        .filter((_, bit) => (chosen & (1 << bit)) !== 0)
        .map((column) => ({ column, weight }));
      trial.offer(linearRule(figures, target, terms, pool.length + 2));
    }
  }
}
