import { compareNumbers } from "../numbers/compareNumbers";
import { decimalOfNumber, type Decimal } from "../numbers/decimal";
import { leastSquares, type Equation } from "../numbers/leastSquares";

/** Weights are set by people: in steps of 5%, 1% or 0.5%. */
const STEPS = [0.05, 0.01, 0.005] as const;
/** Fewer rows than this beyond the number of weights would fit anything. */
const ROWS_BEYOND_WEIGHTS = 2;
/** Rows that fit worst are left out and the rest fitted again, so that single wrong totals do not bend the weights. */
const FITS = 4;
const KEPT = 0.75;

/**
 * The weights that come nearest to the sums of the rows, brought to the steps in which people set weights: up to one
 * set a step, none negative, not verified here. `prior`: what a weight is where the rows leave it open. None when the
 * rows are too few.
 */
export function likelyWeights(rows: readonly Equation[], prior: readonly number[]): Decimal[][] {
  const minimum = prior.length + ROWS_BEYOND_WEIGHTS;
  if (rows.length < minimum) return [];
  const found = robustFit(rows, prior, minimum);
  if (found === null) return [];
  const sets = STEPS.map((step) =>
    found.map((weight) => decimalOfNumber(Number((Math.round(weight / step) * step).toFixed(3)))),
  );
  return sets.filter((set): set is Decimal[] => set.every((weight) => weight !== null && weight.units >= 0));
}

function robustFit(rows: readonly Equation[], prior: readonly number[], minimum: number): number[] | null {
  let equations = rows;
  let weights = leastSquares(equations, prior);
  for (let fit = 1; fit < FITS && weights !== null; fit += 1) {
    const kept = bestFitting(equations, weights, Math.max(minimum, Math.ceil(equations.length * KEPT)));
    if (kept.length === equations.length) break;
    equations = kept;
    weights = leastSquares(equations, prior);
  }
  return weights;
}

function bestFitting(equations: readonly Equation[], weights: readonly number[], count: number): Equation[] {
  const errors = equations.map(({ factors, sum }) => Math.abs(dot(factors, weights) - sum));
  const limit = [...errors].sort(compareNumbers)[count - 1] ?? Number.POSITIVE_INFINITY;
  return equations.filter((_, index) => (errors[index] ?? 0) <= limit);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}
