import { decimalToNumber, type Decimal } from "../core/numbers/decimal";
import { rankTotals } from "../core/ranking/rankTotals";
import type { Scheme } from "../core/scheme/scheme";
import { isFault, type CellResult, type Fault } from "./fault";

/** A unit of the table to make. */
export interface RankingEntry {
  /** The key that units of one group share; empty without a group. */
  readonly group: string;
  /** What stands in the table's group and unit cells. */
  readonly groupCell: CellResult;
  readonly unitCell: CellResult;
  /** The total, nothing, or why it is none. */
  readonly total: Decimal | Fault | null;
  /** Whether the total may be ranked: one without a unit or a group is nobody's. */
  readonly takesRank: boolean;
}

/**
 * The lines of a ranking: groups in order of appearance, in each the ranked units in rank order and then the others
 * with a blank rank. A line is group, rank, unit, total; without `withGroup` the group is left out.
 */
export function rankingTable(
  entries: readonly RankingEntry[],
  scheme: Scheme,
  withGroup: boolean,
): CellResult[][] {
  const lines = new Map<string, CellResult[][]>();
  for (const { group } of entries) lines.set(group, []);
  const add = ({ group, groupCell, unitCell }: RankingEntry, rank: CellResult, total: CellResult) => {
    const line = [rank, unitCell, total];
    lines.get(group)?.push(withGroup ? [groupCell, ...line] : line);
  };
  const numbered = entries.flatMap((entry) => {
    const { group, total } = entry;
    return isRanked(entry) && total !== null && !isFault(total) ? [{ entry, group, total }] : [];
  });
  const { ranks, order } = rankTotals(numbered, scheme.rounding, scheme.ties, scheme.order);
  for (const index of order) {
    const item = numbered[index];
    if (item) add(item.entry, ranks[index] ?? 0, decimalToNumber(item.total));
  }
  for (const entry of entries) {
    if (!isRanked(entry)) add(entry, "", shownTotal(entry.total));
  }
  return [...lines.values()].flat();
}

function isRanked({ total, takesRank }: RankingEntry): boolean {
  return takesRank && total !== null && !isFault(total);
}

function shownTotal(total: Decimal | Fault | null): CellResult {
  if (total === null) return "";
  return isFault(total) ? total : decimalToNumber(total);
}
