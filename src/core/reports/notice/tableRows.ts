import type { CellStyle } from "../../workbook/plan";
import { emWidth } from "./emWidth";
import { breakLines } from "./lineBreaking";
import type { LayoutCell, LayoutRow } from "./layoutRow";
import { DENSE_TABLE_SIZE, NARROWEST_CHARACTER, TABLE_SIZE, TABLE_WIDTH } from "./typography";

/** What the margins of a cell take of its width, in points. */
const CELL_PADDING = 6;
/** A text of more lines goes on in a further row, since rows have a greatest height and pages an end. */
const MOST_LINES = 8;

/** Fonts of tables. */
export interface TableFonts {
  readonly body: string;
  readonly heading: string;
}

/** Edges of a table's columns in characters from the left, the table's width shared out by relative widths. */
export function columnEdges(widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let reached = 0;
  return [
    0,
    ...widths.map((width) => {
      reached += width;
      return Math.round((reached / total) * TABLE_WIDTH);
    }),
  ];
}

/**
 * A table's row as rows of the sheet: one, or several where a text has more lines than a row should hold. Heights
 * follow from the texts, because no host grows merged cells.
 */
export function tableRows(
  texts: readonly string[],
  edges: readonly number[],
  isHeader: boolean,
  fonts: TableFonts,
): LayoutRow[] {
  const columnCount = edges.length - 1;
  const size = columnCount > 6 ? DENSE_TABLE_SIZE : TABLE_SIZE;
  const columns = Array.from({ length: columnCount }, (_, column): string[][] => {
    const [from = 0, to = 0] = [edges[column], edges[column + 1]];
    const room = ((to - from) * NARROWEST_CHARACTER - CELL_PADDING) / size;
    const text = texts[column] ?? "";
    if (isFigure(text)) return [[text]];
    return chunksOf(text.split("\n").flatMap((part) => breakLines(part, Math.max(1, room))));
  });
  const rowCount = Math.max(...columns.map((chunks) => chunks.length));
  return Array.from({ length: rowCount }, (_, index): LayoutRow => {
    const lineCount = Math.max(1, ...columns.map((chunks) => chunks[index]?.length ?? 0));
    const cells = columns.map((chunks, column): LayoutCell => {
      const lines = chunks[index] ?? [];
      const whole = chunks.length === 1;
      return {
        from: edges[column] ?? 0,
        to: edges[column + 1] ?? 0,
        // A text in one row is left to the host to wrap; a long one is cut at our line ends.
        text: whole && index === 0 ? (texts[column] ?? "") : lines.join(""),
        style: cellStyle(texts[column] ?? "", whole && lines.length < 2, size, isHeader, fonts),
      };
    });
    return {
      height: Math.ceil(lineCount * size * 1.4) + 8,
      text: "",
      style: {},
      cells,
      keepWithNext: isHeader,
      pageBefore: false,
      header: [],
    };
  });
}

/** Whether a text is a figure: it stands in a cell as a number, which no host wraps. */
export function isFigure(text: string): boolean {
  return /^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,12})?$/.test(text);
}

function chunksOf(lines: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < lines.length; start += MOST_LINES) {
    chunks.push(lines.slice(start, start + MOST_LINES));
  }
  return chunks.length === 0 ? [[""]] : chunks;
}

/** Names and short words stand in the middle; running text stands left. */
function cellStyle(
  text: string,
  oneLine: boolean,
  size: number,
  isHeader: boolean,
  fonts: TableFonts,
): CellStyle {
  const short = oneLine || isHeader || emWidth(text) <= 16;
  return {
    fontName: isHeader ? fonts.heading : fonts.body,
    fontSize: size,
    borders: "thin",
    wrap: true,
    vertical: "center",
    horizontal: short ? "center" : "left",
  };
}
