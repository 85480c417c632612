/**
 * An exact decimal number: `units × 10^-places`. `units` is a safe integer (15 significant digits at most, which
 * is what a cell can hold), `places` is 0 to 15. 92.5 is `{ units: 925, places: 1 }`; `{ units: 9250, places: 2 }`
 * is the same number.
 */
export interface Decimal {
  readonly units: number;
  readonly places: number;
}

/** The most decimal places that a Decimal keeps; what a cell holds beyond them is below Excel's own precision. */
export const MAXIMUM_PLACES = 15;
const SIGNIFICANT_DIGITS = 15;

/** Zero, for sums and absent adjustments. */
export const ZERO: Decimal = { units: 0, places: 0 };

/** `10^exponent` for 0 to 22, where a double is exact. */
export function powerOfTen(exponent: number): number {
  return POWERS[exponent] ?? Number.NaN;
}
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${String(exponent)}`));

/**
 * The decimal that a cell's number stands for: its value to 15 significant digits, as Excel itself keeps and
 * shows it, so that 85.24999999999999 (the trace of a sum in binary) is 85.25.
 * Null for NaN, infinities and numbers of 10^15 or more.
 */
export function decimalOfNumber(value: number): Decimal | null {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return shared(WHOLE, value + 0, 0);
  const hundredths = Math.round(value * 100);
  if (hundredths / 100 === value && Math.abs(hundredths) < 1e15) return shared(HUNDREDTHS, hundredths, 2);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return null;
  return parseDecimal(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** Decimals of usual scores, each made once: large workbooks hold few different ones in very many cells. */
const WHOLE = Array.from<Decimal | undefined>({ length: 1_001 });
const HUNDREDTHS = Array.from<Decimal | undefined>({ length: 10_001 });

function shared(known: (Decimal | undefined)[], units: number, places: number): Decimal {
  if (units < 0 || units >= known.length) return { units, places };
  return (known[units] ??= { units, places });
}

/**
 * Reads a plain decimal text: optional sign, ASCII digits, one optional point, optional exponent. No spaces, no
 * commas, no units (see `readNumber` for what cells hold). Digits past the 15th decimal place are rounded away.
 * Null when the text is no such number or has more than 15 significant digits before that.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole + fraction === "") return null;
  let digits = (whole + fraction).replace(/^0+/, "");
  let places = fraction.length - Number(exponent);
  let kept = digits.length;
  while (digits[kept - 1] === "0") kept -= 1;
  places -= digits.length - kept;
  digits = digits.slice(0, kept);
  if (digits === "") return ZERO;
  if (places > MAXIMUM_PLACES) {
    kept = digits.length - (places - MAXIMUM_PLACES);
    const rest = kept < 0 ? 0 : Number(digits[kept] ?? "0");
    digits = String(Number(kept <= 0 ? "0" : digits.slice(0, kept)) + (rest >= 5 ? 1 : 0));
    places = MAXIMUM_PLACES;
  }
  if (places < 0) {
    digits += "0".repeat(Math.min(-places, SIGNIFICANT_DIGITS + 1));
    places = 0;
  }
  if (digits.length > SIGNIFICANT_DIGITS) return null;
  const units = Number(digits);
  return { units: sign === "-" && units !== 0 ? -units : units, places };
}

/** The decimals that a number needs to be written in full; those of a number without end are 15. */
export function placesOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const decimal = decimalOfNumber(value);
  if (decimal === null) return MAXIMUM_PLACES;
  let { units, places } = decimal;
  for (; places > 0 && units % 10 === 0; units /= 10) places -= 1;
  return places;
}

/** The nearest double: what is written into a cell. */
export function decimalToNumber(decimal: Decimal): number {
  return decimal.units / powerOfTen(decimal.places);
}

/** Plain text without trailing zeros: `92.5`, `88`, `-0.25`. */
export function formatDecimal(decimal: Decimal): string {
  const text = formatFixed(decimal, 0);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A cell's number as plain text, exact to 15 digits as Excel shows it; one without such a decimal as it is written. */
export function formatNumber(value: number): string {
  const decimal = decimalOfNumber(value);
  return decimal === null ? String(value) : formatDecimal(decimal);
}

/** Plain text with at least that many decimal places: 91.5 with 2 gives `91.50`. Never rounds. */
export function formatFixed(decimal: Decimal, places: number): string {
  const kept = Math.max(places, decimal.places);
  const digits = String(Math.abs(decimal.units)).padStart(decimal.places + 1, "0");
  const whole = digits.slice(0, digits.length - decimal.places);
  const fraction = digits.slice(digits.length - decimal.places).padEnd(kept, "0");
  const sign = decimal.units < 0 ? "-" : "";
  return kept === 0 ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** Negative, zero or positive as `left` is below, equal to or above `right`: 1.50 equals 1.5. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.places === right.places) return left.units - right.units;
  const places = Math.max(left.places, right.places);
  const leftUnits = left.units * powerOfTen(places - left.places);
  const rightUnits = right.units * powerOfTen(places - right.places);
  if (Number.isSafeInteger(leftUnits) && Number.isSafeInteger(rightUnits)) return leftUnits - rightUnits;
  const difference =
    BigInt(left.units) * 10n ** BigInt(places - left.places) -
    BigInt(right.units) * 10n ** BigInt(places - right.places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether two decimals are the same number. */
export function equalDecimals(left: Decimal, right: Decimal): boolean {
  return compareDecimals(left, right) === 0;
}

/** The same number without its sign. */
export function absoluteDecimal(decimal: Decimal): Decimal {
  return decimal.units < 0 ? { units: -decimal.units, places: decimal.places } : decimal;
}

/** The same number with the other sign. */
export function negateDecimal(decimal: Decimal): Decimal {
  return { units: decimal.units === 0 ? 0 : -decimal.units, places: decimal.places };
}
