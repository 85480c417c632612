import { decimalOfNumber, type Decimal } from "../../numbers/decimal";
import { readNumber } from "../../numbers/readNumber";
import type { CellValue } from "../../workbook/snapshot";

/** What heads the weights in a list that has a row for each item. */
export const WEIGHT_HEADER =
  /^(?:考核|指标|所占)?(?:权重|比重|占比|权数|比例)(?:系数)?(?:\(%\)|%)?$|^weight(?:ing)?(?:\(%\)|%)?$/i;
/** What heads the scores there. */
export const ITEM_SCORE_HEADER =
  /^(?:实际|考核|考评|最终|上级|综合|评定|领导|主管|部门)?(?:得分|评分|分数|实得分|打分|评价得分)(?:\(分\))?$|^(?:score|rating|points|pointsearned)$/i;

/** The number in a cell, as a number or as text; null for anything else. */
export function figureIn(value: CellValue): Decimal | null {
  if (typeof value === "number") return decimalOfNumber(value);
  if (typeof value !== "string") return null;
  const reading = readNumber(value);
  return reading.kind === "number" ? reading.value : null;
}

/** The weight in a cell as a fraction of 1: 0.3, 30% and 30 are one weight, what is above 1 is percent. */
export function weightIn(value: CellValue): Decimal | null {
  const figure = figureIn(value);
  if (figure === null) return null;
  const isPercent = figure.units > 10 ** figure.places || (typeof value === "string" && /[%％]/.test(value));
  return isPercent ? { units: figure.units, places: figure.places + 2 } : figure;
}
