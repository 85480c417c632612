import { equalDecimals, type Decimal } from "../numbers/decimal";
import { exactSum, narrow, roundedSum } from "../numbers/exactSum";
import type { Rounding } from "../numbers/rounding";

const ONE: Decimal = { units: 1, places: 0 };
const HUNDRED: Decimal = { units: 100, places: 0 };

/**
 * Weights as shares of 1: those that sum to exactly 1 as they are, those that sum to exactly 100 as percentages.
 * Otherwise their sum, so that a message can say it (null when it has too many digits).
 */
export function weightShares(
  weights: readonly Decimal[],
):
  | { readonly ok: true; readonly shares: readonly Decimal[] }
  | { readonly ok: false; readonly sum: Decimal | null } {
  const sum = narrow(exactSum(weights.map((factor) => ({ factor }))));
  if (weights.some(({ units }) => units < 0)) return { ok: false, sum };
  if (sum !== null && equalDecimals(sum, ONE)) return { ok: true, shares: weights };
  if (sum !== null && equalDecimals(sum, HUNDRED)) {
    return { ok: true, shares: weights.map(({ units, places }) => ({ units, places: places + 2 })) };
  }
  return { ok: false, sum };
}

/**
 * Σ score × share + bonus − deduction, exact and rounded once at the end (rule 10): for schemes that are not in
 * force. Scores and shares stand in the same order. Null when the result has more than 15 digits.
 */
export function weightedTotal(
  scores: readonly Decimal[],
  shares: readonly Decimal[],
  bonus: Decimal,
  deduction: Decimal,
  rounding: Rounding,
): Decimal | null {
  const addends = scores.map((factor, index) => ({ factor, by: shares[index] ?? ONE }));
  const minus = { units: -deduction.units, places: deduction.places };
  return roundedSum([...addends, { factor: bonus }, { factor: minus }], rounding);
}
