import type { CellStyle } from "../../workbook/plan";

/** A cell of a table's row: its edges in characters from the left edge of the text. */
export interface LayoutCell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly style: CellStyle;
}

/** One row of a notice on its way to the sheet. */
export interface LayoutRow {
  /** Points. */
  readonly height: number;
  /** A text that begins at the left edge and runs over the empty cells beside it; `cells` is empty then. */
  readonly text: string;
  readonly style: CellStyle;
  readonly cells: readonly LayoutCell[];
  /** Stands on one page with the row after it. */
  readonly keepWithNext: boolean;
  /** Begins a new page. */
  readonly pageBefore: boolean;
  /** Rows that are repeated above it when it begins a page: the header of its table. */
  readonly header: readonly LayoutRow[];
}

/** Makes a row of one text. */
export function textRow(
  text: string,
  style: CellStyle,
  height: number,
  options: { readonly keepWithNext?: boolean; readonly pageBefore?: boolean } = {},
): LayoutRow {
  const { keepWithNext = false, pageBefore = false } = options;
  return { height, text, style, cells: [], keepWithNext, pageBefore, header: [] };
}

/** An empty row. */
export function blankRow(height: number, keepWithNext = false): LayoutRow {
  return textRow("", {}, height, { keepWithNext });
}
