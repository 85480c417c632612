import type { CellValue } from "../workbook/snapshot";
import { decimalOfNumber, decimalToNumber, type Decimal } from "./decimal";
import { amountOf, readNumber } from "./readNumber";

/** The figure in a cell as a score, as a number or as text (95% is 95); null for anything that has no single meaning. */
export function figureIn(value: CellValue): Decimal | null {
  if (typeof value === "number") return decimalOfNumber(value);
  if (typeof value !== "string") return null;
  const reading = readNumber(value);
  return reading.kind === "number" ? reading.value : null;
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
