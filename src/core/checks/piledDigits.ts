import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { compareDecimals, type Decimal } from "../numbers/decimal";
import { contains } from "../vocabulary/concepts";
import type { CheckSubject } from "./checkSubject";
import { sourceOf, type ScoreColumn } from "./scoreColumns";

const MINIMUM_SCORES = 20;
const SHARE = 0.85;
/** Below this many distinct scores the column is a scale of steps, which says nothing about rounding. */
const MINIMUM_DISTINCT = 3;

/**
 * A measured component whose scores nearly all end in 0 or 5, as estimates do. Leaders' and the public's ratings are
 * given so and are left out: they are the components that shorter periods go without (rule 6). A scheme that names
 * none is left alone.
 */
export function checkPiledDigits(subject: CheckSubject): Finding[] {
  const ratings = subject.ranking.scheme.dynamic?.without ?? [];
  if (ratings.length === 0) return [];
  return subject.scoreColumns
    .filter(({ component }) => !ratings.includes(component.id) && !isRate(component.name))
    .flatMap(piledIn);
}

/** Rates of completion: of twenty nodes each is worth 5, so that every score ends in 0 or 5. */
function isRate(name: string): boolean {
  return contains(name, "progress") || contains(name, "rate");
}

function piledIn(column: ScoreColumn): Finding[] {
  const { component, scores } = column;
  // Full marks end in 0 for a better reason.
  const values = scores.filter(({ value, typed }) => typed && compareDecimals(value, component.maximum) < 0);
  const piled = values.filter(({ value }) => endsInFive(value));
  const distinct = new Set(piled.map(({ value }) => value.units)).size;
  const [first] = piled;
  if (!first || values.length < MINIMUM_SCORES || distinct < MINIMUM_DISTINCT) return [];
  if (piled.length < values.length * SHARE) return [];
  const source = sourceOf(column, first);
  return [
    createFinding(
      "digits-piled",
      { sheet: source.sheet, cell: source },
      { component: component.name, count: piled.length, of: values.length },
    ),
  ];
}

/** Whether a score is a whole multiple of 5. */
function endsInFive({ units, places }: Decimal): boolean {
  return units % (5 * 10 ** places) === 0;
}
