import { CONFIDENCE_THRESHOLD, isScoreWord, type RoleReader } from "../header/columnRole";
import type { UnitHeader } from "./anchorByShape";
import { readHeaderText } from "../header/headerText";
import { isFigure, type SheetView } from "./sheetView";
import { mayNameTotal } from "../header/totalWords";
import { MARK_ROW, namesItems, WEIGHTED_WORDS } from "../header/vocabulary";

const LEAST_NAMES = 2;
const MAXIMUM_CELLS_LOOKED_AT = 20_000;
/** What heads the columns of a form or of judges' marks: no unit of a table that lies on its side. */
const NO_UNIT =
  /自评|互评|初评|复评|终评|评委|专家|考官|裁判|标准|依据|目标|完成|实际|权重|上级|领导|考核人|judge|target|actual|weight/i;

/**
 * For sheets with the units in columns and no word for units in the corner: 评审项目, 甲公司, 乙公司 above 商务分, 技术分,
 * 合计. The view is the sheet on its side. Null where what stands beside the corner heads scores, not units.
 */
export function anchorByCorner(view: SheetView, reader: RoleReader): UnitHeader | null {
  const cells = (view.endRow - view.firstRow) * (view.endColumn - view.firstColumn);
  if (cells > MAXIMUM_CELLS_LOOKED_AT) return null;
  for (let row = view.firstRow; row < view.endRow; row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      if (!namesItems(readHeaderText(view.text(row, column)).words)) continue;
      if (totalsBeside(view, reader, row, column) && headsUnits(view, reader, row, column)) {
        return { row, column, lastRow: row };
      }
    }
  }
  return null;
}

function totalsBeside(view: SheetView, reader: RoleReader, row: number, corner: number): boolean {
  for (let column = corner + 1; column < view.endColumn; column += 1) {
    const { role, confidence } = reader.read([view.text(row, column)]);
    if (confidence >= CONFIDENCE_THRESHOLD && /^(?:total|rank)$/.test(role)) return true;
  }
  return false;
}

function headsUnits(view: SheetView, reader: RoleReader, corner: number, column: number): boolean {
  const names = new Set<string>();
  for (let row = corner + 1; row < view.endRow; row += 1) {
    const text = view.text(row, column);
    if (text === "" || MARK_ROW.test(text)) continue;
    const { words } = readHeaderText(text);
    const isScore = isScoreWord(words) || mayNameTotal(words.toLowerCase()) || WEIGHTED_WORDS.test(words);
    if (isScore || NO_UNIT.test(words) || reader.read([text]).role !== "unknown") return false;
    if (names.has(text) || !hasFigures(view, row, column)) return false;
    names.add(text);
  }
  return names.size >= LEAST_NAMES;
}

function hasFigures(view: SheetView, row: number, from: number): boolean {
  for (let column = from + 1; column < view.endColumn; column += 1) {
    if (isFigure(view.value(row, column))) return true;
  }
  return false;
}
