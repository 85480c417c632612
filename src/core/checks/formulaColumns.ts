import type { FormulaForm, FormulaIndex } from "../formulas/formulaIndex";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { TableColumn } from "../recognise/columns/tableColumns";
import { STEP_SIZE, type Steps } from "../steps";
import type { SheetCell } from "../workbook/address";
import type { CellValue } from "../workbook/snapshot";

/** A column of a table in which at least one unit has a formula. */
export interface FormulaColumn {
  readonly table: ReadTable;
  readonly column: TableColumn;
  /** The cells of all units, from the top. */
  readonly cells: readonly TableCell[];
}

/** The cell of one unit in one column of a table. */
export interface TableCell {
  readonly cell: SheetCell;
  readonly value: CellValue;
  /** Null for a cell without formula. */
  readonly form: FormulaForm | null;
}

/** Reads the columns with formulas of some tables. */
export function* readFormulaColumns(
  tables: readonly ReadTable[],
  formulas: FormulaIndex,
): Steps<FormulaColumn[]> {
  const found: FormulaColumn[] = [];
  for (const table of tables) {
    if (table.block.view.sheet.formulas.size === 0) continue;
    for (const column of table.columns) {
      yield;
      if (!hasFormula(table, column, formulas)) continue;
      found.push({ table, column, cells: yield* cellsOf(table, column, formulas) });
    }
  }
  return found;
}

function hasFormula(
  { block: { view }, rows }: ReadTable,
  { column }: TableColumn,
  formulas: FormulaIndex,
): boolean {
  const { name } = view.sheet;
  return rows.some(
    ({ kind, row }) => kind === "unit" && formulas.formAt(name, view.position(row, column)) !== null,
  );
}

function* cellsOf(
  { block: { view }, rows }: ReadTable,
  { column }: TableColumn,
  formulas: FormulaIndex,
): Steps<TableCell[]> {
  const sheet = view.sheet.name;
  const cells: TableCell[] = [];
  for (const { kind, row } of rows) {
    if (kind !== "unit") continue;
    if (cells.length % STEP_SIZE === STEP_SIZE - 1) yield;
    const position = view.position(row, column);
    const cell = { sheet, row: position.row, column: position.column };
    cells.push({ cell, value: view.value(row, column), form: formulas.formAt(sheet, cell) });
  }
  return cells;
}
