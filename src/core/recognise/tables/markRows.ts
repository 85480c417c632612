import { contains } from "../../vocabulary/concepts";
import { figureIn, weightIn } from "../../numbers/cellFigure";
import type { TableBlock } from "./tableBlock";
import { isBlank } from "./sheetView";
import type { TableColumn } from "../columns/tableColumns";
import type { TableRow } from "./tableRows";

/** Adds the full marks and weights that rows of their own state to the columns that do not state them in the header. */
export function applyMarkRows(
  block: TableBlock,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableColumn[] {
  return rows
    .filter(({ kind }) => kind === "marks")
    .reduce<TableColumn[]>(
      (known, { row }) => {
        const weights = isWeightRow(block, known, row);
        return known.map((column) => {
          const value = block.view.value(row, column.column);
          const number = weights ? weightIn(value) : figureIn(value);
          if (number === null || !/^(component|unknown)/.test(column.role)) return column;
          return weights
            ? { ...column, weight: column.weight ?? number }
            : { ...column, fullMark: column.fullMark ?? number };
        });
      },
      [...columns],
    );
}

/** Weights by the row's label; without one, by its numbers summing to 1. */
function isWeightRow(block: TableBlock, columns: readonly TableColumn[], row: number): boolean {
  for (let column = block.firstColumn; column <= block.unitColumn; column += 1) {
    const shown = block.view.shown(row, column);
    if (typeof shown === "string" && !isBlank(shown)) return contains(shown, "weight");
  }
  const numbers = columns
    .filter(({ role }) => role.startsWith("component:"))
    .map(({ column }) => block.view.value(row, column))
    .filter((value) => typeof value === "number");
  return numbers.every((number) => number <= 1);
}
