import { itemName } from "../recognise/proposal/scoredTable";
import type { TableReading } from "../recognise/reading/tableReading";
import { columnMark } from "../shape/columnMark";

/** What a column is called: its header, or its letters where it has none. */
export function columnName(reading: TableReading, column: number): string {
  const path = reading.columns.find((one) => one.column === column)?.path ?? [];
  const name = itemName({ path }) || path.at(-1) || "";
  return name === "" ? columnMark(reading.shape.grid, column) : name;
}

/** The names of some columns, told apart by their letters where two have one name. */
export function distinctNames(reading: TableReading, columns: readonly number[]): string[] {
  const names = columns.map((column) => columnName(reading, column));
  return columns.map((column, index) => {
    const name = names[index] ?? "";
    return names.filter((other) => other === name).length > 1
      ? `${name}（${columnMark(reading.shape.grid, column)}）`
      : name;
  });
}
