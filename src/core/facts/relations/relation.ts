import type { CellPosition } from "../../workbook/address";

/** How one figure follows from others of its row or column. */
export type RelationKind = "Sum" | "Average" | "Division" | "RelativeChange" | "Difference";

/** One figure and the figures of its own row or column that it follows from. */
export interface Relation {
  readonly op: RelationKind;
  readonly at: CellPosition;
  /**
   * Cells of the sheet. Sum, Average: in order of place; Division: numerator, denominator; RelativeChange: old, new;
   * Difference: b, c, … of `at` = b − c − ….
   */
  readonly of: readonly CellPosition[];
  /** Whether all cells stand in one row or in one column. */
  readonly direction: "row" | "column";
  readonly from: "formulas" | "values";
}

/** A figure that breaks a rule which the lines around it keep. */
export interface BrokenRelation {
  readonly cell: CellPosition;
  /** What the cell holds. */
  readonly stated: number;
  /** What the rule gives. */
  readonly right: number;
  readonly relation: Relation;
}

/** All that follows from what on a sheet. */
export interface SheetRelations {
  readonly relations: readonly Relation[];
  readonly broken: readonly BrokenRelation[];
}
