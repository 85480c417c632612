import type { Ranking, UnrankedUnit } from "../core/ranking/ranking";
import { totalFormula } from "../core/scoring/total";
import { isMessageKey, type Translate } from "../i18n/translate";

/** Why a unit is not ranked, in one short text: 缺过程得分；组别与名册不符. */
export function describeUnranked(
  translate: Translate,
  ranking: Ranking,
  { unit, reasons }: UnrankedUnit,
): string {
  const { components } = totalFormula(ranking.scheme, ranking.dynamic);
  const missing = components.filter(({ id }) => !unit.components.has(id)).map(({ name }) => name);
  const texts = reasons.map((code) => {
    const key = `unranked.${code}`;
    return isMessageKey(key) ? translate(key, { components: missing.join("、") }) : code;
  });
  return [...new Set(texts)].join("；");
}
