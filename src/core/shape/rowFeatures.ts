import { BLANK, FIGURE, MARK_COLON, MARK_COVERED, MARK_DIGIT, MARK_FORMULA, TEXT } from "./cellScan";
import { shareOverColumn } from "./columnFormulas";
import { isFigureColumn, startOf, type RegionRows } from "./regionRows";

/** What speaks for the class of a row: 0 for nothing, about 1 for a clear case. No feature looks at a word. */
type RowFeature = (rows: RegionRows, row: number) => number;

const CONTENT: Readonly<Record<string, RowFeature>> = {
  always: () => 1,
  "no figures": ({ figures }, row) => Number(figures[row] === 0),
  "two figures or more": ({ figures }, row) => Number((figures[row] ?? 0) >= 2),
  "only the first cell": ({ filled, first }, row) => Number(filled[row] === 1 && first[row] === 0),
  "only one other cell": ({ filled, first }, row) => Number(filled[row] === 1 && first[row] !== 0),
  "two cells": ({ filled }, row) => Number(filled[row] === 2),
  "first cell blank over filled ones": (rows, row) =>
    Number(rows.first[row] !== 0 && filledBelow(rows, row) >= 0.5),
  "full width": ({ filled, usualFilled }, row) => Number((filled[row] ?? 0) >= usualFilled),
  "share of the usual width": ({ filled, usualFilled }, row) =>
    Math.min(1, (filled[row] ?? 0) / Math.max(1, usualFilled)),
  "few of the usual cells": ({ filled, usualFilled }, row) => Number((filled[row] ?? 0) <= 0.3 * usualFilled),
  "share of texts": ({ written, filled }, row) => (written[row] ?? 0) / (filled[row] ?? 1),
  "first cell a figure": (rows, row) => Number(kindAt(rows, row, 0) === FIGURE),
  "digits in the first text": (rows, row) => Number(firstText(rows, row, MARK_DIGIT)),
  "first text ends with a colon": (rows, row) => Number(firstText(rows, row, MARK_COLON)),
  "first text over 20 wide": (rows, row) => Number(firstWidth(rows, row) > 20),
  "first text over 40 wide": (rows, row) => Number(firstWidth(rows, row) > 40),
  "first text over 80 wide": (rows, row) => Number(firstWidth(rows, row) > 80),
  "short texts": (rows, row) => {
    const mean = meanWidth(rows, row);
    return Number(mean > 0 && mean <= 12);
  },
  "first column alone": ({ width }) => Number(width === 1),
  "two columns": ({ width }) => Number(width === 2),
  "cells of merged areas": (rows, row) => shareMarked(rows, row, MARK_COVERED),
};

const FIGURES: Readonly<Record<string, RowFeature>> = {
  "all whole numbers": (rows, row) => Number(everyValue(rows, row, 2, Number.isInteger)),
  "all years": (rows, row) => Number(everyValue(rows, row, 1, isYear)),
  "constant step": (rows, row) => Number(hasConstantStep(rows, row)),
  "one figure several times": repeatedFigures,
  "largest of their columns": largestShare,
  "figure over a figure": (rows, row) => figurePairs(rows, row, 1),
  "figure under a figure": (rows, row) => figurePairs(rows, row, -1),
  "share of formulas": (rows, row) => shareMarked(rows, row, MARK_FORMULA),
  "formulas over their column": shareOverColumn,
};

const TEXTS: Readonly<Record<string, RowFeature>> = {
  "a text over a column of figures": (rows, row) => Number(textsOverFigures(rows, row) >= 1),
  "texts over columns of figures": (rows, row) => Number(textsOverFigures(rows, row) >= 2),
  "share of texts over figures": (rows, row) =>
    textsOverFigures(rows, row) / Math.max(1, rows.written[row] ?? 1),
  "texts that come again in their column": repeatedBelow,
  "one text several times": repeatedAcross,
  "first text as wide as its column": (rows, row) => Number(isOfUsualWidth(rows, row)),
  "one text as wide as its column": (rows, row) =>
    Number(rows.filled[row] === 1 && isOfUsualWidth(rows, row)),
  "text in a column of texts": (rows, row) => shareOfTextColumns(rows, row),
};

const PLACE: Readonly<Record<string, RowFeature>> = {
  "no units above": ({ strongAbove }, row) => Number(strongAbove[row] === 0),
  "one unit above": ({ strongAbove }, row) => Number(strongAbove[row] === 1),
  "no units below": ({ strongBelow }, row) => Number(strongBelow[row] === 0),
  "one unit below": ({ strongBelow }, row) => Number(strongBelow[row] === 1),
  "first row": (_, row) => Number(row === 0),
  "second row": (_, row) => Number(row === 1),
  "last row": ({ count }, row) => Number(row === count - 1),
  "gap above": ({ gaps }, row) => Number((gaps[row] ?? 0) > 0),
  "wide gap above": ({ gaps }, row) => Number((gaps[row] ?? 0) > 1),
  "gap below": ({ gaps }, row) => Number((gaps[row + 1] ?? 0) > 0),
  "wide gap below": ({ gaps }, row) => Number((gaps[row + 1] ?? 0) > 1),
};

const NEIGHBOURS: Readonly<Record<string, RowFeature>> = {
  "like the row above": (rows, row) => likeness(rows, row, row - 1, row - 1),
  "like the row below": (rows, row) => likeness(rows, row, row + 1, row + 1),
  "like five rows above": (rows, row) => likeness(rows, row, row - 5, row - 1),
  "like five rows below": (rows, row) => likeness(rows, row, row + 1, row + 5),
  "next row begins with a figure": (rows, row) => Number(kindAt(rows, row + 1, 0) === FIGURE),
  "next row has no figures": ({ figures, count }, row) => Number(row + 1 < count && figures[row + 1] === 0),
  "next row has only its first cell": ({ filled, first, count }, row) =>
    Number(row + 1 < count && filled[row + 1] === 1 && first[row + 1] === 0),
  "next row's first cell blank over filled ones": (rows, row) =>
    Number(row + 1 < rows.count && rows.first[row + 1] !== 0 && filledBelow(rows, row + 1) >= 0.5),
  "next row full": ({ filled, usualFilled, count }, row) =>
    Number(row + 1 < count && (filled[row + 1] ?? 0) >= usualFilled),
  "next row has digits in its first text": (rows, row) => Number(firstText(rows, row + 1, MARK_DIGIT)),
  "next row over 40 wide": (rows, row) => Number(firstWidth(rows, row + 1) > 40),
  "row above has no figures": ({ figures }, row) => Number(row > 0 && figures[row - 1] === 0),
  "row above has only its first cell": ({ filled, first }, row) =>
    Number(row > 0 && filled[row - 1] === 1 && first[row - 1] === 0),
  "row above full": ({ filled, usualFilled }, row) =>
    Number(row > 0 && (filled[row - 1] ?? 0) >= usualFilled),
  "row above's first cell blank over filled ones": (rows, row) =>
    Number(row > 0 && rows.first[row - 1] !== 0 && filledBelow(rows, row - 1) >= 0.5),
  "row above over 40 wide": (rows, row) => Number(firstWidth(rows, row - 1) > 40),
  "wider than the row above": ({ filled }, row) =>
    Number(row > 0 && (filled[row] ?? 0) > (filled[row - 1] ?? 0)),
  "wider than the row below": ({ filled, count }, row) =>
    Number(row + 1 < count && (filled[row] ?? 0) > (filled[row + 1] ?? 0)),
};

const FEATURES: readonly (readonly [string, RowFeature])[] = [
  CONTENT,
  FIGURES,
  TEXTS,
  PLACE,
  NEIGHBOURS,
].flatMap((group) => Object.entries(group));

/** The names of all features, in the order of `rowFeatures`. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/** Writes the features of a row into `into`, in the order of `FEATURE_NAMES`. */
export function rowFeatures(rows: RegionRows, row: number, into: Float64Array): void {
  for (let index = 0; index < FEATURES.length; index += 1) into[index] = FEATURES[index]?.[1](rows, row) ?? 0;
}

function kindAt(rows: RegionRows, row: number, column: number): number {
  if (row < 0 || row >= rows.count) return BLANK;
  return rows.scan.kinds[startOf(rows, row) + column] ?? BLANK;
}

/** Where the first text of a row is in the scan; -1 when it has none. */
function firstTextAt(rows: RegionRows, row: number): number {
  if (row < 0 || row >= rows.count || rows.written[row] === 0) return -1;
  const start = startOf(rows, row);
  for (let column = rows.first[row] ?? 0; column < rows.width; column += 1) {
    if (rows.scan.kinds[start + column] === TEXT) return start + column;
  }
  return -1;
}

function firstText(rows: RegionRows, row: number, mark: number): boolean {
  const at = firstTextAt(rows, row);
  return at >= 0 && ((rows.scan.marks[at] ?? 0) & mark) !== 0;
}

function firstWidth(rows: RegionRows, row: number): number {
  const at = firstTextAt(rows, row);
  return at < 0 ? 0 : (rows.scan.widths[at] ?? 0);
}

function meanWidth(rows: RegionRows, row: number): number {
  const start = startOf(rows, row);
  let [texts, wide] = [0, 0];
  for (let column = 0; column < rows.width; column += 1) {
    if (rows.scan.kinds[start + column] !== TEXT) continue;
    texts += 1;
    wide += rows.scan.widths[start + column] ?? 0;
  }
  return texts === 0 ? 0 : wide / texts;
}

/** Whether the first text of a row is one of a column of different texts, and about as wide as they are. */
function isOfUsualWidth(rows: RegionRows, row: number): boolean {
  const at = firstTextAt(rows, row);
  if (at < 0) return false;
  const summary = rows.columns[at - startOf(rows, row)];
  const texts = (summary?.filled ?? 0) - (summary?.figures ?? 0);
  if (summary === undefined || texts < 4 || summary.textCounts.size < 0.7 * texts) return false;
  const width = rows.scan.widths[at] ?? 0;
  return width <= 1.6 * summary.textWidth && width >= 0.4 * summary.textWidth;
}

/** The share of the five rows below that have a first cell. */
function filledBelow({ first, count }: RegionRows, row: number): number {
  let [below, filled] = [0, 0];
  for (let other = row + 1; other <= row + 5 && other < count; other += 1) {
    below += 1;
    if (first[other] === 0) filled += 1;
  }
  return below === 0 ? 0 : filled / below;
}

function repeatedFigures(rows: RegionRows, row: number): number {
  if ((rows.figures[row] ?? 0) < 3) return 0;
  const start = startOf(rows, row);
  const seen = new Set<number>();
  let figures = 0;
  for (let column = 0; column < rows.width; column += 1) {
    const value = rows.scan.values[start + column] ?? Number.NaN;
    if (Number.isNaN(value) || value === 0) continue;
    figures += 1;
    seen.add(value);
  }
  return figures < 3 ? 0 : 1 - seen.size / figures;
}

function shareMarked(rows: RegionRows, row: number, mark: number): number {
  const start = startOf(rows, row);
  let marked = 0;
  for (let column = 0; column < rows.width; column += 1) {
    if (((rows.scan.marks[start + column] ?? 0) & mark) !== 0) marked += 1;
  }
  return Math.min(1, marked / (rows.filled[row] ?? 1));
}

function everyValue(
  rows: RegionRows,
  row: number,
  least: number,
  holds: (value: number) => boolean,
): boolean {
  const start = startOf(rows, row);
  let tried = 0;
  for (let column = 0; column < rows.width; column += 1) {
    const value = rows.scan.values[start + column] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (!holds(value)) return false;
    tried += 1;
  }
  return tried >= least;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

function hasConstantStep(rows: RegionRows, row: number): boolean {
  const start = startOf(rows, row);
  let [last, step, steps] = [Number.NaN, Number.NaN, 0];
  for (let column = 0; column < rows.width; column += 1) {
    const value = rows.scan.values[start + column] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(last)) {
      if (steps > 0 && Math.abs(value - last - step) > 1e-9) return false;
      step = value - last;
      steps += 1;
    }
    last = value;
  }
  return steps >= 2 && step !== 0;
}

function largestShare(rows: RegionRows, row: number): number {
  const start = startOf(rows, row);
  let [figures, largest] = [0, 0];
  for (let column = 0; column < rows.width; column += 1) {
    const value = rows.scan.values[start + column] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    figures += 1;
    if (value !== 0 && Math.abs(value) >= (rows.columns[column]?.largest ?? 0)) largest += 1;
  }
  return figures === 0 ? 0 : largest / figures;
}

function figurePairs(rows: RegionRows, row: number, step: 1 | -1): number {
  const other = row + step;
  if (other < 0 || other >= rows.count || rows.figures[row] === 0) return 0;
  const { kinds } = rows.scan;
  const [here, there] = [startOf(rows, row), startOf(rows, other)];
  let both = 0;
  for (let column = 0; column < rows.width; column += 1) {
    if (kinds[here + column] === FIGURE && kinds[there + column] === FIGURE) both += 1;
  }
  return both / (rows.figures[row] ?? 1);
}

function textsOverFigures(rows: RegionRows, row: number): number {
  if (rows.written[row] === 0) return 0;
  const { kinds } = rows.scan;
  const start = startOf(rows, row);
  let over = 0;
  for (let column = 0; column < rows.width; column += 1) {
    const summary = rows.columns[column];
    if (kinds[start + column] !== TEXT || summary === undefined || !isFigureColumn(summary)) continue;
    if ([1, 2, 3].some((below) => kindAt(rows, row + below, column) === FIGURE)) over += 1;
  }
  return over;
}

function repeatedBelow(rows: RegionRows, row: number): number {
  if (rows.written[row] === 0) return 0;
  const start = startOf(rows, row);
  let again = 0;
  for (let column = 0; column < rows.width; column += 1) {
    if (rows.scan.kinds[start + column] !== TEXT) continue;
    const id = rows.scan.texts[start + column] ?? 0;
    if ((rows.columns[column]?.textCounts.get(id) ?? 0) > 1) again += 1;
  }
  return again / (rows.written[row] ?? 1);
}

function repeatedAcross(rows: RegionRows, row: number): number {
  if ((rows.written[row] ?? 0) < 3) return 0;
  const start = startOf(rows, row);
  const seen = new Set<number>();
  for (let column = 0; column < rows.width; column += 1) {
    if (rows.scan.kinds[start + column] === TEXT) seen.add(rows.scan.texts[start + column] ?? 0);
  }
  return 1 - seen.size / (rows.written[row] ?? 1);
}

function shareOfTextColumns(rows: RegionRows, row: number): number {
  if (rows.written[row] === 0) return 0;
  const start = startOf(rows, row);
  let inTexts = 0;
  for (let column = 0; column < rows.width; column += 1) {
    const summary = rows.columns[column];
    if (rows.scan.kinds[start + column] !== TEXT || summary === undefined) continue;
    if (summary.filled - summary.figures >= 3 && !isFigureColumn(summary)) inTexts += 1;
  }
  return inTexts / (rows.written[row] ?? 1);
}

/** How like a row is to others, on average: the share of cells of the same kind among those that either has. */
function likeness(rows: RegionRows, row: number, from: number, to: number): number {
  const { kinds } = rows.scan;
  const here = startOf(rows, row);
  let [sum, others] = [0, 0];
  for (let other = Math.max(0, from); other <= to && other < rows.count; other += 1) {
    const there = startOf(rows, other);
    let [same, either] = [0, 0];
    for (let column = 0; column < rows.width; column += 1) {
      const [one, two] = [kinds[here + column], kinds[there + column]];
      if (one === BLANK && two === BLANK) continue;
      either += 1;
      if (one === two) same += 1;
    }
    sum += same / Math.max(1, either);
    others += 1;
  }
  return others === 0 ? 0 : sum / others;
}
