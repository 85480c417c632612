import { numfmt } from "@univerjs/core";
import type { CellValue } from "../../core/workbook/snapshot";

/** Days from the beginning of the 1900 system's dates to that of the 1904 system's. */
const DAYS_BETWEEN = 1462;

/**
 * The days that the grid adds to a workbook's number in a cell with this number format. The grid shows dates,
 * reads what is typed and calculates with them by the 1900 system only; a workbook of the 1904 system counts its
 * days from four years later.
 */
export function dateShift(dateSystem: "1900" | "1904", format: string): number {
  return dateSystem === "1904" && isDate(format) ? DAYS_BETWEEN : 0;
}

/** A value with its days shifted; what is no number stays as it is. */
export function shifted<Value extends CellValue>(value: Value, days: number): Value | number {
  return typeof value === "number" ? value + days : value;
}

const known = new Map<string, boolean>();

/** Whether a number format shows days, as the grid understands it. Times alone count from no day. */
function isDate(format: string): boolean {
  const before = known.get(format);
  if (before !== undefined) return before;
  const { year, month, day } = numfmt.isValidFormat(format)
    ? numfmt.getFormatDateInfo(format)
    : { year: false, month: false, day: false };
  const result = year || month || day;
  known.set(format, result);
  return result;
}
