import { textWidth } from "../textWidth";

/**
 * The width of a text in ems, an ideograph being 1. Latin letters and digits are taken as wide as the widest of the
 * usual fonts has them (half an em in 仿宋, more where another font stands in), so that no line turns out too long.
 */
export function emWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (textWidth(letter) === 2) return 1;
  if (/[MW@%]/.test(letter)) return 1;
  if (/[A-Z]/.test(letter)) return 0.75;
  if (/[mw]/.test(letter)) return 0.95;
  if (/[\u0020-\u007E]/.test(letter)) return 0.6;
  // Anything else may come from a Chinese font and be full-width there: · × ÷ ° Greek, Cyrillic, numbers in circles.
  return 1;
}
