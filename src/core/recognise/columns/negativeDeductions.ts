import type { TableBlock } from "../tables/tableBlock";
import type { TableColumn } from "./tableColumns";
import type { TableRow } from "../tables/tableRows";

/** One deduction below zero may be a slip; so many, and none above, are how the office writes them. */
const MINIMUM = 2;

/** A column of deductions that are all written as negative numbers (rule 25). */
export interface NegativeColumn {
  readonly column: TableColumn;
  readonly count: number;
  /** The view's row of the first. */
  readonly firstRow: number;
}

/** The columns of sums of deductions whose points are all written below zero: a habit, not a slip each. */
export function negativeColumns(
  { view }: TableBlock,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): NegativeColumn[] {
  return columns.flatMap((column): NegativeColumn[] => {
    if (column.role !== "deduction") return [];
    let count = 0;
    let firstRow = 0;
    for (const { kind, row } of rows) {
      const value = kind === "unit" ? view.value(row, column.column) : null;
      if (typeof value !== "number" || value === 0) continue;
      if (value > 0) return [];
      if (count === 0) firstRow = row;
      count += 1;
    }
    return count < MINIMUM ? [] : [{ column, count, firstRow }];
  });
}
