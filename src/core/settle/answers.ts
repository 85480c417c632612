import type { Decimal } from "../numbers/decimal";
import type { Scheme } from "../scheme/scheme";
import type { CellPosition } from "../workbook/address";

/** What a column can be in the settling view, in the order in which the pane offers it. */
export const SETTLED_ROLES = [
  "unit",
  "group",
  "score",
  "weight",
  "full-mark",
  "bonus",
  "deduction",
  "net",
  "total",
  "rank",
  "period",
  "unused",
] as const;

/** What a column is, by the clerk's word. */
export type SettledRole = (typeof SETTLED_ROLES)[number];

/** Columns that add to the total or take from it, beside the scores. */
export const POINTS: ReadonlySet<SettledRole> = new Set(["bonus", "deduction", "net"]);

/** How the total comes about; weights come from a row of the sheet, from the columns of weights, or are typed. */
export type TotalMethod =
  | { readonly by: "stated" }
  | { readonly by: "sum" }
  | { readonly by: "mean" }
  | { readonly by: "weighted"; readonly from: "row"; readonly row: number }
  | { readonly by: "weighted"; readonly from: "columns" }
  | { readonly by: "weighted"; readonly from: "typed"; readonly weights: ReadonlyMap<number, string> };

/** Where the clerk says that the table stands, in the rows and columns of its grid. */
export interface HeaderPlace {
  readonly sheet: string;
  /** Whether the units stand in the sheet's columns. */
  readonly flipped: boolean;
  /** The last row of the header; null without one. */
  readonly headerRow: number | null;
}

/** All that the clerk answers in the settling view. */
export interface SettleAnswers {
  readonly place: HeaderPlace;
  /** By column of the grid; what is not in it is not used. */
  readonly roles: ReadonlyMap<number, SettledRole>;
  readonly method: TotalMethod;
  readonly order: "descending" | "ascending";
  /** What every unit starts with, as the clerk types it; blank or left out: nothing. */
  readonly baseScore?: string;
  /** The scheme in force, whose roster, rounding, ties and lines stay; left out where the workbook has none. */
  readonly base?: Scheme;
  /** Full marks in force, by column: a score above one is a slip, and no reason for a greater one. */
  readonly fullMarks?: ReadonlyMap<number, Decimal>;
}

/** Why the answers give no ranking. */
export type SettleFaultCode =
  | "nothing-there"
  | "no-unit"
  | "no-score"
  | "no-total"
  | "no-base"
  | "bad-base"
  | "two-of-role"
  | "text-score"
  | "negative-score"
  | "too-large"
  | "no-weight"
  | "bad-weight"
  | "weights-differ"
  | "nobody-ranked";

/** What is wrong with the answers: the column, its cell where one shows it, and what stands there. */
export interface SettleFault {
  readonly code: SettleFaultCode;
  /** The header of the column, or its letters. */
  readonly column: string;
  readonly cell: CellPosition | null;
  readonly text: string;
  readonly role?: SettledRole;
}
