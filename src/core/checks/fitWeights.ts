import { decimalOfNumber, decimalToNumber, type Decimal } from "../numbers/decimal";
import { compareNumbers } from "../numbers/compareNumbers";
import type { TotalFormula } from "../scoring/total";
import { modelTotal, type AdjustmentUse, type StatedTotal } from "./totalModel";

/** Weights are set by people: in steps of 5%, 1% or 0.5%. */
const STEPS = [0.05, 0.01, 0.005] as const;
/** Fewer rows than this beyond the number of weights would fit anything. */
const ROWS_BEYOND_WEIGHTS = 2;
/** Keeps weights that the figures leave open (a component that is equal for all) at the scheme's. */
const PULL_TO_SCHEME = 1e-6;
/** Rows that fit worst are left out and the rest fitted again, so that single wrong totals do not bend the weights. */
const FITS = 4;
const KEPT = 0.75;

interface Equation {
  readonly scores: readonly number[];
  /** The stated total without its adjustments. */
  readonly sum: number;
}

/**
 * The weights that come nearest to the stated totals for one use of the adjustments, by least squares, brought to
 * the steps in which people set weights: up to one set a step, not verified here. None when the rows are too few.
 */
export function fitWeights(
  formula: TotalFormula,
  rows: readonly StatedTotal[],
  adjustments: AdjustmentUse,
): Decimal[][] {
  const { components, scheme } = formula;
  if (rows.length < components.length + ROWS_BEYOND_WEIGHTS) return [];
  const prior = components.map(({ weight }) => decimalToNumber(weight));
  const unweighted = {
    weights: components.map(() => ({ units: 0, places: 0 })),
    adjustments,
    rounding: { ...scheme.rounding, byStep: false },
  };
  const withoutFloor = { ...formula, scheme: { ...scheme, minimumTotal: null } };
  let equations = rows.flatMap(({ stated, set }): Equation[] => {
    const points = modelTotal(withoutFloor, unweighted, set);
    if (points === null) return [];
    const scores = set.scores.map((score) => (score === null ? 0 : decimalToNumber(score)));
    return [{ scores, sum: decimalToNumber(stated.value) - decimalToNumber(points) }];
  });
  const minimum = components.length + ROWS_BEYOND_WEIGHTS;
  let weights = solve(equations, prior);
  for (let fit = 1; fit < FITS && weights !== null; fit += 1) {
    const kept = bestFitting(equations, weights, Math.max(minimum, Math.ceil(equations.length * KEPT)));
    if (kept.length === equations.length) break;
    equations = kept;
    weights = solve(equations, prior);
  }
  if (weights === null) return [];
  const found = weights;
  const sets = STEPS.map((step) =>
    found.map((weight) => decimalOfNumber(Number((Math.round(weight / step) * step).toFixed(3)))),
  );
  return sets.filter((set): set is Decimal[] => set.every((weight) => weight !== null && weight.units >= 0));
}

function bestFitting(equations: readonly Equation[], weights: readonly number[], count: number): Equation[] {
  const errors = equations.map(({ scores, sum }) => Math.abs(dot(scores, weights) - sum));
  const limit = [...errors].sort(compareNumbers)[count - 1] ?? Number.POSITIVE_INFINITY;
  return equations.filter((_, index) => (errors[index] ?? 0) <= limit);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

/** Least squares by the normal equations, with a slight pull to the prior; null when they are singular. */
function solve(equations: readonly Equation[], prior: readonly number[]): number[] | null {
  const size = prior.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const { scores, sum } of equations) {
    for (const [row, line] of matrix.entries()) {
      const score = scores[row] ?? 0;
      for (let column = 0; column < size; column += 1)
        line[column] = (line[column] ?? 0) + score * (scores[column] ?? 0);
      line[size] = (line[size] ?? 0) + score * sum;
    }
  }
  for (const [index, line] of matrix.entries()) {
    const pull = PULL_TO_SCHEME * Math.max(1, line[index] ?? 0);
    line[index] = (line[index] ?? 0) + pull;
    line[size] = (line[size] ?? 0) + pull * (prior[index] ?? 0);
  }
  return eliminate(matrix);
}

/** Gaussian elimination with the largest pivot first. */
function eliminate(matrix: number[][]): number[] | null {
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    }
    const line = matrix[pivot];
    const other = matrix[column];
    if (!line || !other || Math.abs(line[column] ?? 0) < 1e-12) return null;
    matrix[pivot] = other;
    matrix[column] = line;
    for (const [row, cells] of matrix.entries()) {
      if (row === column) continue;
      const factor = (cells[column] ?? 0) / (line[column] ?? 1);
      for (let index = column; index <= size; index += 1)
        cells[index] = (cells[index] ?? 0) - factor * (line[index] ?? 0);
    }
  }
  return matrix.map((line, index) => (line[size] ?? 0) / (line[index] ?? 1));
}
