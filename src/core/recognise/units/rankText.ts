import { plainText } from "../../numbers/readNumber";

const RANK =
  /^(?:并列)?第?(?:(\d{1,4})|([一二三四五六七八九]?十?[一二三四五六七八九]?|十))(?:名|位)?(?:\(?并列\)?)?$/;
const DIGITS = "一二三四五六七八九";

/** The rank that a text names: 第3名, 并列第三, 3(并列); null for anything else. */
export function rankInText(text: string): number | null {
  const match = RANK.exec(plainText(text));
  if (!match) return null;
  const [, digits, words] = match;
  if (digits !== undefined) return Number(digits);
  return words ? numberInWords(words) : null;
}

/** A clause that ends so keeps its unit out of the ranking; 加分不计入排名 speaks of points. */
const NOT_RANKED =
  /(?<!分|分数|得分|成绩|项|项目|指标)不(?:再)?(?:(?:参加|参与|纳入|列入|计入|进行|予以?)?(?:本次|本期|本年度?|年度|当年)?(?:考核|考评)?(?:排名|排序|排位)|计名次)(?=$|[,，.。;；、)）!])/;

/** Whether a rank's cell or a remark says that its unit is not ranked: 不参加排名, 不计名次. */
export function saysNotRanked(text: string): boolean {
  return NOT_RANKED.test(plainText(text));
}

/** 三 → 3, 十 → 10, 二十一 → 21; two digits without 十 are no number. */
function numberInWords(words: string): number | null {
  const at = words.indexOf("十");
  if (at < 0) return words.length === 1 ? DIGITS.indexOf(words) + 1 : null;
  const tens = at === 0 ? 1 : DIGITS.indexOf(words.slice(0, at)) + 1;
  return tens * 10 + (at === words.length - 1 ? 0 : DIGITS.indexOf(words.slice(at + 1)) + 1);
}
