import { simplified } from "./traditional";

/** A text as its words are looked for: without white space and accents, in lower case and simplified characters. */
export interface NormalText {
  readonly text: string;
  /** Whether a word may begin or end before each character, and at the end: a Latin word is no part of a longer one. */
  readonly edges: readonly boolean[];
}

/** Longer texts name nothing: only their beginning is looked at. */
const LONGEST_TEXT = 60;

/** Combining accents; the marks of kana and hangul are no accents. */
const ACCENTS = /[\u0300-\u036F]/g;
/** Texts that normalisation leaves as they are: most. */
const PLAIN = /^[ -~\u4E00-\u9FA5]*$/;
const CLOSING_MARKS = ":、,;。.*★☆※!?";

/** Brings a text to the form in which words are compared; what is longer than 60 characters is cut. */
export function normalText(written: string): NormalText {
  const { text, edges } = comparedText(written);
  let end = text.length;
  while (end > 1 && CLOSING_MARKS.includes(text.charAt(end - 1))) end -= 1;
  return { text: text.slice(0, end), edges: [...edges.slice(0, end), true] };
}

/** The same with the marks at its end, for words that have some. */
export function comparedText(written: string): NormalText {
  const clipped = written
    .slice(0, LONGEST_TEXT * 2)
    .trim()
    .slice(0, LONGEST_TEXT);
  const spaced = PLAIN.test(clipped)
    ? clipped
    : clipped.normalize("NFKD").replace(ACCENTS, "").normalize("NFC");
  let text = "";
  const edges: boolean[] = [];
  let afterSpace = true;
  let before = "";
  for (const character of spaced) {
    if (isSpace(character)) {
      afterSpace = true;
      continue;
    }
    // s. no. and S.No are one.
    if (character === "." && isAlphabetic(before)) {
      afterSpace = true;
      continue;
    }
    const isEdge = afterSpace || !isJoined(before, character);
    // A letter of more than one unit has no edge inside.
    for (const [index, unit] of character.toLowerCase().split("").entries()) {
      text += simplified(unit);
      edges.push(isEdge && index === 0);
    }
    afterSpace = false;
    before = character;
  }
  return { text, edges: [...edges, true] };
}

function isSpace(character: string): boolean {
  return character.trim() === "" || "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF".includes(character);
}

/** Whether two letters of one alphabet stand side by side; a capital after a small letter begins a word. */
function isJoined(before: string, character: string): boolean {
  if (!isAlphabetic(before) || !isAlphabetic(character)) return false;
  const begins = before === before.toLowerCase() && character !== character.toLowerCase();
  return !begins;
}

/** Whether a character is a letter of a script that writes words apart: Latin, Cyrillic, Arabic, Hangul and the like. */
export function isAlphabetic(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x3_00) return character.toLowerCase() !== character.toUpperCase();
  return code < 0x2000 || (code >= 0xac00 && code < 0xd7b0);
}
