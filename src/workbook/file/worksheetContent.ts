import type { Area, CellKey } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import type { ReadingBudget } from "./cellGrid";

/** What a worksheet part says. */
export interface WorksheetContent {
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: ReadonlyMap<CellKey, string>;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly merges: readonly Area[];
  readonly spills: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly filtered: boolean;
  readonly protected: boolean;
}

/** A worksheet as read. */
export interface ReadWorksheet {
  readonly content: WorksheetContent;
  /** The highest style number that a cell, row or column names, whether or not the workbook has that style. */
  readonly highestStyle: number;
}

/** What cells refer to outside their own part. */
export interface WorksheetContext {
  readonly sheet: string;
  readonly sharedStrings: readonly string[];
  readonly numberFormats: readonly (string | null)[];
  readonly dateSystem: "1900" | "1904";
  /** What this sheet may use up; what it does use is taken off. */
  readonly budget: ReadingBudget;
}
