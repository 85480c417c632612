import type { Area, CellPosition } from "../../core/workbook/address";
import type { HostAreaBorders, HostCellBorders } from "./hostWorkbook";

/** The borders of one cell when those of an area around it are set; what is not set stays as it was. */
export function cellBorders(
  borders: HostAreaBorders,
  area: Area,
  { row, column }: CellPosition,
  old: HostCellBorders,
): HostCellBorders {
  const pick = (isEdge: boolean, edge: keyof HostAreaBorders, between: keyof HostAreaBorders) =>
    isEdge ? borders[edge] : borders[between];
  const top = pick(row === area.row, "top", "betweenRows");
  const bottom = pick(row === area.row + area.rowCount - 1, "bottom", "betweenRows");
  const left = pick(column === area.column, "left", "betweenColumns");
  const right = pick(column === area.column + area.columnCount - 1, "right", "betweenColumns");
  return {
    top: top === undefined ? old.top : top,
    bottom: bottom === undefined ? old.bottom : bottom,
    left: left === undefined ? old.left : left,
    right: right === undefined ? old.right : right,
  };
}
