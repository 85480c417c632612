import type { CellValue } from "../../core/workbook/snapshot";
import type { HostWorkbook } from "./hostWorkbook";
import { parseRangeAddress } from "./models/rangeAddress";

/** The values of the cells that an address with a sheet names, such as `'第一组'!B2:B9`. */
export function referredCells(workbook: HostWorkbook, address: string): readonly (readonly CellValue[])[] {
  const split = address.lastIndexOf("!");
  const name = address
    .slice(0, split)
    .replace(/^'(.*)'$/s, "$1")
    .replaceAll("''", "'");
  const sheet = workbook.sheets().find((candidate) => candidate.name() === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet.read(parseRangeAddress(address)).values;
}
