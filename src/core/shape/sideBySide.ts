import type { CellScan } from "./cellScan";
import { describeNaming, keyAt } from "./columnNames";

/** Share of names that lists of the same units have in common. */
const SHARED = 0.7;

/** Share of different names in a column of names. */
const DIFFERENT = 0.85;

/** A long list is compared by so many of its rows. */
const MOST_ROWS = 1_000;

/**
 * Where lists of the same units stand side by side without a blank column, each in an order of its own: the first
 * column of each list. `rows` are the units' rows of the scan; one list gives one entry.
 */
export function findLists(
  scan: CellScan,
  allRows: readonly number[],
  firstColumn: number,
  endColumn: number,
): readonly number[] {
  const rows = allRows.slice(0, MOST_ROWS);
  if (rows.length < 4) return [firstColumn];
  const names: number[] = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const { filled, texts, distinct } = describeNaming(scan, rows, column);
    if (filled >= 0.7 && texts >= 0.9 && distinct >= DIFFERENT) names.push(column);
  }
  const lists = names.filter(
    (column, index) =>
      index === 0 || names.slice(0, index).some((before) => isReordered(scan, rows, before, column)),
  );
  if (lists.length < 2) return [firstColumn];
  return lists.map((column, index) =>
    index === 0 ? firstColumn : firstOfList(scan, rows, lists, index, column),
  );
}

function isReordered(scan: CellScan, rows: readonly number[], one: number, other: number): boolean {
  const keys = new Set(rows.map((row) => keyAt(scan, row, one)));
  let [shared, beside] = [0, 0];
  for (const row of rows) {
    const key = keyAt(scan, row, other);
    if (key !== "" && keys.has(key)) shared += 1;
    if (key !== "" && key === keyAt(scan, row, one)) beside += 1;
  }
  return shared >= SHARED * rows.length && beside < 0.5 * shared;
}

/** A list may have a running number or a mark before its names: as many columns as the first list's gap allows. */
function firstOfList(
  scan: CellScan,
  rows: readonly number[],
  lists: readonly number[],
  index: number,
  column: number,
): number {
  const before = lists[index - 1] ?? column;
  if (column - before < 3) return column;
  const { whole, distinct, formulas } = describeNaming(scan, rows, column - 1);
  return whole && distinct >= DIFFERENT && formulas === 0 ? column - 1 : column;
}
