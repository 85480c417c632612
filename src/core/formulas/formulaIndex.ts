import { cellKey, cellOfKey, type CellKey, type CellPosition } from "../workbook/address";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { STEP_SIZE, type Steps } from "../steps";
import { rangesIn, type FormulaNode, type RangeUse } from "./formulaTree";
import { parseForm } from "./parseForm";
import { createFormTest, relativeForm } from "./relativeForm";

/** A formula in relative form: one object for all cells that it was copied to. */
export interface FormulaForm {
  readonly text: string;
  /** Null where the formula is of a kind that is not read (`parseForm`). */
  readonly tree: FormulaNode | null;
  /** The ranges of the tree; none without one. */
  readonly ranges: readonly RangeUse[];
}

/** The formulas of a workbook by form. Sheets that PERF made are left out. */
export interface FormulaIndex {
  readonly sheets: readonly SheetFormulas[];
  /** The form of a cell's formula, or null. */
  formAt(sheet: string, cell: CellPosition): FormulaForm | null;
}

/** The formulas of one sheet. */
export interface SheetFormulas {
  readonly sheet: SheetSnapshot;
  readonly forms: ReadonlyMap<CellKey, FormulaForm>;
  /** The columns that have any formula. */
  readonly columns: ReadonlySet<number>;
}

/** Reads all formulas of a workbook. Each distinct form is taken apart once, however many cells it was copied to. */
export function* createFormulaIndex(snapshot: Snapshot): Steps<FormulaIndex> {
  const known = new Map<string, FormulaForm>();
  const sheets: SheetFormulas[] = [];
  for (const sheet of snapshot.sheets) {
    if (sheet.mark !== null || sheet.formulas.size === 0) continue;
    const forms = new Map<CellKey, FormulaForm>();
    const above = new Map<number, CopiedForm>();
    for (const [key, formula] of sheet.formulas) {
      if (forms.size % STEP_SIZE === 0) yield;
      const cell = cellOfKey(key);
      const copied = above.get(cell.column);
      if (copied?.isIn(formula, cell.row)) {
        forms.set(key, copied.form);
        continue;
      }
      const form = formOf(formula, cell, known);
      above.set(cell.column, { form, isIn: createFormTest(form.text, cell.column) });
      forms.set(key, form);
    }
    sheets.push({ sheet, forms, columns: new Set(above.keys()) });
  }
  const byName = new Map(sheets.map((own) => [own.sheet.name, own]));
  return {
    sheets,
    formAt: (name, { row, column }) => {
      const own = byName.get(name);
      return own?.columns.has(column) ? (own.forms.get(cellKey(row, column)) ?? null) : null;
    },
  };
}

/** The last form that was made in a column: most likely that of the next row, too. */
interface CopiedForm {
  readonly form: FormulaForm;
  isIn(formula: string, row: number): boolean;
}

function formOf(formula: string, cell: CellPosition, known: Map<string, FormulaForm>): FormulaForm {
  const text = relativeForm(formula, cell);
  const same = known.get(text);
  if (same) return same;
  const tree = parseForm(text);
  const form = { text, tree, ranges: tree === null ? [] : rangesIn(tree) };
  known.set(text, form);
  return form;
}
