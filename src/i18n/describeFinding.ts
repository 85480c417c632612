import type { Finding } from "../core/findings/finding";
import { periodLabel } from "../core/reports/periodLabel";
import { parsePeriod } from "../core/scheme/period";
import { isMessageKey, type Translate } from "./translate";

/** A finding's sentence in the reader's language: what was found and, where it has one, what was expected. */
export function describeFinding(translate: Translate, { code, parameters }: Finding): string {
  return lookUp(translate, `finding.${code}`, withPeriodNames(translate, parameters));
}

/** Periods stand in findings by their ids, joined by 、; readers know them by their names. */
function withPeriodNames(translate: Translate, parameters: Finding["parameters"]): Finding["parameters"] {
  const named = { ...parameters };
  for (const key of ["period", "periods"]) {
    const ids = named[key];
    if (typeof ids !== "string") continue;
    const names = ids.split("、").map((id) => {
      const period = parsePeriod(id);
      return period === null ? id : periodLabel(period, translate);
    });
    named[key] = names.join("、");
  }
  return named;
}

/** What findings of this rule mean, in the reader's language; it says nothing of the single cell. */
export function describeMeaning(translate: Translate, { code }: Pick<Finding, "code">): string {
  return lookUp(translate, `meaning.${code}`, {});
}

/** What to do about a finding, in the reader's language. */
export function describeRemedy(translate: Translate, { code, parameters }: Finding): string {
  return lookUp(translate, `remedy.${code}`, parameters);
}

function lookUp(translate: Translate, key: string, parameters: Finding["parameters"]): string {
  return isMessageKey(key) ? translate(key, parameters) : key;
}
