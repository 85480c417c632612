import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import type { SheetFormulas } from "../formulas/formulaIndex";
import { formulaOfForm } from "../formulas/relativeForm";
import { createRangeValues, type RangeValues } from "../formulas/rangeValues";
import { recalculate, type Recalculated } from "../formulas/recalculate";
import { STEP_SIZE, type Steps } from "../steps";
import { cellOfKey, columnLetters, type CellPosition, type SheetCell } from "../workbook/address";
import { valueAt, type CellValue } from "../workbook/snapshot";
import type { CheckSubject } from "./checkSubject";

/** More than so many stale cells in one column are one finding. */
const MAXIMUM_SINGLE = 3;

interface StaleCell {
  readonly cell: CellPosition;
  readonly formula: string;
  readonly value: number | string;
  readonly computed: number | string;
}

/**
 * Formulas whose stored result is not what they come to from the cells as they stand: the file was saved without
 * recalculation, or changed by a program that does not calculate. Each formula is calculated from the stored values
 * of the cells that it names, so that only the first of a chain is reported.
 */
export function* checkStaleResults({ formulas, snapshot }: CheckSubject): Steps<Finding[]> {
  if (formulas.sheets.length === 0) return [];
  const values = createRangeValues(snapshot);
  const findings = withoutResults(formulas.sheets);
  for (const sheet of formulas.sheets) findings.push(...(yield* staleIn(sheet, values)));
  return findings;
}

/** Formulas that have no result at all, as programs write them: their cells read as blank. One finding. */
function withoutResults(sheets: readonly SheetFormulas[]): Finding[] {
  let first: SheetCell | null = null;
  let count = 0;
  for (const { sheet, forms } of sheets) {
    for (const key of forms.keys()) {
      const cell = cellOfKey(key);
      if (valueAt(sheet, cell) !== null) continue;
      first ??= { sheet: sheet.name, ...cell };
      count += 1;
    }
  }
  return first === null
    ? []
    : [createFinding("formulas-without-results", { sheet: first.sheet, cell: first }, { count })];
}

function* staleIn({ sheet, forms }: SheetFormulas, values: RangeValues): Steps<Finding[]> {
  const columns = new Map<number, StaleCell[]>();
  let seen = 0;
  for (const [key, form] of forms) {
    if (seen++ % STEP_SIZE === 0) yield;
    if (form.tree === null) continue;
    const cell = cellOfKey(key);
    const value = valueAt(sheet, cell);
    if (typeof value !== "number" && typeof value !== "string") continue;
    const computed = recalculate(form.tree, { sheet: sheet.name, ...cell }, values);
    if (computed === undefined || typeof computed === "boolean" || same(value, computed)) continue;
    const stale = { cell, formula: formulaOfForm(form.text, cell), value, computed };
    const column = columns.get(cell.column);
    if (column) column.push(stale);
    else columns.set(cell.column, [stale]);
  }
  return [...columns].flatMap(([column, stale]) => {
    const [first] = stale;
    const shown = stale.length > MAXIMUM_SINGLE && first ? [first] : stale;
    return shown.map(({ cell, formula, value, computed }) =>
      createFinding(
        shown.length < stale.length ? "formulas-stale" : "formula-stale",
        { sheet: sheet.name, cell },
        {
          formula,
          value: shownValue(value),
          computed: shownValue(computed),
          count: stale.length,
          letters: columnLetters(column),
        },
      ),
    );
  });
}

function same(value: CellValue, computed: Recalculated): boolean {
  if (typeof value === "number" && typeof computed === "number") {
    return Math.abs(value - computed) <= 1e-9 * Math.max(1, Math.abs(value), Math.abs(computed));
  }
  return value === computed;
}

function shownValue(value: number | string): number | string {
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}
