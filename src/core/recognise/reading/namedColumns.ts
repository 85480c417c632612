import type { DateSystem } from "../../calendar/calendarDate";
import { range } from "../../numbers/range";
import type { ShapedTable } from "../../shape/shape";
import { names } from "../../vocabulary/concepts";
import { columnProfile, type ColumnProfile } from "./columnProfile";
import { headerPath } from "./headerPath";

/** Names of units may stand twice here and there; where fewer are different they name what the units belong to. */
const MOSTLY_DIFFERENT = 0.7;
/** A table with so many columns of figures has a row a unit; with fewer it may be a list of events, several a unit. */
const SCORE_COLUMNS = 3;

/**
 * A table with its units in the column whose header says so: 单位, 姓名, Team. Of several such columns (部门 beside 姓名)
 * the one with more different names is meant. A column that lists what is scored names no units; nor do, where each unit
 * has a row of scores, figures (Staff, Manager) or what most units share with others (部门 beside 工号).
 */
export function withNamedUnits(table: ShapedTable, dateSystem: DateSystem): ShapedTable {
  const [current] = table.unitColumns;
  const headed = range(table.firstColumn, table.endColumn).filter((column) => {
    const leaf = headerPath(table, column, dateSystem).at(-1);
    return leaf !== undefined && names(leaf, "unit") && !names(leaf, "group-name");
  });
  // Columns are looked through only where there is another one to choose.
  if (headed.every((column) => column === current)) return table;
  const unitRows = table.rows.filter(({ kind }) => kind === "unit").map(({ row }) => row);
  const columns = range(table.firstColumn, table.endColumn).map((column) => ({
    column,
    profile: columnProfile(table, unitRows, column),
  }));
  const own = columns.find(({ column }) => column === current)?.profile;
  const scores = columns.filter(({ profile }) => isFigures(profile) && !profile.steps && !profile.dates);
  const isScored = scores.length >= SCORE_COLUMNS;
  const isUnnamed = (profile: ColumnProfile) =>
    isScored && isFigures(profile) && own !== undefined && !isFigures(own);
  const named = columns.filter(
    ({ column, profile }) => headed.includes(column) && profile.filled > 0 && !isUnnamed(profile),
  );
  const best = named.reduce<(typeof named)[number] | null>(
    (most, one) => (most === null || one.profile.distinct > most.profile.distinct ? one : most),
    null,
  );
  if (best === null || best.column === current) return table;
  // The look of the cells knows better where its names are different and those under the header are mostly not.
  const isNamed = named.some(({ column }) => column === current);
  const isShared = ({ distinct }: ColumnProfile) =>
    isNamed
      ? best.profile.distinct <= distinct
      : isScored && isTelling(own ?? best.profile) && best.profile.distinct <= distinct * MOSTLY_DIFFERENT;
  if (own !== undefined && isShared(own)) return table;
  return {
    ...table,
    unitColumns: [best.column, ...table.unitColumns.filter((column) => column !== best.column)],
  };
}

function isFigures({ numbers, filled }: ColumnProfile): boolean {
  return numbers * 2 > filled;
}

/** Whether a column tells all rows apart, or nearly all. */
function isTelling({ distinct, rows }: ColumnProfile): boolean {
  return distinct >= rows * 0.9;
}
