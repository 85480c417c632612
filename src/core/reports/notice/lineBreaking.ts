import { emWidth } from "./emWidth";

/** What may not begin a line, and what may not end one (避头尾). */
const NOT_FIRST = /^[、。，．：；！？·…—）〕］｝〉》」』】〗”’％‰℃,.:;!?)\]}%]/;
const NOT_LAST = /[（〔［｛〈《「『【〖“‘￥＄([{$]$/;

/** Pieces that stay together: Latin words and numbers with their marks, else single letters. */
const PIECE = /[A-Za-z0-9][A-Za-z0-9.,:/%+\-_@'’]*[A-Za-z0-9%]|……|——|[\s\S]/gu;

/**
 * Breaks a text into lines of at most `width` ems, the first with `firstWidth`. Closing punctuation does not begin a
 * line, an opening bracket does not end one, numbers and Latin words stay whole while they fit a line. Nothing is
 * lost but spaces at the ends of lines. An empty text is one empty line.
 */
export function breakLines(text: string, width: number, firstWidth = width): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const piece of pieces(text, width)) {
    const pieceWidth = emWidth(piece);
    const room = lines.length === 0 ? firstWidth : width;
    if (line.length > 0 && used + pieceWidth > room + TOLERANCE) {
      const carried = takeCarried(line, piece);
      lines.push(line.join("").trimEnd());
      line = carried;
      used = emWidth(carried.join(""));
    }
    if (line.length === 0 && piece === " " && lines.length > 0) continue;
    line.push(piece);
    used += pieceWidth;
  }
  lines.push(line.join("").trimEnd());
  return lines;
}

/** Widths are sums of hundredths. */
const TOLERANCE = 1e-6;

/**
 * Takes off a full line what has to go to the next one with `next`: a letter before punctuation that may not begin
 * a line, and opening brackets. One piece stays at least.
 */
function takeCarried(line: string[], next: string): string[] {
  const carried: string[] = [];
  while (line.length > 1 && NOT_FIRST.test(carried[0] ?? next)) carried.unshift(line.pop() ?? "");
  while (line.length > 1 && NOT_LAST.test(line.at(-1) ?? "")) carried.unshift(line.pop() ?? "");
  return carried;
}

/** Pieces of a text; a word that is longer than a line comes letter by letter. */
function* pieces(text: string, width: number): Generator<string> {
  for (const [piece] of text.matchAll(PIECE)) {
    if (emWidth(piece) <= width) yield piece;
    else yield* piece;
  }
}
