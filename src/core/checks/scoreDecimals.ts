import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { formatDecimal, MAXIMUM_PLACES } from "../numbers/decimal";
import type { CheckSubject } from "./checkSubject";
import { sourceOf, type ScoreColumn } from "./scoreColumns";

/** Shorter columns do not show what the office uses. */
const MINIMUM_SCORES = 5;
/** A habit: this share of the typed scores has so many decimals at most. */
const HABIT = 0.9;

/**
 * Typed scores with more decimals than the office uses: than nearly all other scores of the column, and than the
 * scheme's totals have. One finding a column. Calculated scores keep all their digits and are not looked at.
 */
export function checkScoreDecimals(subject: CheckSubject): Finding[] {
  return subject.scoreColumns.flatMap((column) => decimalsIn(column, subject.ranking.scheme.rounding.places));
}

function decimalsIn(column: ScoreColumn, schemePlaces: number): Finding[] {
  const habit = Math.max(usualPlaces(column), schemePlaces);
  const longer = column.scores.filter(({ typed, value }) => typed && placesOf(value) > habit);
  const [first] = longer;
  if (!first) return [];
  const source = sourceOf(column, first);
  return [
    createFinding(
      "decimals-more",
      { sheet: source.sheet, cell: source },
      {
        component: column.component.name,
        value: formatDecimal(first.value),
        places: habit,
        count: longer.length,
      },
    ),
  ];
}

/** The most decimals that nearly all typed scores keep to; no score has more than that where they are few. */
function usualPlaces({ scores }: ScoreColumn): number {
  const counts = new Array<number>(MAXIMUM_PLACES + 1).fill(0);
  let typedScores = 0;
  for (const { typed, value } of scores) {
    if (!typed) continue;
    typedScores += 1;
    const places = placesOf(value);
    counts[places] = (counts[places] ?? 0) + 1;
  }
  if (typedScores < MINIMUM_SCORES) return MAXIMUM_PLACES;
  let kept = 0;
  return counts.findIndex((count) => (kept += count) >= typedScores * HABIT);
}

function placesOf(value: { readonly units: number; readonly places: number }): number {
  let { units, places } = value;
  while (places > 0 && units % 10 === 0) {
    units /= 10;
    places -= 1;
  }
  return places;
}
