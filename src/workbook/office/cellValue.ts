import type { CellValue } from "../../core/workbook/snapshot";

/** A cell's value from what Excel gives for it: value and kind (`Range.values`, `Range.valueTypes`). */
export function cellValueOf(value: unknown, kind: unknown): CellValue {
  if (kind === "Empty") return null;
  if (kind === "Error") return { error: String(value) };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

/** The formula of a cell from what Excel gives for it, or null. A text that begins with `=` is no formula. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}
