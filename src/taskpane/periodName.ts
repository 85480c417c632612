import type { Period } from "../core/scheme/period";
import type { Translate } from "../i18n";

/** A period as the reader calls it: 2015年度, 2015年上半年, 2015年第3季度, 2015年5月. */
export function periodName(translate: Translate, { year, kind, number }: Period): string {
  if (kind === "half-year") {
    return translate(number === 1 ? "pane.period.firstHalf" : "pane.period.secondHalf", { year });
  }
  return translate(`pane.period.${kind}`, { year, number });
}
