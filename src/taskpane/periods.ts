import type { Period } from "../core/scheme/period";
import { parsePeriod } from "../core/scheme/period";

/** Periods that are offered before a scheme is known: the plan's own (rule 14), as ids without the year. */
const USUAL_PERIODS: readonly string[] = ["annual", "h1", "q1", "q3"];

/** The part of a period's id after the year: `annual`, `h1`, `q3`, `m05`. */
export function periodSuffix(period: Period): string {
  return period.id.slice(5);
}

/**
 * What the clerk can choose from inside a year: the scheme's periods, else the usual ones, and the one that is
 * in use even where the scheme does not name it.
 */
export function offeredPeriods(
  year: number,
  schemePeriods: readonly string[] | null,
  inUse: Period | null,
): readonly Period[] {
  const suffixes = new Set(schemePeriods && schemePeriods.length > 0 ? schemePeriods : USUAL_PERIODS);
  if (inUse) suffixes.add(periodSuffix(inUse));
  return [...suffixes].flatMap((suffix) => {
    const period = parsePeriod(`${String(year).padStart(4, "0")}-${suffix}`);
    return period ? [period] : [];
  });
}

/** The years to choose from, newest first: two years around the one in use. */
export function offeredYears(year: number): readonly number[] {
  return [2, 1, 0, -1, -2].map((step) => year + step);
}
