import { meets } from "./rule";
import type { FigureColumn, Figures } from "./figures";

/** So many rows are looked at while searching; what holds in them is judged by all rows. */
const SAMPLE_ROWS = 16;

/** As many misses in as many first rows end the trial. */
const EARLY_MISSES = 3;
const EARLY_ROWS = 4;

/** A few telling rows of a target and what stands in them. */
export interface Sample {
  readonly target: FigureColumn;
  readonly rows: readonly number[];
  /** In how many of the rows a rule may fail. */
  readonly misses: number;
  /** What the target holds, and how far a rounded figure may be off, by sampled row. */
  readonly stated: Float64Array;
  readonly half: Float64Array;
  /** What each column adds, by sampled row. */
  readonly addends: ReadonlyMap<number, Float64Array>;
  /** 1 where the column holds a number. */
  readonly filled: ReadonlyMap<number, Uint8Array>;
}

/** Takes rows in which the target holds a figure other than 0, spread evenly; null when there are too few. */
export function takeSample(figures: Figures, target: FigureColumn, pool: readonly number[]): Sample | null {
  const telling: number[] = [];
  for (const [row, number] of target.numbers.entries())
    if (!Number.isNaN(number) && number !== 0) telling.push(row);
  if (telling.length < 3) return null;
  const count = Math.min(SAMPLE_ROWS, telling.length);
  const rows = Array.from(
    { length: count },
    (_, index) => telling[Math.floor((index * telling.length) / count)] ?? 0,
  );
  const addends = new Map<number, Float64Array>();
  const filled = new Map<number, Uint8Array>();
  for (const column of pool) {
    const own = figures.columns[column];
    if (!own) continue;
    addends.set(
      column,
      Float64Array.from(rows, (row) => own.addends[row] ?? 0),
    );
    filled.set(
      column,
      Uint8Array.from(rows, (row) => (own.states[row] === "number" ? 1 : 0)),
    );
  }
  return {
    target,
    rows,
    misses: Math.max(1, Math.floor(count / 4)),
    stated: Float64Array.from(rows, (row) => target.numbers[row] ?? 0),
    half: Float64Array.from(rows, (row) => target.half[row] ?? 0),
    addends,
    filled,
  };
}

/** Whether a rule meets the target in the sampled rows, all but a few. Cut figures (rounded up or down) meet it too. */
export function fits(sample: Sample, predict: (index: number) => number, wide = false): boolean {
  // Of the first rows most must hold: nearly all rules fail there.
  let misses = 0;
  for (const [index, stated] of sample.stated.entries()) {
    const half = (sample.half[index] ?? 0) * (wide ? 2 : 1);
    if (meets(stated, predict(index), half, "half-up")) continue;
    misses += 1;
    if (misses > sample.misses || (misses === EARLY_MISSES && index < EARLY_ROWS)) return false;
  }
  return true;
}
