/** No single line of figures says more than this, however long its numbers are: copies and typing errors exist. */
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
}

/** Of a hundred figures that truly follow a rule, so many meet it to the unit. */
const EXACT_SHARE = 0.8;
/** … or only within rounding … */
const ROUNDED_SHARE = 0.2;
/** … or, for figures that were rounded more than once, in a narrow band of their own size. */
const BANDED_SHARE = 0.05;
const BAND = 0.0005;

/**
 * What one agreement is worth, in bits: how many times likelier it is when the rule is true than by chance. Null where the figure
 * does not agree.
 */
export function bitsOfCoincidence({ error, tolerance, unit, size, range }: Coincidence): number | null {
  const steps = Math.max(range / unit, 1);
  if (error <= unit * EXACT) return Math.log2(Math.max(steps * EXACT_SHARE, 1));
  if (error <= tolerance) {
    const width = Math.max((2 * tolerance) / unit, 1);
    return Math.log2(Math.max((steps * ROUNDED_SHARE) / width, 1));
  }
  if (error <= size * BAND) return Math.log2(Math.max((range * BANDED_SHARE) / (2 * BAND * size), 1));
  return null;
}

/** Closer than this share of a unit is equal: what is left is the trace of binary fractions. */
const EXACT = 1e-3;

/**
 * The most that meeting a value can say, in bits, when `count` of `among` figures beside it hold that very value (itself
 * included): what is common is met by chance. Unbounded where the value stands alone.
 */
export function rarityBits(count: number, among: number): number {
  return count <= 1 ? Number.POSITIVE_INFINITY : -Math.log2((count - 1) / Math.max(among - 1, 1));
}
