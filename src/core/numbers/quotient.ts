import { decimalOfNumber, powerOfTen, type Decimal } from "./decimal";

/**
 * `dividend ÷ divisor` to 15 significant digits, which is what a cell keeps: 2 ÷ 3 is 0.666666666666667. Means and
 * rates are not rounded further, because rounding comes once, with the total (rule 10). Null for a divisor of 0 and
 * for a quotient of 10^15 or more.
 */
export function quotient(dividend: Decimal, divisor: Decimal): Decimal | null {
  if (divisor.units === 0) return null;
  const places = Math.max(dividend.places, divisor.places);
  const over = dividend.units * powerOfTen(places - dividend.places);
  const under = divisor.units * powerOfTen(places - divisor.places);
  return decimalOfNumber(over / under);
}
