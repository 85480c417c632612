import type { RankOrder } from "../fact";
import type { FigureColumn } from "./figures";
import type { Grouping } from "./groupings";

/** Whether of two rows mostly the better one has the better place. */
export function agreeInOrder(
  stated: Float64Array,
  own: FigureColumn,
  { pairs }: Grouping,
  order: RankOrder,
): boolean {
  const sign = order === "descending" ? -1 : 1;
  let against = 0;
  let telling = 0;
  for (const [one, other] of pairs) {
    const step = Math.sign((stated[one] ?? 0) - (stated[other] ?? 0));
    const figures = Math.sign((own.numbers[one] ?? 0) - (own.numbers[other] ?? 0)) * sign;
    if (Number.isNaN(step) || Number.isNaN(figures)) continue;
    telling += 1;
    if (step === -figures && step !== 0) against += 1;
  }
  return against <= telling * 0.3;
}

/** In a group of so many there are so many different places, or too many are equal for a ranking. */
const DIFFERENT_SHARE = 0.2;
/** Whole grades have many equal marks: so many different places are enough. */
const MANY_DIFFERENT = 20;
const WITHIN_SHARE = 0.7;

const plausible = new WeakMap<Float64Array, Map<Grouping, boolean>>();

/** Whether figures may be the places of such groups: most within the size of their group, not too few different ones. */
export function mayBePlaces(stated: Float64Array, first: 0 | 1, grouping: Grouping): boolean {
  const known = plausible.get(stated) ?? new Map<Grouping, boolean>();
  plausible.set(stated, known);
  const answer = known.get(grouping) ?? judgePlaces(stated, first, grouping);
  known.set(grouping, answer);
  return answer;
}

function judgePlaces(stated: Float64Array, first: 0 | 1, { groups, groupCount }: Grouping): boolean {
  const sizes = new Int32Array(groupCount);
  const different = new Set<number>();
  let count = 0;
  for (const [row, place] of stated.entries()) {
    const group = groups[row] ?? -1;
    if (group < 0 || Number.isNaN(place)) continue;
    sizes[group] = (sizes[group] ?? 0) + 1;
    different.add(place);
    count += 1;
  }
  let within = 0;
  for (const [row, place] of stated.entries())
    if (place - first < (sizes[groups[row] ?? -1] ?? 0)) within += 1;
  const usual = count / groupCount;
  return (
    within >= count * WITHIN_SHARE && different.size >= Math.min(usual * DIFFERENT_SHARE, MANY_DIFFERENT)
  );
}

/** Places of an excerpt: whole, nearly all different, some above the number of rows, not one after the other. */
export function mayBeExcerpt(stated: Float64Array, target: FigureColumn): boolean {
  const places = [...stated].filter((place) => !Number.isNaN(place)).sort((left, right) => left - right);
  if (places.length < 5 || (places[0] ?? 0) < 1 || target.isCode) return false;
  const gaps = places.filter((place, index) => index > 0 && place - (places[index - 1] ?? 0) > 1).length;
  return gaps >= Math.max(1, places.length * 0.05) && (places.at(-1) ?? 0) > places.length;
}

/** Whether a column is likelier a ranking (perhaps in groups, perhaps with slips) than figures. */
export function looksLikePlaces(column: FigureColumn, rowCount: number): boolean {
  if (column.isPlaces || column.isSequence) return true;
  return column.mayRank && column.distinct >= column.count * 0.5 && column.distinct >= rowCount * 0.4;
}
