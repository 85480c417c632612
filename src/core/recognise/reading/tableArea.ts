import type { ShapedTable } from "../../shape/shape";
import type { Area } from "../../workbook/address";

/** The rectangle of the sheet that a table takes up, header and summary rows included, whichever way it lies. */
export function tableArea({ grid, headerRows, rows, firstColumn, endColumn }: ShapedTable): Area {
  const top = headerRows?.[0] ?? rows[0]?.row ?? grid.firstRow;
  const bottom = rows.reduce(
    (last, { row, kind }) => (kind === "unit" || kind === "summary" ? Math.max(last, row) : last),
    headerRows?.[1] ?? top,
  );
  const first = grid.position(top, firstColumn);
  const last = grid.position(bottom, endColumn - 1);
  return {
    row: first.row,
    column: first.column,
    rowCount: last.row - first.row + 1,
    columnCount: last.column - first.column + 1,
  };
}
