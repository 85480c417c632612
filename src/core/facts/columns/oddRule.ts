import type { FigureColumn } from "./figures";
import type { Verdict } from "./rule";

/**
 * Weights below 0 or above 1, one column less others: likelier another column's rule turned round, unless the target
 * itself goes below 0, as differences do. So is a sum of what comes later and goes below 0 (goals for = against +
 * difference).
 */
export function isOdd(
  { rule: { target, weights, of, plus, minus, constant } }: Verdict,
  columns: readonly FigureColumn[],
): boolean {
  if (weights?.some(({ units, places }) => units < 0 || units > 10 ** places) === true) return true;
  const isNeverNegative = columns[target]?.hasNegative === false;
  const isLaterDifference = (part: number) => part > target && columns[part]?.hasNegative === true;
  if (isNeverNegative && [...of, ...(plus ?? [])].some(isLaterDifference)) return true;
  return of.length === 1 && (minus?.length ?? 0) > 0 && !constant && isNeverNegative;
}
