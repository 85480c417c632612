import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { areaOfRange } from "../formulas/formulaTree";
import { createRangeValues, type RangeValues } from "../formulas/rangeValues";
import type { ReadTable } from "../recognise/tables/classifySheet";
import type { TableColumn } from "../recognise/columns/tableColumns";
import type { TableRow } from "../recognise/tables/tableRows";
import type { Steps } from "../steps";
import type { Area, SheetCell } from "../workbook/address";
import { isCellError } from "../workbook/snapshot";
import type { CheckSubject } from "./checkSubject";

/** Components and points are read, and their errors reported, where units are. */
const READ_ROLES = /^(?:component|bonus|deduction|net|adjustment)/;
/** More errors than this in one column are one finding. */
const MAXIMUM_SINGLE = 3;

interface ErrorCell {
  readonly cell: SheetCell;
  readonly text: string;
}

/**
 * Error values among totals, ranks, sums and averages. What only passes on an error or a text that stands in one of
 * its cells is left out: that cell is where the fault is.
 */
export function* checkErrorResults(subject: CheckSubject): Steps<Finding[]> {
  const findings: Finding[] = [];
  for (const table of subject.recognition.tables) {
    const rowsOf = (wanted: TableRow["kind"]) =>
      table.rows.filter(({ kind }) => kind === wanted).map(({ row }) => row);
    const sums = rowsOf("summary");
    const all = [...rowsOf("unit"), ...sums];
    for (const column of table.columns) {
      yield;
      findings.push(...errorsIn(table, column, READ_ROLES.test(column.role) ? sums : all, subject));
    }
  }
  return findings;
}

function errorsIn(
  { block: { view } }: ReadTable,
  { column, header }: TableColumn,
  rows: readonly number[],
  subject: CheckSubject,
): Finding[] {
  const errors = rows.flatMap((row): ErrorCell[] => {
    const value = view.value(row, column);
    if (!isCellError(value)) return [];
    return [{ cell: { sheet: view.sheet.name, ...view.position(row, column) }, text: value.error }];
  });
  if (errors.length === 0) return [];
  const values = createRangeValues(subject.snapshot);
  const found = errors.filter(({ cell }) => !isPassedOn(cell, subject, values));
  const shown = found.length > MAXIMUM_SINGLE ? found.slice(0, 1) : found;
  const count = found.length - shown.length + 1;
  return shown.map(({ cell, text }) =>
    createFinding("result-error", { sheet: cell.sheet, cell }, { column: header, count, text }),
  );
}

/** Whether a formula's error comes from a cell that it takes. */
function isPassedOn(cell: SheetCell, { formulas }: CheckSubject, values: RangeValues): boolean {
  const form = formulas.formAt(cell.sheet, cell);
  return (form?.ranges ?? []).some(({ range }) => {
    const area = range.book === null ? areaOfRange(range, cell) : null;
    return area !== null && holdsFault(range.sheet ?? cell.sheet, area, values);
  });
}

function holdsFault(sheet: string, area: Area, values: RangeValues): boolean {
  if (area.rowCount * area.columnCount > 1) return (values.summary(sheet, area)?.errors ?? 0) > 0;
  const value = values.value(sheet, area.row, area.column);
  return isCellError(value) || (typeof value === "string" && value.trim() !== "");
}
