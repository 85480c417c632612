import type { Period } from "../scheme/period";
import type { Words } from "./words";

/** Keys of the names of periods. */
export type PeriodWord =
  "period.annual" | "period.first-half" | "period.second-half" | "period.quarter" | "period.month";

/** A period as the reader calls it: 2015年度, 2015年上半年, 2015年第三季度, 2015年5月. */
export function periodLabel({ kind, number, year }: Period, words: Words<PeriodWord>): string {
  if (kind === "annual") return words("period.annual", { year });
  if (kind === "half-year") return words(number === 1 ? "period.first-half" : "period.second-half", { year });
  if (kind === "quarter")
    return words("period.quarter", { year, number: NUMERALS[number - 1] ?? number, ordinal: number });
  return words("period.month", { year, number });
}

const NUMERALS = ["一", "二", "三", "四"];
