import { powerOfTen, type Decimal } from "./decimal";

/** `half-up` is 四舍五入, half away from zero; `half-even` is GB/T 8170 (rule 10). */
export const ROUNDING_MODES = ["half-up", "half-even"] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** To how many decimal places, and which way a half goes. */
export interface Rounding {
  readonly places: number;
  readonly mode: RoundingMode;
}

/** Rounds a decimal once. A decimal with fewer places comes back unchanged in value. */
export function roundDecimal(decimal: Decimal, rounding: Rounding): Decimal {
  const dropped = decimal.places - rounding.places;
  if (dropped <= 0) return decimal;
  return { units: divideRounded(decimal.units, powerOfTen(dropped), rounding.mode), places: rounding.places };
}

/** Whether a size goes up to the next integer: `side` says if what is cut off is less than a half, a half, or more. */
function goesUp(side: number, isOdd: boolean, mode: RoundingMode): boolean {
  switch (mode) {
    case "half-up":
      return side >= 0;
    case "half-even":
      return side > 0 || (side === 0 && isOdd);
  }
}

/** `dividend ÷ divisor` as an integer; both safe integers, the divisor positive. */
export function divideRounded(dividend: number, divisor: number, mode: RoundingMode): number {
  const size = Math.abs(dividend);
  const rest = size % divisor;
  const whole = (size - rest) / divisor;
  const rounded = goesUp(Math.sign(rest * 2 - divisor), whole % 2 === 1, mode) ? whole + 1 : whole;
  return dividend < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The same for numbers past 2^53. */
export function divideRoundedWide(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const whole = size / divisor;
  const doubled = (size % divisor) * 2n;
  const side = doubled > divisor ? 1 : doubled === divisor ? 0 : -1;
  const rounded = goesUp(side, whole % 2n === 1n, mode) ? whole + 1n : whole;
  return dividend < 0n ? -rounded : rounded;
}

/**
 * Rounds to that many places after the point, or before it when `places` is negative: 1250 to −2 places is 1300
 * half up and 1200 half even. `places` is −15 to 15.
 */
export function roundToPlaces(decimal: Decimal, places: number, mode: RoundingMode): Decimal {
  if (places >= 0) return roundDecimal(decimal, { places, mode });
  const dropped = decimal.places - places;
  // A decimal has 15 digits at most, so that none is left to round up.
  if (dropped > 15) return { units: 0, places: 0 };
  return { units: divideRounded(decimal.units, powerOfTen(dropped), mode) * powerOfTen(-places), places: 0 };
}
