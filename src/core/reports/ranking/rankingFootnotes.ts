import { formatDecimal } from "../../numbers/decimal";
import type { Ranking } from "../../ranking/ranking";
import { formatWeight } from "../../scoring/explainTotal";
import { totalFormula } from "../../scoring/total";
import type { Words } from "../words";
import type { RankingColumns } from "./rankingColumns";
import type { RankingWord } from "./rankingWords";

/** What stands below a ranking: the formula, the rounding and the rule for ties, and what a dynamic score is. */
export function rankingFootnotes(
  { scheme, dynamic }: Ranking,
  columns: RankingColumns,
  words: Words<RankingWord>,
): string[] {
  const terms = [
    ...(scheme.base === null ? [] : [words("ranking.base", { base: formatDecimal(scheme.base) })]),
    ...columns.components.map(
      ({ name, weight }) => name + (formatDecimal(weight) === "1" ? "" : `×${formatWeight(weight)}`),
    ),
  ];
  const points =
    (columns.bonus === null ? "" : words("ranking.plus-bonus")) +
    (columns.deduction === null ? "" : words("ranking.minus-deduction"));
  const formula = words("ranking.formula", {
    terms: terms.join("+") + points,
    rounding: words(`ranking.rounding.${scheme.rounding.mode}`, { places: scheme.rounding.places }),
    order: words(`ranking.order.${scheme.order}`),
    ties: words(`ranking.ties.${scheme.ties}`),
  });
  if (!dynamic) return [formula];
  const mark = formatDecimal(totalFormula(scheme, dynamic).fullMark);
  return [formula, words("ranking.dynamic", { mark })];
}
