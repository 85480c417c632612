import type { Decimal } from "../numbers/decimal";
import { exactSum, narrow } from "../numbers/exactSum";
import { quotient } from "../numbers/quotient";
import type { SurveyScale } from "../scheme/scheme";

/** How many people gave each answer: whole numbers of 0 or more. */
export interface SurveyCounts {
  readonly satisfied: number;
  readonly fairlySatisfied: number;
  readonly dissatisfied: number;
  /** 不了解: left out of the score (rule 17). */
  readonly noOpinion: number;
}

/**
 * 公众评议 from counts to a score: the mean of the scale's points over the answers that have an opinion, not rounded
 * (rule 17). Null when nobody had one.
 */
export function surveyScore(counts: SurveyCounts, scale: SurveyScale): Decimal | null {
  const people = counts.satisfied + counts.fairlySatisfied + counts.dissatisfied;
  const points = exactSum([
    { factor: whole(counts.satisfied), by: scale.satisfied },
    { factor: whole(counts.fairlySatisfied), by: scale.fairlySatisfied },
    { factor: whole(counts.dissatisfied), by: scale.dissatisfied },
  ]);
  const sum = narrow(points);
  return sum === null ? null : quotient(sum, whole(people));
}

function whole(count: number): Decimal {
  return { units: count, places: 0 };
}
