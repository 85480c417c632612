import type { Figure } from "../../assessment/assessment";
import type { FindingCode } from "../../checks/catalogue";
import { createFinding } from "../../findings/createFinding";
import type { Finding } from "../../findings/finding";
import { decimalOfNumber, decimalToNumber, formatDecimal, type Decimal } from "../../numbers/decimal";
import { readNumber, type NumberOddity } from "../../numbers/readNumber";
import { decimalCommaTexts } from "../../shape/decimalCommas";
import { cellKey, columnLetters, type CellPosition } from "../../workbook/address";
import { isDateFormat, isPercentFormat } from "../../workbook/numberFormat";
import {
  isCellError,
  numberFormatAt,
  valueAt,
  type CellValue,
  type SheetSnapshot,
} from "../../workbook/snapshot";
import type { SheetView } from "../tables/sheetView";

/** What stands in a cell that should hold a figure, with the findings about how it is written. */
export type FigureReading =
  | { readonly kind: "figure"; readonly figure: Figure; readonly findings: readonly Finding[] }
  /** Empty, or a mark for "none" (rule 26). */
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "date"; readonly text: string }
  /** A number shown as a percentage: 0.95 that reads 95% (two readings). */
  | { readonly kind: "percent"; readonly text: string };

/** The finding for each way in which text stands for a number, the most telling first. */
const ODDITIES: readonly (readonly [NumberOddity, FindingCode])[] = [
  ["percent", "number-percent-sign"],
  ["unit-mark", "number-unit-mark"],
  ["full-width", "number-full-width"],
  ["thousands", "number-thousands"],
  ["spaces", "number-spaces"],
  ["text", "number-as-text"],
];

const NO_FINDINGS: readonly Finding[] = [];
const NONE: FigureReading = { kind: "none" };

/** The number that `readFigureIn` reads in a cell, and nothing beside it; null where it reads none. */
export function readScoreIn(view: SheetView, row: number, column: number): Decimal | null {
  const value = view.value(row, column);
  // Most cells are plain numbers: nothing is made for them but the decimal.
  if (typeof value === "number" && numberFormatAt(view.sheet, view.position(row, column)) === "General")
    return decimalOfNumber(value);
  const reading = readFigureIn(view, row, column);
  return reading.kind === "figure" ? reading.figure.value : null;
}

/** Reads a cell that should hold a figure. Nothing is guessed: what has no single reading is no figure. */
function readFigureFrom(sheet: SheetSnapshot, cell: CellPosition, value: CellValue): FigureReading {
  if (value === null) return NONE;
  if (isCellError(value)) return { kind: "error", text: value.error };
  if (typeof value === "boolean") return { kind: "text", text: value ? "TRUE" : "FALSE" };
  if (typeof value === "number") {
    const format = numberFormatAt(sheet, cell);
    if (isPercentFormat(format)) return { kind: "percent", text: String(value) };
    if (isDateFormat(format)) return { kind: "date", text: String(value) };
    const decimal = decimalOfNumber(value);
    if (decimal === null) return { kind: "text", text: String(value) };
    return { kind: "figure", figure: figureOf(decimal, sheet, cell), findings: NO_FINDINGS };
  }
  const reading = readNumber(value);
  if (reading.kind === "none") return NONE;
  if (reading.kind !== "number") return { kind: "text", text: value };
  if (decimalCommaTexts(sheet).get(cellKey(cell.row, cell.column)) === value)
    return {
      kind: "figure",
      figure: figureOf(reading.value, sheet, cell),
      findings: [decimalCommaFinding(sheet, cell, reading.value)],
    };
  const [, code] = ODDITIES.find(([oddity]) => reading.oddities.includes(oddity)) ?? [];
  const fix = { from: value, to: decimalToNumber(reading.value) };
  return {
    kind: "figure",
    figure: figureOf(reading.value, sheet, cell),
    findings:
      code === undefined ? [] : [createFinding(code, { sheet: sheet.name, cell }, { text: value }, fix)],
  };
}

/** How the text of a cell with a decimal comma is read; the findings of a column become one. */
function decimalCommaFinding(sheet: SheetSnapshot, cell: CellPosition, value: Decimal): Finding {
  const from = valueAt(sheet, cell);
  const column = columnLetters(cell.column);
  const text = typeof from === "string" ? from : "";
  const parameters = { column, count: 1, text, value: formatDecimal(value) };
  const fix = { from, to: decimalToNumber(value) };
  return createFinding("number-decimal-comma", { sheet: sheet.name, cell }, parameters, fix);
}

function figureOf(value: Decimal, { name }: SheetSnapshot, { row, column }: CellPosition): Figure {
  return { value, sheet: name, row, column };
}

/** Reads the figure in a cell of a view; where the view has no cell, there is none. */
export function readFigureIn(view: SheetView, row: number, column: number): FigureReading {
  const value = view.value(row, column);
  if (value === null) return NONE;
  return readFigureFrom(view.sheet, view.position(row, column), value);
}
