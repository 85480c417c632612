import type { CellPosition } from "../workbook/address";
import type { CellValue } from "../workbook/snapshot";

/** `error` keeps a unit out of the ranking or is wrong arithmetic; `warning` wants a look; `hint` is no verdict. */
export type Severity = "error" | "warning" | "hint";

/** Values that a finding's message names; the words around them come from `src/i18n`. */
export type FindingParameters = Readonly<Record<string, string | number>>;

/** A repair that has one reading only. It is applied only when the clerk asks for it. */
export interface Fix {
  readonly from: CellValue;
  readonly to: string | number;
}

/** Where a finding is: a sheet, and the cell when there is one. `null` sheet: about the workbook as a whole. */
export interface Place {
  readonly sheet: string | null;
  readonly cell: CellPosition | null;
}

/**
 * Something to tell the clerk. Codes are stable, kebab-case, and listed with severity, meaning and remedy in
 * the catalogue of checks; `src/i18n` has the sentences (`finding.<code>`).
 */
export interface Finding extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly parameters: FindingParameters;
  readonly fix: Fix | null;
  /** The findings of one column that this one stands for, itself included. */
  readonly alike?: readonly Finding[];
}
