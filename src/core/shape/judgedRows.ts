import { BLANK, FIGURE, TEXT, type CellScan } from "./cellScan";

/** Regions of up to so many rows are judged whole; of larger ones, this half at either end. */
const JUDGED_WHOLE = 400;

/** Rows around one that is unlike its column are judged with it. */
const AROUND = 3;

/** More unlike rows than this are no exceptions. */
const MOST_UNLIKE = 1_500;

/** What is needed to see whether a row is like most of its region. */
interface PlainRows {
  readonly scan: CellScan;
  readonly width: number;
  /** The scan's cell where each row begins. */
  readonly starts: (row: number) => number;
  readonly filled: Int32Array;
  readonly gaps: Uint8Array;
  readonly usualFilled: number;
  /** Whether most of each column are figures. */
  readonly figureColumns: readonly boolean[];
}

/**
 * The rows of a region that are judged one by one: all of a small one; of a large one those at its ends and those
 * about a row that is unlike the others. The rows between are more of the same.
 */
export function chooseJudged(rows: PlainRows): Int32Array {
  const count = rows.filled.length;
  if (count <= JUDGED_WHOLE) return Int32Array.from({ length: count }, (_, row) => row);
  const judged = new Uint8Array(count);
  judged.fill(1, 0, JUDGED_WHOLE / 2).fill(1, count - JUDGED_WHOLE / 2);
  let unlike = 0;
  for (let row = JUDGED_WHOLE / 2; row < count - JUDGED_WHOLE / 2 && unlike < MOST_UNLIKE; row += 1) {
    if (isLikeOthers(rows, row)) continue;
    unlike += 1;
    judged.fill(1, row - AROUND, row + AROUND + 1);
  }
  const chosen: number[] = [];
  judged.forEach((is, row) => {
    if (is === 1) chosen.push(row);
  });
  return Int32Array.from(chosen);
}

function isLikeOthers(rows: PlainRows, row: number): boolean {
  const { scan, width, starts, filled, gaps, usualFilled, figureColumns } = rows;
  if ((gaps[row] ?? 0) > 0 || (filled[row] ?? 0) < 0.3 * usualFilled) return false;
  const start = starts(row);
  let [first, unlike] = [true, 0];
  for (let column = 0; column < width; column += 1) {
    const kind = scan.kinds[start + column];
    if (kind === BLANK) {
      if (column === 0) unlike += 1;
      continue;
    }
    if (kind !== (figureColumns[column] === true ? FIGURE : TEXT)) {
      if (first) return false;
      unlike += 1;
    }
    first = false;
  }
  return unlike <= 0.3 * (filled[row] ?? 0);
}
