import { ZERO, type Decimal } from "../core/numbers/decimal";
import { readNumber } from "../core/numbers/readNumber";
import type { FunctionWords } from "./words";
import { contentOf } from "./argument";
import { invalidValue, notAvailable, type Fault } from "./fault";
import { decimalOf, reasonOf } from "./reason";

/** Points or a number of events: blank and the marks for "none" are 0 (rule 26), text is `#VALUE!`. */
export function pointsOr(cell: unknown, name: string, translate: FunctionWords): Decimal | Fault {
  if (cell === null) return ZERO;
  const content = contentOf(cell);
  if (content.kind === "blank") return ZERO;
  if (content.kind === "text" && readNumber(content.text).kind === "none") return ZERO;
  const points = decimalOf(content);
  if (points !== null) return points;
  const reason = reasonOf(name, content, translate);
  return content.kind === "error" ? notAvailable(reason) : invalidValue(reason);
}

/** Bonus points, which cannot be negative, and deducted points, which count by their size (rule 25). */
export function bonusOr(cell: unknown, translate: FunctionWords): Decimal | Fault {
  const points = pointsOr(cell, translate("function.bonus"), translate);
  return "units" in points && points.units < 0 ? invalidValue(translate("function.negative-bonus")) : points;
}

/** Deducted points, positive whichever way they were written (rule 25). */
export function deductionOr(cell: unknown, translate: FunctionWords): Decimal | Fault {
  const points = pointsOr(cell, translate("function.deduction"), translate);
  return "units" in points && points.units < 0 ? { units: -points.units, places: points.places } : points;
}
