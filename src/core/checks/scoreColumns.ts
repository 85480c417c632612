import type { Decimal } from "../numbers/decimal";
import { readScoreIn } from "../recognise/units/readFigure";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { Component } from "../scheme/scheme";
import type { FormulaIndex } from "../formulas/formulaIndex";
import { STEP_SIZE, type Steps } from "../steps";
import type { SheetCell } from "../workbook/address";

/** One component's scores in one table, in the order of the rows. */
export interface ScoreColumn {
  readonly component: Component;
  readonly table: ReadTable;
  /** The view's column. */
  readonly column: number;
  readonly scores: readonly ScoreCell[];
}

/** A score with its row (the view's), and whether it was typed rather than calculated. */
export interface ScoreCell {
  readonly row: number;
  readonly value: Decimal;
  readonly typed: boolean;
}

/** Where a score of a column stands on its sheet. */
export function sourceOf({ table, column }: ScoreColumn, { row }: ScoreCell): SheetCell {
  const { view } = table.block;
  return { sheet: view.sheet.name, ...view.position(row, column) };
}

/** The columns of component scores of all tables. Cells without a readable number are left out. */
export function* readScoreColumns(
  tables: readonly ReadTable[],
  components: readonly Component[],
  formulas: FormulaIndex,
): Steps<ScoreColumn[]> {
  const found: ScoreColumn[] = [];
  for (const table of tables) {
    for (const component of components) {
      const column = table.columns.find(({ role }) => role === `component:${component.id}`)?.column;
      if (column === undefined) continue;
      yield;
      found.push({ component, table, column, scores: yield* scoresOf(table, column, formulas) });
    }
  }
  return found;
}

function* scoresOf(
  { block: { view }, rows }: ReadTable,
  column: number,
  formulas: FormulaIndex,
): Steps<ScoreCell[]> {
  const { name, formulas: calculated } = view.sheet;
  const scores: ScoreCell[] = [];
  for (const [index, { kind, row }] of rows.entries()) {
    if (index % STEP_SIZE === STEP_SIZE - 1) yield;
    if (kind !== "unit") continue;
    const value = readScoreIn(view, row, column);
    if (value === null) continue;
    const typed = calculated.size === 0 || formulas.formAt(name, view.position(row, column)) === null;
    scores.push({ row, value, typed });
  }
  return scores;
}
