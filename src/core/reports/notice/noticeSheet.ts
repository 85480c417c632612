import type { NoticeSettings } from "../../notices/noticeSettings";
import type { Area, CellPosition } from "../../workbook/address";
import type { PageSetup, PlannedValue, SheetPlan, StyledArea } from "../../workbook/plan";
import type { SheetMark } from "../../workbook/snapshot";
import { coalesceStyles } from "./coalesceStyles";
import type { LayoutRow } from "./layoutRow";
import { paginate } from "./noticePages";
import { noticeRows, type NoticeDocument } from "./noticeRows";
import { isFigure } from "./tableRows";
import { FOOTER_MARGIN, HEADER_MARGIN, MARGINS, TABLE_WIDTH } from "./typography";

/** What Excel adds to a column's width in characters. */
const COLUMN_PADDING = 0.72;
/**
 * Columns of one character beside the tables, under the ends of long lines: a column that a page's edge cuts would
 * take the end of a text with it to another page, and these are narrow enough that one always ends before the edge.
 */
const EDGE_COLUMNS = 25;
/** The column beside the page that takes the stamp of a notice whose figures have changed. */
const STAMP_WIDTH = 36;
const STAMP_STYLE = { fontName: "黑体", fontSize: 14, bold: true, fontColor: "#C00000" } as const;

/** A sheet with one or more notices, and where the stamp of each has its place. */
export interface NoticeSheet {
  readonly plan: SheetPlan;
  readonly stamps: readonly CellPosition[];
}

/**
 * Notices as one sheet, each from a new page: A4 with the standard's margins, values only. The sheet has no print
 * area of its own until a stamp needs one: what prints is what stands there, however wide the host's columns are.
 */
export function planNoticeSheet(
  name: string,
  mark: SheetMark,
  documents: readonly NoticeDocument[],
  settings: NoticeSettings,
): NoticeSheet {
  const starts: number[] = [];
  const breaks: number[] = [];
  const rows: LayoutRow[] = [];
  for (const notice of documents) {
    const { rows: flow, closing } = noticeRows(notice, settings);
    starts.push(rows.length);
    for (const page of paginate(flow, closing)) {
      if (rows.length > 0) breaks.push(rows.length);
      rows.push(...page);
    }
  }
  const edges = edgesOf(rows);
  const stampColumn = edges.length - 1 + EDGE_COLUMNS + 1;
  const draft = documents.some((notice) => notice.draft);
  const stamps = starts.map((row) => ({ row, column: stampColumn }));
  return {
    plan: {
      name,
      mark,
      visibility: "visible",
      ...cellsOf(rows, edges, stamps),
      columnWidths: [
        ...widthsOf(edges),
        ...Array.from({ length: EDGE_COLUMNS }, () => 1 - COLUMN_PADDING),
        2,
        STAMP_WIDTH,
      ],
      rowHeights: new Map(rows.map(({ height }, row) => [row, height])),
      links: [],
      page: pageSetup(settings.texts.numberFont, draft, breaks),
    },
    stamps,
  };
}

function pageSetup(numberFont: string, draft: boolean, breaksBefore: readonly number[]): PageSetup {
  const number = `&"${numberFont}"&14— &P —`;
  return {
    paper: "a4",
    orientation: "portrait",
    margins: { ...MARGINS, header: HEADER_MARGIN, footer: FOOTER_MARGIN },
    fitWidth: false,
    ...(draft ? { header: `&R&"黑体"&12送审稿` } : {}),
    footer: `&C${number}`,
    breaksBefore,
    firstPageNumber: 1,
  };
}

/** All edges of table cells from left to right, the left edge of the text and the right edge of tables with them. */
function edgesOf(rows: readonly LayoutRow[]): number[] {
  const edges = new Set([0, TABLE_WIDTH]);
  for (const { cells } of rows) {
    for (const { from, to } of cells) edges.add(from).add(to);
  }
  return [...edges].sort((left, right) => left - right);
}

function widthsOf(edges: readonly number[]): number[] {
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0) - COLUMN_PADDING);
}

function cellsOf(
  rows: readonly LayoutRow[],
  edges: readonly number[],
  stamps: readonly CellPosition[],
): Pick<SheetPlan, "cells" | "styles" | "merges"> {
  const columnCount = edges.length - 1;
  const columnOf = new Map(edges.map((edge, column) => [edge, column]));
  const cells: PlannedValue[][] = [];
  const styles: StyledArea[] = stamps.map((cell) => ({
    area: { ...cell, rowCount: 1, columnCount: 1 },
    style: STAMP_STYLE,
  }));
  const merges: Area[] = [];
  rows.forEach((row, index) => {
    const values: PlannedValue[] = Array.from({ length: columnCount }, () => null);
    cells.push(values);
    if (row.text !== "") values[0] = row.text;
    if (Object.keys(row.style).length > 0) {
      const ruled = row.style.topLine !== undefined || row.style.bottomLine !== undefined;
      const area = { row: index, column: 0, rowCount: 1, columnCount: ruled ? columnCount : 1 };
      styles.push({ area, style: row.style });
    }
    for (const { from, to, text, style } of row.cells) {
      const column = columnOf.get(from) ?? 0;
      const area = {
        row: index,
        column,
        rowCount: 1,
        columnCount: (columnOf.get(to) ?? column + 1) - column,
      };
      const { value, numberFormat } = tableValue(text);
      values[column] = value;
      styles.push({ area, style: numberFormat === null ? style : { ...style, numberFormat } });
      if (area.columnCount > 1) merges.push(area);
    }
  });
  return { cells, styles: coalesceStyles(styles), merges };
}

/** A figure in a table stands as a number that shows the digits it was given; everything else is text. */
function tableValue(text: string): { readonly value: PlannedValue; readonly numberFormat: string | null } {
  if (text === "") return { value: null, numberFormat: null };
  if (!isFigure(text)) return { value: text, numberFormat: null };
  const places = text.split(".")[1]?.length ?? 0;
  return { value: Number(text), numberFormat: places === 0 ? "0" : `0.${"0".repeat(places)}` };
}
