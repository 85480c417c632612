import { BLANK, FIGURE, TEXT } from "./cellScan";
import { isFigureColumn, startOf, type RegionRows } from "./regionRows";

export function kindAt(rows: RegionRows, row: number, column: number): number {
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

export function firstText(rows: RegionRows, row: number, mark: number): boolean {
  const at = firstTextAt(rows, row);
  return at >= 0 && ((rows.scan.marks[at] ?? 0) & mark) !== 0;
}

export function firstWidth(rows: RegionRows, row: number): number {
  const at = firstTextAt(rows, row);
  return at < 0 ? 0 : (rows.scan.widths[at] ?? 0);
}

export function meanWidth(rows: RegionRows, row: number): number {
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
export function isOfUsualWidth(rows: RegionRows, row: number): boolean {
  const at = firstTextAt(rows, row);
  if (at < 0) return false;
  const summary = rows.columns[at - startOf(rows, row)];
  const texts = (summary?.filled ?? 0) - (summary?.figures ?? 0);
  if (summary === undefined || texts < 4 || summary.textCounts.size < 0.7 * texts) return false;
  const width = rows.scan.widths[at] ?? 0;
  return width <= 1.6 * summary.textWidth && width >= 0.4 * summary.textWidth;
}

/** The share of the five rows below that have a first cell. */
export function filledBelow({ first, count }: RegionRows, row: number): number {
  let [below, filled] = [0, 0];
  for (let other = row + 1; other <= row + 5 && other < count; other += 1) {
    below += 1;
    if (first[other] === 0) filled += 1;
  }
  return below === 0 ? 0 : filled / below;
}

export function repeatedFigures(rows: RegionRows, row: number): number {
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

export function shareMarked(rows: RegionRows, row: number, mark: number): number {
  const start = startOf(rows, row);
  let marked = 0;
  for (let column = 0; column < rows.width; column += 1) {
    if (((rows.scan.marks[start + column] ?? 0) & mark) !== 0) marked += 1;
  }
  return Math.min(1, marked / (rows.filled[row] ?? 1));
}

export function everyValue(
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

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

export function hasConstantStep(rows: RegionRows, row: number): boolean {
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

export function largestShare(rows: RegionRows, row: number): number {
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

export function figurePairs(rows: RegionRows, row: number, step: 1 | -1): number {
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

export function textsOverFigures(rows: RegionRows, row: number): number {
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

export function repeatedBelow(rows: RegionRows, row: number): number {
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

export function repeatedAcross(rows: RegionRows, row: number): number {
  if ((rows.written[row] ?? 0) < 3) return 0;
  const start = startOf(rows, row);
  const seen = new Set<number>();
  for (let column = 0; column < rows.width; column += 1) {
    if (rows.scan.kinds[start + column] === TEXT) seen.add(rows.scan.texts[start + column] ?? 0);
  }
  return 1 - seen.size / (rows.written[row] ?? 1);
}

export function shareOfTextColumns(rows: RegionRows, row: number): number {
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
export function likeness(rows: RegionRows, row: number, from: number, to: number): number {
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
