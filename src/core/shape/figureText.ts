import { plainText } from "../numbers/readNumber";

/** No figure is longer; longer texts are not looked at. */
const LONGEST_FIGURE = 24;

/** Digits with points, commas, apostrophes, signs, brackets, currency signs, a per cent sign: no letter. */
const FIGURE = /^[(+\-−–±<>≤≥~≈*]{0,2}[$€£¥]?[+-]?\d[\d.,'’:/-]*[$€£¥]?[%‰*)]{0,2}(?:分)?$/u;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a text reads as a number, a date or a time: figures with separators and signs, no letters. */
export function isFigureText(text: string): boolean {
  if (text.length > LONGEST_FIGURE) return false;
  return FIGURE.test(plainText(text));
}

/** Whether a text only fills a cell: short, without a letter or a digit, as `-`, `—`, `..`, `*`. */
export function isFillerText(text: string): boolean {
  return text.length <= 4 && !LETTER_OR_DIGIT.test(text);
}

/** The number in a text that `isFigureText` takes for one; NaN for dates, times and the like. */
export function figureOf(text: string): number {
  const plain = plainText(text).replace(/[−–]/g, "-");
  const negative = /^\(.*\)%?$/.test(plain);
  const bare = plain.replace(/[()$€£¥*<>≤≥~≈±%‰'’分]/gu, "");
  const number = Number(withPoint(bare));
  if (bare === "" || Number.isNaN(number)) return Number.NaN;
  return (negative ? -number : number) / (plain.includes("%") ? 100 : 1);
}

/** A number with a decimal point and no marks for thousands, whichever of comma and point was which. */
function withPoint(digits: string): string {
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma < 0) return digits;
  if (point >= 0) {
    return comma > point ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  }
  const thousands = /^[+-]?\d{1,3}(,\d{3})+$/.test(digits);
  return thousands ? digits.replaceAll(",", "") : digits.replace(",", ".");
}
