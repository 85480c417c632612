import type { SheetGrid } from "./sheetGrid";

export type { SheetGrid };

/** What a line of a sheet is. "derived" is a line of figures that follow from other lines: totals, means. */
export type LineClass = "metadata" | "header" | "group" | "data" | "derived" | "notes" | "empty";

/** What a row of a table's body is. "header" is a header that comes again, "note" a line that belongs to no unit. */
export type RowKind = "unit" | "group" | "summary" | "header" | "note";

/** A row of a table's body; blank ones are left out. */
export interface ShapedRow {
  /** The grid's row. */
  readonly row: number;
  readonly kind: RowKind;
}

/** A row at the edge of a table that could as well be something else: the likelier class first. */
export interface EdgeDoubt {
  readonly row: number;
  readonly between: readonly [LineClass, LineClass];
}

/** A table with its units in lines of the grid. Rows and columns are the grid's. */
export interface ShapedTable {
  /** The sheet as it stands, or flipped where the units stand in columns. */
  readonly grid: SheetGrid;
  readonly firstColumn: number;
  /** One past the last. */
  readonly endColumn: number;
  /** First and last header row; null when the table has none. */
  readonly headerRows: readonly [number, number] | null;
  readonly rows: readonly ShapedRow[];
  /**
   * The column that names the units, then those that are needed with it to tell the units apart; empty when nothing
   * names them.
   */
  readonly unitColumns: readonly number[];
  /** Edge rows whose class is less than 80% sure. */
  readonly doubts: readonly EdgeDoubt[];
  /** The key columns of a table in long form, which has a row for each unit and item; null for any other. */
  readonly long: readonly number[] | null;
}

/** Which rows of a sheet are what, and where its tables are. */
export interface SheetShape {
  /** A class for each row of the sheet, from the first row on. */
  readonly lines: readonly LineClass[];
  readonly tables: readonly ShapedTable[];
}
