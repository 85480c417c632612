import type { TieRule } from "../scheme/scheme";

/**
 * Ranks inside one group (rules 12 and 13): 1 for the first. `compare` tells which of two items (by index) stands
 * before the other: negative when the left one does, 0 when they tie. Gives the items' indexes in rank order (ties
 * in order of appearance) and the rank of each item by its index.
 */
export function assignRanks(
  count: number,
  compare: (left: number, right: number) => number,
  rule: TieRule,
): { readonly order: readonly number[]; readonly ranks: readonly number[] } {
  const order = Array.from({ length: count }, (_, index) => index);
  // Array.prototype.sort is stable, so ties keep the order of appearance.
  order.sort(compare);
  const ranks = new Array<number>(count).fill(0);
  let rank = 0;
  let previous: number | null = null;
  for (const [position, index] of order.entries()) {
    const tied = previous !== null && rule !== "ordinal" && compare(previous, index) === 0;
    if (!tied) rank = rankAfter(rank, position, rule);
    ranks[index] = rank;
    previous = index;
  }
  return { order, ranks };
}

/** The rank of whoever stands at a position (from 0) and ties with nobody before, after those of rank `last`. */
function rankAfter(last: number, position: number, rule: TieRule): number {
  switch (rule) {
    case "competition":
    case "ordinal":
      return position + 1;
    case "dense":
      return last + 1;
  }
}
