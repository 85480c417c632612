import { powerOfTen, type Decimal } from "./decimal";
import { divideRounded, divideRoundedWide, type Rounding } from "./rounding";

/** One addend of an exact sum: `factor × by`, or `factor` alone. */
export interface Addend {
  readonly factor: Decimal;
  readonly by?: Decimal;
}

/** An exact decimal of any length, for sums whose digits pass what a Decimal holds. */
export interface WideDecimal {
  readonly units: bigint;
  readonly places: number;
}

/**
 * The sum of products, exact to the last digit, rounded once at the end (rule 10). Null when the rounded sum has
 * more than 15 digits, which no score does.
 */
export function roundedSum(addends: readonly Addend[], rounding: Rounding): Decimal | null {
  const scale = scaleOf(addends);
  const units = safeSum(addends, scale);
  if (units !== null && scale <= rounding.places) return { units, places: scale };
  if (units !== null) {
    const dropped = powerOfTen(scale - rounding.places);
    if (Number.isSafeInteger(dropped)) {
      return { units: divideRounded(units, dropped, rounding.mode), places: rounding.places };
    }
  }
  return narrow(roundWide(exactSum(addends), rounding));
}

/** The sum of products as an exact decimal, not rounded. */
export function exactSum(addends: readonly Addend[]): WideDecimal {
  const scale = scaleOf(addends);
  let units = 0n;
  for (const { factor, by } of addends) {
    const product = BigInt(factor.units) * BigInt(by?.units ?? 1);
    units += product * 10n ** BigInt(scale - factor.places - (by?.places ?? 0));
  }
  return { units, places: scale };
}

/** Rounds a wide decimal once; one with fewer places comes back as it is. */
export function roundWide(wide: WideDecimal, rounding: Rounding): WideDecimal {
  const dropped = wide.places - rounding.places;
  if (dropped <= 0) return wide;
  return {
    units: divideRoundedWide(wide.units, 10n ** BigInt(dropped), rounding.mode),
    places: rounding.places,
  };
}

/** The same number as a Decimal, or null when it has too many digits. */
export function narrow(wide: WideDecimal): Decimal | null {
  let { units, places } = wide;
  while (places > 0 && units % 10n === 0n) {
    units /= 10n;
    places -= 1;
  }
  const number = Number(units);
  return places <= 15 && Number.isSafeInteger(number) && Math.abs(number) < 1e15
    ? { units: number, places }
    : null;
}

/** Plain text of a wide decimal without trailing zeros. */
export function formatWide(wide: WideDecimal): string {
  const negative = wide.units < 0n;
  const digits = String(negative ? -wide.units : wide.units).padStart(wide.places + 1, "0");
  const whole = digits.slice(0, digits.length - wide.places);
  const fraction = digits.slice(digits.length - wide.places).replace(/0+$/, "");
  return (negative ? "-" : "") + whole + (fraction === "" ? "" : `.${fraction}`);
}

function scaleOf(addends: readonly Addend[]): number {
  let scale = 0;
  for (const { factor, by } of addends) {
    const places = factor.places + (by?.places ?? 0);
    if (places > scale) scale = places;
  }
  return scale;
}

/** The scaled sum in plain integers, or null when a step would leave the safe range: a few times faster. */
function safeSum(addends: readonly Addend[], scale: number): number | null {
  let sum = 0;
  for (const { factor, by } of addends) {
    const product = factor.units * (by?.units ?? 1) * powerOfTen(scale - factor.places - (by?.places ?? 0));
    sum += product;
    // A product or sum past 2^53 may already be inexact; NaN comes from a power past the table.
    if (!Number.isSafeInteger(product) || !Number.isSafeInteger(sum)) return null;
  }
  return sum;
}
