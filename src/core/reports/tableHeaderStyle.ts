import type { CellStyle } from "../workbook/plan";

/** The header of a table on PERF's own sheets. */
export const TABLE_HEADER: CellStyle = {
  fontName: "宋体",
  fontSize: 11,
  bold: true,
  horizontal: "center",
  vertical: "center",
  borders: "thin",
  fill: "#E8EEF4",
};
