import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareDecimals, decimalToNumber, formatDecimal } from "../numbers/decimal";
import type { CheckSubject } from "./checkSubject";
import { sourceOf, type ScoreCell, type ScoreColumn } from "./scoreColumns";

/** A score stands out when so many units have it, this share of the column, and so many times the next common one. */
const MINIMUM_UNITS = 6;
const SHARE = 0.15;
const TIMES_THE_NEXT = 3;

/**
 * One score that far more units have than any other score of the column: perhaps filled down. Full marks and 0 are
 * left out, since many units may well have them; whole numbers repeat among ratings, so that what counts is how far
 * the score stands out from the next common one.
 */
export function checkRepeatedScores(subject: CheckSubject): Finding[] {
  return subject.scoreColumns.flatMap(repeatedIn);
}

function repeatedIn(column: ScoreColumn): Finding[] {
  const { component, scores } = column;
  const byValue = new Map<number, ScoreCell[]>();
  for (const score of scores) {
    const value = decimalToNumber(score.value);
    const same = byValue.get(value);
    if (same) same.push(score);
    else byValue.set(value, [score]);
  }
  let most: readonly ScoreCell[] = [];
  let next = 0;
  for (const same of byValue.values()) {
    if (same.length > most.length) {
      next = most.length;
      most = same;
    } else next = Math.max(next, same.length);
  }
  const [first] = most;
  if (!first || most.length < Math.max(MINIMUM_UNITS, scores.length * SHARE, next * TIMES_THE_NEXT))
    return [];
  const { value } = first;
  if (value.units === 0 || compareDecimals(value, component.maximum) === 0) return [];
  const source = sourceOf(column, first);
  return [
    createFinding(
      "score-repeated",
      { sheet: source.sheet, cell: source },
      { component: component.name, value: formatDecimal(value), count: most.length, of: scores.length },
    ),
  ];
}
