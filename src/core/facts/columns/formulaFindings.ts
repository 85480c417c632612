import type { FormulaNode } from "../../formulas/formulaTree";
import { parseForm } from "../../formulas/parseForm";
import { createFormTest, relativeForm } from "../../formulas/relativeForm";
import type { FactTable } from "../fact";
import { FormulaCells, isFlipped } from "./formulaCells";
import { shapeOf, type FormulaShape } from "./formulaShape";

/** What most formulas of a column state. */
export interface FormulaFinding {
  readonly column: number;
  readonly shape: FormulaShape;
  readonly tree: FormulaNode;
  /** Rows whose formula states the same, and those whose formula states something else. */
  readonly alike: readonly number[];
  readonly other: readonly number[];
}

/** Of the filled cells of a column so many hold a formula, and of these so many state the same. */
const FORMULA_SHARE = 0.5;
/** More different formulas than this are not a column that was filled down. */
const MOST_FORMS = 200;

/** Reads a column's formulas; null where it has none that most cells share. */
export function readFormulas(table: FactTable, column: number): FormulaFinding | null {
  const { byForm, count, filled } = formsOf(table, column);
  if (count === 0 || count < filled * FORMULA_SHARE || byForm.size > MOST_FORMS) return null;
  const groups = new Map<string, { shape: FormulaShape; tree: FormulaNode; rows: number[] }>();
  for (const [form, rows] of byForm) {
    const tree = parseForm(form);
    const [row] = rows;
    if (tree === null || row === undefined) continue;
    const shape = shapeOf(tree, new FormulaCells(table, row, column));
    const key = signature(shape, form);
    const group = groups.get(key);
    if (group) group.rows.push(...rows);
    else groups.set(key, { shape, tree, rows: [...rows] });
  }
  const [most, ...rest] = [...groups.values()].sort((left, right) => right.rows.length - left.rows.length);
  if (!most || most.rows.length < count * FORMULA_SHARE) return null;
  return {
    column,
    shape: most.shape,
    tree: most.tree,
    alike: most.rows.sort((left, right) => left - right),
    other: rest.flatMap(({ rows }) => rows),
  };
}

function formsOf(table: FactTable, column: number) {
  const byForm = new Map<string, number[]>();
  const flipped = isFlipped(table);
  let count = 0;
  let filled = 0;
  let last: { rows: number[]; isIn(formula: string, row: number): boolean } | undefined;
  for (let row = 0; row < table.rowCount; row += 1) {
    const formula = table.formula(row, column);
    const value = table.value(row, column);
    if (formula === null) {
      if (value !== null && value !== "") filled += 1;
      continue;
    }
    filled += 1;
    count += 1;
    const place = table.place(row, column);
    if (!flipped && last?.isIn(formula, place.row) === true) {
      last.rows.push(row);
      continue;
    }
    const form = relativeForm(formula, place);
    const rows = byForm.get(form) ?? [];
    rows.push(row);
    byForm.set(form, rows);
    last = { rows, isIn: createFormTest(form, place.column) };
  }
  return { byForm, count, filled };
}

/** Formulas with the same signature state the same, however they are written. */
function signature({ kind, of, linear, dropped }: FormulaShape, form: string): string {
  if (kind === "formula" || kind === "look-up" || kind === "grade") return form;
  if (linear) {
    const terms = [...linear.terms].sort(([left], [right]) => left - right);
    const moved = [...linear.moved].join(" ");
    return `linear ${terms.map(([column, weight]) => `${String(column)}*${weight.toPrecision(9)}`).join(" ")} ${linear.constant.toPrecision(9)} ${moved}`;
  }
  return `${kind} ${of.join(" ")} ${JSON.stringify(dropped ?? null)}`;
}
