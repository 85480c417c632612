import type { Ranking } from "../../ranking/ranking";
import type { Component } from "../../scheme/scheme";
import { totalFormula } from "../../scoring/total";

/** Which column of the ranking sheet holds what; columns are zero-based. Rank and unit are the first two. */
export interface RankingColumns {
  readonly components: readonly Component[];
  /** Null where the office has no such points. */
  readonly bonus: number | null;
  readonly deduction: number | null;
  readonly total: number;
  readonly note: number;
  readonly count: number;
}

/** The first column after rank and unit. */
export const FIRST_COMPONENT = 2;

/**
 * The columns of a ranking: 加分 and 扣分 only where the scheme has such points or some unit has a figure of them.
 */
export function rankingColumns(ranking: Ranking): RankingColumns {
  const { components } = totalFormula(ranking.scheme, ranking.dynamic);
  const afterComponents = FIRST_COMPONENT + components.length;
  const bonus = hasPoints(ranking, "bonus") ? afterComponents : null;
  const afterBonus = afterComponents + (bonus === null ? 0 : 1);
  const deduction = hasPoints(ranking, "deduction") ? afterBonus : null;
  const total = afterBonus + (deduction === null ? 0 : 1);
  return { components, bonus, deduction, total, note: total + 1, count: total + 2 };
}

function hasPoints({ scheme, groups }: Ranking, side: "bonus" | "deduction"): boolean {
  return (
    scheme.adjustments.some(({ kind }) => kind === side) ||
    groups.some(({ ranked, unranked }) => [...ranked, ...unranked].some(({ unit }) => unit[side] !== null))
  );
}
