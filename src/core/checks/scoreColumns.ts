import type { Decimal } from "../numbers/decimal";
import { readScore } from "../recognise/readFigure";
import type { ReadTable } from "../recognise/classifySheet";
import type { Component } from "../scheme/scheme";
import { cellKey, type SheetCell } from "../workbook/address";

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
export function readScoreColumns(
  tables: readonly ReadTable[],
  components: readonly Component[],
): ScoreColumn[] {
  return tables.flatMap((table) =>
    components.flatMap((component): ScoreColumn[] => {
      const column = table.columns.find(({ role }) => role === `component:${component.id}`);
      if (!column) return [];
      const { sheet } = table.block.view;
      const scores: ScoreCell[] = [];
      for (const { kind, row } of table.rows) {
        if (kind !== "unit") continue;
        const position = table.block.view.position(row, column.column);
        const value = readScore(sheet, position);
        if (value === null) continue;
        scores.push({ row, value, typed: !sheet.formulas.has(cellKey(position.row, position.column)) });
      }
      return [{ component, table, column: column.column, scores }];
    }),
  );
}
