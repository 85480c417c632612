import { plainText } from "../numbers/readNumber";

/** No figure is longer; longer texts are not looked at. */
const LONGEST_FIGURE = 24;

/** Digits with points, commas, apostrophes, signs, brackets, currency signs, a per cent sign: no letter. */
const FIGURE = /^[(+\-−–±<>≤≥~≈*]{0,2}[$€£¥]?[+-]?\.?\d[\d.,'’:/-]*[$€£¥]?[%‰*)]{0,2}(?:分)?$/u;

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
