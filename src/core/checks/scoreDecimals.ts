import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { formatDecimal } from "../numbers/decimal";
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
  const typed = column.scores.filter((score) => score.typed);
  if (typed.length < MINIMUM_SCORES) return [];
  const sorted = Uint8Array.from(typed, ({ value }) => placesOf(value)).sort();
  const habit = Math.max(sorted[Math.ceil(sorted.length * HABIT) - 1] ?? 0, schemePlaces);
  const longer = typed.filter(({ value }) => placesOf(value) > habit);
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

function placesOf(value: { readonly units: number; readonly places: number }): number {
  let { units, places } = value;
  while (places > 0 && units % 10 === 0) {
    units /= 10;
    places -= 1;
  }
  return places;
}
