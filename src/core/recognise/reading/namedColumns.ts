import type { DateSystem } from "../../calendar/calendarDate";
import type { ShapedTable } from "../../shape/shape";
import { names } from "../../vocabulary/concepts";
import { columnProfile } from "./columnProfile";
import { headerPath } from "./headerPath";

/**
 * A table with its units in the column whose header says so: 单位, 姓名, Team. Of several such columns (部门 beside 姓名)
 * the one with more different names is meant. A column that lists what is scored names no units.
 */
export function withNamedUnits(table: ShapedTable, dateSystem: DateSystem): ShapedTable {
  const unitRows = table.rows.filter(({ kind }) => kind === "unit").map(({ row }) => row);
  const named: { readonly column: number; readonly distinct: number }[] = [];
  for (let column = table.firstColumn; column < table.endColumn; column += 1) {
    const leaf = headerPath(table, column, dateSystem).at(-1);
    if (leaf === undefined || !names(leaf, "unit") || names(leaf, "group-name")) continue;
    const { filled, distinct } = columnProfile(table, unitRows, column);
    if (filled > 0) named.push({ column, distinct });
  }
  const [current] = table.unitColumns;
  const best = named.reduce<(typeof named)[number] | null>(
    (most, one) => (most === null || one.distinct > most.distinct ? one : most),
    null,
  );
  if (best === null || best.column === current) return table;
  // The look of the cells knows better where all of its names are different and those of the header are not.
  const own = current === undefined ? 0 : columnProfile(table, unitRows, current).distinct;
  const isNamed = named.some(({ column }) => column === current);
  if (isNamed && own >= best.distinct) return table;
  return {
    ...table,
    unitColumns: [best.column, ...table.unitColumns.filter((column) => column !== best.column)],
  };
}
