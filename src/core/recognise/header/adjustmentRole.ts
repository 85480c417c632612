import { contains, names } from "../../vocabulary/concepts";
import { readHeaderText, type HeaderText } from "../../vocabulary/headerText";

/** 日常扣分, 创新加分: points of one sort, which add up with others of their kind; null for anything else. */
export function partialAdjustment({ words }: HeaderText): "bonus" | "deduction" | null {
  if (names(words, "bonus-part")) return "bonus";
  return names(words, "deduction-part") ? "deduction" : null;
}

/** Whether a header under 加分 or 扣分 says why or when, not how many points. */
export function describesAdjustment({ words }: HeaderText): boolean {
  return contains(words, "points-detail");
}

/** Whether a header speaks of points given or taken, so that its figures must not be passed over in silence. */
export function suggestsAdjustment(header: string): boolean {
  return contains(header, "points");
}

/** 一票否决, 是否一票否决: whether a header asks if a unit is kept out of the ranking. */
export function namesVeto(header: string): boolean {
  return names(readHeaderText(header).words, "veto");
}
