import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import type { FormulaForm } from "../formulas/formulaIndex";
import { formulaOfForm } from "../formulas/relativeForm";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { TableColumn } from "../recognise/columns/tableColumns";
import type { CellPosition } from "../workbook/address";
import type { CheckSubject } from "./checkSubject";
import type { TableCell } from "./formulaColumns";

/** A form that so many rows share is taken as meant. */
const MEANT = 3;

/** A cell with a formula. */
type FormulaCell = TableCell & { readonly form: FormulaForm };

/**
 * A formula unlike its neighbours in the column: its relative form differs from the one that the rows above and
 * below share. One that differs only in the row that it refers to is `formula-wrong-row`; so is a whole column whose
 * formulas take the scores of another row. Formulas that change from group to group (other weights, other ranges of
 * RANK) are taken as meant when three rows share them, or when they stand at the edge between two others.
 */
export function checkOddFormulas({ formulaColumns }: CheckSubject): Finding[] {
  return formulaColumns.flatMap(({ table, column, cells }) => {
    const formulas = cells.filter((cell): cell is FormulaCell => cell.form !== null);
    return [...oddIn(column, formulas), ...shiftedColumn(table, column, formulas)];
  });
}

function oddIn(column: TableColumn, cells: readonly FormulaCell[]): Finding[] {
  const counts = new Map<FormulaForm, number>();
  for (const { form } of cells) counts.set(form, (counts.get(form) ?? 0) + 1);
  if (counts.size < 2) return [];
  const meant = (form: FormulaForm | undefined) => form !== undefined && (counts.get(form) ?? 0) >= MEANT;
  return cells.flatMap(({ form, cell }, index): Finding[] => {
    if (meant(form)) return [];
    const above = nearestMeant(cells, index, -1, meant);
    const below = nearestMeant(cells, index, 1, meant);
    const expected = above ?? below;
    if (expected === null) return [];
    if (above !== null && below !== null ? above !== below : !differsInRelativePart(form, expected))
      return [];
    if (namesTheSame(form, expected, cell)) return [];
    const code = differsInRowsOnly(form, expected) ? "formula-wrong-row" : "formula-differs";
    return [
      createFinding(
        code,
        { sheet: cell.sheet, cell },
        {
          column: column.header,
          formula: formulaOfForm(form.text, cell),
          expected: formulaOfForm(expected.text, cell),
          count: 1,
        },
      ),
    ];
  });
}

/** Whether two forms name the same cells from there, fixed with $ in one of them. */
function namesTheSame(form: FormulaForm, expected: FormulaForm, cell: CellPosition): boolean {
  const names = ({ text }: FormulaForm) => formulaOfForm(text, cell).replaceAll("$", "");
  return names(form) === names(expected);
}

/** The form of the nearest row upward or downward that many rows share, past at most one other odd row. */
function nearestMeant(
  cells: readonly FormulaCell[],
  index: number,
  step: 1 | -1,
  meant: (form: FormulaForm | undefined) => boolean,
): FormulaForm | null {
  for (let distance = 1; distance <= 2; distance += 1) {
    const form = cells[index + step * distance]?.form;
    if (form !== undefined && meant(form)) return form;
  }
  return null;
}

/** At the edge of a column a formula may differ in its fixed ranges: a last group of one or two units has its own. */
function differsInRelativePart(form: FormulaForm, expected: FormulaForm): boolean {
  return withoutFixedRows(form) !== withoutFixedRows(expected);
}

function withoutFixedRows({ text }: FormulaForm): string {
  return text.replace(/§R\d+/g, "§R#");
}

/** Whether only rows differ, those of ranges over several rows apart: such ranges are longer or shorter. */
function differsInRowsOnly(form: FormulaForm, expected: FormulaForm): boolean {
  if (withoutRows(form) !== withoutRows(expected)) return false;
  const own = rangesOf(form);
  return rangesOf(expected).every(
    (range, index) => range.first === range.last || own[index]?.text === range.text,
  );
}

function withoutRows({ text }: FormulaForm): string {
  return text.replace(/§R(?:\[-?\d+\]|\d+)/g, "§R#");
}

const RANGE = /§R(\[-?\d+\]|\d+)C(?:\[-?\d+\]|\d+):§R(\[-?\d+\]|\d+)C(?:\[-?\d+\]|\d+)/g;

function rangesOf({ text }: FormulaForm) {
  return [...text.matchAll(RANGE)].map(([range, first, last]) => ({ text: range, first, last }));
}

/** Roles whose formulas are made from the scores of their own row. */
const OWN_ROW_ROLES = /^(?:component|weighted|subtotal|total|net)/;
const SCORE_ROLES = /^(?:component|weighted|subtotal|bonus|deduction|net|adjustment)/;

/** A column whose formulas all take the scores of the row above or below. */
function shiftedColumn(table: ReadTable, column: TableColumn, formulas: readonly FormulaCell[]): Finding[] {
  if (!OWN_ROW_ROLES.test(column.role)) return [];
  const shifted = new Map<FormulaForm, boolean>();
  const cells = formulas.filter(({ form }) => {
    const known = shifted.get(form) ?? takesOtherRow(table, column, form);
    shifted.set(form, known);
    return known;
  });
  const [first] = cells;
  if (!first || cells.length < MEANT) return [];
  return [
    createFinding(
      "formula-wrong-row",
      { sheet: first.cell.sheet, cell: first.cell },
      {
        column: column.header,
        formula: formulaOfForm(first.form.text, first.cell),
        expected: formulaOfForm(inOwnRow(table, first.form.text), first.cell),
        count: cells.length,
      },
    ),
  ];
}

function takesOtherRow(table: ReadTable, column: TableColumn, form: FormulaForm): boolean {
  const { flipped } = table.block.view;
  const scores = form.ranges.flatMap(({ range }) => {
    if (range.sheet !== null || range.book !== null || range.rows === null || range.columns === null)
      return [];
    const along = flipped ? range.columns : range.rows;
    const across = flipped ? range.rows : range.columns;
    if (along[0].fixed || across[0].fixed || along[0].at !== along[1].at) return [];
    const other = table.columns.find((candidate) => candidate.column === column.column + across[0].at);
    return other && other !== column && SCORE_ROLES.test(other.role) ? [along[0].at] : [];
  });
  const [distance] = scores;
  return distance !== undefined && distance !== 0 && scores.every((other) => other === distance);
}

function inOwnRow(table: ReadTable, text: string): string {
  return table.block.view.flipped
    ? text.replace(/(§R(?:\[-?\d+\]|\d+))C\[-?\d+\]/g, "$1C[0]")
    : text.replace(/§R\[-?\d+\]/g, "§R[0]");
}
