import type { TableReading } from "../reading/tableReading";
import type { ShapedTable } from "../../shape/shape";
import { isBlank, viewOf, type SheetView } from "./sheetView";

/** A table of a view: where its header and its rows are. All positions are the view's. */
export interface TableBlock {
  readonly view: SheetView;
  /** First and last row of the header; without one, the last stands before the first. */
  readonly headerRows: readonly [number, number];
  readonly firstColumn: number;
  /** One past the last. */
  readonly endColumn: number;
  readonly unitColumn: number;
  /** Data and what stands among and under it: from the row after the header to one past the last. */
  readonly firstRow: number;
  readonly endRow: number;
}

/** So many rows under a table's last are looked at for units that have no figures yet. */
const FURTHER_ROWS = 100;

/** The block of a table that was read; what stands right under it may belong to it, down to a gap or to `below`. */
export function blockOf({ shape }: TableReading, below: number): TableBlock {
  const { grid, headerRows, rows, firstColumn, endColumn, unitColumns } = shape;
  const first = headerRows === null ? (rows[0]?.row ?? grid.firstRow) : headerRows[1] + 1;
  return {
    view: viewOf(grid),
    headerRows: headerRows ?? [first, first - 1],
    firstColumn,
    endColumn,
    unitColumn: unitColumns[0] ?? firstColumn,
    firstRow: first,
    endRow: endOfBlock(shape, (rows.at(-1)?.row ?? first - 1) + 1, below),
  };
}

function endOfBlock({ grid, firstColumn, endColumn }: ShapedTable, from: number, below: number): number {
  const limit = Math.min(from + FURTHER_ROWS, grid.endRow, below);
  let end = from;
  for (let row = from; row < limit && row - end < 2; row += 1) {
    for (let column = firstColumn; column < endColumn; column += 1) {
      if (!isBlank(grid.value(row, column))) end = row + 1;
    }
  }
  return end;
}
