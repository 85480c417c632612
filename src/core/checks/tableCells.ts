import type { FormulaForm } from "../formulas/formulaIndex";
import type { ReadTable } from "../recognise/classifySheet";
import type { TableColumn } from "../recognise/tableColumns";
import { cellKey, type SheetCell } from "../workbook/address";
import type { CellValue } from "../workbook/snapshot";
import type { CheckSubject } from "./checkSubject";

/** The cell of one unit in one column of a table. */
export interface TableCell {
  readonly cell: SheetCell;
  readonly value: CellValue;
  /** Null for a cell without formula. */
  readonly form: FormulaForm | null;
}

/** Where a cell of a table is on its sheet. */
export function sheetCell({ block: { view } }: ReadTable, row: number, column: number): SheetCell {
  return { sheet: view.sheet.name, ...view.position(row, column) };
}

/** Whether the sheet of a table has any formula. */
export function hasFormulas({ block }: ReadTable): boolean {
  return block.view.sheet.formulas.size > 0;
}

/** The formula of a table's cell in relative form, or null. Rows and columns are the view's. */
export function formAt(
  { formulas }: CheckSubject,
  table: ReadTable,
  row: number,
  column: number,
): FormulaForm | null {
  const { sheet } = table.block.view;
  const position = table.block.view.position(row, column);
  // Most cells of most sheets have no formula.
  return sheet.formulas.has(cellKey(position.row, position.column))
    ? formulas.formAt(sheet.name, position)
    : null;
}

/** The cells of a column in the rows of units, from the top. */
export function unitCells(subject: CheckSubject, table: ReadTable, { column }: TableColumn): TableCell[] {
  const cells: TableCell[] = [];
  for (const { kind, row } of table.rows) {
    if (kind !== "unit") continue;
    cells.push({
      cell: sheetCell(table, row, column),
      value: table.block.view.value(row, column),
      form: formAt(subject, table, row, column),
    });
  }
  return cells;
}
