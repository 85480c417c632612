import { BLANK, type CellScan } from "./cellScan";
import type { EdgeDoubt, ShapedRow, ShapedTable } from "./shape";
import type { SheetGrid } from "./sheetGrid";
import type { UnitsInColumns } from "./unitsInColumns";

/**
 * A table whose units stand in columns, on the flipped grid: each column of a unit is a row there, the rows' names are
 * its header. `firstColumn` and `endColumn` are the table's on the scan.
 */
export function flippedTable(
  scan: CellScan,
  flipped: SheetGrid,
  { firstUnit, nameRows, firstItem, endItem }: UnitsInColumns,
  [firstColumn, endColumn]: readonly [number, number],
  doubts: readonly EdgeDoubt[],
): ShapedTable {
  // The flipped grid's rows are the sheet's columns.
  const [rowsFrom, columnsFrom] = [flipped.firstRow, flipped.firstColumn];
  const units: ShapedRow[] = [];
  for (let column = firstUnit; column < endColumn; column += 1) {
    if (isUsed(scan, column, firstItem, endItem)) units.push({ row: column + rowsFrom, kind: "unit" });
  }
  const names = nameRows.map((row) => row + columnsFrom);
  return {
    grid: flipped,
    firstColumn: Math.min(firstItem, ...nameRows) + columnsFrom,
    endColumn: endItem + columnsFrom,
    headerRows: [firstColumn + rowsFrom, firstUnit - 1 + rowsFrom],
    rows: units,
    unitColumns: names,
    doubts,
    long: names.length > 1 ? names : null,
  };
}

function isUsed({ kinds, columnCount }: CellScan, column: number, firstRow: number, endRow: number): boolean {
  for (let row = firstRow; row < endRow; row += 1)
    if (kinds[row * columnCount + column] !== BLANK) return true;
  return false;
}
