import { doubleInText } from "../numbers/cellFigure";
import { plainText } from "../numbers/readNumber";
import type { Steps } from "../steps";
import type { Area } from "../workbook/address";
import { isCellError, type CellValue } from "../workbook/snapshot";
import { isFigureText, isFillerText } from "./figureText";
import { mergesOf, type SheetGrid } from "./sheetGrid";

/** What a cell is at a glance. Figures are numbers, dates, errors, texts that read as numbers, fillers such as `-`. */
export const BLANK = 0;
export const FIGURE = 1;
export const TEXT = 2;

/** Marks of a cell, added up. */
export const MARK_FORMULA = 1;
export const MARK_DIGIT = 2;
/** A cell of a merged area that is not its corner. */
export const MARK_COVERED = 4;
/** A text that ends with a colon. */
export const MARK_COLON = 8;
/** A filler, a figure without a value of its own. */
const MARK_FILLER = 16;
/** A figure that is written as text. */
export const MARK_WRITTEN = 32;
/** A text with more digits than letters. */
export const MARK_CODE = 64;

/** Every cell of a grid at a glance, in flat arrays row by row. */
export interface CellScan {
  readonly grid: SheetGrid;
  readonly rowCount: number;
  readonly columnCount: number;
  /** `BLANK`, `FIGURE` or `TEXT`. */
  readonly kinds: Uint8Array;
  /** The value of a figure; NaN where it has none or the cell is none. */
  readonly values: Float64Array;
  /** The same number for the same text, from 1; 0 for anything but text. */
  readonly texts: Int32Array;
  /** Width of a text in half-width characters, up to 255. */
  readonly widths: Uint8Array;
  readonly marks: Uint8Array;
}

/** Longer texts are cut off before anything looks at them. */
const LOOKED_AT = 200;

/** So many cells are one step of work. */
const STEP_CELLS = 20_000;

/** A text that stands for a figure is no wider. */
const WIDEST_FILLER = 4;

/** A merged area of this share of the sheet's width is a title over it, and fills no column but its first. */
const TITLE_SHARE = 0.8;

/** Looks at every cell of a grid once. Cells of merged areas show the corner's content, except under titles. */
export function* scanCells(grid: SheetGrid): Steps<CellScan> {
  const rowCount = grid.endRow - grid.firstRow;
  const columnCount = grid.endColumn - grid.firstColumn;
  const size = rowCount * columnCount;
  const scan: CellScan = {
    grid,
    rowCount,
    columnCount,
    kinds: new Uint8Array(size),
    values: new Float64Array(size).fill(Number.NaN),
    texts: new Int32Array(size),
    widths: new Uint8Array(size),
    marks: new Uint8Array(size),
  };
  const ids = new Map<string, number>();
  for (let row = 0; row < rowCount; row += 1) {
    if (row % Math.max(1, Math.floor(STEP_CELLS / columnCount)) === 0) yield;
    for (let column = 0; column < columnCount; column += 1) {
      const value = grid.value(row + grid.firstRow, column + grid.firstColumn);
      if (value !== null && value !== "") look(scan, ids, row * columnCount + column, value);
    }
  }
  markFormulas(scan);
  spreadMerges(scan);
  yield;
  numbersAsHeaders(scan);
  repeatedFillers(scan);
  return scan;
}

function look(scan: CellScan, ids: Map<string, number>, at: number, value: CellValue): void {
  if (typeof value !== "string") {
    scan.kinds[at] = FIGURE;
    if (typeof value === "number") scan.values[at] = value;
    else if (isCellError(value)) scan.marks[at] = MARK_FILLER;
    return;
  }
  const text = value.slice(0, LOOKED_AT).trim();
  if (text === "") return;
  if (isFigureText(text)) {
    scan.kinds[at] = FIGURE;
    scan.values[at] = doubleInText(text);
    scan.marks[at] = MARK_WRITTEN | MARK_DIGIT;
    return;
  }
  scan.kinds[at] = isFillerText(text) ? FIGURE : TEXT;
  scan.marks[at] =
    (isFillerText(text) ? MARK_FILLER : 0) |
    (/\d/.test(text) ? MARK_DIGIT : 0) |
    (isCode(text) ? MARK_CODE : 0) |
    (/[:：]$/u.test(text) ? MARK_COLON : 0);
  scan.widths[at] = Math.min(255, displayWidth(text));
  const plain = plainText(text);
  if (plain === "") scan.kinds[at] = BLANK;
  const id = ids.get(plain) ?? ids.size + 1;
  ids.set(plain, id);
  scan.texts[at] = id;
}

function isCode(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits > 0 && digits > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** Width of a text in half-width characters: ideographs and their punctuation count double. */
function displayWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
  return width;
}

function markFormulas({ grid, marks, columnCount }: CellScan): void {
  const { area, formulas } = grid.sheet;
  for (const key of formulas.keys()) {
    const row = Math.floor(key / 16_384) - area.row;
    const column = (key % 16_384) - area.column;
    const at = grid.flipped ? column * columnCount + row : row * columnCount + column;
    marks[at] = (marks[at] ?? 0) | MARK_FORMULA;
  }
}

function spreadMerges(scan: CellScan): void {
  const { grid, columnCount } = scan;
  for (const merge of mergesOf(grid)) {
    const corner = (merge.row - grid.firstRow) * columnCount + merge.column - grid.firstColumn;
    const title = merge.columnCount >= Math.max(2, TITLE_SHARE * columnCount) || standsAlone(scan, merge);
    for (let row = 0; row < merge.rowCount; row += 1) {
      for (let column = 0; column < merge.columnCount; column += 1) {
        const at = corner + row * columnCount + column;
        if (at === corner) continue;
        const hidden = title && column > 0;
        scan.kinds[at] = hidden ? BLANK : (scan.kinds[corner] ?? BLANK);
        scan.values[at] = hidden ? Number.NaN : (scan.values[corner] ?? Number.NaN);
        scan.texts[at] = hidden ? 0 : (scan.texts[corner] ?? 0);
        scan.widths[at] = hidden ? 0 : (scan.widths[corner] ?? 0);
        scan.marks[at] = MARK_COVERED | ((scan.marks[corner] ?? 0) & ~MARK_FORMULA);
      }
    }
  }
}

/** Whether the rows of a merged area hold nothing else. */
function standsAlone({ grid, kinds, columnCount }: CellScan, { row, rowCount, column }: Area): boolean {
  const corner = (row - grid.firstRow) * columnCount + column - grid.firstColumn;
  const start = (row - grid.firstRow) * columnCount;
  return kinds
    .subarray(start, start + rowCount * columnCount)
    .every((kind, at) => kind === BLANK || start + at === corner);
}

/** Figures as texts are looked for in so many rows from the top. */
const HEADER_ROWS = 60;

/**
 * Numbers written as texts over true numbers, in a row that has no other figures, are headers such as `1.1`: as texts
 * they are no figures.
 */
function numbersAsHeaders({ kinds, marks, rowCount, columnCount }: CellScan): void {
  const open = new Uint8Array(columnCount).fill(1);
  for (let row = 0; row < Math.min(rowCount, HEADER_ROWS); row += 1) {
    const written: number[] = [];
    let others = 0;
    for (let column = 0; column < columnCount; column += 1) {
      const at = row * columnCount + column;
      if (kinds[at] !== FIGURE) continue;
      const below = at + columnCount;
      const overNumber =
        kinds[below] === FIGURE && ((marks[below] ?? 0) & (MARK_WRITTEN | MARK_FILLER)) === 0;
      if (((marks[at] ?? 0) & MARK_WRITTEN) !== 0 && open[column] === 1 && overNumber) written.push(at);
      else others += 1;
      if (((marks[at] ?? 0) & MARK_WRITTEN) === 0) open[column] = 0;
    }
    if (written.length >= 2 && others === 0) for (const at of written) kinds[at] = TEXT;
  }
}

/**
 * A short text that comes again among the figures of a column stands for a figure: `n/a`, `abs`. Texts that come again
 * but seldom under a figure are headers of tables one below the other.
 */
function repeatedFillers(scan: CellScan): void {
  const { kinds, texts, marks, rowCount, columnCount } = scan;
  for (let column = 0; column < columnCount; column += 1) {
    const fillers = fillersOf(scan, column);
    if (fillers.size === 0) continue;
    for (let row = 0, at = column; row < rowCount; row += 1, at += columnCount) {
      if (kinds[at] !== TEXT || !fillers.has(texts[at] ?? 0)) continue;
      kinds[at] = FIGURE;
      marks[at] = (marks[at] ?? 0) | MARK_FILLER;
    }
  }
}

function fillersOf(
  { kinds, texts, widths, rowCount, columnCount }: CellScan,
  column: number,
): ReadonlySet<number> {
  let figures = 0;
  const counts = new Map<number, { all: number; underFigure: number }>();
  for (let row = 0, at = column; row < rowCount; row += 1, at += columnCount) {
    if (kinds[at] === FIGURE) figures += 1;
    if (kinds[at] !== TEXT || (widths[at] ?? 0) > WIDEST_FILLER) continue;
    const id = texts[at] ?? 0;
    const count = counts.get(id) ?? { all: 0, underFigure: 0 };
    count.all += 1;
    const above = at - columnCount;
    if (above >= 0 && (kinds[above] === FIGURE || texts[above] === id)) count.underFigure += 1;
    counts.set(id, count);
  }
  const chosen = [...counts].filter(
    ([, { all, underFigure }]) => all >= 2 && figures >= 2 * all && underFigure > 0.5 * all,
  );
  return new Set(chosen.map(([id]) => id));
}
