import { compareDecimals, ZERO, type Decimal } from "../numbers/decimal";
import { exactSum, narrow } from "../numbers/exactSum";
import type { Adjustment, Scheme } from "../scheme/scheme";

/** What a unit's events come to in points. */
export interface AdjustmentTotals {
  /** Positive points. */
  readonly bonus: Decimal;
  readonly deduction: Decimal;
  /** Adjustments that count once although several cases stand (rule 1): to be shown and asked. */
  readonly countedOnce: readonly Adjustment[];
  /** Adjustments cut at their cap. */
  readonly capped: readonly Adjustment[];
  /** The veto that takes the unit out of the ranking, if one was used. */
  readonly veto: Adjustment | null;
}

/**
 * Turns numbers of events into points by the scheme (part 四 of the plan, rules 1 and 2). `counts` holds whole
 * numbers of 0 or more by adjustment id; one without an entry is 0.
 */
export function computeAdjustments(scheme: Scheme, counts: ReadonlyMap<string, number>): AdjustmentTotals {
  let bonus = ZERO;
  let deduction = ZERO;
  const countedOnce: Adjustment[] = [];
  const cappedAdjustments: Adjustment[] = [];
  let veto: Adjustment | null = null;
  for (const adjustment of scheme.adjustments) {
    const count = counts.get(adjustment.id) ?? 0;
    if (count === 0) continue;
    if (adjustment.kind === "veto") {
      veto ??= adjustment;
      continue;
    }
    if (adjustment.per === "once" && count > 1) countedOnce.push(adjustment);
    const { points, cut } = adjustmentPoints(adjustment, count);
    if (cut) cappedAdjustments.push(adjustment);
    if (adjustment.kind === "bonus") bonus = addPoints(bonus, points);
    else if (scheme.sanctions === "sum") deduction = addPoints(deduction, points);
    else if (compareDecimals(points, deduction) > 0) deduction = points;
  }
  return { bonus, deduction, countedOnce, capped: cappedAdjustments, veto };
}

/** Points for that many events of one adjustment, and whether its cap cut them. */
function adjustmentPoints(
  adjustment: Adjustment,
  count: number,
): { readonly points: Decimal; readonly cut: boolean } {
  const times = adjustment.per === "once" ? Math.min(count, 1) : count;
  const points = { units: adjustment.points.units * times, places: adjustment.points.places };
  const { cap } = adjustment;
  return cap !== null && compareDecimals(points, cap) > 0
    ? { points: cap, cut: true }
    : { points, cut: false };
}

function addPoints(left: Decimal, right: Decimal): Decimal {
  return narrow(exactSum([{ factor: left }, { factor: right }])) ?? left;
}
