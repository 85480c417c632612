import { plainText } from "../../numbers/readNumber";
import { isBlank, type SheetView } from "../tables/sheetView";
import { contains, names, type Concept } from "../../vocabulary/concepts";

/** The header of a list that has a row for each item: which column says what. Positions are the view's. */
export interface ItemHeader {
  readonly row: number;
  readonly item: number;
  readonly weight: number | null;
  readonly mark: number | null;
  /** The score that counts: the unit's own view of itself is none. */
  readonly score: number;
  /** Score times weight. */
  readonly share: number | null;
  /** The greatest score that its header states: `Rating (1-5)`. */
  readonly scale: number | null;
  /** Whether a column of the header names units: then it is no form of one unit. */
  readonly listsUnits: boolean;
}

const SCALE = /\([01]\D(\d{1,3})\D?\)/;
/** What stands beside a score in the header of such a list, and may have a score's words in it: 评分标准, 自评得分. */
const BESIDE_SCORES: readonly Concept[] = [
  "full-mark",
  "weight",
  "standard",
  "self-score",
  "target",
  "note",
  "deduction-part",
];

/** Whether a header heads scores: not what they are out of, how they are given, or the unit's own view of them. */
export function headsScores(header: string): boolean {
  return contains(header, "item-score") && !headsOthers(header);
}

/** Whether a header heads what stands beside scores: full marks, weights, targets, remarks. */
export function headsOthers(header: string): boolean {
  return BESIDE_SCORES.some((concept) => contains(header, concept));
}

/** Reads a row as the header of such a list; null when it is none: it needs items, and scores or weights to count. */
export function readItemHeader(view: SheetView, row: number): ItemHeader | null {
  const items: { readonly column: number; readonly text: string }[] = [];
  let weight: number | null = null;
  let mark: number | null = null;
  let score: number | null = null;
  let share: number | null = null;
  let scale = 0;
  let listsUnits = false;
  for (let column = view.firstColumn; column < view.endColumn; column += 1) {
    const value = view.value(row, column);
    if (typeof value !== "string" || isBlank(value)) continue;
    const text = plainText(value);
    if (names(text, "weight")) weight = column;
    else if (names(text, "full-mark")) mark = column;
    else if (contains(text, "weighted-score")) share = column;
    else if (names(text, "item")) items.push({ column, text });
    else if (headsScores(text)) {
      score = column;
      scale = Number(SCALE.exec(text)?.[1] ?? 0);
    } else if (names(text, "unit")) listsUnits = true;
  }
  if (score === null || (weight === null && mark === null)) return null;
  const counted = weight ?? mark;
  const before = items.filter(({ column }) => counted === null || column < counted);
  const named = (before.length > 0 ? before : items).filter(({ text }) => !contains(text, "item-detail"));
  // Of 一级指标 and 二级指标 the one nearest to the weights is the one that is weighed.
  const item = named.at(-1) ?? before[0] ?? items[0];
  if (item === undefined) return null;
  return {
    row,
    item: item.column,
    weight,
    mark,
    score,
    share,
    scale: scale === 0 ? null : scale,
    listsUnits,
  };
}
