import { absoluteDecimal, decimalOfNumber, ZERO, type Decimal } from "../core/numbers/decimal";
import { readNumber } from "../core/numbers/readNumber";
import { contentOf } from "./argument";
import { invalidValue, isFault, notAvailable, type Fault } from "./fault";
import { decimalOf, reasonOf } from "./reason";
import type { FunctionWords } from "./words";

/**
 * Points or a number of events: blank and the marks for "none" are 0 (rule 26), text is `#VALUE!`. The name is asked
 * for only when a message needs it, because this runs for every row of a range.
 */
export function pointsOr(cell: unknown, name: () => string, translate: FunctionWords): Decimal | Fault {
  const plain = plainPoints(cell);
  if (plain !== null) return plain;
  const content = contentOf(cell);
  if (content.kind === "blank") return ZERO;
  if (content.kind === "text" && readNumber(content.text).kind === "none") return ZERO;
  const points = decimalOf(content);
  if (points !== null) return points;
  const reason = reasonOf(name(), content, translate);
  return content.kind === "error" ? notAvailable(reason) : invalidValue(reason);
}

/** The points of a plain cell, which most cells are; null where it takes a closer look. */
function plainPoints(cell: unknown): Decimal | null {
  if (typeof cell === "number") return decimalOfNumber(cell);
  return cell === null || cell === "" ? ZERO : null;
}

/** Bonus points, which cannot be negative. */
export function bonusOr(cell: unknown, translate: FunctionWords): Decimal | Fault {
  const plain = plainPoints(cell);
  if (plain !== null && plain.units >= 0) return plain;
  const points = pointsOr(cell, () => translate("function.bonus"), translate);
  return !isFault(points) && points.units < 0 ? invalidValue(translate("function.negative-bonus")) : points;
}

/** Deducted points, positive whichever way they were written (rule 25). */
export function deductionOr(cell: unknown, translate: FunctionWords): Decimal | Fault {
  const plain = plainPoints(cell);
  if (plain !== null && plain.units >= 0) return plain;
  const points = pointsOr(cell, () => translate("function.deduction"), translate);
  return isFault(points) ? points : absoluteDecimal(points);
}
