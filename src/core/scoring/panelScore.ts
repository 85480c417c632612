import { compareDecimals, ZERO, type Decimal } from "../numbers/decimal";
import { exactSum, narrow } from "../numbers/exactSum";
import { quotient } from "../numbers/quotient";
import type { PanelRule } from "../scheme/scheme";

/** What a panel's ballots come to. */
export interface PanelScore {
  /** Mean of the ballots that count, not rounded; null when none is valid. */
  readonly score: Decimal | null;
  /** Ballots outside 0 to the maximum, by their place in the list: void, to be reported. */
  readonly voided: readonly number[];
  /** Whether one highest and one lowest were dropped. */
  readonly trimmed: boolean;
}

/**
 * A leader or expert panel: mean of the valid ballots; from `rule.trimFrom` valid ballots on, one highest and one
 * lowest are dropped (rule 18).
 */
export function panelScore(ballots: readonly Decimal[], rule: PanelRule, maximum: Decimal): PanelScore {
  const voided: number[] = [];
  const valid: Decimal[] = [];
  for (const [index, ballot] of ballots.entries()) {
    if (compareDecimals(ballot, ZERO) < 0 || compareDecimals(ballot, maximum) > 0) voided.push(index);
    else valid.push(ballot);
  }
  const trimmed = valid.length >= rule.trimFrom;
  const counted = trimmed ? valid.toSorted(compareDecimals).slice(1, -1) : valid;
  const sum = narrow(exactSum(counted.map((factor) => ({ factor }))));
  const score = sum === null ? null : quotient(sum, { units: counted.length, places: 0 });
  return { score, voided, trimmed };
}
