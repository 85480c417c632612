import type { Area } from "../workbook/address";
import type { CellStyle, PlannedLink, PlannedValue, SheetPlan, StyledArea } from "../workbook/plan";

/** Collects the rows, styles, merges and heights of a sheet to plan, row by row from the top. */
export class SheetBuilder {
  private readonly rows: PlannedValue[][] = [];
  readonly styles: StyledArea[] = [];
  readonly merges: Area[] = [];
  readonly links: PlannedLink[] = [];
  readonly rowHeights = new Map<number, number>();

  constructor(readonly columnCount: number) {}

  /** The zero-based row that comes next. */
  get nextRow(): number {
    return this.rows.length;
  }

  /** Adds a row; what is not given stays empty. Gives its zero-based row. */
  addRow(values: readonly PlannedValue[], style?: CellStyle, height?: number): number {
    const row = this.rows.length;
    this.rows.push(Array.from({ length: this.columnCount }, (_, column) => values[column] ?? null));
    if (style) this.style(row, 0, this.columnCount, style);
    if (height !== undefined) this.rowHeights.set(row, height);
    return row;
  }

  /** Adds a row with one text across all columns. */
  addBanner(text: PlannedValue, style: CellStyle, height?: number): number {
    const row = this.addRow([text], style, height);
    this.merge(row, 0, this.columnCount);
    return row;
  }

  /** Styles cells of one row. */
  style(row: number, column: number, columnCount: number, style: CellStyle, rowCount = 1): void {
    this.styles.push({ area: { row, column, rowCount, columnCount }, style });
  }

  /** Merges cells of one row; one cell alone stays as it is. */
  merge(row: number, column: number, columnCount: number): void {
    if (columnCount > 1) this.merges.push({ row, column, rowCount: 1, columnCount });
  }

  /** What the builder knows of the sheet's plan. */
  get content(): Pick<SheetPlan, "cells" | "styles" | "merges" | "rowHeights" | "links"> {
    const { cells, styles, merges, rowHeights, links } = this;
    return { cells, styles, merges, rowHeights, links };
  }

  /** The rows so far, of equal length. */
  get cells(): readonly (readonly PlannedValue[])[] {
    return this.rows;
  }
}
