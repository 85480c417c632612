import type { CellStyle } from "../workbook/plan";

/** Widths of the columns from A. */
export const COLUMN_WIDTHS: readonly number[] = [24, 11, 10, 10, 10, 48, 26, 12];
/** The last column, 编号, is PERF's own and not printed. */
export const PRINTED_COLUMNS = 7;
/** Empty rows of a table, for what the office adds. */
export const SPARE_ROWS = 3;
export const LINE_HEIGHT = 15;

const FONT = "宋体";

export const TITLE: CellStyle = {
  fontName: FONT,
  fontSize: 18,
  bold: true,
  horizontal: "center",
  vertical: "center",
};
export const SECTION_TITLE: CellStyle = { fontName: FONT, fontSize: 12, bold: true, vertical: "center" };
export const NOTE: CellStyle = { fontName: FONT, fontSize: 9, fontColor: "#595959", vertical: "center" };
/** A cell to fill in. Text, so that Excel makes no date of `3-1` and no number of a name. */
export const TEXT: CellStyle = {
  fontName: FONT,
  fontSize: 11,
  vertical: "center",
  wrap: true,
  borders: "thin",
  numberFormat: "@",
};
export const NUMBER: CellStyle = { numberFormat: "General", horizontal: "center" };
export const CHOICE: CellStyle = { numberFormat: "General", horizontal: "center", wrap: false };
/** What PERF fills in by itself. */
export const DERIVED: CellStyle = {
  numberFormat: "General",
  horizontal: "center",
  fontColor: "#595959",
  fill: "#F5F5F5",
};
export const PURPOSE: CellStyle = { fontSize: 9, fontColor: "#595959" };
export const SUM: CellStyle = { bold: true, fill: "#F5F5F5" };

/** A percentage with as many places as the weight needs: `55%`, `12.5%`. */
export function percentFormat(places: number): string {
  return places <= 2 ? "0%" : `0.${"0".repeat(places - 2)}%`;
}
