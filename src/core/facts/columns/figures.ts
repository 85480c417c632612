import { haveOneFullMark } from "../../numbers/cellFigure";
import { decimalToNumber, placesOf } from "../../numbers/decimal";
import { amountOf, readNumber } from "../../numbers/readNumber";
import type { Steps } from "../../steps";
import { isCellError, type CellValue } from "../../workbook/snapshot";
import type { FactTable } from "../fact";

/** What a cell is to arithmetic. */
export type CellState = "blank" | "number" | "text" | "error";

/** A column's cells as numbers. */
export interface FigureColumn {
  readonly column: number;
  /** NaN where no number stands. */
  readonly numbers: Float64Array;
  /** The same with 0 where none stands: what a cell adds to a sum. */
  readonly addends: Float64Array;
  /** Half the unit of the last decimal: how far a rounded figure may be from the right one. 0 where not rounded. */
  readonly half: Float64Array;
  readonly states: readonly CellState[];
  /** How many numbers, and how many different ones. */
  readonly count: number;
  readonly distinct: number;
  /** Decimals that the column's figures have, all but a few of them. */
  readonly places: number;
  /** Whether more decimals stand than anybody types, so that nothing was rounded. */
  readonly exact: boolean;
  readonly isFigure: boolean;
  readonly isConstant: boolean;
  readonly hasNegative: boolean;
  /** Whole numbers, nearly all different, each one above the cell above it. */
  readonly isSequence: boolean;
  /** Whole numbers as a ranking of all rows gives them: each is one more than there are smaller ones. */
  readonly isPlaces: boolean;
  /** Whole numbers from 0 or 1, none above the number of rows. */
  readonly mayRank: boolean;
  /** Figures too long to be scores: telephone numbers, student numbers. */
  readonly isCode: boolean;
}

/** A table's columns as numbers. */
export interface Figures {
  readonly table: FactTable;
  readonly rowCount: number;
  readonly columns: readonly FigureColumn[];
}

/** Figures with more decimals than this were not rounded. */
const TYPED_PLACES = 8;
/** A column of figures: so many of its filled cells are numbers. */
const FIGURE_SHARE = 0.6;
const CODE = 10_000_000;

/** Reads all cells of a table as numbers; texts that mean numbers count as such. A step is a column. */
export function* readFigures(table: FactTable): Steps<Figures> {
  const columns: FigureColumn[] = [];
  for (let column = 0; column < table.columnCount; column += 1) {
    yield;
    columns.push(readColumn(table, column));
  }
  return { table, rowCount: table.rowCount, columns };
}

function readColumn(table: FactTable, column: number): FigureColumn {
  const { rowCount } = table;
  const numbers = new Float64Array(rowCount).fill(Number.NaN);
  const addends = new Float64Array(rowCount);
  const places = new Int8Array(rowCount).fill(-1);
  const states: CellState[] = [];
  const values = Array.from({ length: rowCount }, (_, row) => table.value(row, column));
  const isOneMeasure = haveOneFullMark(values);
  for (const [row, value] of values.entries()) {
    const cell = readCell(value, isOneMeasure);
    states.push(cell.state);
    if (cell.state !== "number") continue;
    numbers[row] = cell.number;
    addends[row] = cell.number;
    places[row] = cell.places;
  }
  const usual = usualPlaces(places);
  const half = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const own = Math.max(usual, places[row] ?? 0);
    half[row] = own > TYPED_PLACES ? 0 : 0.5 * 10 ** -own;
  }
  return { column, numbers, addends, half, states, places: usual, ...profile(numbers, states, usual) };
}

function readCell(
  value: CellValue,
  isOneMeasure: boolean,
): { state: CellState; number: number; places: number } {
  const none = { number: Number.NaN, places: -1 };
  if (value === null || value === "") return { state: "blank", ...none };
  if (isCellError(value)) return { state: "error", ...none };
  if (typeof value === "boolean") return { state: "text", ...none };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { state: "error", ...none };
    return { state: "number", number: value, places: placesOf(value) };
  }
  const reading = readNumber(value);
  if (reading.kind === "none") return { state: "blank", ...none };
  if (reading.kind === "text" || (!isOneMeasure && reading.oddities.includes("out-of")))
    return { state: "text", ...none };
  const amount = amountOf(reading);
  return { state: "number", number: decimalToNumber(amount), places: amount.places };
}

/** The fewest decimals that all but a few of the numbers fit in. */
function usualPlaces(places: Int8Array): number {
  const counts = new Array<number>(17).fill(0);
  let all = 0;
  for (const own of places) {
    if (own < 0) continue;
    counts[own] = (counts[own] ?? 0) + 1;
    all += 1;
  }
  let seen = 0;
  for (const [own, count] of counts.entries()) {
    seen += count;
    if (seen >= all * 0.85) return own;
  }
  return 0;
}

function profile(numbers: Float64Array, states: readonly CellState[], places: number) {
  const values = numbers.filter((number) => !Number.isNaN(number));
  const filled = states.reduce((count, state) => count + (state === "blank" ? 0 : 1), 0);
  const distinct = new Set(values).size;
  const count = values.length;
  let least = Infinity;
  let most = -Infinity;
  let whole = 0;
  let rising = 0;
  let last = Number.NaN;
  for (const number of values) {
    if (number < least) least = number;
    if (number > most) most = number;
    if (Number.isInteger(number)) whole += 1;
    if (number > last && number - last <= 3) rising += 1;
    last = number;
  }
  const isFigure = count > 0 && count >= filled * FIGURE_SHARE;
  const wholes = whole === count && isFigure && count > 0;
  return {
    count,
    distinct,
    exact: places > TYPED_PLACES,
    isFigure,
    isConstant: distinct <= 1,
    hasNegative: least < 0,
    isSequence: wholes && count >= 3 && distinct === count && rising >= (count - 1) * 0.9,
    isPlaces: wholes && count >= 3 && isRanking(values, distinct),
    mayRank: wholes && count >= 3 && least >= 0 && least <= 1 && most <= states.length + 1 && distinct > 1,
    isCode: wholes && least >= CODE,
  };
}

function isRanking(values: Float64Array, distinct: number): boolean {
  const sorted = Float64Array.from(values).sort();
  const first = sorted[0] ?? 0;
  // Columns of few different figures (0 and 1) would look like places with very many ties.
  if ((first !== 0 && first !== 1) || distinct < Math.max(3, values.length * 0.3)) return false;
  let places = 0;
  let start = 0;
  for (const [index, value] of sorted.entries()) {
    if (value !== sorted[start]) start = index;
    if (value === first + start || value === first + index) places += 1;
  }
  // Points that few got, 0, 0, 1, 2, are no places without gaps.
  const dense = first === 1 && (sorted.at(-1) ?? 0) === distinct && distinct >= values.length * 0.5;
  return dense || places >= values.length * 0.8;
}
