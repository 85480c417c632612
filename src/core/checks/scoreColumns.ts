import type { Figure } from "../assessment/assessment";
import { readFigure } from "../recognise/readFigure";
import type { ReadTable } from "../recognise/classifySheet";
import type { Component } from "../scheme/scheme";
import { cellKey } from "../workbook/address";

/** One component's scores in one table, in the order of the rows. */
export interface ScoreColumn {
  readonly component: Component;
  readonly table: ReadTable;
  readonly scores: readonly ScoreCell[];
}

/** A score with its row (the view's), and whether it was typed rather than calculated. */
export interface ScoreCell {
  readonly row: number;
  readonly figure: Figure;
  readonly typed: boolean;
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
      const scores = table.rows.flatMap(({ kind, row }): ScoreCell[] => {
        if (kind !== "unit") return [];
        const position = table.block.view.position(row, column.column);
        const reading = readFigure(sheet, position);
        if (reading.kind !== "figure") return [];
        const typed = !sheet.formulas.has(cellKey(position.row, position.column));
        return [{ row, figure: reading.figure, typed }];
      });
      return [{ component, table, scores }];
    }),
  );
}
