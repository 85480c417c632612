import { BLANK, FIGURE, TEXT, type CellScan } from "./cellScan";

/** A rectangle of a scan, in its own rows and columns from 0: ends are one past the last. */
export interface Region {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** More cuts than this are noise, not tables. */
const MOST_REGIONS = 400;

/** A region with more blank columns than this is a matrix with holes, not tables side by side. */
const MOST_GAPS = 40;

/** Cuts a sheet at blank columns and rows into regions that each hold tables one below the other, or one table. */
export function cutIntoRegions(scan: CellScan): readonly Region[] {
  const whole = trimmed(scan, {
    firstRow: 0,
    endRow: scan.rowCount,
    firstColumn: 0,
    endColumn: scan.columnCount,
  });
  const regions: Region[] = [];
  const waiting = whole === null ? [] : [whole];
  for (let region = waiting.pop(); region !== undefined; region = waiting.pop()) {
    const parts = regions.length + waiting.length < MOST_REGIONS ? cut(scan, region) : null;
    if (parts === null) regions.push(region);
    else waiting.push(...parts.toReversed());
  }
  return regions;
}

function cut(scan: CellScan, region: Region): readonly Region[] | null {
  return cutAtColumn(scan, region) ?? cutAtRow(scan, region);
}

/** The region without blank rows and columns at its edges; null when nothing is left. */
function trimmed(scan: CellScan, region: Region): Region | null {
  const { kinds, columnCount } = scan;
  let [firstRow, endRow, firstColumn, endColumn] = [
    region.endRow,
    region.firstRow,
    region.endColumn,
    region.firstColumn,
  ];
  for (let row = region.firstRow; row < region.endRow; row += 1) {
    for (let column = region.firstColumn; column < region.endColumn; column += 1) {
      if (kinds[row * columnCount + column] === BLANK) continue;
      if (row < firstRow) firstRow = row;
      endRow = row + 1;
      if (column < firstColumn) firstColumn = column;
      if (column >= endColumn) endColumn = column + 1;
    }
  }
  return firstRow < endRow ? { firstRow, endRow, firstColumn, endColumn } : null;
}

function cutAtColumn(scan: CellScan, region: Region): readonly Region[] | null {
  const gaps = blankColumns(scan, region);
  if (gaps.length > MOST_GAPS) return null;
  for (const [gap, next] of gaps) {
    const left = trimmed(scan, { ...region, endColumn: gap });
    const right = trimmed(scan, { ...region, firstColumn: next });
    if (left === null || right === null) continue;
    if (beginsWithNames(scan, right) || apart(scan, left, right)) return [left, right];
  }
  return null;
}

/** Runs of blank columns inside a region: the first, and the column after the last. */
function blankColumns(scan: CellScan, region: Region): [number, number][] {
  const used = new Uint8Array(region.endColumn - region.firstColumn);
  for (let row = region.firstRow; row < region.endRow; row += 1) {
    for (let column = region.firstColumn; column < region.endColumn; column += 1) {
      if (scan.kinds[row * scan.columnCount + column] !== BLANK) used[column - region.firstColumn] = 1;
    }
  }
  const gaps: [number, number][] = [];
  used.forEach((filled, index) => {
    if (filled === 0 && (index === 0 || used[index - 1] === 1)) gaps.push([index + region.firstColumn, 0]);
    const gap = gaps.at(-1);
    if (filled === 1 && gap?.[1] === 0) gap[1] = index + region.firstColumn;
  });
  return gaps.filter(([, next]) => next > 0);
}

/** Whether a part begins with a column of names: mostly different texts with figures beside them. */
function beginsWithNames(scan: CellScan, part: Region): boolean {
  const { kinds, texts, columnCount } = scan;
  const names = new Set<number>();
  let filled = 0;
  let written = 0;
  let beside = 0;
  for (let row = part.firstRow; row < part.endRow; row += 1) {
    const at = row * columnCount + part.firstColumn;
    if (kinds[at] === BLANK) continue;
    filled += 1;
    if (kinds[at] !== TEXT) continue;
    written += 1;
    names.add(texts[at] ?? 0);
    for (let column = part.firstColumn + 1; column < part.endColumn; column += 1) {
      if (kinds[row * columnCount + column] === FIGURE) {
        beside += 1;
        break;
      }
    }
  }
  return written >= 3 && beside >= 3 && written >= 0.6 * filled && names.size >= 0.8 * written;
}

/** Whether two parts use different rows: fewer than half of the rows that either uses are used by both. */
function apart(scan: CellScan, left: Region, right: Region): boolean {
  let both = 0;
  let either = 0;
  const firstRow = Math.min(left.firstRow, right.firstRow);
  const endRow = Math.max(left.endRow, right.endRow);
  for (let row = firstRow; row < endRow; row += 1) {
    const here = rowUsed(scan, left, row);
    const there = rowUsed(scan, right, row);
    if (here && there) both += 1;
    if (here || there) either += 1;
  }
  return both < 0.5 * either;
}

function rowUsed({ kinds, columnCount }: CellScan, part: Region, row: number): boolean {
  if (row < part.firstRow || row >= part.endRow) return false;
  for (let column = part.firstColumn; column < part.endColumn; column += 1) {
    if (kinds[row * columnCount + column] !== BLANK) return true;
  }
  return false;
}

function cutAtRow(scan: CellScan, region: Region): readonly Region[] | null {
  const starts = [region.firstRow];
  let figureRows = 0;
  let blank = false;
  for (let row = region.firstRow; row < region.endRow; row += 1) {
    const { figures, texts } = rowKinds(scan, region, row);
    if (figures + texts > 0) {
      if (blank && figureRows >= 2 && startsTable(scan, region, row)) {
        starts.push(row);
        figureRows = 0;
      }
      if (figures > 0) figureRows += 1;
    }
    blank = figures + texts === 0;
  }
  if (starts.length === 1) return null;
  return starts.flatMap((firstRow, index) => {
    const part = trimmed(scan, { ...region, firstRow, endRow: starts[index + 1] ?? region.endRow });
    return part === null ? [] : [part];
  });
}

function rowKinds(
  { kinds, columnCount }: CellScan,
  part: Region,
  row: number,
): { figures: number; texts: number } {
  let figures = 0;
  let texts = 0;
  for (let column = part.firstColumn; column < part.endColumn; column += 1) {
    const kind = kinds[row * columnCount + column];
    if (kind === FIGURE) figures += 1;
    else if (kind === TEXT) texts += 1;
  }
  return { figures, texts };
}

/** Whether a header begins here, or in the row after a title: texts only, with figures under them soon. */
function startsTable(scan: CellScan, region: Region, row: number): boolean {
  for (let header = row, tried = 0; header < region.endRow && tried < 2; header += 1, tried += 1) {
    const { figures, texts } = rowKinds(scan, region, header);
    if (figures > 0) return false;
    if (texts >= 2 && hasFiguresBelow(scan, region, header)) return true;
  }
  return false;
}

function hasFiguresBelow({ kinds, columnCount }: CellScan, region: Region, header: number): boolean {
  let below = 0;
  for (let column = region.firstColumn; column < region.endColumn; column += 1) {
    if (kinds[header * columnCount + column] !== TEXT) continue;
    for (let row = header + 1; row <= header + 3 && row < region.endRow; row += 1) {
      if (kinds[row * columnCount + column] === FIGURE) {
        below += 1;
        break;
      }
    }
  }
  return below >= 1;
}
