import { dateOfSerial, formatIsoDate, type DateSystem } from "../../calendar/calendarDate";
import { formatNumber } from "../../numbers/decimal";
import { plainText } from "../../numbers/readNumber";
import type { ShapedTable } from "../../shape/shape";
import { wholeText } from "../../vocabulary/headerText";
import type { CellValue } from "../../workbook/snapshot";
import { isDateFormat } from "../../workbook/numberFormat";

/** Longer header cells are explanations: they are cut. */
const MAXIMUM_LENGTH = 200;

/** The header cells above a column, top to bottom, each once: `["考核成绩", "结果得分"]`. Dates as `2015-03-31`, numbers as text. */
export function headerPath(
  table: Pick<ShapedTable, "grid" | "headerRows">,
  column: number,
  dateSystem: DateSystem,
): string[] {
  const path: string[] = [];
  if (table.headerRows === null) return path;
  for (let row = table.headerRows[0]; row <= table.headerRows[1]; row += 1) {
    const text = headerText(table.grid.shown(row, column), table.grid.numberFormat(row, column), dateSystem);
    if (plainText(text) !== "" && path.at(-1) !== text) path.push(text);
  }
  return path;
}

function headerText(value: CellValue, format: string, dateSystem: DateSystem): string {
  if (typeof value === "string") return wholeText(value.slice(0, MAXIMUM_LENGTH));
  if (typeof value !== "number") return "";
  const date = isDateFormat(format) ? dateOfSerial(value, dateSystem) : null;
  return date === null ? formatNumber(value) : formatIsoDate(date);
}
