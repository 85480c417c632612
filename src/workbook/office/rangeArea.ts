import type { Area } from "../../core/workbook/address";

/** What is loaded of a range so that `areaOf` knows where it stands. */
export const AREA_FIELDS = "rowIndex,columnIndex,rowCount,columnCount";

/** Where a range stands on its sheet. Its `AREA_FIELDS` are loaded. */
export function areaOf({
  rowIndex,
  columnIndex,
  rowCount,
  columnCount,
}: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">): Area {
  return { row: rowIndex, column: columnIndex, rowCount, columnCount };
}
