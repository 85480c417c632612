import { haveOneFullMark } from "../../numbers/cellFigure";
import { decimalToNumber } from "../../numbers/decimal";
import { amountOf, plainText, readNumber } from "../../numbers/readNumber";
import type { ShapedTable } from "../../shape/shape";
import { isDateFormat, isPercentFormat } from "../../workbook/numberFormat";
import { isCellError, type CellValue } from "../../workbook/snapshot";

/** What a column holds in the rows of its units. */
export interface ColumnProfile {
  /** Rows that were looked at: all of a table, or a sample spread over it. */
  readonly rows: number;
  readonly filled: number;
  /** Numbers, texts that mean numbers among them. */
  readonly numbers: number;
  readonly texts: number;
  readonly errors: number;
  readonly formulas: number;
  /** Different values, texts without white space. */
  readonly distinct: number;
  readonly whole: boolean;
  readonly smallest: number;
  readonly largest: number;
  /** Whether the numbers grow by the same step from row to row. */
  readonly steps: boolean;
  /** Whether the numbers are shown as dates or times. */
  readonly dates: boolean;
  /** Whether the numbers are shown as percentages. */
  readonly percent: boolean;
  /** Whether nearly all its figures are texts that likely mean one: 95,5 or 8.5/10. They count as numbers then. */
  readonly likely: boolean;
  /** The usual length of the texts, in characters. */
  readonly textLength: number;
}

/** So many rows of a long table are looked at, spread over it. */
const SAMPLE = 400;

/** Describes a column by its cells. */
export function columnProfile(
  { grid }: Pick<ShapedTable, "grid">,
  unitRows: readonly number[],
  column: number,
): ColumnProfile {
  const rows = sampleOf(unitRows);
  const likely = holdsLikelyFigures(rows.map((row) => grid.shown(row, column)));
  const values = new Set<string>();
  const found: number[] = [];
  const lengths: number[] = [];
  let [texts, errors, formulas, dates, percent] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const value = grid.shown(row, column);
    if (grid.formula(row, column) !== null) formulas += 1;
    if (value === null || value === "") continue;
    if (isCellError(value)) {
      errors += 1;
      continue;
    }
    if (typeof value === "number") {
      const format = grid.numberFormat(row, column);
      if (isDateFormat(format)) dates += 1;
      if (isPercentFormat(format)) percent += 1;
      found.push(value);
      values.add(String(value));
      continue;
    }
    const text = plainText(String(value));
    if (text === "") continue;
    const reading = readNumber(String(value));
    if (reading.kind === "none") continue;
    if (reading.kind === "number" || (likely && reading.kind === "likely")) {
      found.push(decimalToNumber(amountOf(reading)));
      if (reading.oddities.includes("percent")) percent += 1;
    } else {
      texts += 1;
      lengths.push(text.length);
    }
    values.add(text);
  }
  const numbers = found.length;
  return {
    rows: rows.length,
    filled: numbers + texts + errors,
    numbers,
    texts,
    errors,
    formulas,
    distinct: values.size,
    whole: numbers > 0 && found.every(Number.isInteger),
    smallest: numbers === 0 ? 0 : found.reduce((least, value) => Math.min(least, value)),
    largest: numbers === 0 ? 0 : found.reduce((most, value) => Math.max(most, value)),
    steps: numbers > 2 && numbers >= rows.length * 0.9 && isEven(found),
    dates: dates * 2 > numbers,
    percent: percent * 2 > numbers,
    likely,
    textLength: lengths.sort((left, right) => left - right)[Math.floor(lengths.length / 2)] ?? 0,
  };
}

/** A column of texts that likely mean numbers holds hardly anything else. */
const LIKELY_SHARE = 0.8;

function holdsLikelyFigures(values: readonly CellValue[]): boolean {
  const readings = values.flatMap((value) => (typeof value === "string" ? [readNumber(value)] : []));
  const likely = readings.filter(({ kind }) => kind === "likely").length;
  const texts = readings.filter(({ kind }) => kind === "text").length;
  return likely > 0 && likely >= (likely + texts) * LIKELY_SHARE && haveOneFullMark(values);
}

/** Rows spread evenly over all of them. */
export function sampleOf(rows: readonly number[]): readonly number[] {
  if (rows.length <= SAMPLE) return rows;
  return Array.from({ length: SAMPLE }, (_, index) => rows[Math.floor((index * rows.length) / SAMPLE)] ?? 0);
}

/** Whether the numbers grow by one step almost everywhere: a running number that skips a row is still one. */
function isEven(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((value, index) => value - (numbers[index] ?? value));
  const [first] = steps;
  if (first === undefined || first === 0) return false;
  return steps.filter((step) => step === first).length >= steps.length * 0.95;
}
