import type { Decimal } from "./decimal";
import { exactSum, formatWide } from "./exactSum";

/** Whether figures come to 1 or 100, none of them below 0, as weights do. */
export function comesToWhole(figures: readonly Decimal[]): boolean {
  if (figures.some(({ units }) => units < 0)) return false;
  const sum = formatWide(exactSum(figures.map((factor) => ({ factor }))));
  return sum === "1" || sum === "100";
}
