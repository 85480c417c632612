import { plainText } from "../../numbers/readNumber";
import type { Roster } from "../../units/roster";
import type { CellPosition } from "../../workbook/address";
import { isBlank, type SheetView } from "../tables/sheetView";
import type { VirtualCell } from "../tables/virtualView";
import { commonRole } from "../header/commonRole";
import { names } from "../../vocabulary/concepts";

/** A label such as 被考核单位： with the name that it labels. Positions are the view's. */
export interface UnitLabel {
  readonly row: number;
  readonly column: number;
  /** The label's own words. */
  readonly words: string;
  readonly unit: VirtualCell;
}

const LABEL = /^([^:：]{1,20}?)(?:[:：](.*))?$/;

/**
 * The labels of units in some rows of a form, top to bottom, each with its name: after a colon in the same cell, or in
 * the next filled cell to the right. Where both a person and the person's department are named, the person is meant.
 */
export function unitLabels(
  view: SheetView,
  rows: { readonly from: number; readonly to: number },
  roster: Roster | null,
): UnitLabel[] {
  const labels: UnitLabel[] = [];
  for (let row = rows.from; row < rows.to; row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value !== "string" || value.length > 60) continue;
      const [, words = "", inside = ""] = LABEL.exec(plainText(value)) ?? [];
      if (!names(words, "unit")) continue;
      const unit = labelled(view, row, column, inside, roster);
      if (unit !== null) labels.push({ row, column, words, unit });
    }
  }
  const people = roster === null ? labels.filter(({ words }) => names(words, "person")) : [];
  return people.length > 0 ? people : labels;
}

function labelled(
  view: SheetView,
  row: number,
  column: number,
  inside: string,
  roster: Roster | null,
): VirtualCell | null {
  if (inside !== "") return isName(inside, roster) ? { ...view.position(row, column), text: inside } : null;
  const right = nextFilled(view, row, column);
  return right !== null && isName(view.text(row, right), roster) ? view.position(row, right) : null;
}

/** Whether a text beside the label is a name: with a roster one that it knows or refuses, else any short text. */
function isName(text: string, roster: Roster | null): boolean {
  if (text === "" || text.length > 30 || /[:：]$/.test(text)) return false;
  // 单位：分 states the unit of measurement.
  if (names(text, "measure")) return false;
  return roster === null
    ? commonRole(text) === null && !names(text, "unit")
    : roster.resolve(text).kind !== "unknown" || text.length > 2;
}

function nextFilled(view: SheetView, row: number, column: number): number | null {
  const merge = view.merge(row, column);
  const from = merge === null ? column + 1 : merge.column + merge.columnCount;
  for (let next = from; next < Math.min(view.endColumn, from + 4); next += 1) {
    if (!isBlank(view.value(row, next))) return next;
  }
  return null;
}

/** The first short cell that names a unit of the roster, label or not. */
export function rosterUnit(
  view: SheetView,
  rows: { readonly from: number; readonly to: number },
  roster: Roster,
): CellPosition | null {
  for (let row = rows.from; row < rows.to; row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (typeof value === "string" && roster.resolve(value).kind === "known")
        return view.position(row, column);
    }
  }
  return null;
}
