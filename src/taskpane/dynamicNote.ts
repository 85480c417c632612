import { formatDecimal } from "../core/numbers/decimal";
import type { Scheme } from "../core/scheme/scheme";
import { totalFormula } from "../core/scoring/total";
import type { Translate } from "../i18n";

/** What a total without the yearly scores is out of (rule 6), in the ranking sheet's own words. */
export function dynamicNote(scheme: Scheme, translate: Translate): string {
  return translate("ranking.dynamic", { mark: formatDecimal(totalFormula(scheme, true).fullMark) });
}
