import { columnIndex } from "../workbook/address";
import { FIGURE, MARK_FORMULA, type CellScan } from "./cellScan";
import { startOf, type RegionRows } from "./regionRows";

const RANGE = /\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/g;

/** The share of a row's figures whose formula takes in two or more other cells of its own column: 0 to 1. */
export function shareOverColumn(rows: RegionRows, row: number): number {
  const { scan, width } = rows;
  if (scan.grid.sheet.formulas.size === 0) return 0;
  const start = startOf(rows, row);
  let [figures, over] = [0, 0];
  for (let column = 0; column < width; column += 1) {
    if (scan.kinds[start + column] !== FIGURE) continue;
    figures += 1;
    if (((scan.marks[start + column] ?? 0) & MARK_FORMULA) === 0) continue;
    if (isOverColumn(scan, rows.rows[row] ?? 0, rows.region.firstColumn + column)) over += 1;
  }
  return figures === 0 ? 0 : over / figures;
}

function isOverColumn({ grid }: CellScan, scanRow: number, scanColumn: number): boolean {
  const [row, column] = [scanRow + grid.firstRow, scanColumn + grid.firstColumn];
  const formula = grid.formula(row, column)?.slice(0, 300) ?? "";
  const here = grid.position(row, column);
  for (const [, left = "", top = "", right = "", bottom = ""] of formula.matchAll(RANGE)) {
    const area = {
      left: columnIndex(left),
      right: columnIndex(right),
      top: Number(top) - 1,
      bottom: Number(bottom) - 1,
    };
    const [across, along, end, at] = grid.flipped
      ? [area.top === here.row && area.bottom === here.row, area.left, area.right, here.column]
      : [area.left === here.column && area.right === here.column, area.top, area.bottom, here.row];
    if (across && end > along && (at < along || at > end)) return true;
  }
  return false;
}
