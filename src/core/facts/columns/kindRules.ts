import type { FactKind } from "../fact";
import type { Figures } from "./figures";
import type { Rule } from "./rule";
import { countFilled, predictMean } from "./sums";

/** How many of the highest and of the lowest figures are left out. */
export interface Dropped {
  readonly high: number;
  readonly low: number;
}

/** A rule whose figure is a function of the filled cells of its parts: mean, count, extremes, best of, trimmed mean. */
export function setRule(
  figures: Figures,
  target: number,
  kind: FactKind,
  of: readonly number[],
  cost: number,
  dropped?: Dropped,
): Rule | null {
  const base = { target, kind, of, cost, ...(dropped ? { dropped } : {}) };
  switch (kind) {
    case "mean":
      return { ...base, predict: (rows) => predictMean(figures, rows, of) };
    case "count":
      return { ...base, predict: (rows) => countFilled(figures, rows, of) };
    case "max":
    case "min":
      return {
        ...base,
        predict: (rows) => eachRow(figures, rows, of, (sorted) => sorted.at(kind === "max" ? 0 : -1)),
      };
    case "best-of":
    case "trimmed-mean":
      return dropped
        ? {
            ...base,
            predict: (rows) =>
              eachRow(figures, rows, of, (sorted) =>
                kind === "trimmed-mean"
                  ? trimmed(sorted, dropped, true)
                  : trimmed(sorted, withoutBlanks(dropped, of.length - sorted.length), false),
              ),
          }
        : null;
    default:
      return null;
  }
}

/** How many of the lowest filled cells the best few leave out: what was missed is left out before what was scored least. */
export function filledAmong(low: number, high: number, blanks: number): number {
  return high > 0 ? low : Math.max(0, low - blanks);
}

function withoutBlanks({ high, low }: Dropped, blanks: number): Dropped {
  return { high, low: filledAmong(low, high, blanks) };
}

/** The sum or mean of what is left of descending numbers without the highest and lowest. */
function trimmed(sorted: Float64Array, { high, low }: Dropped, isMean: boolean): number {
  const end = sorted.length - low;
  if (end <= high) return Number.NaN;
  let sum = 0;
  for (let at = high; at < end; at += 1) sum += sorted[at] ?? 0;
  return isMean ? sum / (end - high) : sum;
}

function eachRow(
  figures: Figures,
  rows: Int32Array,
  of: readonly number[],
  work: (sorted: Float64Array) => number | undefined,
): Float64Array {
  return Float64Array.from(rows, (row) => {
    const numbers = of.map((column) => figures.columns[column]?.numbers[row] ?? Number.NaN);
    const sorted = Float64Array.from(numbers.filter((number) => !Number.isNaN(number)))
      .sort()
      .reverse();
    return work(sorted) ?? Number.NaN;
  });
}
