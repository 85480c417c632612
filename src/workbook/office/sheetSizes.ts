/** Neighbours of the same size. */
export interface SizeRun {
  readonly first: number;
  readonly count: number;
  readonly value: number;
}

const PIXEL_PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

/**
 * Gives columns their widths.
 *
 * @param widths From column A on, in characters of the default font.
 * @param digitWidth Width of a digit of that font, in pixels.
 */
export function writeColumnWidths(
  sheet: Excel.Worksheet,
  widths: readonly number[],
  digitWidth: number,
): void {
  for (const { first, count, value } of runs(widths.map((width, index) => [index, width]))) {
    const pixels = Math.trunc(value * digitWidth + PIXEL_PADDING);
    const columns = sheet.getRangeByIndexes(0, first, 1, count).untrack().getEntireColumn().untrack();
    columns.format.columnWidth = pixels * POINTS_PER_PIXEL;
  }
}

/** Rows that follow each other and have the same height in points. */
export function rowHeightRuns(heights: ReadonlyMap<number, number>): SizeRun[] {
  return runs([...heights].sort(([first], [second]) => first - second));
}

/** Gives rows their height. */
export function writeRowHeight(sheet: Excel.Worksheet, { first, count, value }: SizeRun): void {
  sheet.getRangeByIndexes(first, 0, count, 1).untrack().format.rowHeight = value;
}

/** Neighbours of the same value, together. */
function runs(entries: readonly (readonly [index: number, value: number])[]): SizeRun[] {
  const found: { first: number; count: number; value: number }[] = [];
  for (const [index, value] of entries) {
    const last = found.at(-1);
    if (last && last.value === value && last.first + last.count === index) last.count += 1;
    else found.push({ first: index, count: 1, value });
  }
  return found;
}
