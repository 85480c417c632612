import type { CellStyle, PlannedValue, SheetPlan } from "../../core/workbook/plan";
import { isPlannedFormula } from "../../core/workbook/plan";

/** A text or a frame on a page; lengths in points from the page's upper left corner. */
export interface PagePiece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly style: CellStyle;
  /** Whether the text may run on to the right over empty cells. */
  readonly overflows: boolean;
}

/** One page as it prints. */
export interface PreviewPage {
  readonly pieces: readonly PagePiece[];
  readonly number: string;
  /** What stands in the page's header, without its codes. */
  readonly header: string;
}

/** A4 in points. */
export const PAGE_WIDTH = 595.3;
export const PAGE_HEIGHT = 841.9;
const POINTS_PER_MILLIMETRE = 72 / 25.4;
const POINTS_PER_PIXEL = 0.75;
/** A digit of 宋体 at 11 points, in pixels. */
const USUAL_DIGIT_WIDTH = 8;
/** What a column has beside its characters, in characters. */
const PADDING = 0.72;

/** A planned sheet's pages, as they will print where the default font's digits are that many pixels wide. */
export function previewPages(plan: SheetPlan, digitWidth = USUAL_DIGIT_WIDTH): PreviewPage[] {
  const { cells, styles, merges, columnWidths, rowHeights, page } = plan;
  const edges = [0];
  for (const width of columnWidths) {
    edges.push((edges.at(-1) ?? 0) + (width + PADDING) * digitWidth * POINTS_PER_PIXEL);
  }
  const looks = laidStyles(styles);
  const spans = new Map(merges.map(({ row, column, columnCount }) => [`${row},${column}`, columnCount]));
  const covered = new Set(
    merges.flatMap(({ row, column, columnCount }) =>
      Array.from({ length: columnCount - 1 }, (_, index) => `${row},${column + 1 + index}`),
    ),
  );
  const breaks = new Set(page.breaksBefore);
  const left = page.margins.left * POINTS_PER_MILLIMETRE;
  const pages: { pieces: PagePiece[]; height: number }[] = [];
  cells.forEach((row, index) => {
    let current = pages.at(-1);
    if (!current || breaks.has(index)) {
      current = { pieces: [], height: page.margins.top * POINTS_PER_MILLIMETRE };
      pages.push(current);
    }
    const height = rowHeights.get(index) ?? 15;
    row.forEach((value, column) => {
      if (covered.has(`${index},${column}`)) return;
      const style = looks.get(`${index},${column}`) ?? {};
      const text = shownText(value, style);
      if (text === "" && style.borders === undefined && !style.topLine && !style.bottomLine) return;
      const span = spans.get(`${index},${column}`) ?? 1;
      const [from = 0, to = 0] = [edges[column], edges[column + span]];
      current.pieces.push({
        left: left + from,
        top: current.height,
        width: to - from,
        height,
        text,
        style,
        overflows: style.borders === undefined,
      });
    });
    current.height += height;
  });
  const header = (page.header ?? "").replace(/&"[^"]*"|&\d+|&[LCR]/g, "");
  const first = page.firstPageNumber ?? 1;
  return pages.map(({ pieces }, index) => ({ pieces, number: `— ${first + index} —`, header }));
}

function laidStyles(styles: SheetPlan["styles"]): Map<string, CellStyle> {
  const looks = new Map<string, CellStyle>();
  for (const { area, style } of styles) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const key = `${row},${column}`;
        looks.set(key, { ...looks.get(key), ...style });
      }
    }
  }
  return looks;
}

/** What a cell shows: numbers with the places of their format. */
function shownText(value: PlannedValue, style: CellStyle): string {
  if (value === null || isPlannedFormula(value)) return "";
  if (typeof value !== "number") return String(value);
  const places = /^0\.(0+)$/.exec(style.numberFormat ?? "")?.[1]?.length;
  return places === undefined ? String(value) : value.toFixed(places);
}
