import { MAXIMUM_COLUMNS, type Area } from "../../../core/workbook/address";
import { apiNotFound } from "../hostError";
import { HostObject } from "../hostObject";
import type { HostSheet } from "../hostWorkbook";
import { intersection } from "../../../core/workbook/areas";
import { lines } from "./areas";
import type { RangeTarget } from "./context";
import { fullAddress } from "./rangeAddress";

/**
 * Copies all of the same cells of another sheet, whole rows with their heights. Copying to another place would move
 * what formulas refer to: that, and copying in part, is not modelled.
 */
export function copyRange(
  { sheet, area }: RangeTarget,
  [from, type, skipsBlanks, transposes]: readonly unknown[],
): void {
  const source = from instanceof HostObject ? (from.target as Partial<RangeTarget>) : {};
  const isSamePlace = source.area !== undefined && fullAddress("", source.area) === fullAddress("", area);
  if (
    !source.sheet ||
    !isSamePlace ||
    (type ?? "All") !== "All" ||
    skipsBlanks === true ||
    transposes === true
  ) {
    throw apiNotFound("Range", "copyFrom but for all of the same cells of another sheet");
  }
  const used = source.sheet.usedArea(false);
  const copied = used && intersection(used, area);
  if (!copied) return;
  sheet.copyCells(source.sheet, copied);
  if (area.columnCount < MAXIMUM_COLUMNS) return;
  for (const { first, count, height } of heightRuns(source.sheet, copied))
    sheet.setRowHeight(first, count, height);
}

/** Rows that follow each other and have the same height. */
function heightRuns(sheet: HostSheet, { row: top, rowCount }: Area) {
  const runs: { first: number; count: number; height: number }[] = [];
  for (const row of lines(top, rowCount)) {
    const height = sheet.rowHeight(row);
    const last = runs.at(-1);
    if (last?.height === height) last.count += 1;
    else runs.push({ first: row, count: 1, height });
  }
  return runs;
}
