import type { Fact } from "../../facts/fact";
import type { ShapedTable } from "../../shape/shape";
import type { HeaderText } from "../../vocabulary/headerText";
import type { SheetSnapshot } from "../../workbook/snapshot";
import type { ColumnProfile } from "./columnProfile";

/** What a column of a table is, whatever the scheme. */
export type GeneralRole =
  | "sequence"
  | "unit"
  | "group"
  | "period"
  | "score"
  | "weight"
  | "full-mark"
  | "bonus"
  | "deduction"
  | "net"
  | "subtotal"
  | "total"
  | "rank"
  | "grade"
  | "note"
  | "unknown";

/** Something that speaks for a role: what kind of evidence, how strongly (in bits), and what it is about. */
export interface Evidence {
  readonly kind: "header" | "content" | "fact" | "place";
  readonly bits: number;
  /** A code that the screen words, such as `names-total` or `sum-of`. */
  readonly says: string;
}

/** A role that the evidence supports. */
export interface RoleCandidate {
  readonly role: GeneralRole;
  readonly bits: number;
  readonly evidence: readonly Evidence[];
}

/** A column of a table: its header, what it holds, and what it is by all evidence. Positions are the grid's. */
export interface ReadColumn {
  readonly column: number;
  /** Header cells top to bottom, repeated ones left out. */
  readonly path: readonly string[];
  readonly texts: readonly HeaderText[];
  readonly profile: ColumnProfile;
  readonly role: GeneralRole;
  /** All that speaks for the role, then the other roles that something speaks for, the best first. */
  readonly candidates: readonly RoleCandidate[];
}

/** What the author publishes as the result of a table: the figures that are ranked, and how. */
export interface TableResult {
  /** The column of the figures. */
  readonly total: number;
  /** The author's ranks of them, where a column holds them. */
  readonly rank: Fact | null;
  /** The column inside whose categories the author ranks; null: through all units. */
  readonly within: number | null;
  readonly order: "ascending" | "descending";
  /** Another column that might be the result as well: the clerk is asked. */
  readonly rival: number | null;
}

/** A table of a sheet with everything that can be known without a scheme. Fact columns are the grid's. */
export interface TableReading {
  readonly sheet: SheetSnapshot;
  readonly shape: ShapedTable;
  /** Rows of units, in order. */
  readonly unitRows: readonly number[];
  readonly columns: readonly ReadColumn[];
  readonly facts: readonly Fact[];
  readonly result: TableResult | null;
}
