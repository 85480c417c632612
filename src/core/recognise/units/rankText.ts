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

/** 三 → 3, 十 → 10, 二十一 → 21; two digits without 十 are no number. */
function numberInWords(words: string): number | null {
  const at = words.indexOf("十");
  if (at < 0) return words.length === 1 ? DIGITS.indexOf(words) + 1 : null;
  const tens = at === 0 ? 1 : DIGITS.indexOf(words.slice(0, at)) + 1;
  return tens * 10 + (at === words.length - 1 ? 0 : DIGITS.indexOf(words.slice(at + 1)) + 1);
}
