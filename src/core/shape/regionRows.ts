import { BLANK, FIGURE, MARK_FORMULA, TEXT, type CellScan } from "./cellScan";
import { chooseJudged } from "./judgedRows";
import type { Region } from "./regions";

/**
 * The rows of a region that hold anything, counted from 0, with what is known of them and of the columns. Rows are
 * in their order; the blank ones between them are kept as gaps.
 */
export interface RegionRows {
  readonly scan: CellScan;
  readonly region: Region;
  readonly width: number;
  readonly count: number;
  /** The scan's row of each. */
  readonly rows: Int32Array;
  /** Blank rows above each, up to 3; for the first, 0. */
  readonly gaps: Uint8Array;
  /** Filled cells, figures and texts of each row. */
  readonly filled: Int32Array;
  readonly figures: Int32Array;
  readonly written: Int32Array;
  /** The first filled column of each row, from 0. */
  readonly first: Int32Array;
  /** Rows with a good many figures, as rows of units have: how many there are above each row, it left out. */
  readonly strongAbove: Int32Array;
  readonly strongBelow: Int32Array;
  /** Filled cells of a well filled row: the 75th percentile. */
  readonly usualFilled: number;
  readonly columns: readonly ColumnSummary[];
  /** The rows that are judged one by one, in their order: all, or of a large region some. */
  readonly judged: Int32Array;
}

/** What a column of a region holds. */
export interface ColumnSummary {
  readonly filled: number;
  readonly figures: number;
  readonly formulas: number;
  /** The largest absolute value. */
  readonly largest: number;
  /** The mean width of its texts. */
  readonly textWidth: number;
  /** How often each text comes. */
  readonly textCounts: ReadonlyMap<number, number>;
}

/** Whether most of a column's filled cells are figures. */
export function isFigureColumn({ figures, filled }: ColumnSummary): boolean {
  return figures >= 2 && figures >= 0.5 * filled;
}

/** Where in the scan's arrays a row of a region begins: its cell in the region's first column. */
export function startOf({ rows, region, scan }: RegionRows, row: number): number {
  return (rows[row] ?? 0) * scan.columnCount + region.firstColumn;
}

/** Sums up the rows and columns of a region. */
export function summariseRows(scan: CellScan, region: Region): RegionRows {
  const used = usedRows(scan, region);
  const count = used.length;
  const width = region.endColumn - region.firstColumn;
  const rows = Int32Array.from(used);
  const gaps = Uint8Array.from(used, (row, index) =>
    Math.min(3, index === 0 ? 0 : row - (used[index - 1] ?? 0) - 1),
  );
  const filled = new Int32Array(count);
  const figures = new Int32Array(count);
  const written = new Int32Array(count);
  const first = new Int32Array(count);
  for (let row = 0; row < count; row += 1) {
    const start = (rows[row] ?? 0) * scan.columnCount + region.firstColumn;
    let leftmost = -1;
    let [numbers, texts] = [0, 0];
    for (let column = 0; column < width; column += 1) {
      const kind = scan.kinds[start + column];
      if (kind === BLANK) continue;
      if (leftmost < 0) leftmost = column;
      if (kind === TEXT) texts += 1;
      else numbers += 1;
    }
    filled[row] = numbers + texts;
    figures[row] = numbers;
    written[row] = texts;
    first[row] = leftmost;
  }
  const { strongAbove, strongBelow } = strongRows(figures);
  const usualFilled = percentile(filled, 0.75);
  const columns = summariseColumns(scan, region, rows);
  const judged = chooseJudged({
    scan,
    width,
    starts: (row) => (rows[row] ?? 0) * scan.columnCount + region.firstColumn,
    filled,
    gaps,
    usualFilled,
    figureColumns: columns.map(isFigureColumn),
  });
  return {
    scan,
    region,
    width,
    count,
    rows,
    gaps,
    filled,
    figures,
    written,
    first,
    strongAbove,
    strongBelow,
    usualFilled,
    columns,
    judged,
  };
}

function usedRows({ kinds, columnCount }: CellScan, region: Region): number[] {
  const used: number[] = [];
  for (let row = region.firstRow; row < region.endRow; row += 1) {
    const start = row * columnCount;
    for (let column = region.firstColumn; column < region.endColumn; column += 1) {
      if (kinds[start + column] === BLANK) continue;
      used.push(row);
      break;
    }
  }
  return used;
}

function percentile(numbers: Int32Array, share: number): number {
  const sorted = numbers.filter((number) => number > 0).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function strongRows(figures: Int32Array): { strongAbove: Int32Array; strongBelow: Int32Array } {
  const enough = Math.max(1, 0.4 * percentile(figures, 0.75));
  const strongAbove = new Int32Array(figures.length);
  const strongBelow = new Int32Array(figures.length);
  let above = 0;
  figures.forEach((number, row) => {
    strongAbove[row] = above;
    if (number >= enough) above += 1;
  });
  figures.forEach((number, row) => {
    strongBelow[row] = above - (strongAbove[row] ?? 0) - (number >= enough ? 1 : 0);
  });
  return { strongAbove, strongBelow };
}

function summariseColumns(scan: CellScan, region: Region, rows: Int32Array): ColumnSummary[] {
  const columns: ColumnSummary[] = [];
  for (let column = region.firstColumn; column < region.endColumn; column += 1) {
    let [filled, figures, formulas, largest, widths] = [0, 0, 0, 0, 0];
    const textCounts = new Map<number, number>();
    for (const row of rows) {
      const at = row * scan.columnCount + column;
      const kind = scan.kinds[at];
      if (kind === BLANK) continue;
      filled += 1;
      if (((scan.marks[at] ?? 0) & MARK_FORMULA) !== 0) formulas += 1;
      if (kind === FIGURE) {
        figures += 1;
        const size = Math.abs(scan.values[at] ?? 0);
        if (size > largest) largest = size;
      } else {
        widths += scan.widths[at] ?? 0;
        const id = scan.texts[at] ?? 0;
        textCounts.set(id, (textCounts.get(id) ?? 0) + 1);
      }
    }
    const textWidth = widths / Math.max(1, filled - figures);
    columns.push({ filled, figures, formulas, largest, textWidth, textCounts });
  }
  return columns;
}
