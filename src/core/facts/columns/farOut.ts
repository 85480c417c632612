import type { FigureColumn } from "./figures";

/** A figure is far out when it is so many times farther from the middle than nine of ten others. */
const FAR = 8;
const MOST_SHARE = 0.9;

const known = new WeakMap<FigureColumn, readonly [low: number, high: number]>();

/** Whether a figure is so far from all others of its column that it must be a slip: 610 among sixes. */
export function isFarOut(column: FigureColumn, row: number): boolean {
  const bounds = known.get(column) ?? boundsOf(column);
  known.set(column, bounds);
  const number = column.numbers[row] ?? Number.NaN;
  return number < bounds[0] || number > bounds[1];
}

function boundsOf({ numbers }: FigureColumn): readonly [number, number] {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
  const middle = sorted[sorted.length >> 1] ?? 0;
  const distances = sorted.map((number) => Math.abs(number - middle)).sort();
  const usual = distances[Math.floor((distances.length - 1) * MOST_SHARE)] ?? 0;
  return usual === 0 || sorted.length < 8
    ? [-Infinity, Infinity]
    : [middle - FAR * usual, middle + FAR * usual];
}
