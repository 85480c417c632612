import { decimalToNumber, type Decimal } from "../numbers/decimal";
import type { Equation } from "../numbers/leastSquares";
import { likelyWeights } from "../scoring/likelyWeights";
import type { TotalFormula } from "../scoring/total";
import { modelTotal, type AdjustmentUse, type StatedTotal } from "./totalModel";

/**
 * The weights that come nearest to the stated totals for one use of the adjustments, kept at the scheme's where the
 * figures leave them open; not verified here. None when the rows are too few.
 */
export function fitWeights(
  formula: TotalFormula,
  rows: readonly StatedTotal[],
  adjustments: AdjustmentUse,
): Decimal[][] {
  const { components, scheme } = formula;
  const unweighted = {
    weights: components.map(() => ({ units: 0, places: 0 })),
    adjustments,
    rounding: { ...scheme.rounding, byStep: false },
  };
  const withoutFloor = { ...formula, scheme: { ...scheme, minimumTotal: null } };
  const equations = rows.flatMap(({ stated, set }): Equation[] => {
    const points = modelTotal(withoutFloor, unweighted, set);
    if (points === null) return [];
    const factors = set.scores.map((score) => (score === null ? 0 : decimalToNumber(score)));
    return [{ factors, sum: decimalToNumber(stated.value) - decimalToNumber(points) }];
  });
  return likelyWeights(
    equations,
    components.map(({ weight }) => decimalToNumber(weight)),
  );
}
