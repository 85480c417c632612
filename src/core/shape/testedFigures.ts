import { FIGURE } from "./cellScan";
import { isFigureColumn, startOf, type RegionRows } from "./regionRows";

/** Evidence from more columns than this adds nothing. */
const MOST_COLUMNS = 40;

/** The columns of a region that sums are looked for in, from 0: those with figures, evenly spread if they are many. */
export function testedColumns(rows: RegionRows): Int32Array {
  const all: number[] = [];
  rows.columns.forEach((summary, column) => {
    if (summary.figures >= 2) all.push(column);
  });
  const step = Math.max(1, all.length / MOST_COLUMNS);
  return Int32Array.from(
    { length: Math.min(all.length, MOST_COLUMNS) },
    (_, index) => all[Math.floor(index * step)] ?? 0,
  );
}

/** The figures of a row that are tested. Lists are as long as `places`. */
export interface TestedRow {
  /** Places among the tested columns. */
  readonly places: Int32Array;
  readonly values: Float64Array;
  /** What the last digit of each counts, as its column is written. */
  readonly units: Float64Array;
  /** What the last digit of each counts, as its row is written: means have decimals of their own. */
  readonly meanUnits: Float64Array;
  /** What size is usual where each stands. */
  readonly sizes: Float64Array;
  /** The share of near rows with the same figure. */
  readonly repeats: Float64Array;
}

/** Decimal places of the shortest form of a number, up to 9: more are the leftovers of binary arithmetic. */
function decimalsOf(value: number): number {
  let scaled = Math.abs(value);
  for (let places = 0; places < 9; places += 1) {
    if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, scaled)) return places;
    scaled *= 10;
  }
  return 9;
}

/** The decimal places that half of each column's figures keep within, by the rows that are judged. */
export function usualDecimals(rows: RegionRows, columns: Int32Array): readonly number[] {
  const looked =
    rows.judged.length <= 100 ? rows.judged : [...rows.judged.slice(0, 50), ...rows.judged.slice(-50)];
  return Array.from(columns, (column) => {
    const seen: number[] = [];
    for (const row of looked) {
      const value = rows.scan.values[startOf(rows, row) + column] ?? Number.NaN;
      if (!Number.isNaN(value)) seen.push(decimalsOf(value));
    }
    return median(seen);
  });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(0.5 * sorted.length)] ?? 0;
}

/** The figures of a row that are worth testing: zeros are not. */
export function testedRow(
  rows: RegionRows,
  row: number,
  columns: Int32Array,
  decimals: readonly number[],
): TestedRow {
  const { scan } = rows;
  const start = startOf(rows, row);
  const places: number[] = [];
  columns.forEach((column, place) => {
    const value = scan.values[start + column] ?? Number.NaN;
    if (scan.kinds[start + column] === FIGURE && !Number.isNaN(value) && value !== 0) places.push(place);
  });
  const columnAt = (place: number) => columns[place] ?? 0;
  const valueAt = (place: number) => scan.values[start + columnAt(place)] ?? 0;
  const ownDecimals = places.map((place) => decimalsOf(valueAt(place)));
  const rowDecimals = median(ownDecimals);
  return {
    places: Int32Array.from(places),
    values: Float64Array.from(places, valueAt),
    units: Float64Array.from(
      places,
      (place, at) => 10 ** -Math.max(decimals[place] ?? 0, ownDecimals[at] ?? 0),
    ),
    meanUnits: Float64Array.from(ownDecimals, (own) => 10 ** -Math.max(rowDecimals, own)),
    sizes: Float64Array.from(places, (place) =>
      Math.max(Math.abs(valueAt(place)), 0.2 * (rows.columns[columnAt(place)]?.largest ?? 0)),
    ),
    repeats: Float64Array.from(places, (place) => repeatShare(rows, row, columnAt(place), valueAt(place))),
  };
}

/** The share of the ten rows on either side that have the same figure. */
function repeatShare(rows: RegionRows, row: number, column: number, value: number): number {
  let [near, same] = [0, 0];
  for (let other = Math.max(0, row - 10); other <= row + 10 && other < rows.count; other += 1) {
    const figure = rows.scan.values[startOf(rows, other) + column] ?? Number.NaN;
    if (other === row || Number.isNaN(figure)) continue;
    near += 1;
    if (figure === value) same += 1;
  }
  return near === 0 ? 0 : same / near;
}

/** Whether a row of a long region is tested: near an end, or where something changes. */
export function isTested(rows: RegionRows, place: number): boolean {
  const row = rows.judged[place] ?? 0;
  if ((rows.figures[row] ?? 0) === 0) return false;
  return place < NEAR_END || place >= rows.judged.length - NEAR_END || looksApart(rows, row);
}

/** So many judged rows at either end are tested, whatever they look like. */
const NEAR_END = 120;

function looksApart(rows: RegionRows, row: number): boolean {
  if ((rows.gaps[row] ?? 0) > 0 || (rows.gaps[row + 1] ?? 0) > 0) return true;
  const start = startOf(rows, row);
  return rows.columns.some(
    (summary, column) =>
      summary.filled > 0.9 * rows.count &&
      (rows.scan.kinds[start + column] === FIGURE) !== isFigureColumn(summary),
  );
}
