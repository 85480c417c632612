import type { FigureColumn } from "./figures";

/** By row, how surprising it is after the row above, in bits: little where the figures go on as they did. */
export type RowSteps = Float64Array;

const MOST_BITS = 14;
/** Steps that are shared by fewer rows tell nothing. */
const COMMON = 0.25;

const known = new WeakMap<FigureColumn, RowSteps>();

/**
 * How much of a column's figures the rows above do not tell already. In 60, 61, 62, 63 the first says all: rules of such
 * columns hold in all rows as soon as they hold in one.
 */
export function stepsOf(column: FigureColumn): RowSteps {
  const found = known.get(column) ?? readSteps(column);
  known.set(column, found);
  return found;
}

function readSteps({ numbers, distinct, count }: FigureColumn): RowSteps {
  const bits = new Float64Array(numbers.length).fill(MOST_BITS);
  // Columns of few different figures have few steps in any order.
  if (distinct < count * 0.5) return bits;
  const counts = new Map<number, number>();
  const steps = numbers.map((number, row) =>
    row === 0 ? Number.NaN : Number((number - (numbers[row - 1] ?? Number.NaN)).toPrecision(9)),
  );
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  for (const [row, step] of steps.entries()) {
    const others = (counts.get(step) ?? 1) - 1;
    const share = others / Math.max(1, numbers.length - 2);
    if (!Number.isNaN(step) && share >= COMMON) bits[row] = -Math.log2(Math.min(1, share));
  }
  return bits;
}

/** The most that any of the columns says in a row. */
export function freshness(steps: readonly RowSteps[], row: number): number {
  let most = steps.length === 0 ? MOST_BITS : 0;
  for (const own of steps) most = Math.max(most, own[row] ?? 0);
  return most;
}
