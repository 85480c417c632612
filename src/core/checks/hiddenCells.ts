import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import type { ReadTable } from "../recognise/tables/classifySheet";
import { isBlank } from "../recognise/tables/sheetView";
import { columnLetters } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { CheckSubject } from "./checkSubject";

/** How many rows or columns a finding names. */
const NAMED = 5;

/**
 * Figures that nobody sees on the screen but that are read and ranked all the same: hidden sheets, rows hidden by hand
 * or by a filter, hidden columns. One finding a sheet for each.
 */
export function checkHiddenCells({ recognition, snapshot }: CheckSubject): Finding[] {
  return snapshot.sheets.flatMap((sheet) => {
    const tables = recognition.tables.filter(({ block }) => block.view.sheet === sheet);
    if (tables.length === 0) return [];
    return [...hiddenSheet(sheet), ...hiddenRows(sheet, tables), ...hiddenColumns(sheet, tables)];
  });
}

function hiddenSheet(sheet: SheetSnapshot): Finding[] {
  if (sheet.visibility === "visible") return [];
  return [createFinding("sheet-hidden", { sheet: sheet.name, cell: null }, { sheet: sheet.name })];
}

function hiddenRows(sheet: SheetSnapshot, tables: readonly ReadTable[]): Finding[] {
  if (sheet.hiddenRows.size === 0) return [];
  const rows = new Set<number>();
  for (const { block, rows: own } of tables) {
    if (block.view.flipped) {
      for (const row of sheet.hiddenRows)
        if (row >= block.firstColumn && row < block.endColumn) rows.add(row);
    } else {
      for (const { kind, row } of own) if (kind === "unit" && sheet.hiddenRows.has(row)) rows.add(row);
    }
  }
  const sorted = [...rows].sort((left, right) => left - right);
  const [first] = sorted;
  if (first === undefined) return [];
  return [
    createFinding(
      sheet.filtered ? "rows-filtered" : "rows-hidden",
      { sheet: sheet.name, cell: { row: first, column: sheet.area.column } },
      { count: sorted.length, rows: named(sorted.map((row) => String(row + 1))) },
    ),
  ];
}

function hiddenColumns(sheet: SheetSnapshot, tables: readonly ReadTable[]): Finding[] {
  if (sheet.hiddenColumns.size === 0) return [];
  const columns = new Set<number>();
  let row: number | null = null;
  for (const { block, rows } of tables) {
    const units = rows.filter(({ kind }) => kind === "unit");
    row ??= block.headerRows[0];
    for (const column of sheet.hiddenColumns) {
      if (block.view.flipped) {
        if (units.some((unit) => unit.row === column)) columns.add(column);
      } else if (
        column >= block.firstColumn &&
        column < block.endColumn &&
        units.some((unit) => !isBlank(block.view.value(unit.row, column)))
      ) {
        columns.add(column);
      }
    }
  }
  const sorted = [...columns].sort((left, right) => left - right);
  const [first] = sorted;
  if (first === undefined) return [];
  return [
    createFinding(
      "columns-hidden",
      { sheet: sheet.name, cell: { row: row ?? sheet.area.row, column: first } },
      { count: sorted.length, columns: named(sorted.map(columnLetters)) },
    ),
  ];
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join("、");
  return names.length > NAMED ? `${shown}…` : shown;
}
