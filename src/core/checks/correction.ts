import type { Fix } from "../findings/finding";
import { decimalOfNumber, equalDecimals, parseDecimal } from "../numbers/decimal";
import { valueAt, type CellValue } from "../workbook/snapshot";
import type { SheetCell } from "../workbook/address";
import type { CheckSubject } from "./checkSubject";

/** What a cell says and what it should say, as a finding has them: decimals, or a grade's words. */
export interface RightValue {
  readonly stated: string;
  readonly right: string;
}

/**
 * The right value of a cell that was typed, as a fix that the clerk may choose. Null over a formula, and where the
 * cell itself holds something else than the finding says (a share shown in percent, a number with its unit).
 */
export function correctionOf(
  { snapshot, formulas }: Pick<CheckSubject, "snapshot" | "formulas">,
  place: SheetCell,
  { stated, right }: RightValue,
): Fix | null {
  const sheet = snapshot.sheets.find(({ name }) => name === place.sheet);
  if (!sheet || formulas.formAt(place.sheet, place) !== null) return null;
  const from = valueAt(sheet, place);
  if (typeof from === "string")
    return from === stated && parseDecimal(right) === null ? { from, to: right } : null;
  return isNumber(from, stated) && parseDecimal(right) !== null ? { from, to: Number(right) } : null;
}

function isNumber(value: CellValue, stated: string): boolean {
  const own = typeof value === "number" ? decimalOfNumber(value) : null;
  const told = parseDecimal(stated);
  return own !== null && told !== null && equalDecimals(own, told);
}
