import { eliminate } from "./eliminate";

/** Factors, each with one unknown weight, and what they come to together. */
export interface Equation {
  readonly factors: readonly number[];
  readonly sum: number;
}

/** Keeps weights that the equations leave open (a factor that is equal for all) at the prior's. */
const PULL_TO_PRIOR = 1e-6;
const LEAST_PIVOT = 1e-12;

/**
 * The weights by which the factors of all equations come nearest to their sums, by the normal equations. `prior`, a
 * weight for each factor, is what weights keep that the equations leave open. Null when the equations contradict that
 * there is one answer. Binary floating point: an answer to be verified, never a figure to be shown.
 */
export function leastSquares(equations: readonly Equation[], prior: readonly number[]): number[] | null {
  const size = prior.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const { factors, sum } of equations) {
    for (const [row, line] of matrix.entries()) {
      const factor = factors[row] ?? 0;
      for (let column = 0; column < size; column += 1)
        line[column] = (line[column] ?? 0) + factor * (factors[column] ?? 0);
      line[size] = (line[size] ?? 0) + factor * sum;
    }
  }
  for (const [index, line] of matrix.entries()) {
    const pull = PULL_TO_PRIOR * Math.max(1, line[index] ?? 0);
    line[index] = (line[index] ?? 0) + pull;
    line[size] = (line[size] ?? 0) + pull * (prior[index] ?? 0);
  }
  return eliminate(matrix, LEAST_PIVOT);
}
