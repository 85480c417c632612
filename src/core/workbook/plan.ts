import type { Area, CellPosition, SheetCell } from "./address";
import type { CellValue, SheetMark } from "./snapshot";

/** A formula to write, with the value that it gives: files carry the value, Excel recalculates it. */
export interface PlannedFormula {
  /** With the leading `=`, in English notation with commas; in files, empty where the error value stands alone. */
  readonly formula: string;
  readonly value: CellValue;
  /**
   * How far its results reach, its own cell included, where they fill others too. Those cells of the plan hold the
   * results as values. For files only: a host that calculates spills by itself.
   */
  readonly spill?: { readonly rowCount: number; readonly columnCount: number };
}

/**
 * What to write into a cell. A string is always text, even when it begins with `=`, `+`, `-` or `@`:
 * the adapters see to that. `null` leaves the cell empty.
 */
export type PlannedValue = string | number | boolean | null | PlannedFormula;

/** Whether a planned value is a formula. */
export function isPlannedFormula(value: PlannedValue): value is PlannedFormula {
  return typeof value === "object" && value !== null;
}

/** How cells look. What is not given stays as the sheet's default. */
export interface CellStyle {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** `#RRGGBB`. */
  readonly fontColor?: string;
  /** `#RRGGBB`. */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right" | "distributed";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Indent steps from the edge that `horizontal` names. */
  readonly indent?: number;
  /** Lines around and inside every cell of the area. */
  readonly borders?: "thin" | "none";
  /** A line under the area only (the rule of a red head, the foot of a document), `#RRGGBB`. */
  readonly bottomLine?: { readonly weight: "thin" | "medium" | "thick"; readonly color: string };
  readonly topLine?: { readonly weight: "thin" | "medium" | "thick"; readonly color: string };
  readonly numberFormat?: string;
}

/** A style for an area. Of two that overlap, the later one wins, field by field. */
export interface StyledArea {
  readonly area: Area;
  readonly style: CellStyle;
}

/** A link to another cell of the same workbook. */
export interface PlannedLink {
  readonly cell: CellPosition;
  readonly target: SheetCell;
  readonly tip: string;
}

/** A drop-down in every cell of an area: the host offers the words and refuses others that are typed, not pasted. */
export interface PlannedDropDown {
  readonly area: Area;
  /** The words, which hold no comma and are 250 characters long together; or the cells of this sheet that hold them. */
  readonly choices: readonly string[] | Area;
}

/** Whether the choices of a drop-down are words, not cells that hold them. */
export function isWordList(choices: PlannedDropDown["choices"]): choices is readonly string[] {
  return Array.isArray(choices);
}

/** How the sheet prints. Lengths in millimetres. */
export interface PageSetup {
  readonly paper: "a4";
  readonly orientation: "portrait" | "landscape";
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Shrink so that all columns fit one page across; pages down stay free. */
  readonly fitWidth: boolean;
  /** Rows printed at the head of every page, as first and last zero-based row. */
  readonly repeatRows?: readonly [number, number];
  readonly printArea?: Area;
  /** Excel header and footer codes, such as `&C&14— &P —`. */
  readonly header?: string;
  readonly footer?: string;
  readonly centerHorizontally?: boolean;
  /** Zero-based rows above which a new page begins. */
  readonly breaksBefore?: readonly number[];
  /** The number of the sheet's first page; without it, numbers run on over sheets that are printed together. */
  readonly firstPageNumber?: number;
}

/** A sheet of ours to write: made anew, or replaced in place where one with the same mark stands. */
export interface SheetPlan {
  /** Wanted name; where a clerk's sheet has it already, the adapter appends ` (2)`, ` (3)`… */
  readonly name: string;
  readonly mark: SheetMark;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Rows of equal length, from A1. */
  readonly cells: readonly (readonly PlannedValue[])[];
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  /** Width of each column from A, in characters of the default font. */
  readonly columnWidths: readonly number[];
  /** Heights in points of the rows that do not take the default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly links: readonly PlannedLink[];
  readonly dropDowns?: readonly PlannedDropDown[];
  readonly page: PageSetup;
  /** Rows at the top that stay in view. */
  readonly frozenRows?: number;
  /** Bring this sheet to the front when done. */
  readonly activate?: boolean;
}

/** A change to one cell of the clerk's that the clerk has chosen (a repair or its undoing). */
export interface CellEdit {
  readonly cell: SheetCell;
  /** What must still stand there, else the edit is refused: somebody changed it meanwhile. */
  readonly expected: CellValue;
  readonly value: string | number | boolean | null;
  /** Number format to set with it, if it has to change (a text cell that becomes a number). */
  readonly numberFormat?: string;
}

/** A cell's own fill: one colour `#RRGGBB` in capitals, none, or a pattern or gradient that no plan can write. */
export type CellFill = `#${string}` | "none" | "other";

/** A new fill for a cell of the clerk's, because the clerk asked for marks or to have them taken away. */
export interface FillChange {
  readonly cell: SheetCell;
  /** What must still be there: a cell that somebody coloured meanwhile is left alone, and the rest is written. */
  readonly expected: CellFill;
  readonly fill: Exclude<CellFill, "other">;
}

/** Everything that one action wants written. It is written whole or not at all. */
export interface Plan {
  readonly sheets: readonly SheetPlan[];
  readonly edits: readonly CellEdit[];
  /** Marks of our sheets to take away. */
  readonly removals: readonly SheetMark[];
  /** Fills of the clerk's cells; values and all other looks stay. */
  readonly fills?: readonly FillChange[];
  /** Print areas to set on sheets of ours that stand there already. */
  readonly printAreas?: readonly PlannedPrintArea[];
  /** The reading that the plan was made from: where the workbook has changed since, nothing is written. */
  readonly reading?: number;
}

/** What of a sheet prints from now on. */
export interface PlannedPrintArea {
  readonly sheet: string;
  readonly area: Area;
}
