import {
  cellAddress,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  sheetReference,
  type Area,
  type CellPosition,
} from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";

/**
 * The most cells that the areas of all sheets may span together, empty ones included: a Snapshot keeps a
 * sheet's area as rows of values, so one cell in the last row and one in the last column would cost 17 billion.
 */
const MAXIMUM_AREA_CELLS = 20_000_000;

/**
 * The most characters that shared formulas may come to once each cell has its own. A file says them once, so that
 * a small one could ask for more than any memory holds; a million cells of usual formulas take half of it.
 */
const MAXIMUM_SHARED_FORMULA_CHARACTERS = 60_000_000;

/** The most formulas, number formats and merged areas of all sheets together: each of them is kept by itself. */
const MAXIMUM_RECORDS = 8_000_000;

/** The most cells that hold something, of all sheets together: more take longer than anybody waits. */
const MAXIMUM_FILLED_CELLS = 3_000_000;

/** The most rows of one sheet that hold something: each may be a unit, which takes some kilobytes until it is ranked. */
export const MAXIMUM_FILLED_ROWS = 400_000;

/** What the sheets still to be read may use up. */
export interface ReadingBudget {
  cells: number;
  filledCells: number;
  sharedFormulaCharacters: number;
  records: number;
}

/** What a whole workbook may use up. */
export function wholeBudget(): ReadingBudget {
  return {
    cells: MAXIMUM_AREA_CELLS,
    filledCells: MAXIMUM_FILLED_CELLS,
    sharedFormulaCharacters: MAXIMUM_SHARED_FORMULA_CHARACTERS,
    records: MAXIMUM_RECORDS,
  };
}

/** A workbook that spans too much, with the cell that makes it so. */
export class SpanError extends Error {
  constructor(readonly cell: string) {
    super(cell);
  }
}

/** The cells of one row as they come: columns and values side by side. */
interface RowCells {
  readonly columns: number[];
  readonly values: CellValue[];
}

/** The cells of a sheet that hold something, collected in any order, and the area that they span. */
export class CellGrid {
  private readonly rows = new Map<number, RowCells>();
  private currentRow = -1;
  private current: RowCells = { columns: [], values: [] };
  private firstRow = MAXIMUM_ROWS;
  private lastRow = -1;
  private firstColumn = MAXIMUM_COLUMNS;
  private lastColumn = -1;
  private farthestRowCell: CellPosition = { row: 0, column: 0 };
  private farthestColumnCell: CellPosition = { row: 0, column: 0 };

  /** How many rows hold something so far. */
  get filledRows(): number {
    return this.rows.size;
  }

  /** Adds a cell; of two at one place the later counts. */
  add(row: number, column: number, value: CellValue): void {
    if (row !== this.currentRow) this.beginRow(row);
    this.current.columns.push(column);
    this.current.values.push(value);
    if (row < this.firstRow) this.firstRow = row;
    if (column < this.firstColumn) this.firstColumn = column;
    if (row > this.lastRow) {
      this.lastRow = row;
      this.farthestRowCell = { row, column };
    }
    if (column > this.lastColumn) {
      this.lastColumn = column;
      this.farthestColumnCell = { row, column };
    }
  }

  private beginRow(row: number): void {
    this.currentRow = row;
    this.current = this.rows.get(row) ?? { columns: [], values: [] };
    this.rows.set(row, this.current);
  }

  /** The area of all cells, taken off the budget. Throws `SpanError` with the far cell when that is used up. */
  area(budget: ReadingBudget, sheet: string): Area {
    if (this.lastRow < 0) return { row: 0, column: 0, rowCount: 0, columnCount: 0 };
    const rowCount = this.lastRow - this.firstRow + 1;
    const columnCount = this.lastColumn - this.firstColumn + 1;
    budget.cells -= rowCount * columnCount;
    if (budget.cells < 0) {
      // Of the two farthest cells, the one that is farther out for the shape of a sheet.
      const wide = columnCount / MAXIMUM_COLUMNS >= rowCount / MAXIMUM_ROWS;
      const cell = wide ? this.farthestColumnCell : this.farthestRowCell;
      throw new SpanError(sheetReference(sheet, cellAddress(cell)));
    }
    return { row: this.firstRow, column: this.firstColumn, rowCount, columnCount };
  }

  /** The cells as rows of the area, once: they are given away. */
  values(area: Area): CellValue[][] {
    const values: CellValue[][] = [];
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      const line = new Array<CellValue>(area.columnCount).fill(null);
      const cells = this.rows.get(row);
      cells?.columns.forEach((column, index) => {
        line[column - area.column] = cells.values[index] ?? null;
      });
      values.push(line);
      this.rows.delete(row);
    }
    return values;
  }
}
