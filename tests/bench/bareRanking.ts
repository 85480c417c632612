import type { PlainUnit } from "./assessments";

/**
 * The peer: totals in doubles, one sort a group, competition ranks. It misrounds some totals and misses some ties,
 * which is what the exact way is for.
 */
export function bareRanking(units: readonly PlainUnit[]): number[] {
  const groups = new Map<number, { index: number; total: number }[]>();
  for (const [index, { group, scores, bonus, deduction }] of units.entries()) {
    const [result, process, leader, open] = scores;
    const sum = result * 0.55 + process * 0.3 + leader * 0.1 + open * 0.05 + bonus - deduction;
    const scored = { index, total: Math.round(sum * 100) / 100 };
    const members = groups.get(group);
    if (members) members.push(scored);
    else groups.set(group, [scored]);
  }
  const ranks = new Array<number>(units.length).fill(0);
  for (const members of groups.values()) {
    members.sort((left, right) => right.total - left.total);
    let rank = 0;
    for (const [position, { index, total }] of members.entries()) {
      if (members[position - 1]?.total !== total) rank = position + 1;
      ranks[index] = rank;
    }
  }
  return ranks;
}
