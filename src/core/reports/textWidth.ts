/**
 * The width of a text in half-width characters: an ideograph, a full-width form or full-width punctuation takes
 * two, everything else one. Excel measures columns in such characters of the default font.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter) ? 2 : 1;
  return width;
}

/** How many lines a text takes in a column of that width; line breaks in the text count. */
export function lineCount(text: string, columnWidth: number): number {
  const available = Math.max(columnWidth, 2);
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / available)), 0);
}

/** CJK ideographs, kana, full-width forms, and the punctuation that Chinese fonts draw full-width. */
const WIDE =
  /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

function isWide(letter: string): boolean {
  return WIDE.test(letter);
}
