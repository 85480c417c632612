import type { FormulaForm, FormulaIndex } from "../formulas/formulaIndex";
import type { ReadTable } from "../recognise/classifySheet";
import type { TableColumn } from "../recognise/tableColumns";
import type { Steps } from "../steps";
import { cellKey, type SheetCell } from "../workbook/address";
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
      if (hasFormula(table, column)) found.push({ table, column, cells: cellsOf(table, column, formulas) });
    }
  }
  return found;
}

function hasFormula({ block: { view }, rows }: ReadTable, { column }: TableColumn): boolean {
  return rows.some(({ kind, row }) => {
    if (kind !== "unit") return false;
    const position = view.position(row, column);
    return view.sheet.formulas.has(cellKey(position.row, position.column));
  });
}

function cellsOf(
  { block: { view }, rows }: ReadTable,
  { column }: TableColumn,
  formulas: FormulaIndex,
): TableCell[] {
  const sheet = view.sheet.name;
  const cells: TableCell[] = [];
  for (const { kind, row } of rows) {
    if (kind !== "unit") continue;
    const position = view.position(row, column);
    const cell = { sheet, row: position.row, column: position.column };
    cells.push({ cell, value: view.value(row, column), form: formulas.formAt(sheet, cell) });
  }
  return cells;
}
