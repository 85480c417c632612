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

/** Places of an excerpt: whole, nearly all different, some above the number of rows, not one after the other. */
export function mayBeExcerpt(stated: Float64Array, target: FigureColumn): boolean {
  const places = [...stated].filter((place) => !Number.isNaN(place)).sort((left, right) => left - right);
  if (places.length < 5 || (places[0] ?? 0) < 1 || target.isCode) return false;
  const gaps = places.filter((place, index) => index > 0 && place - (places[index - 1] ?? 0) > 1).length;
  return gaps >= Math.max(1, places.length * 0.05) && (places.at(-1) ?? 0) > places.length;
}
