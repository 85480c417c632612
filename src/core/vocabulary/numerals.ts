const DIGITS = "零一二三四五六七八九";
const TEN = "十";

/** Whether a character is a digit or a Chinese numeral: both count things in headers. */
function isNumeral(character: string): boolean {
  return isDigit(character) || (character !== "" && (DIGITS.includes(character) || character === TEN));
}

/** Whether a character is an ASCII digit. */
export function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

/** The whole number that a text of digits or Chinese numerals below a hundred is: 12, 三, 十, 二十一; else null. */
function numeralOf(text: string): number | null {
  if (text !== "" && Array.from(text).every(isDigit)) return Number(text);
  const at = text.indexOf(TEN);
  if (at < 0) return text.length === 1 ? digitOf(text) : null;
  const [tens, ones] = [text.slice(0, at), text.slice(at + 1)];
  const [ten, one] = [tens === "" ? 1 : digitOf(tens), ones === "" ? 0 : digitOf(ones)];
  return ten === null || one === null || ten === 0 ? null : ten * 10 + one;
}

/** The first number that stands in a text, in digits or numerals: 第三名 → 3; null where none stands. */
export function firstNumberIn(text: string): number | null {
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfNumber(text, at);
    if (end > at) return numeralOf(text.slice(at, end));
  }
  return null;
}

/** Where the run of numerals of one kind that begins at a position ends: the position itself where none begins. */
export function endOfNumber(text: string, from: number): number {
  const first = text.charAt(from);
  const belongs = isDigit(first) ? isDigit : isNumeral;
  let end = from;
  while (end < text.length && belongs(text.charAt(end))) end += 1;
  return end;
}

function digitOf(character: string): number | null {
  const digit = character.length === 1 ? DIGITS.indexOf(character) : -1;
  return digit < 0 ? null : digit;
}

const MARKS_AFTER = "、.．:：";
const MOST_NUMERALS = 3;

/** A title without the number before it: 一、甲组 → 甲组, （二）乙组 → 乙组. Numbers in digits count in brackets only. */
export function withoutNumbering(text: string): string {
  const inBrackets = text.startsWith("(") || text.startsWith("（");
  const from = inBrackets ? 1 : 0;
  const end = endOfNumber(text, from);
  if (end === from || end - from > MOST_NUMERALS || (!inBrackets && isDigit(text.charAt(from)))) return text;
  const after = text.charAt(end);
  const isClosed = inBrackets ? after === ")" || after === "）" : after !== "" && MARKS_AFTER.includes(after);
  const rest = isClosed ? text.slice(end + 1).trimStart() : "";
  return rest === "" ? text : rest;
}
