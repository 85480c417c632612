import type { RankOrder } from "../fact";
import type { FigureColumn } from "./figures";
import type { Grouping } from "./groupings";

/** Where each row stands when a column's figures are ranked. 0 where the row has no figure or no group. */
export interface Standings {
  /** Places of competition ranking: 1, 2, 2, 4. */
  readonly competition: Int32Array;
  /** Places without gaps: 1, 2, 2, 3. */
  readonly dense: Int32Array;
  /** How many rows share the figure. */
  readonly equal: Int32Array;
  /** How many rows the group has. */
  readonly size: Int32Array;
}

/** Ranks a column's figures in each group. Figures that differ by the noise of binary fractions are equal. */
export function rankColumn(numbers: Float64Array, { groups }: Grouping, order: RankOrder): Standings {
  const rows: number[] = [];
  const keys = new Float64Array(numbers.length);
  for (const [row, number] of numbers.entries()) {
    if (Number.isNaN(number) || (groups[row] ?? -1) < 0) continue;
    keys[row] = withoutNoise(number) * (order === "descending" ? -1 : 1);
    rows.push(row);
  }
  rows.sort(
    (left, right) => (groups[left] ?? 0) - (groups[right] ?? 0) || (keys[left] ?? 0) - (keys[right] ?? 0),
  );
  const standings = {
    competition: new Int32Array(numbers.length),
    dense: new Int32Array(numbers.length),
    equal: new Int32Array(numbers.length),
    size: new Int32Array(numbers.length),
  };
  for (let start = 0; start < rows.length;) {
    const end = endOf(rows, start, (row) => groups[row] ?? 0);
    placeGroup(rows.slice(start, end), keys, standings);
    start = end;
  }
  return standings;
}

function placeGroup(rows: readonly number[], keys: Float64Array, standings: Standings): void {
  let dense = 0;
  for (let start = 0; start < rows.length;) {
    const end = endOf(rows, start, (row) => keys[row] ?? 0);
    dense += 1;
    for (const row of rows.slice(start, end)) {
      standings.competition[row] = start + 1;
      standings.dense[row] = dense;
      standings.equal[row] = end - start;
      standings.size[row] = rows.length;
    }
    start = end;
  }
}

function endOf(rows: readonly number[], start: number, keyOf: (row: number) => number): number {
  const key = keyOf(rows[start] ?? 0);
  let end = start + 1;
  while (end < rows.length && keyOf(rows[end] ?? 0) === key) end += 1;
  return end;
}

/** Figures of up to four places have no noise to take off, which most scores need not be asked for as text. */
const USUAL_UNIT = 10_000;
const LARGEST_USUAL = 1e7;

function withoutNoise(number: number): number {
  const isUsual = Math.abs(number) < LARGEST_USUAL && Math.round(number * USUAL_UNIT) / USUAL_UNIT === number;
  return isUsual || Number.isInteger(number) ? number : Number(number.toPrecision(12));
}

/** The places that a column states: its numbers, or the one number in texts such as T5, 第3名, 3rd. */
export function statedPlaces(column: FigureColumn, valueAt: (row: number) => unknown): Float64Array {
  if (column.isFigure && !column.states.includes("text")) return column.numbers;
  return column.numbers.map((number, row) => placeIn(valueAt(row)) ?? number);
}

/** The one number in a text such as T5, 第3名, 3rd or 3 (tied); null for anything but a short text with one. */
export function placeIn(value: unknown): number | null {
  if (typeof value !== "string" || value.length > 12) return null;
  const match = /^\D{0,4}(\d{1,6})\D{0,6}$/.exec(value);
  return match ? Number(match[1]) : null;
}

/** Whether places only count the rows down: 1, 2, 3, 4. */
export function isRunning(places: Float64Array): boolean {
  let steps = 0;
  let rising = 0;
  for (let row = 1; row < places.length; row += 1) {
    const step = (places[row] ?? Number.NaN) - (places[row - 1] ?? Number.NaN);
    if (Number.isNaN(step)) continue;
    steps += 1;
    if (step > 0 && step <= 3) rising += 1;
  }
  return steps > 1 && rising >= steps * 0.9;
}

/** Whether places only count the rows of each group down. */
export function isNumberedOn(places: Float64Array, groups: Int32Array): boolean {
  const last = new Map<number, number>();
  let steps = 0;
  let rising = 0;
  for (const [row, place] of places.entries()) {
    if (Number.isNaN(place)) continue;
    const group = groups[row] ?? -1;
    const above = last.get(group);
    last.set(group, place);
    if (above === undefined) continue;
    steps += 1;
    if (place === above + 1) rising += 1;
  }
  return steps > 1 && rising >= steps * 0.9;
}

/** Whether rows with equal figures have equal places, here or there: then ties are not numbered on. */
export function hasRepeats(
  stated: Float64Array,
  { equal, competition }: Standings,
  groups: Int32Array,
): boolean {
  const counts = new Map<string, number>();
  let tied = 0;
  for (let row = 0; row < stated.length; row += 1) {
    if ((equal[row] ?? 0) < 2 || Number.isNaN(stated[row])) continue;
    tied += 1;
    const key = `${String(groups[row])} ${String(competition[row])} ${String(stated[row])}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const repeats = [...counts.values()].filter((count) => count > 1).length;
  return repeats > tied * 0.1;
}
