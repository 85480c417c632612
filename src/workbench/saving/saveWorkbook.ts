import { cellKey, type Area } from "../../core/workbook/address";
import {
  formulaAt,
  isCellError,
  numberFormatAt,
  valueAt,
  type CellValue,
  type SheetMark,
  type SheetSnapshot,
  type Snapshot,
} from "../../core/workbook/snapshot";
import type { ResultChange } from "../../workbook/file/cellEdits";
import type { FileWorkbook } from "../../workbook/file/fileWorkbook";
import { newWorkbook } from "../../workbook/file/newWorkbook";
import { openWorkbook } from "../../workbook/file/openWorkbook";
import type { PutCell } from "../../workbook/file/planWriter";
import type { Outcome } from "../../workbook/port";
import type { HostSheet } from "../emulator/hostWorkbook";
import { markOf, plannedValue, sheetContent, spillsByCell, type ShownSheet } from "./sheetContent";

/** A workbook's file as saved. */
export interface SavedWorkbook {
  readonly file: FileWorkbook;
  /**
   * Whether it had to be made anew from what the screen shows, because more than contents of cells has changed:
   * what only the file knew (comments, data validation, conditional formats, charts) is not in it then.
   */
  readonly isMadeAnew: boolean;
}

/** What the screen shows: its sheets, and which of them have changed in more than the contents of cells. */
export interface ShownSheets {
  readonly sheets: readonly ShownSheet[];
  readonly reshaped: ReadonlySet<string>;
  readonly dateSystem: "1900" | "1904";
}

/**
 * The file for what the screen shows. The clerk's own file is kept as far as possible: changed cells are written
 * into it, sheets of ours are added or replaced, everything else stays byte for byte.
 *
 * @param opened the file as it was opened; it is left as it is
 */
export async function saveWorkbook(
  opened: FileWorkbook,
  shown: ShownSheets,
): Promise<Outcome<SavedWorkbook>> {
  const changes = cellChanges(opened.snapshot, shown);
  if (changes) return graft(opened, shown, changes);
  const made = await newWorkbook(shown.sheets.map(sheetContent), opened.name, shown.dateSystem);
  return made.ok ? { ok: true, value: { file: made.value, isMadeAnew: true } } : made;
}

async function graft(
  opened: FileWorkbook,
  { sheets }: ShownSheets,
  changes: ReadonlyMap<string, SheetChanges>,
): Promise<Outcome<SavedWorkbook>> {
  const copy = await openWorkbook(await opened.save(), opened.name);
  if (!copy.ok) return copy;
  const file = copy.value;
  for (const [sheet, { cells, results }] of changes) await file.putCells(sheet, cells, results);
  const ours = sheets.flatMap((sheet) => {
    const mark = markOf(sheet);
    return mark ? [{ ...sheetContent(sheet), mark }] : [];
  });
  const key = ({ kind, key: own }: SheetMark): string => JSON.stringify([kind, own]);
  const kept = new Set(ours.map(({ mark }) => key(mark)));
  const removals = opened.snapshot.sheets.flatMap(({ mark }) => (mark && !kept.has(key(mark)) ? [mark] : []));
  const written = await file.write({ sheets: ours, edits: [], removals });
  return written.ok ? { ok: true, value: { file, isMadeAnew: false } } : written;
}

/** What differs from the file in one of the clerk's sheets. */
interface SheetChanges {
  readonly cells: readonly PutCell[];
  /** Formulas that stay, and what they have come to since. */
  readonly results: readonly ResultChange[];
}

/**
 * The cells of the clerk's sheets that differ from the file, by sheet; null when something else differs too, so
 * that changing cells is not enough.
 */
function cellChanges(
  before: Snapshot,
  { sheets, reshaped }: ShownSheets,
): ReadonlyMap<string, SheetChanges> | null {
  const clerks = sheets.filter((sheet) => markOf(sheet) === null);
  const inFile = before.sheets.filter((sheet) => sheet.mark === null);
  const same = clerks.length === inFile.length && clerks.every((sheet, tab) => isSameTab(sheet, inFile[tab]));
  if (!same || clerks.some((sheet) => reshaped.has(sheet.id))) return null;
  const changes = new Map<string, SheetChanges>();
  for (const [tab, sheet] of clerks.entries()) {
    const original = inFile[tab];
    const own = original ? sheetChanges(original, sheet) : null;
    if (!own) return null;
    if (own.cells.length + own.results.length > 0) changes.set(sheet.name(), own);
  }
  return changes;
}

function isSameTab(sheet: HostSheet, original: SheetSnapshot | undefined): boolean {
  return (
    original !== undefined &&
    sheet.id === original.id &&
    sheet.name() === original.name &&
    sheet.visibility() === original.visibility
  );
}

/** What has changed in one sheet; null when a cell that held a formula in the file holds something else. */
function sheetChanges(original: SheetSnapshot, sheet: ShownSheet): SheetChanges | null {
  const used = sheet.usedArea(true) ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  const area = {
    row: 0,
    column: 0,
    rowCount: Math.max(used.row + used.rowCount, original.area.row + original.area.rowCount),
    columnCount: Math.max(used.column + used.columnCount, original.area.column + original.area.columnCount),
  };
  const { values, formulas } = sheet.read(area);
  const formats = sheet.numberFormats(area);
  const spills = spillsByCell(sheet);
  const spillsBefore = new Map(
    (original.spills ?? []).map((spill) => [cellKey(spill.row, spill.column), spill]),
  );
  const cells: PutCell[] = [];
  const results: ResultChange[] = [];
  for (let row = 0; row < area.rowCount; row += 1) {
    for (let column = 0; column < area.columnCount; column += 1) {
      const value = values[row]?.[column] ?? null;
      const [spill, spillBefore] = [spills, spillsBefore].map((areas) => areas.get(cellKey(row, column)));
      const formula = formulas[row]?.[column] ?? null;
      const formulaBefore = formulaAt(original, { row, column });
      const before = valueAt(original, { row, column });
      if (formula !== null && formula === formulaBefore && reachOf(spill) === reachOf(spillBefore)) {
        if (isNewResult(before, value)) results.push({ row, column, result: value });
        continue;
      }
      if (formula === null && formulaBefore === null && isSame(value, before)) continue;
      // An array formula is its cell's own; any other may be shared with cells around it.
      if (formulaBefore !== null && spillBefore === undefined) return null;
      const format = formats[row]?.[column] ?? "General";
      const isReformatted = format !== numberFormatAt(original, { row, column });
      cells.push({
        row,
        column,
        value: plannedValue(value, formula, spill),
        ...(isReformatted ? { numberFormat: format } : {}),
      });
    }
  }
  return { cells, results };
}

/** How far a formula's results reach; one that keeps to its cell is like any other. */
function reachOf(spill: Area | undefined): string {
  return spill === undefined ? "1 1" : `${String(spill.rowCount)} ${String(spill.columnCount)}`;
}

/** Errors that a formula comes to here because the grid cannot calculate it: the file's own result is better. */
const NOT_CALCULATED: ReadonlySet<string> = new Set(["#NAME?", "#REF!"]);
const SIGNIFICANT_DIGITS = 15;

/** Whether a formula's result is another than the file's; two calculations may differ in what no cell shows. */
function isNewResult(before: CellValue, now: CellValue): boolean {
  if (isCellError(now) && NOT_CALCULATED.has(now.error)) return false;
  if (typeof before === "number" && typeof now === "number") {
    return before.toPrecision(SIGNIFICANT_DIGITS) !== now.toPrecision(SIGNIFICANT_DIGITS);
  }
  return !isSame(now, before);
}

function isSame(one: CellValue, other: CellValue): boolean {
  if (isCellError(one)) return isCellError(other) && one.error === other.error;
  // The grid keeps no empty text apart from an empty cell.
  return (one === "" ? null : one) === (other === "" ? null : other);
}
