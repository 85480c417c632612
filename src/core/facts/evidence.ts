/** No single line of two or three figures says more than this, however long its numbers are: copies exist. */
export const MOST_BITS = 14;

/** How a figure met what a rule gives for it. All sizes are in the figure's own measure, none is negative. */
export interface Coincidence {
  /** How far the figure is from what the rule gives. */
  readonly error: number;
  /** How far rounding of the figure and of its parts may bring the two apart. */
  readonly tolerance: number;
  /** The size of the figure itself, without sign. */
  readonly size: number;
  /** The smallest step between two figures of its kind: 0.01 for figures with two decimals. */
  readonly unit: number;
  /** How widely figures of its kind are spread: the range that chance would draw it from. */
  readonly range: number;
  /**
   * The share of the other figures beside it, 0 to 1, that lie as close to what the rule gives: `reach` to either side. What is
   * common is met by chance.
   */
  readonly shareWithin: (reach: number) => number;
}

/** Of a hundred figures that truly follow a rule, so many meet it to the unit. */
const EXACT_SHARE = 0.8;
/** … or only within rounding … */
const ROUNDED_SHARE = 0.2;
/** … or, for figures that were rounded more than once, in a narrow band of their own size. */
const BANDED_SHARE = 0.05;
const BAND = 0.0005;

/**
 * What one figure says about a rule, in bits: how many times likelier its meeting the rule so closely is when the rule is true
 * than by chance. Below zero where chance would meet it as closely more often than the rule; null where it does not meet it.
 */
export function bitsOfCoincidence(coincidence: Coincidence): number | null {
  const { error, tolerance, unit, size, range } = coincidence;
  if (error <= unit * EXACT) return against(coincidence, EXACT_SHARE, unit * EXACT, unit);
  if (error <= tolerance)
    return against(coincidence, ROUNDED_SHARE, tolerance, Math.max(2 * tolerance, unit));
  if (error <= size * BAND && range > 0)
    return against(coincidence, BANDED_SHARE, size * BAND, 2 * BAND * size);
  return null;
}

/** A share of figures that follow the rule, against chance: a window in the range, or the figures that are in the window. */
function against(
  { range, shareWithin, unit }: Coincidence,
  share: number,
  reach: number,
  width: number,
): number {
  const bits = Math.log2((share * Math.max(range, unit)) / width);
  if (bits <= 0) return Math.min(bits, 0);
  const found = shareWithin(reach);
  return found > 0 ? Math.min(bits, Math.log2(share / found)) : bits;
}

/** Within half a unit a figure is what the rule gives, rounded; a little more for the trace of binary fractions. */
const EXACT = 0.5 + 1e-6;
