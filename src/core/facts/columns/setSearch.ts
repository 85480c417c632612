import type { Figures } from "./figures";
import { setRule, trimmed } from "./kindRules";
import type { Rule } from "./rule";
import { fits, type Sample } from "./sample";

const LONGEST_RUN = 24;
const LARGEST_POOL = 64;

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
  if (pool.length > LARGEST_POOL) return;
  const price = Math.log2((pool.length * (pool.length + 1)) / 2 + 1) + 4;
  for (let start = 0; start < pool.length; start += 1) {
    for (let end = start + 1; end < Math.min(pool.length, start + LONGEST_RUN); end += 1) {
      tryRun(figures, sample, pool.slice(start, end + 1), price, offer);
    }
  }
}

function tryRun(
  figures: Figures,
  sample: Sample,
  of: readonly number[],
  price: number,
  offer: (rule: Rule) => void,
): void {
  const target = sample.target.column;
  const sorted = sample.rows.map(() => new Float64Array());
  const sortedAt = (index: number): Float64Array => {
    const known = sorted[index];
    if (known && known.length > 0) return known;
    const numbers = of.flatMap((column) =>
      sample.filled.get(column)?.[index] === 1 ? [sample.addends.get(column)?.[index] ?? 0] : [],
    );
    const own = Float64Array.from(numbers).sort().reverse();
    sorted[index] = own;
    return own;
  };
  const attempt = (
    kind: "count" | "max" | "min" | "best-of" | "trimmed-mean",
    cost: number,
    dropped?: Dropped,
  ) => {
    const rule = setRule(figures, target, kind, of, price + cost, dropped);
    if (rule) offer(rule);
  };
  if (fits(sample, (index) => sortedAt(index).length)) attempt("count", 0);
  if (fits(sample, (index) => sortedAt(index)[0] ?? Number.NaN)) attempt("max", 0);
  if (fits(sample, (index) => sortedAt(index).at(-1) ?? Number.NaN)) attempt("min", 0);
  if (of.length < 3) return;
  for (const dropped of drops(of.length)) {
    if (fits(sample, (index) => trimmed(sortedAt(index), dropped, false)))
      attempt("best-of", dropped.high + dropped.low, dropped);
    if (fits(sample, (index) => trimmed(sortedAt(index), dropped, true), true))
      attempt("trimmed-mean", dropped.high + dropped.low, dropped);
  }
}

interface Dropped {
  readonly high: number;
  readonly low: number;
}

/** One or two at both ends; or the lowest only, as many as leave two. */
function drops(length: number): Dropped[] {
  const found: Dropped[] = [{ high: 1, low: 1 }];
  if (length > 4) found.push({ high: 2, low: 2 });
  for (let low = 1; low <= Math.min(4, length - 1); low += 1) found.push({ high: 0, low });
  return found;
}
