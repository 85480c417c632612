import type { FigureColumn, Figures } from "./figures";

/** So many rows are looked at while searching; what holds in them is judged by all rows. */
const SAMPLE_ROWS = 16;
/** Columns with few different figures meet a rule by chance in many rows: more are looked at. */
const FEW_DIFFERENT = 12;
const MORE_ROWS = 32;

/** A trial ends as soon as so many rows have failed, and one more for every fourth row. */
const EARLY_MISSES = 2;

/** A few telling rows of a target and what stands in them. */
export interface Sample {
  readonly target: FigureColumn;
  readonly rows: readonly number[];
  /** In how many of the rows a rule may fail. */
  readonly misses: number;
  /** What the target holds, and how far a rounded figure may be off, by sampled row. */
  readonly stated: Float64Array;
  readonly half: Float64Array;
  /** How far off a figure that was cut (rounded up or down) may be. */
  readonly whole: Float64Array;
  /** What each column adds, by sampled row. */
  readonly addends: ReadonlyMap<number, Float64Array>;
  /** 1 where the column holds a number. */
  readonly filled: ReadonlyMap<number, Uint8Array>;
}

/** Takes rows in which the target holds a figure other than 0, spread evenly; null when there are too few. */
export function takeSample(figures: Figures, target: FigureColumn, pool: readonly number[]): Sample | null {
  const rows = rowsOf(target);
  if (rows.length < 3) return null;
  const addends = new Map<number, Float64Array>();
  const filled = new Map<number, Uint8Array>();
  for (const column of pool) {
    const own = figures.columns[column];
    if (!own) continue;
    const added = new Float64Array(rows.length);
    const present = new Uint8Array(rows.length);
    for (const [index, row] of rows.entries()) {
      added[index] = own.addends[row] ?? 0;
      present[index] = own.states[row] === "number" ? 1 : 0;
    }
    addends.set(column, added);
    filled.set(column, present);
  }
  const stated = Float64Array.from(rows, (row) => target.numbers[row] ?? 0);
  const noise = stated.map((number) => 1e-9 * Math.max(1e-3, Math.abs(number)) + 1e-11);
  const reach = Float64Array.from(rows, (row) => target.half[row] ?? 0);
  return {
    target,
    rows,
    misses: Math.max(1, Math.floor(rows.length / 4)),
    stated,
    half: reach.map((half, index) => half + (noise[index] ?? 0)),
    whole: reach.map((half, index) => 2 * half + (noise[index] ?? 0)),
    addends,
    filled,
  };
}

/** Rows spread over the table; where the target has few different figures, each of them in turn. */
function rowsOf(target: FigureColumn): number[] {
  const telling: number[] = [];
  for (const [row, number] of target.numbers.entries())
    if (!Number.isNaN(number) && number !== 0) telling.push(row);
  const isFew = target.distinct <= FEW_DIFFERENT;
  const count = Math.min(isFew ? MORE_ROWS : SAMPLE_ROWS, telling.length);
  const from = isFew ? inTurn(telling, target) : telling;
  const step = isFew ? 1 : telling.length / count;
  return Array.from({ length: count }, (_, index) => from[Math.floor(index * step)] ?? 0);
}

function inTurn(rows: readonly number[], { numbers }: FigureColumn): number[] {
  const byFigure = new Map<number, number[]>();
  for (const row of rows) {
    const figure = numbers[row] ?? 0;
    const known = byFigure.get(figure);
    if (known) known.push(row);
    else byFigure.set(figure, [row]);
  }
  // Of each figure rows far apart, not the first ones only.
  const lists = [...byFigure.values()].map((list) => {
    const step = Math.max(1, list.length / MORE_ROWS);
    return Array.from(
      { length: Math.min(MORE_ROWS, list.length) },
      (_, at) => list[Math.floor(at * step)] ?? 0,
    );
  });
  const taken: number[] = [];
  for (let turn = 0; turn < MORE_ROWS && taken.length < MORE_ROWS; turn += 1)
    for (const list of lists) {
      const row = list[turn];
      if (row !== undefined) taken.push(row);
    }
  return taken;
}

/** Whether what a rule gives in the sampled rows meets the target, all but a few; `wide` for figures that were cut. */
export function fits(sample: Sample, given: Float64Array, wide = false): boolean {
  return fitsSum(sample, given, 1, given, 0, 0, wide);
}

/** Whether one list times its weight, the other times its weight and a constant make the target, all but a few. */
export function fitsSum(
  sample: Sample,
  one: Float64Array,
  weight: number,
  other: Float64Array,
  otherWeight: number,
  constant = 0,
  wide = false,
): boolean {
  const { stated, misses } = sample;
  const reach = wide ? sample.whole : sample.half;
  let missed = 0;
  for (let index = 0; index < stated.length; index += 1) {
    const given = weight * (one[index] ?? 0) + otherWeight * (other[index] ?? 0) + constant;
    // Written so that what is no number misses.
    if (Math.abs((stated[index] ?? 0) - given) <= (reach[index] ?? 0)) continue;
    missed += 1;
    if (missed > misses || isHopeless(missed, index)) return false;
  }
  return true;
}

/** Whether so many rows have failed up to one that the rest need not be asked. */
export function isHopeless(missed: number, index: number): boolean {
  return missed > EARLY_MISSES + index / 4;
}
