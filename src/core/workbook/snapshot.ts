import type { DateSystem } from "../calendar/calendarDate";
import type { Area, CellKey, CellPosition } from "./address";
import { cellKey } from "./address";

/** An error value in a cell, such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

/**
 * What a cell holds, or what its formula last gave. Dates are serial numbers with a date number format,
 * as in Excel; an empty cell is `null`, a cell with an empty text is `""`.
 */
export type CellValue = string | number | boolean | CellError | null;

/** Whether a cell value is an error such as `#DIV/0!`. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}

/** A table (ListObject) that the workbook itself declares. */
export interface DeclaredTable {
  readonly name: string;
  readonly area: Area;
}

/** What PERF wrote on a sheet to know it again: the kind of sheet and its key, such as the period. */
export interface SheetMark {
  readonly kind: string;
  readonly key: string;
}

/** One worksheet as plain data. No Office object and no library object is inside. */
export interface SheetSnapshot {
  /** The host's own id of the sheet; it survives a renaming where the host has such ids. */
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** The area that holds any value or formula: `values[0][0]` is its corner. Empty sheets have a 0 × 0 area. */
  readonly area: Area;
  /** `area.rowCount` rows of `area.columnCount` values each. Spilled and merged cells as Excel reports them. */
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas by cell, with the leading `=`, in English notation with commas; cells without one are absent. */
  readonly formulas: ReadonlyMap<CellKey, string>;
  /** Number formats by cell, as Excel writes them; `General` is left out. */
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly merges: readonly Area[];
  /** Areas of more than one cell that the formula in their corner fills: the other cells hold its results. */
  readonly spills?: readonly Area[];
  /** Zero-based rows and columns that are not shown, by hiding or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether a filter is on that hides rows. */
  readonly filtered: boolean;
  readonly tables: readonly DeclaredTable[];
  readonly protected: boolean;
  /** Our mark, if this sheet is one that PERF made and the clerk did not rename or copy. */
  readonly mark: SheetMark | null;
}

/** A workbook as plain data, sheets in tab order. */
export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** Which reading this is, where the host can tell whether the workbook has changed since (`Plan.reading`). */
  readonly reading?: number;
  /** Where day 1 of the serial dates is. */
  readonly dateSystem: DateSystem;
  /** Whether the workbook's structure is protected, so that no sheet can be added. */
  readonly structureProtected: boolean;
  /** Width of a digit of the default font in pixels at 96 to the inch, where the host can tell: columns are so many wide. */
  readonly digitWidth?: number;
}

/** The value of a cell anywhere on the sheet; outside the used area it is `null`. */
export function valueAt(sheet: Pick<SheetSnapshot, "area" | "values">, cell: CellPosition): CellValue {
  return sheet.values[cell.row - sheet.area.row]?.[cell.column - sheet.area.column] ?? null;
}

/** The formula of a cell, or null. */
export function formulaAt(sheet: SheetSnapshot, cell: CellPosition): string | null {
  return sheet.formulas.get(cellKey(cell.row, cell.column)) ?? null;
}

/** The number format of a cell; `General` where none is set. */
export function numberFormatAt(sheet: SheetSnapshot, cell: CellPosition): string {
  return sheet.numberFormats.get(cellKey(cell.row, cell.column)) ?? "General";
}

/** The sheet of ours with a mark, where the workbook has it. */
export function sheetMarked({ sheets }: Snapshot, { kind, key }: SheetMark): SheetSnapshot | undefined {
  return sheets.find(({ mark }) => mark?.kind === kind && mark.key === key);
}
