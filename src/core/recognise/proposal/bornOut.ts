import { compareNumbers } from "../../numbers/compareNumbers";
import { equalDecimals, ZERO, type Decimal } from "../../numbers/decimal";
import { roundedSum, type Addend } from "../../numbers/exactSum";
import { roundDecimal } from "../../numbers/rounding";
import type { ScoredItem, ScoredTable, ScoredUnit } from "./scoredTable";

/** An item with what it may come to and what it counts. */
export interface Weighted {
  readonly item: ScoredItem;
  readonly maximum: Decimal;
  readonly weight: Decimal;
}

/** Decimals that totals are rounded to where they do not say otherwise. */
export const USUAL_PLACES = 2;
/** Longer decimals than a person means are the noise of an endless quotient. */
export const MAXIMUM_PLACES = 6;
/** An author's totals bear a scheme out when it gives at least this share of them; single totals may be wrong. */
export const SHARE_GIVEN = 2 / 3;
/** So many totals have at most the usual decimals: a single longer one is a slip. */
const SHARE_OF_PLACES = 0.8;
const MINIMUM_GIVEN = 2;

/** Decimals of the author's totals: two, or what most of the totals are rounded to. */
export function placesOf(table: ScoredTable, weighted: readonly Weighted[]): number {
  const isGiven = (places: number) => {
    const { given, compared } = countGiven(table, weighted, places);
    return compared > 0 && given >= compared * SHARE_GIVEN;
  };
  return likelyPlaces(table).find(isGiven) ?? USUAL_PLACES;
}

function likelyPlaces({ units }: ScoredTable): number[] {
  const digits = usualPlaces(units.flatMap(({ total }) => (total === null ? [] : [total])));
  return digits > USUAL_PLACES ? [digits, USUAL_PLACES] : [USUAL_PLACES, 1, 0];
}

/**
 * Decimals that nearly all totals keep to: a single longer one is a slip. Longer ones than a person means are the noise
 * of binary arithmetic or an endless quotient.
 */
export function usualPlaces(totals: readonly Decimal[]): number {
  const places = totals.map((total) => total.places).filter((digits) => digits <= MAXIMUM_PLACES);
  if (places.length * 2 < totals.length) return USUAL_PLACES;
  return places.sort(compareNumbers)[Math.ceil(places.length * SHARE_OF_PLACES) - 1] ?? USUAL_PLACES;
}

/** Whether weights give most of the author's totals. */
export function isBorneOut(table: ScoredTable, weighted: readonly Weighted[]): boolean {
  return likelyPlaces(table).some((places) => {
    const { given, compared } = countGiven(table, weighted, places);
    return given >= MINIMUM_GIVEN && given >= compared * SHARE_GIVEN;
  });
}

/** How many of the author's totals the weights give, rounded to so many places, bonus and deduction included. */
function countGiven({ units }: ScoredTable, weighted: readonly Weighted[], places: number) {
  let [given, compared] = [0, 0];
  const items = weighted.map(({ item }) => item);
  for (const [index, unit] of units.entries()) {
    const scores = scoresOf(items, index);
    if (scores === null || unit.total === null) continue;
    compared += 1;
    if (isGiven(unit, scores, weighted, places)) given += 1;
  }
  return { given, compared };
}

function isGiven(
  { total, points }: ScoredUnit,
  scores: readonly Decimal[],
  weighted: readonly Weighted[],
  places: number,
): boolean {
  if (total === null || points === null) return false;
  const addends = scores.map((factor, index): Addend => ({ factor, by: weighted[index]?.weight ?? ZERO }));
  const rounding = { places, mode: "half-up" } as const;
  const sum = roundedSum([...addends, { factor: points }], rounding);
  const stated = total.places > MAXIMUM_PLACES ? roundDecimal(total, rounding) : total;
  return sum !== null && equalDecimals(sum, stated);
}

/** The scores of one unit; null where one is lacking. */
function scoresOf(items: readonly ScoredItem[], unit: number): Decimal[] | null {
  const scores = items.map(({ values }) => values[unit] ?? null);
  return scores.every((score) => score !== null) ? scores : null;
}
