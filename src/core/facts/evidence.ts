/** No single line of two or three figures says more than this, however long its numbers are: copies exist. */
export const MOST_BITS = 14;

/**
 * How close a figure is to what a rule gives for it: to its last place, within rounding, or, for figures that were rounded more
 * than once, in a narrow band of their own size.
 */
export type Closeness = "exact" | "rounded" | "banded";

/** Of a hundred figures that truly follow a rule, so many meet it so closely. */
const SHARES: Readonly<Record<Closeness, number>> = { exact: 0.8, rounded: 0.2, banded: 0.05 };
/** Within half a unit a figure is what the rule gives, rounded; a little more for the trace of binary fractions. */
const EXACT = 0.5 + 1e-6;
/** The band, as a share of a figure's size. */
export const BAND = 0.0005;

/**
 * How closely a figure meets a rule; null where it does not. All numbers are in the figure's own measure and none is negative:
 * `tolerance` is how far rounding may bring the two apart, `unit` the smallest step between figures of its kind (0.01 for two
 * decimals), `size` the figure without sign, 0 where no band is allowed.
 */
export function closenessOf(error: number, tolerance: number, unit: number, size: number): Closeness | null {
  if (error <= unit * EXACT) return "exact";
  if (error <= tolerance) return "rounded";
  return error <= size * BAND ? "banded" : null;
}

/** The error up to which figures are as close. */
export function reachOf(closeness: Closeness, tolerance: number, unit: number, size: number): number {
  if (closeness === "exact") return unit * EXACT;
  return closeness === "rounded" ? tolerance : size * BAND;
}

/**
 * What one figure says about a rule, in bits: how many times likelier its meeting the rule so closely is when the rule is true
 * than by chance, when chance draws it from `range`, in steps of `unit`. Below zero where chance would meet it more often.
 */
export function bitsInRange(closeness: Closeness, reach: number, unit: number, range: number): number {
  const width = closeness === "exact" ? unit : Math.max(2 * reach, unit);
  return Math.log2((SHARES[closeness] * Math.max(range, unit)) / width);
}

/**
 * The same when chance draws it from the figures beside it, of which a share, 0 to 1, is as close. What is common is met by
 * chance, however widely figures are spread. No limit where none is as close.
 */
export function bitsAmong(closeness: Closeness, share: number): number {
  return share > 0 ? Math.log2(SHARES[closeness] / share) : Number.POSITIVE_INFINITY;
}
