import { rankedCount, type Ranking } from "../core/ranking/ranking";
import type { Report } from "./paneState";

/** How many groups and units a ranking has; `unranked` counts those that the workbook has without a rank. */
export interface RankingCounts extends Readonly<Record<string, number>> {
  readonly groups: number;
  readonly ranked: number;
  readonly unranked: number;
}

/** Counts a ranking for the message that it is done. Groups without a ranked unit do not count. */
export function countRanking(ranking: Ranking): RankingCounts {
  return {
    groups: ranking.groups.filter((group) => group.ranked.length > 0).length,
    ranked: rankedCount(ranking),
    unranked: ranking.groups.reduce((sum, group) => sum + group.unranked.length, 0),
  };
}

/** How many units a report ranks; of a check, those that nothing keeps out of a ranking. */
export function rankedUnits(report: Report | null): number {
  if (report === null) return 0;
  if (report.kind === "ranked") return rankedCount(report.output.ranking);
  return report.output.assessment.units.filter(({ blockers }) => blockers.length === 0).length;
}
