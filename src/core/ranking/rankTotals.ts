import { compareDecimals, ZERO, type Decimal } from "../numbers/decimal";
import { roundDecimal, type Rounding } from "../numbers/rounding";
import type { RankingOrder, TieRule } from "../scheme/scheme";
import { assignRanks } from "./assignRanks";

/** A total to rank inside its group. */
export interface GroupedTotal {
  readonly group: string;
  readonly total: Decimal;
}

/** Rank of each total, and all totals in rank order, group after group as they first appear. */
export interface RankedTotals {
  /** By the total's own index. */
  readonly ranks: readonly number[];
  /** Indexes: groups in order of appearance, in each the first rank first. */
  readonly order: readonly number[];
}

/**
 * Ranks totals inside their groups by sorting each group once (rules 12 and 13). What is compared is the total as it
 * is published, rounded (rule 11): two that print alike always tie.
 */
export function rankTotals(
  totals: readonly GroupedTotal[],
  rounding: Rounding,
  ties: TieRule,
  direction: RankingOrder = "descending",
): RankedTotals {
  const sign = direction === "ascending" ? -1 : 1;
  const groups = new Map<string, { index: number; total: Decimal }[]>();
  for (const [index, { group, total }] of totals.entries()) {
    const published = { index, total: roundDecimal(total, rounding) };
    const members = groups.get(group);
    if (members) members.push(published);
    else groups.set(group, [published]);
  }
  const ranks = new Array<number>(totals.length).fill(0);
  const order: number[] = [];
  for (const members of groups.values()) {
    const compare = (left: number, right: number) =>
      sign * compareDecimals(members[right]?.total ?? ZERO, members[left]?.total ?? ZERO);
    const ranked = assignRanks(members.length, compare, ties);
    for (const position of ranked.order) {
      const index = members[position]?.index ?? 0;
      ranks[index] = ranked.ranks[position] ?? 0;
      order.push(index);
    }
  }
  return { ranks, order };
}
