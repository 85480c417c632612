import { plainText } from "../../numbers/readNumber";
import { isBlank, type SheetView } from "../tables/sheetView";
import { contains, names } from "../../vocabulary/concepts";

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

const MARK_HEADER =
  /^(?:满分|满分值|标准分|标准分值|分值|基准分|应得分|配分|总分值|max|maximum|points?possible|fullmarks?)(?:\(分\))?$/i;
const SCORE_HEADER =
  /得分|分数|成绩|评分|打分|^(?:score|rating|points|pointsearned|actualscore|mark|marks)(?:\(|$)/i;
const NO_SCORE =
  /满分|权重|标准|分值|比重|自评|自我|互评|目标|完成|说明|备注|依据|扣分|办法|方法|细则|self|target|max/i;
const SCALE = /\([01][-–—~至到](\d{1,3})分?\)/;
/** 考核内容 and the like describe the item where another column names it. */
const DESCRIPTION = /内容|要点|标准|description/i;

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
    else if (MARK_HEADER.test(text)) mark = column;
    else if (contains(text, "weighted-score")) share = column;
    else if (names(text, "item")) items.push({ column, text });
    else if (SCORE_HEADER.test(text) && !NO_SCORE.test(text)) {
      score = column;
      scale = Number(SCALE.exec(text)?.[1] ?? 0);
    } else if (names(text, "unit")) listsUnits = true;
  }
  if (score === null || (weight === null && mark === null)) return null;
  const counted = weight ?? mark;
  const before = items.filter(({ column }) => counted === null || column < counted);
  const named = (before.length > 0 ? before : items).filter(({ text }) => !DESCRIPTION.test(text));
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
