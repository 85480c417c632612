import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { isFigure } from "../recognise/tables/sheetView";
import { areaAddress, type Area } from "../workbook/address";
import type { CheckSubject } from "./checkSubject";

/** Roles whose cells belong to one unit each. Merged scores of components are reported where they are read. */
const FIGURE_ROLES = /^(?:weighted|adjustment|bonus|deduction|net|subtotal|total|rank)/;

/** Figures in a cell that is merged over the rows of several units, or over several columns of figures. */
export function checkMergedFigures({ recognition }: CheckSubject): Finding[] {
  return recognition.tables.flatMap((table) => {
    const { view } = table.block;
    if (view.sheet.merges.length === 0) return [];
    const found = new Map<Area, string>();
    const figures = table.columns.filter(({ role }) => FIGURE_ROLES.test(role));
    const unitRows = table.rows.filter(({ kind }) => kind === "unit").map(({ row }) => row);
    for (const [index, row] of unitRows.entries()) {
      const next = unitRows[index + 1] ?? Number.POSITIVE_INFINITY;
      const unit = view.merge(row, table.block.unitColumn);
      for (const { column, header } of figures) {
        const merge = view.merge(row, column);
        if (merge?.row !== row || merge.column !== column || !isFigure(view.value(row, column))) continue;
        const others = merge.rowCount > (unit?.rowCount ?? 1) && next < row + merge.rowCount;
        if (others || merge.columnCount > 1) found.set(merge, header);
      }
    }
    return [...found].map(([merge, column]) => {
      const corner = view.position(merge.row, merge.column);
      const area = view.flipped
        ? { ...merge, ...corner, rowCount: merge.columnCount, columnCount: merge.rowCount }
        : merge;
      return createFinding(
        "figures-merged",
        { sheet: view.sheet.name, cell: corner },
        { column, range: areaAddress(area) },
      );
    });
  });
}
