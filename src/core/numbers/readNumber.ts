import { parseDecimal, type Decimal } from "./decimal";

/** How a text that means a number departs from a plain number; each is a finding and a safe repair. */
export type NumberOddity = "text" | "full-width" | "spaces" | "thousands" | "unit-mark" | "percent";

/** What a cell's text means where a number is wanted. */
export type NumberReading =
  | { readonly kind: "number"; readonly value: Decimal; readonly oddities: readonly NumberOddity[] }
  /** Empty, or one of the marks that offices write for "none": —, /, 无, N/A (rule 26). */
  | { readonly kind: "none"; readonly mark: string }
  /** Anything else: never a guess, never a zero. */
  | { readonly kind: "text" };

const INVISIBLE = /[\p{White_Space}\u200B-\u200F\u2060\uFEFF\u00AD]/gu;
const NONE_MARKS = new Set([
  "",
  "-",
  "--",
  "/",
  "\\",
  "—",
  "——",
  "–",
  "―",
  "_",
  "无",
  "暂无",
  "n/a",
  "na",
  "空",
  "〇",
]);

/** Texts that normalisation leaves as they are: ideographs of the basic block, ASCII letters, digits, a few marks. */
const PLAIN = /^[\u4E00-\u9FA5A-Za-z0-9.,%()/+\-—、。]*$/;

/** Numerals that are no digits, such as ① and ²: a mark beside a number, not a part of it. */
const OTHER_NUMERALS = /[\p{No}\p{Nl}]/u;

/** Two numbers: digits with a line break or a gap between them. One space may be a slip. */
const TWO_NUMBERS = /\d(?:\p{White_Space}{2,}|[\n\r\v\f\u0085\u2028\u2029])\d/u;

/** A text without spaces of any kind and with full-width characters made half-width (NFKC). */
export function plainText(text: string): string {
  // Most cells are plain already: testing them is much cheaper than making them anew.
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replace(INVISIBLE, "");
}

/**
 * Reads the number in a cell's text: `９５．５分` → 95.5, ` 1,234 ` → 1234, `95%` → 95 with the oddity `percent`
 * (whether 95 points or 0.95 is meant is for the caller, who knows the column). Signs + - − are taken; brackets,
 * exponents, two numbers, footnote marks (95①) or words are not a number.
 */
export function readNumber(text: string): NumberReading {
  const plain = plainText(text).replaceAll("\u2212", "-");
  if (NONE_MARKS.has(plain.toLowerCase())) return { kind: "none", mark: text };
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(分|%)?$/.exec(plain);
  if (!match || (plain !== text && !isOneNumber(text))) return { kind: "text" };
  const [, sign = "", whole = "", fraction = "", mark] = match;
  const value = parseDecimal(sign + whole.replaceAll(",", "") + fraction);
  if (value === null) return { kind: "text" };
  const oddities: NumberOddity[] = ["text"];
  if (/[０-９．，％＋－]/u.test(text)) oddities.push("full-width");
  if (text.replace(INVISIBLE, "") !== text) oddities.push("spaces");
  if (whole.includes(",")) oddities.push("thousands");
  if (mark === "分") oddities.push("unit-mark");
  if (mark === "%") oddities.push("percent");
  return { kind: "number", value, oddities };
}

function isOneNumber(text: string): boolean {
  return !OTHER_NUMERALS.test(text) && !TWO_NUMBERS.test(text.normalize("NFKC"));
}
