import { cellKey, cellOfKey, contains, type Area, type CellKey } from "../../core/workbook/address";

/** The smallest area around cells; null without any. */
export function boundingArea(keys: readonly CellKey[]): Area | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const key of keys) {
    const { row, column } = cellOfKey(key);
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  if (bottom < 0) return null;
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

/** The first and the last cell of an area. */
export function cornerKeys(area: Area): CellKey[] {
  return [
    cellKey(area.row, area.column),
    cellKey(area.row + area.rowCount - 1, area.column + area.columnCount - 1),
  ];
}

/** Whether two areas share a cell. */
export function overlap(first: Area, second: Area): boolean {
  return (
    contains(first, {
      row: Math.max(first.row, second.row),
      column: Math.max(first.column, second.column),
    }) &&
    contains(second, { row: Math.max(first.row, second.row), column: Math.max(first.column, second.column) })
  );
}

/** Visits every cell of an area, row by row. */
export function forEachKey(area: Area, visit: (key: CellKey) => void): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++)
      visit(cellKey(row, column));
  }
}

/** What is made of every cell of an area, as rows. */
export function mapArea<Result>(area: Area, make: (key: CellKey) => Result): Result[][] {
  return Array.from({ length: area.rowCount }, (_, rowOffset) =>
    Array.from({ length: area.columnCount }, (__, columnOffset) =>
      make(cellKey(area.row + rowOffset, area.column + columnOffset)),
    ),
  );
}

/** Copies what a map has of an area's cells. */
export function copyInto<Value>(
  target: Map<CellKey, Value>,
  source: ReadonlyMap<CellKey, Value>,
  area: Area,
): void {
  forEachKey(area, (key) => {
    const value = source.get(key);
    if (value !== undefined) target.set(key, value);
  });
}

/**
 * Changes what a map has of every cell of an area. Cells that had the same before share the same afterwards, so that a
 * large area costs little.
 */
export function changeAll<Value>(
  target: Map<CellKey, Value>,
  area: Area,
  change: (old: Value | undefined) => Value,
): void {
  const changed = new Map<Value | undefined, Value>();
  forEachKey(area, (key) => {
    const old = target.get(key);
    let value = changed.get(old);
    if (value === undefined) changed.set(old, (value = change(old)));
    target.set(key, value);
  });
}
