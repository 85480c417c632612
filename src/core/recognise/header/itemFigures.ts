import { decimalOfNumber, type Decimal } from "../../numbers/decimal";
import { readNumber } from "../../numbers/readNumber";
import type { CellValue } from "../../workbook/snapshot";

/** The number in a cell, as a number or as text; null for anything else. */
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
