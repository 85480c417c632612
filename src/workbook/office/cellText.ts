/**
 * A text as it has to be written through Excel's API so that it stays text: with an apostrophe in front where
 * Excel would make a formula, number, date, boolean or error of it. The apostrophe is not part of the cell's
 * value. Text that Excel cannot mistake is written as it is.
 */
export function textForExcel(text: string): string {
  return isSafe(text) ? text : `'${text}`;
}

/** Characters of dates, times, Chinese numerals and units that Excel reads as part of a number. */
const numberLike =
  /^[\d\s\p{P}\p{S}A-Za-z０-９Ａ-Ｚａ-ｚ年月日号时時分秒上下午星期周元角〇零一二三四五六七八九十百千万亿]*$/u;

function isSafe(text: string): boolean {
  if (/^[=+\-@'#＝＋－＠]/.test(text) || /^\s*(?:true|false)\s*$/i.test(text)) return false;
  const hasDigit = /[\d０-９〇零一二三四五六七八九十]/.test(text);
  return !hasDigit || !numberLike.test(text);
}
