import type { Area } from "./address";

/** The smallest area around two. */
export function bounding(first: Area, second: Area): Area {
  const row = Math.min(first.row, second.row);
  const column = Math.min(first.column, second.column);
  return {
    row,
    column,
    rowCount: Math.max(first.row + first.rowCount, second.row + second.rowCount) - row,
    columnCount: Math.max(first.column + first.columnCount, second.column + second.columnCount) - column,
  };
}

/** The cells that two areas share, or null. */
export function intersection(first: Area, second: Area): Area | null {
  const row = Math.max(first.row, second.row);
  const column = Math.max(first.column, second.column);
  const rowCount = Math.min(first.row + first.rowCount, second.row + second.rowCount) - row;
  const columnCount = Math.min(first.column + first.columnCount, second.column + second.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}
