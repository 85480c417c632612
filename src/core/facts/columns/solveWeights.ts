import { eliminate } from "../../numbers/eliminate";

/** Rows of factors, each with the sum that it should come to. */
export interface Sums {
  readonly factors: readonly Float64Array[];
  readonly stated: Float64Array;
}

const ROUNDS = 12;
/** Of the largest factor: below it, factors tell no answer apart. */
const LEAST_PIVOT = 1e-11;
/** By these rounds most rows must have come near, measured by the spread of the sums, or they never will. */
const TRIALS: ReadonlyMap<number, number> = new Map([
  [1, 0.4],
  [3, 0.15],
  [6, 0.05],
]);

/**
 * Weights by which the factors come to the stated sums in most rows, whatever the rest of the rows say: rows that are
 * off count less and less. Null where the factors do not tell one answer.
 */
export function solveWeights({ factors, stated }: Sums, tolerance: number): number[] | null {
  const trust = new Float64Array(stated.length).fill(1);
  let weights: number[] | null = null;
  const spread = spreadOf(stated);
  for (let round = 0; round < ROUNDS; round += 1) {
    weights = weighted({ factors, stated }, trust);
    if (weights === null) return null;
    const off = residuals({ factors, stated }, weights);
    const typical = middle(off);
    const trial = TRIALS.get(round);
    if (trial !== undefined && typical > 6 * tolerance && typical > trial * spread) return null;
    const floor = Math.max(tolerance, typical * 0.02, 1e-12);
    for (const [row, distance] of off.entries()) trust[row] = 1 / Math.max(distance, floor);
    if (round > 2 && off.every((distance) => distance <= tolerance)) break;
  }
  return weights;
}

/** How far each row is off. */
export function residuals({ factors, stated }: Sums, weights: readonly number[]): Float64Array {
  const off = Float64Array.from(stated);
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    const factor = factors[at];
    if (factor)
      for (let row = 0; row < off.length; row += 1) off[row] = (off[row] ?? 0) - weight * (factor[row] ?? 0);
  }
  for (let row = 0; row < off.length; row += 1) off[row] = Math.abs(off[row] ?? 0);
  return off;
}

function spreadOf(numbers: Float64Array): number {
  const center = middle(numbers);
  return middle(numbers.map((number) => Math.abs(number - center)));
}

function middle(numbers: Float64Array): number {
  return Float64Array.from(numbers).sort()[numbers.length >> 1] ?? 0;
}

/** Weighted least squares by the normal equations, each factor measured by its own size. */
function weighted({ factors, stated }: Sums, trust: Float64Array): number[] | null {
  const size = factors.length;
  const scale = factors.map((factor) => Math.sqrt(product(factor, factor)) || 1);
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  const trusted = new Float64Array(stated.length);
  for (const [at, factor] of factors.entries()) {
    const line = matrix[at];
    if (!line) continue;
    const own = scale[at] ?? 1;
    for (let row = 0; row < trusted.length; row += 1)
      trusted[row] = ((factor[row] ?? 0) * (trust[row] ?? 0)) / own;
    for (let other = at; other < size; other += 1)
      line[other] = product(trusted, factors[other] ?? stated) / (scale[other] ?? 1);
    line[size] = product(trusted, stated);
  }
  mirror(matrix);
  const largest = Math.max(...matrix.map((line, at) => Math.abs(line[at] ?? 0)));
  const solved = eliminate(matrix, largest * LEAST_PIVOT);
  return solved === null ? null : solved.map((weight, at) => weight / (scale[at] ?? 1));
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < left.length; row += 1) sum += (left[row] ?? 0) * (right[row] ?? 0);
  return sum;
}

/** Fills in the lower half of a symmetric system, of which the upper half is given. */
function mirror(matrix: readonly Float64Array[]): void {
  for (const [at, line] of matrix.entries())
    for (let other = 0; other < at; other += 1) line[other] = matrix[other]?.[at] ?? 0;
}
