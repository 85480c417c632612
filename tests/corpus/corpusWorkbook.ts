import type { SchemeFileInput } from "../../src/core/scheme/schemeFile";
import type { MadeUnit } from "./oracle";
import type { SheetDraft } from "./draft";

/** The kinds of fault that are planted; `measure.ts` says which findings report each. */
export type FaultFamily =
  | "unit-unknown"
  | "unit-ambiguous"
  | "unit-near-miss"
  | "unit-duplicate"
  | "unit-missing"
  | "group-missing"
  | "unit-wrong-group"
  | "row-without-unit"
  | "text-for-number"
  | "number-as-text"
  | "full-width"
  | "unit-mark"
  | "percent-sign"
  | "percent-format"
  | "spaces"
  | "out-of-range"
  | "too-many-decimals"
  | "error-cell"
  | "negative-deduction"
  | "blank-score"
  | "zero-score"
  | "date-for-number"
  | "constant-among-formulas"
  | "formula-unlike"
  | "range-short"
  | "range-takes-total"
  | "wrong-row"
  | "external-reference"
  | "stale-result"
  | "total-differs"
  | "total-other-weights"
  | "total-without-bonus"
  | "total-without-deduction"
  | "total-deduction-added"
  | "total-step-rounding"
  | "total-half-even"
  | "total-truncated"
  | "rank-differs"
  | "rank-dense"
  | "rank-ordinal"
  | "rank-across-groups"
  | "rank-ascending"
  | "rank-after-sort"
  | "hidden-row"
  | "hidden-column"
  | "filtered"
  | "merged-data"
  | "tables-disagree"
  | "sheet-left-out"
  | "repeated-score"
  | "identical-rows"
  | "jump"
  | "piled-digits"
  | "weight-differs"
  | "full-mark-differs"
  | "column-missing"
  | "total-outside";

/** A fault put into a workbook on purpose. */
export interface PlantedFault {
  readonly family: FaultFamily;
  /** Null: about the workbook as a whole. */
  readonly sheet: string | null;
  /** The area (A1) in which a finding must point at a cell; null: anywhere on the sheet. */
  readonly area: string | null;
}

/** A table that has to be found. */
export interface ExpectedTable {
  readonly sheet: string;
  /** Header and data rows (A1). */
  readonly range: string;
  readonly kind: "scores" | "ledger" | "other" | "other-period" | "not-data";
  /** Roles by zero-based column of the sheet (row, where units are columns); columns left out are not measured. */
  readonly roles: readonly { readonly at: number; readonly header: string; readonly role: string }[];
}

/** A unit with its known answer. */
export interface ExpectedUnit extends MadeUnit {
  /** Null: the unit must not be ranked. */
  readonly total: string | null;
  readonly rank: number | null;
  /** Components whose figure cannot be read; the others have to be. */
  readonly unread: readonly string[];
}

/** A workbook of the corpus with everything that is known about it. */
export interface CorpusWorkbook {
  readonly name: string;
  /** The oddities that it stands for. */
  readonly oddities: readonly string[];
  /** A scheme file; null is the built-in one. */
  readonly scheme: SchemeFileInput | null;
  /** The period to assess; null: the workbook says. */
  readonly period: string | null;
  readonly sheets: readonly SheetDraft[];
  readonly tables: readonly ExpectedTable[];
  readonly units: readonly ExpectedUnit[];
  /** Whether group names count in the comparison. */
  readonly namedGroups: boolean;
  readonly faults: readonly PlantedFault[];
  /** Whether every finding is a false alarm. Clean workbooks hold the whole roster, or have none. */
  readonly clean: boolean;
  /** Whether the headers say all that a scheme needs, so that one can be proposed from them. */
  readonly proposable?: boolean;
}
