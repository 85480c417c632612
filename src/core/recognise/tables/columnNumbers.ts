import { plainText } from "../../numbers/readNumber";
import type { TableBlock } from "./findTables";

/** Fewer numbers in a row could be anything. */
const LEAST_NUMBERS = 3;
/** What stands before the numbers: 栏次, or 甲 and 乙 over the columns of names. */
const LABEL = /^(?:栏次|栏目|栏号|列次|列号|行次|序号|编号|[甲乙丙丁戊])$/;
/** 7, (7), ⑦ (which normalisation makes 7), 7=1×55%+2×30%. */
const NUMBER = /^\(?(\d{1,2})\)?(?:[=].*)?$/;

/**
 * Whether a row right under the header only numbers the columns (栏次 | 1 | 2 | 3 | 4=1+2+3), as printed forms do:
 * labels, and then whole numbers from 1 without a gap.
 */
export function isColumnNumbers(
  { view, firstRow, firstColumn, endColumn }: TableBlock,
  row: number,
): boolean {
  if (row > firstRow) return false;
  let last = 0;
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = view.value(row, column);
    if (value === null) continue;
    const text =
      typeof value === "string" ? plainText(value) : typeof value === "number" ? String(value) : null;
    if (text === null) return false;
    if (text === "" || (last === 0 && LABEL.test(text))) continue;
    const number = Number(NUMBER.exec(text)?.[1] ?? Number.NaN);
    if (number !== last + 1) return false;
    last = number;
  }
  return last >= LEAST_NUMBERS;
}
