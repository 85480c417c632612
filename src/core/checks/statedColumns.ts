import type { SheetCell } from "../workbook/address";

/** Rows by the column that their cell stands in: a sheet a group, or tables side by side. In order of appearance. */
export function byColumn<Row>(rows: readonly Row[], cellOf: (row: Row) => SheetCell): Row[][] {
  const columns = new Map<string, Row[]>();
  for (const row of rows) {
    const { sheet, column } = cellOf(row);
    const key = `${String(column)} ${sheet}`;
    const own = columns.get(key);
    if (own) own.push(row);
    else columns.set(key, [row]);
  }
  return [...columns.values()];
}

/** The topmost row of the column that has most of the rows: where a finding about all of them points. */
export function firstOfLargestColumn<Row>(rows: readonly Row[], cellOf: (row: Row) => SheetCell): Row | null {
  let largest: readonly Row[] = [];
  for (const column of byColumn(rows, cellOf)) if (column.length > largest.length) largest = column;
  let first: Row | null = null;
  for (const row of largest) if (first === null || cellOf(row).row < cellOf(first).row) first = row;
  return first;
}
