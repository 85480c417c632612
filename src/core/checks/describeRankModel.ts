import type { FindingCode } from "./catalogue";
import type { RankingRule } from "./findRankModel";
import type { RankModel } from "./rankModel";

/** What a model of the author's ranks does otherwise than the scheme, a code each. */
export function describeRankModel(own: RankingRule, { by, scope, ties, order }: RankModel): FindingCode[] {
  const codes: FindingCode[] = [];
  if (scope === "all") codes.push("ranks-across-groups");
  if (order !== own.order) codes.push(`ranks-${order}`);
  if (ties !== own.ties) codes.push(`ranks-${ties}`);
  if (by === "stated") codes.push("ranks-follow-totals");
  if (by === "stated-unrounded") codes.push("ranks-unrounded");
  return codes;
}
