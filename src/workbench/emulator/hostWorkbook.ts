import type { Area, CellPosition } from "../../core/workbook/address";
import type { CellValue, DeclaredTable } from "../../core/workbook/snapshot";

/**
 * What the host emulator needs of a workbook: the seam between Excel's rules, which the emulator enforces
 * (names, text to numbers, protection, limits), and the place where cells are kept (memory, or a grid on the
 * screen). An implementation keeps data and says what changed; it may trust its arguments to be legal.
 * Rows, columns and positions are zero-based. Lengths are points unless said otherwise.
 */
export interface HostWorkbook {
  /** BCP 47 tag of the host's own language, such as `zh-CN`. */
  readonly displayLanguage: string;
  /** Whether formulas can call the add-in's custom functions here. */
  readonly hasCustomFunctions: boolean;
  readonly dateSystem: "1900" | "1904";
  /** All sheets in tab order, hidden ones too. */
  sheets(): readonly HostSheet[];
  /** Appends an empty sheet behind the last one. */
  addSheet(name: string): HostSheet;
  /** Takes a sheet away; the emulator has made sure that it is not the last visible one. */
  deleteSheet(id: string): void;
  /** Moves a sheet to a tab position among all sheets. */
  moveSheet(id: string, position: number): void;
  isStructureProtected(): boolean;
  setStructureProtected(isProtected: boolean): void;
  /** Names whose scope is the workbook. */
  names(): readonly HostName[];
  /** Adds a workbook name, or replaces the one of the same name. */
  putName(name: HostName): void;
  deleteName(name: string): void;
  activeSheetId(): string;
  activateSheet(id: string): void;
  /** The selected area of the active sheet. */
  selection(): Area;
  /** Activates the sheet, selects the area there and brings it into view. */
  select(sheetId: string, area: Area): void;
  /** Whether the user is typing in a cell at this moment; Excel then refuses every call. */
  isEditing(): boolean;
  /** Recalculates every formula. */
  calculate(): void;
  /** The document's settings: key to JSON text. */
  settings(): ReadonlyMap<string, string>;
  /** Replaces all settings. */
  saveSettings(settings: ReadonlyMap<string, string>): void;
  /** Calls the listener after each change, whoever made it. Gives the way to stop. */
  onChange(listener: (change: HostChange) => void): () => void;
}

/** What is put into one cell. `undefined` leaves the cell alone; `null` empties it; a string is text as it is. */
export type HostInput = CellValue | HostFormula | undefined;

/** A formula with the leading `=`, in English notation with commas. */
export interface HostFormula {
  readonly formula: string;
}

/** Whether an input is a formula. */
export function isHostFormula(input: HostInput): input is HostFormula {
  return typeof input === "object" && input !== null && "formula" in input;
}

/** A rectangle of cells as it stands. */
export interface HostCells {
  /** Values, and the last results of formulas. */
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas with the leading `=`; null where a cell has none. */
  readonly formulas: readonly (readonly (string | null)[])[];
}

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

/** One sheet. Its id never changes while it exists. */
export interface HostSheet {
  readonly id: string;
  name(): string;
  rename(name: string): void;
  visibility(): SheetVisibility;
  setVisibility(visibility: SheetVisibility): void;
  /** `#RRGGBB`, or an empty text for none. */
  tabColor(): string;
  setTabColor(color: string): void;

  /**
   * The smallest area around everything used, or null for an empty sheet. With `valuesOnly` only cells with a
   * value or formula count, else formatted ones too.
   */
  usedArea(valuesOnly: boolean): Area | null;
  read(area: Area): HostCells;
  /** Writes inputs of the area's size. Contents only: formats stay. */
  write(area: Area, inputs: readonly (readonly HostInput[])[]): void;
  /** Number formats of the area; `General` where none is set. */
  numberFormats(area: Area): readonly (readonly string[])[];
  /** Sets number formats; `undefined` leaves a cell alone. */
  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void;
  /**
   * Makes the area's cells those of the same area of another sheet of the workbook: contents, number formats, looks,
   * lines, links and merges. Sizes of rows and columns stay.
   */
  copyCells(source: HostSheet, area: Area): void;
  /** Empties contents, formats (styles, number formats), or both. */
  clear(area: Area, what: "all" | "contents" | "formats"): void;

  merges(): readonly Area[];
  merge(area: Area): void;
  /** Takes apart every merge that meets the area. */
  unmerge(area: Area): void;

  /** Rows not shown, hidden by hand or by a filter. */
  hiddenRows(): ReadonlySet<number>;
  hiddenColumns(): ReadonlySet<number>;
  setRowsHidden(first: number, count: number, isHidden: boolean): void;
  setColumnsHidden(first: number, count: number, isHidden: boolean): void;
  rowHeight(row: number): number;
  setRowHeight(first: number, count: number, height: number): void;
  columnWidth(column: number): number;
  setColumnWidth(first: number, count: number, width: number): void;

  /** How a cell looks. */
  styleAt(cell: CellPosition): HostStyle;
  /** Changes the given fields of every cell of the area. */
  setStyle(area: Area, style: HostStyle): void;
  /** Lines around the cell. */
  bordersAt(cell: CellPosition): HostCellBorders;
  /** Sets or takes away (null) the given lines of the area. */
  setBorders(area: Area, borders: HostAreaBorders): void;

  page(): HostPage;
  /** Changes the given fields. */
  setPage(page: HostPage): void;
  /** Rows and columns that stay in view; both zero for none. */
  frozen(): HostFrozen;
  setFrozen(frozen: HostFrozen): void;

  /** Names whose scope is this sheet. */
  names(): readonly HostName[];
  putName(name: HostName): void;
  deleteName(name: string): void;

  tables(): readonly DeclaredTable[];
  /** The sheet's own filter; null for none. */
  filter(): HostFilter | null;
  setFilter(area: Area | null): void;
  linkAt(cell: CellPosition): HostLink | null;
  setLink(cell: CellPosition, link: HostLink | null): void;
  dropDowns(): readonly HostDropDown[];
  /** Gives every cell of the area a drop-down, or with null none. */
  setDropDown(area: Area, source: string | null): void;
  isProtected(): boolean;
  setProtected(isProtected: boolean): void;
}

/** A drop-down in cells: words with commas between them, or `=$A$1:$A$9`. */
export interface HostDropDown {
  readonly area: Area;
  readonly source: string;
}

export interface HostName {
  readonly name: string;
  /** With the leading `=`. */
  readonly formula: string;
  readonly isVisible: boolean;
}

export interface HostFilter {
  readonly area: Area;
  /** Whether any criterion is set, so that rows may be hidden by it. */
  readonly isFiltering: boolean;
}

/** A link inside the workbook (`'排名'!A1`) or to the outside. */
export interface HostLink {
  readonly documentReference?: string;
  readonly address?: string;
  readonly screenTip?: string;
}

/** Looks of a cell; a field not given is the sheet's default. */
export interface HostStyle {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** `#RRGGBB`. */
  readonly fontColor?: string;
  /** `#RRGGBB`, or an empty text for no fill. */
  readonly fill?: string;
  readonly horizontal?: HostHorizontal;
  readonly vertical?: HostVertical;
  readonly wrap?: boolean;
  readonly indent?: number;
}

export type HostHorizontal = "general" | "left" | "center" | "right" | "distributed";
export type HostVertical = "top" | "center" | "bottom";

export interface HostLine {
  readonly weight: "thin" | "medium" | "thick";
  /** `#RRGGBB`. */
  readonly color: string;
}

export interface HostCellBorders {
  readonly top: HostLine | null;
  readonly bottom: HostLine | null;
  readonly left: HostLine | null;
  readonly right: HostLine | null;
}

/** Lines of an area: its four edges, and those between its rows and its columns. */
export interface HostAreaBorders {
  readonly top?: HostLine | null;
  readonly bottom?: HostLine | null;
  readonly left?: HostLine | null;
  readonly right?: HostLine | null;
  readonly betweenRows?: HostLine | null;
  readonly betweenColumns?: HostLine | null;
}

export interface HostFrozen {
  readonly rows: number;
  readonly columns: number;
}

/** How a sheet prints; a field not given has Excel's default. Margins are points. */
export interface HostPage {
  readonly paper?: "a4" | "a3" | "letter";
  readonly orientation?: "portrait" | "landscape";
  readonly topMargin?: number;
  readonly bottomMargin?: number;
  readonly leftMargin?: number;
  readonly rightMargin?: number;
  readonly headerMargin?: number;
  readonly footerMargin?: number;
  readonly centerHorizontally?: boolean;
  /** The number of the first page; without it, numbers run on from the sheet before. */
  readonly firstPageNumber?: number;
  /** Pages across and down to fit in, zero for as many as it takes; or a fixed percentage. */
  readonly zoom?: { readonly pagesWide: number; readonly pagesTall: number } | { readonly percent: number };
  /** First and last row repeated at the head of each page. */
  readonly titleRows?: readonly [number, number] | null;
  readonly printArea?: Area | null;
  /** Codes such as `&C&P`, sections joined in the order left, centre, right. */
  readonly header?: string;
  readonly footer?: string;
  /** Rows above which a new page begins. */
  readonly breaksBefore?: readonly number[];
}

/** What happened to the workbook. */
export type HostChange =
  | {
      readonly kind: "cells";
      readonly sheetId: string;
      readonly area: Area;
      /** Rows or columns came or went, so that others have moved. */
      readonly shift?: "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";
    }
  | { readonly kind: "selection"; readonly sheetId: string; readonly area: Area }
  | { readonly kind: "activated" | "added" | "deleted" | "renamed" | "moved"; readonly sheetId: string }
  | { readonly kind: "calculated"; readonly sheetId: string };
