import type { TableBlock } from "../tables/findTables";
import { rankScope } from "./ownGroups";
import type { TableColumn } from "./tableColumns";
import { readHeaderText } from "../header/headerText";

/** Ranks of another time, or how they have moved. */
const OF_ANOTHER_TIME =
  /上年|去年|上期|上月|上次|上届|上季|前次|上学期|原|升降|变化|进退|浮动|previous|last|change/i;
const OF_ALL = /总|综合|全|年级|校|overall|world|total/i;

/**
 * Of several columns of ranks, the one that ranks the totals the way this table does: not those of single scores or of
 * another time; inside the groups where the units have groups, through all of them where they have none. What is still
 * in doubt stays as it is: the clerk is asked.
 */
export function chooseRank(block: TableBlock, columns: readonly TableColumn[]): TableColumn[] {
  const ranks = columns.filter(({ role }) => role === "rank");
  if (ranks.length < 2 || ranks.some(({ reason }) => reason === "corrected") || ofSeveralPeriods(ranks)) {
    return [...columns];
  }
  const now = narrowed(ranks, (rank) => !OF_ANOTHER_TIME.test(rank.header));
  const ofTotals = narrowed(now, (rank) => ranksTotals(columns, rank));
  const group = columns.find(({ role }) => role === "group");
  const kept =
    group === undefined
      ? narrowed(ofTotals, ({ path }) => OF_ALL.test(readHeaderText(path.at(-1) ?? "").words))
      : narrowed(ofTotals, ({ column }) => rankScope(block, group.column, column) === "inside");
  return columns.map((column) =>
    column.role === "rank" && !kept.includes(column)
      ? { ...column, role: "unknown" as const, reason: "weaker" }
      : column,
  );
}

function ofSeveralPeriods(ranks: readonly TableColumn[]): boolean {
  return new Set(ranks.map(({ period }) => `${String(period?.year ?? "")} ${period?.key ?? ""}`)).size > 1;
}

/** Those for which something holds; all where it holds for none. */
function narrowed(
  columns: readonly TableColumn[],
  holds: (column: TableColumn) => boolean,
): readonly TableColumn[] {
  const kept = columns.filter(holds);
  return kept.length > 0 ? kept : columns;
}

/** A rank belongs to the score left of it: 语文, 名次, 数学, 名次, 总分, 总名次. Without one it stands for the table. */
function ranksTotals(columns: readonly TableColumn[], rank: TableColumn): boolean {
  for (let at = columns.indexOf(rank) - 1; at >= 0; at -= 1) {
    const role = columns[at]?.role;
    if (role === "rank" || role === "grade" || role === "note") continue;
    return !(role === "unknown" || role === "subtotal" || role?.startsWith("component:") === true);
  }
  return true;
}
