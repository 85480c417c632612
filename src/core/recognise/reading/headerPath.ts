import { plainText } from "../../numbers/readNumber";
import type { ShapedTable } from "../../shape/shape";
import type { CellValue } from "../../workbook/snapshot";
import { isDateFormat } from "../../workbook/numberFormat";

/** Longer header cells are explanations: they are cut. */
const MAXIMUM_LENGTH = 200;
/** Excel's day 1 in the 1900 system, as days before 1970. */
const DAYS_TO_1970 = 25_569;
const DAY = 86_400_000;

/** The header cells above a column, top to bottom, each once: `["考核成绩", "结果得分"]`. Dates as `2015-03-31`. */
export function headerPath(table: Pick<ShapedTable, "grid" | "headerRows">, column: number): string[] {
  const path: string[] = [];
  if (table.headerRows === null) return path;
  for (let row = table.headerRows[0]; row <= table.headerRows[1]; row += 1) {
    const text = headerText(table.grid.shown(row, column), table.grid.numberFormat(row, column));
    if (plainText(text) !== "" && path.at(-1) !== text) path.push(text);
  }
  return path;
}

function headerText(value: CellValue, format: string): string {
  if (typeof value === "string")
    return value
      .slice(0, MAXIMUM_LENGTH)
      .trim()
      .replace(/\s*\n\s*/g, "");
  if (typeof value !== "number") return "";
  if (!isDateFormat(format) || value < 1 || value > 2_958_465) return String(value);
  return new Date((Math.floor(value) - DAYS_TO_1970) * DAY).toISOString().slice(0, 10);
}
