import type { Fact } from "../facts/fact";
import type { Decimal } from "../numbers/decimal";
import type { Area, SheetCell } from "../workbook/address";
import type { Period } from "../scheme/period";

/** A cell and the number that was read in it, so that everything made from the number can point back. */
export interface Figure extends SheetCell {
  readonly value: Decimal;
}

/**
 * What a column of a table holds. `component:<id>` and `adjustment:<id>` name one of the scheme's; `weighted:<id>`
 * is a component already multiplied by its weight; `net` is bonus less deduction in one column; `subtotal` is a sum
 * of some components; `full-mark` states what a row could reach.
 */
export type ColumnRole =
  | "sequence"
  | "group"
  | "unit"
  | "period"
  | `component:${string}`
  | `weighted:${string}`
  | `adjustment:${string}`
  | "bonus"
  | "deduction"
  | "net"
  | "subtotal"
  | "full-mark"
  | "total"
  | "rank"
  | "grade"
  | "note"
  | "problem"
  | "unknown";

/** A column as recognised: the sheet's own header, the role given to it, and why. */
export interface RecognisedColumn {
  readonly header: string;
  /** The key under which a clerk's correction of this header is kept. */
  readonly key: string;
  /** Zero-based column on the sheet. */
  readonly column: number;
  readonly role: ColumnRole;
  /** A code for the reason (`reason.<code>` in `src/i18n`). */
  readonly reason: string;
  /** The column has no role, though units have figures in it: the clerk is asked what it is. */
  readonly unusedFigures?: true;
}

/** What a sheet or a part of it is. */
export type TableKind =
  /** Component scores by unit. */
  | "scores"
  /** Bonus and deduction entries, one or more rows a unit. */
  | "ledger"
  /** Units with something else: totals only, ballots, problems. */
  | "other"
  /** A score table of another period than the one assessed. */
  | "other-period"
  /** Text, an empty form, a sheet without a table. */
  | "not-data"
  /** A sheet that PERF made. */
  | "own-report";

/** A table that was found on a sheet. */
export interface RecognisedTable {
  readonly sheet: string;
  /** Header and data rows, without title rows above and notes below. */
  readonly area: Area;
  readonly kind: TableKind;
  /** Zero-based rows of the header, first and last. */
  readonly headerRows: readonly [number, number];
  readonly columns: readonly RecognisedColumn[];
  /** The group that the whole table is about, when the sheet's name or title says so. */
  readonly group: string | null;
  readonly unitCount: number;
  /** What follows from what in the table, by arithmetic; columns are those of `columns`. */
  readonly facts: readonly Fact[];
  /** Of a sheet that PERF made: the kind in its mark, such as `ranking`. */
  readonly reportKind?: string;
}

/** One unit as the workbook has it. */
export interface AssessedUnit {
  /** The roster's name; the cell's own text where the scheme has no roster. */
  readonly name: string;
  /** The roster's id, or null without a roster. */
  readonly id: string | null;
  /** What the cell says. */
  readonly as: string;
  readonly group: string;
  readonly source: SheetCell;
  /** Scores by component id; a component that is missing has no entry. */
  readonly components: ReadonlyMap<string, Figure>;
  /** Positive points, or null when the workbook has none for this unit. */
  readonly bonus: Figure | null;
  readonly deduction: Figure | null;
  /** The workbook's own total and rank, to compare with ours. */
  readonly statedTotal: Figure | null;
  readonly statedRank: Figure | null;
  readonly note: string | null;
  /** Codes of the findings that keep this unit out of the ranking. */
  readonly blockers: readonly string[];
}

/** What the sheets mean: units in groups with their figures, for one period. */
export interface Assessment {
  readonly period: Period;
  /** Groups in the scheme's order, or in the workbook's without a roster. */
  readonly groups: readonly string[];
  readonly units: readonly AssessedUnit[];
  /** Roster units that the workbook lacks, by group name (rule 28). */
  readonly missingUnits: ReadonlyMap<string, readonly string[]>;
  /** Whether the period is scored without the yearly components, because the workbook has none (rule 6). */
  readonly dynamic: boolean;
  readonly tables: readonly RecognisedTable[];
}
