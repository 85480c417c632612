import { compareDecimals, ZERO, type Decimal } from "../numbers/decimal";
import { quotient } from "../numbers/quotient";

/** A process score, or why there is none. */
export type ProcessScore =
  | { readonly kind: "score"; readonly score: Decimal }
  /** No node was due: the process is not applicable, neither 0 nor 100 (rule 7). */
  | { readonly kind: "none-due" }
  /** More nodes done than due, or a number of nodes below zero. */
  | { readonly kind: "impossible" };

/**
 * 过程得分 = completed nodes ÷ nodes due at the cut-off × 100, not rounded (part 四 of the plan, rules 7, 8 and 10).
 * Cancelled nodes are in neither number; late but done counts as done. Sums of node weights may stand for numbers.
 */
export function processScore(done: Decimal, due: Decimal): ProcessScore {
  if (done.units < 0 || due.units < 0 || compareDecimals(done, due) > 0) return { kind: "impossible" };
  if (compareDecimals(due, ZERO) === 0) return { kind: "none-due" };
  const score = quotient({ units: done.units * 100, places: done.places }, due);
  return score === null ? { kind: "impossible" } : { kind: "score", score };
}
