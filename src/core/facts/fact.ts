import type { Decimal } from "../numbers/decimal";
import type { SheetCell } from "../workbook/address";
import type { CellValue, SheetSnapshot } from "../workbook/snapshot";

/**
 * A table's body as facts see it: rows and columns from 0, no header and no role. The table may be flipped, so that a
 * row of it is a column of the sheet.
 */
export interface FactTable {
  readonly rowCount: number;
  readonly columnCount: number;
  value(row: number, column: number): CellValue;
  /** With the leading `=`; null without one. */
  formula(row: number, column: number): string | null;
  /** Where the cell stands on its sheet. */
  place(row: number, column: number): SheetCell;
  /** Decimal places that the number format shows; null for General and for formats that are no plain number. */
  shownPlaces(row: number, column: number): number | null;
  /** Weights that the author states beside the body: a list a source, a weight a column, null where none is stated. */
  readonly stated: readonly (readonly (Decimal | null)[])[];
  /** All sheets: formulas may point outside the table. */
  readonly workbook: readonly SheetSnapshot[];
  /** False for an excerpt that is known to be one: ranks may then have gaps. */
  readonly full: boolean;
}

/** How a column follows from others. `formula`: by a formula that is none of the other kinds. */
export type FactKind =
  | "sum"
  | "weighted-sum"
  | "mean"
  | "trimmed-mean"
  | "best-of"
  | "product"
  | "share"
  | "ratio"
  | "difference"
  | "count"
  | "rank"
  | "grade"
  | "max"
  | "min"
  | "look-up"
  | "formula";

/** Which way a figure was cut to its places. */
export type FactRounding = "half-up" | "half-even" | "down" | "up";

export type RankOrder = "ascending" | "descending";

/** `competition` 1, 2, 2, 4; `dense` 1, 2, 2, 3; `ordinal` 1, 2, 3, 4; `none`: no two are equal. */
export type RankTies = "competition" | "dense" | "ordinal" | "none";

/** A cell that breaks its column's rule. */
export interface BrokenCell {
  readonly row: number;
  /** The column that it stands in, as in its fact: the fact's own, or that of a part which slipped. */
  readonly column: number;
  readonly place: SheetCell;
  /** What stands there, and what the rule gives. */
  readonly stated: string;
  readonly right: string;
}

/** What a column follows from, in which rows, and which cells break it. Columns are the table's, from 0. */
export interface Fact {
  readonly column: number;
  readonly kind: FactKind;
  readonly of: readonly number[];
  /** By `of`, for weighted sums (and for means with weights). */
  readonly weights: readonly Decimal[];
  /** Columns that are added to and taken from the parts as they stand. */
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** Added to all: the 100 of `100 − deductions`. */
  readonly constant: Decimal | null;
  /** Decimal places that the figures were rounded to; null where they were not. */
  readonly places: number | null;
  readonly rounding: FactRounding | null;
  readonly from: "formulas" | "values";
  /** How many rows keep the rule. */
  readonly kept: number;
  /** How surprising the fact would be by chance, less what its freedom costs. */
  readonly bits: number;
  /** Too many rows break the rule to be slips: another rule holds for them. `broken` is empty then. */
  readonly partial: boolean;
  readonly broken: readonly BrokenCell[];
  /** Ranks: the column whose categories are ranked each for itself; null for all rows together. */
  readonly within: number | null;
  /** Ranks: whether rows that stand together, apart from others, are ranked each block for itself. */
  readonly withinBlocks: boolean;
  readonly order: RankOrder | null;
  readonly ties: RankTies | null;
  /** Ranks: what the best has. */
  readonly first: 0 | 1 | null;
  /** Ranks of an excerpt: the whole was larger, only the order can be told. */
  readonly excerpt: boolean;
  /** Trimmed means and best n of m: how many of the highest and of the lowest are left out. */
  readonly dropped?: { readonly high: number; readonly low: number };
  /** The constant that a share or product is multiplied by. */
  readonly factor?: Decimal;
  /** Shares: whether the constant is one over the column's own total, so that all shares come to the whole. */
  readonly ofTotal?: boolean;
  /** Columns like the parts, right beside them, that the fact leaves out. */
  readonly unused: readonly number[];
}
