import type { ColumnRole } from "../assessment/assessment";
import type { Finding } from "../findings/finding";
import { rankAssessment } from "../ranking/rankAssessment";
import { assembleUnits } from "../recognise/units/assembleUnits";
import type { ReadTable } from "../recognise/tables/classifySheet";
import { createSheetView, isBlank } from "../recognise/tables/sheetView";
import type { TableColumn } from "../recognise/columns/tableColumns";
import type { TableRow } from "../recognise/tables/tableRows";
import { periodOf } from "../scheme/period";
import type { Scheme } from "../scheme/scheme";
import { finish } from "../steps";
import { createRoster } from "../units/roster";
import { isCellError, type CellValue, type SheetSnapshot } from "../workbook/snapshot";
import { checkTotalRange } from "./totalRange";

/**
 * Checks rows whose columns are known beforehand: unit, the scheme's components in order, bonus, deduction. Gives
 * what the check of a workbook with such a table finds in its rows, with the row's index as the cell's row; what
 * concerns whole columns or the workbook, such as units that are missing from it, is left out. `names` are what findings call the
 * columns of bonus and deduction.
 */
export function checkScoreRows(
  scheme: Scheme,
  rows: readonly (readonly CellValue[])[],
  names: { readonly bonus: string; readonly deduction: string },
): Finding[] {
  const sheet = sheetOf(rows);
  const table = tableOf(scheme, sheet, names);
  const rules = { scheme, roster: createRoster(scheme) };
  const ledgers = { points: new Map(), stated: false, findings: [] };
  const { units, groups, missingUnits, findings } = finish(assembleUnits([table], rules, false, ledgers));
  const assessment = {
    // The year takes no part in any check of a row.
    period: periodOf(scheme.year ?? 2000, "annual"),
    dynamic: false,
    groups,
    units,
    missingUnits,
    tables: [],
  };
  const ranking = rankAssessment(scheme, assessment);
  return [...findings, ...checkTotalRange(ranking)].filter(({ cell }) => cell !== null);
}

function sheetOf(rows: readonly (readonly CellValue[])[]): SheetSnapshot {
  return {
    id: "",
    name: "",
    visibility: "visible",
    area: { row: 0, column: 0, rowCount: rows.length, columnCount: rows[0]?.length ?? 0 },
    values: rows,
    formulas: new Map(),
    numberFormats: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    protected: false,
    mark: null,
  };
}

function tableOf(
  scheme: Scheme,
  sheet: SheetSnapshot,
  names: { readonly bonus: string; readonly deduction: string },
): ReadTable {
  const columns = [
    columnOf("unit", "", 0),
    ...scheme.components.map(({ id, name }, index) => columnOf(`component:${id}`, name, index + 1)),
    columnOf("bonus", names.bonus, scheme.components.length + 1),
    columnOf("deduction", names.deduction, scheme.components.length + 2),
  ];
  return {
    block: {
      view: createSheetView(sheet),
      headerRows: [-1, -1],
      firstColumn: 0,
      endColumn: columns.length,
      unitColumn: 0,
      firstRow: 0,
      endRow: sheet.values.length,
    },
    reading: null,
    columns,
    rows: sheet.values.map(rowOf),
    kind: "scores",
    group: null,
    period: null,
    year: null,
  };
}

function columnOf(role: ColumnRole, header: string, column: number): TableColumn {
  return {
    key: role,
    header,
    column,
    role,
    strength: 1,
    reason: "given",
    path: [header],
    weight: null,
    fullMark: null,
    period: null,
  };
}

function rowOf(values: readonly CellValue[], row: number): TableRow {
  if (values.every(isBlank)) return { kind: "blank", row };
  const unit = values[0] ?? null;
  return isBlank(unit) || isCellError(unit) ? { kind: "orphan", row } : { kind: "unit", row, group: null };
}
