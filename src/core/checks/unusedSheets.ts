import type { RecognisedTable } from "../assessment/assessment";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { decimalToNumber } from "../numbers/decimal";
import type { Ranking } from "../ranking/ranking";
import { findColumnPeriod } from "../recognise/header/periodText";
import { nameKey } from "../units/nameKey";
import { names, type Concept } from "../vocabulary/concepts";
import type { CellPosition } from "../workbook/address";
import type { CellValue, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import type { CheckSubject } from "./checkSubject";

/** So many rows with an assessed unit's name and a number make a sheet look like data. */
const ROWS_LIKE_DATA = 3;
const MAXIMUM_NAME_LENGTH = 40;
const MAXIMUM_SCORE = 1000;

/**
 * Sheets that name several of the assessed units beside numbers, but in which no table was recognised, or only one
 * that makes totals of its own from several periods.
 */
export function checkUnusedSheets({ recognition, ranking, snapshot }: CheckSubject): Finding[] {
  const { tables, units } = recognition.assessment;
  const understood = new Set(
    tables
      .filter(
        (table) =>
          table.kind !== "not-data" &&
          !isUnread(table) &&
          !isUnusedSummary(table, ranking, snapshot) &&
          !isUnusedLedger(table),
      )
      .map(({ sheet }) => sheet),
  );
  const left = snapshot.sheets.filter(({ name, mark }) => mark === null && !understood.has(name));
  if (left.length === 0) return [];
  const names = new Set(units.flatMap(({ name, as }) => [nameKey(name), nameKey(as)]));
  return left.flatMap((sheet) => {
    const rows = rowsLikeData(sheet, names);
    const [first] = rows;
    const isLedger = tables.some((table) => table.sheet === sheet.name && isUnusedLedger(table));
    if (!first || rows.length < (isLedger ? 1 : ROWS_LIKE_DATA)) return [];
    return [
      createFinding(
        "sheet-unused",
        { sheet: sheet.name, cell: first },
        { sheet: sheet.name, count: rows.length },
      ),
    ];
  });
}

/** Units beside figures of which none has a role. */
function isUnread({ kind, columns }: RecognisedTable): boolean {
  return (
    kind === "other" &&
    columns.some(({ unusedFigures }) => unusedFigures === true) &&
    columns.every(({ role }) => WITHOUT_RESULT.has(role))
  );
}

const WITHOUT_RESULT: ReadonlySet<string> = new Set([
  "unknown",
  "unit",
  "sequence",
  "group",
  "period",
  "note",
]);

/** Points beside dates or documents, none of a kind that the scheme knows: even one row may be meant to count. */
function isUnusedLedger({ kind, columns }: RecognisedTable): boolean {
  const has = (concept: Concept) => columns.some(({ header }) => names(header, concept));
  return kind === "other" && has("points-column") && (has("date") || has("document"));
}

/** A column a quarter and a total of them that hardly states the assessed totals: nothing else looks at it. */
function isUnusedSummary({ kind, sheet, columns }: RecognisedTable, ranking: Ranking, { sheets }: Snapshot) {
  const total = columns.find(({ role }) => role === "total");
  if (kind !== "other" || !total) return false;
  const periods = columns.flatMap(({ role, header }) =>
    role === "unknown" ? [findColumnPeriod(header)?.key ?? ""] : [],
  );
  if (new Set(periods.filter((key) => key !== "")).size < 2) return false;
  const { area, values } = sheets.find(({ name }) => name === sheet) ?? { area: null, values: [] };
  const totals = values.map((row) => row[total.column - (area?.column ?? 0)] ?? null);
  const assessed = ranking.groups.flatMap(({ ranked }) => ranked.map((unit) => decimalToNumber(unit.total)));
  const half = 0.5 * 10 ** -ranking.scheme.rounding.places;
  const restated = assessed.filter((score) =>
    totals.some((value) => typeof value === "number" && Math.abs(value - score) <= half),
  );
  return restated.length * 2 < assessed.length;
}

function rowsLikeData({ area, values }: SheetSnapshot, names: ReadonlySet<string>): CellPosition[] {
  const named = values.flatMap((row, index) => {
    const column = row.findIndex(
      (value) =>
        typeof value === "string" && value.length <= MAXIMUM_NAME_LENGTH && names.has(nameKey(value)),
    );
    return column < 0 ? [] : [{ row, cell: { row: area.row + index, column: area.column + column } }];
  });
  const isBeforeNames = (column: number) => named.every(({ cell }) => cell.column > area.column + column);
  const scored = new Set<number>();
  for (let column = 0; column < area.columnCount; column += 1) {
    const figures = named.map(({ row }) => row[column] ?? null);
    if (isBeforeNames(column) && isRunningNumber(figures)) continue;
    for (const [index, value] of figures.entries()) if (isScoreLike(value)) scored.add(index);
  }
  return named.filter((_, index) => scored.has(index)).map(({ cell }) => cell);
}

/** 1, 2, 3…, perhaps with gaps: the rows' numbers, no scores. */
function isRunningNumber(figures: readonly CellValue[]): boolean {
  return figures.every((value, index) => {
    if (!Number.isInteger(value)) return false;
    const above = figures[index - 1];
    return index === 0 ? value === 1 : Number(value) > Number(above);
  });
}

/** Telephone numbers and dates are no scores. */
function isScoreLike(value: CellValue): boolean {
  return typeof value === "number" && Math.abs(value) <= MAXIMUM_SCORE;
}
