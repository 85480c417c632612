import type { CellValue } from "../workbook/snapshot";
import { decimalOfNumber, decimalToNumber, type Decimal } from "./decimal";
import { amountOf, fullMarkIn, readNumber } from "./readNumber";

/** The figure in a cell as a score, as a number or as text (95% is 95); null for anything that has no single meaning. */
export function figureIn(value: CellValue): Decimal | null {
  if (typeof value === "number") return decimalOfNumber(value);
  if (typeof value !== "string") return null;
  const reading = readNumber(value);
  return reading.kind === "number" ? reading.value : null;
}

/**
 * The same, also for what only likely means a number (95,5 or 8.5/10): for columns that hold nothing else, so that there
 * is but one meaning.
 */
export function likelyFigureIn(value: CellValue): Decimal | null {
  if (typeof value !== "string") return figureIn(value);
  const reading = readNumber(value);
  return reading.kind === "number" || reading.kind === "likely" ? reading.value : null;
}

/** Whether no two of the texts that give marks out of a full mark (8/10) give them out of different ones. */
export function haveOneFullMark(values: Iterable<CellValue>): boolean {
  let common: string | null = null;
  for (const value of values) {
    const mark = typeof value === "string" ? fullMarkIn(value) : null;
    if (mark === null) continue;
    if (common !== null && mark !== common) return false;
    common = mark;
  }
  return true;
}

/** The weight in a cell as a fraction of 1: 0.3, 30% and 30 are one weight, what is above 1 is percent. */
export function weightIn(value: CellValue): Decimal | null {
  const figure = figureIn(value);
  if (figure === null) return null;
  const isPercent = figure.units > 10 ** figure.places || (typeof value === "string" && /[%％]/.test(value));
  return isPercent ? { units: figure.units, places: figure.places + 2 } : figure;
}

/**
 * The number that a text likely stands for, as arithmetic takes it: 95% is 0.95, (5) is −5. For finding out what a
 * workbook's figures are to each other, never for a score.
 */
export function amountInText(text: string): Decimal | null {
  const reading = readNumber(text);
  return reading.kind === "number" || reading.kind === "likely" ? amountOf(reading) : null;
}

/** The nearest double of what `amountInText` reads; NaN for anything else. */
export function doubleInText(text: string): number {
  const amount = amountInText(text);
  return amount === null ? Number.NaN : decimalToNumber(amount);
}
