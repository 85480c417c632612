import type { CellPosition } from "../../workbook/address";
import type { SchemeProblem } from "../parseScheme";

/** What can be wrong on the sheet 考评方案; each has one sentence in `src/i18n` (`schemeSheet.<code>`). */
export type SchemeFaultCode =
  | "no-section"
  | "no-headings"
  | "missing-column"
  | "missing-setting"
  | "blank"
  | "no-number"
  | "error-value"
  | "unknown-word"
  | "unknown-item"
  | "unknown-group"
  | "unknown-unit"
  | "twice"
  | "weight-sum"
  | "merged"
  | "nothing-due"
  | "second-sheet"
  | "refused";

/**
 * Something that the sheet 考评方案 says wrongly, with its cell. An `error` leaves the workbook without a scheme until
 * it is put right; with a `warning` the scheme stands, and the sentence says how it was read.
 */
export interface SchemeFault {
  readonly code: SchemeFaultCode;
  readonly severity: "error" | "warning";
  readonly sheet: string;
  readonly cell: CellPosition;
  readonly parameters: Readonly<Record<string, string>>;
  /** For `refused`: what the check of scheme files says. */
  readonly problem?: SchemeProblem;
}
