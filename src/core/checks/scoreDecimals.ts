import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { formatDecimal } from "../numbers/decimal";
import type { CheckSubject } from "./checkSubject";
import type { ScoreColumn } from "./scoreColumns";

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

function decimalsIn({ component, scores }: ScoreColumn, schemePlaces: number): Finding[] {
  const typed = scores
    .filter(({ typed: own }) => own)
    .map(({ figure }) => ({ figure, places: placesOf(figure.value) }));
  if (typed.length < MINIMUM_SCORES) return [];
  const sorted = typed.map(({ places }) => places).sort((left, right) => left - right);
  const habit = Math.max(sorted[Math.ceil(sorted.length * HABIT) - 1] ?? 0, schemePlaces);
  const longer = typed.filter(({ places }) => places > habit);
  const [first] = longer;
  if (!first) return [];
  const { source } = first.figure;
  return [
    createFinding(
      "decimals-more",
      { sheet: source.sheet, cell: source },
      {
        component: component.name,
        value: formatDecimal(first.figure.value),
        places: habit,
        count: longer.length,
      },
    ),
  ];
}

function placesOf(value: { readonly units: number; readonly places: number }): number {
  let { units, places } = value;
  while (places > 0 && units % 10 === 0) {
    units /= 10;
    places -= 1;
  }
  return places;
}
