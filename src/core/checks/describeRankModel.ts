import type { TieRule } from "../scheme/scheme";
import type { FindingCode } from "./catalogue";
import type { RankModel } from "./rankModel";

/** What a model of the author's ranks does otherwise than the scheme, a code each. */
export function describeRankModel(own: TieRule, { by, scope, ties, descending }: RankModel): FindingCode[] {
  const codes: FindingCode[] = [];
  if (scope === "all") codes.push("ranks-across-groups");
  if (!descending) codes.push("ranks-ascending");
  if (ties !== own) codes.push(`ranks-${ties}`);
  if (by === "stated") codes.push("ranks-follow-totals");
  if (by === "stated-unrounded") codes.push("ranks-unrounded");
  return codes;
}
