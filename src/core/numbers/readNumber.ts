import { compareDecimals, negateDecimal, parseDecimal, type Decimal } from "./decimal";

/**
 * How a text that means a number departs from a plain number. The first six have one meaning: each is a finding and a
 * safe repair. The others may mean something else.
 */
export type NumberOddity =
  | "text"
  | "full-width"
  | "spaces"
  | "thousands"
  | "unit-mark"
  | "percent"
  | "brackets"
  | "decimal-comma"
  | "other-thousands"
  | "currency"
  | "other-mark"
  | "out-of"
  | "per-mille";

/** A number that a text means, exactly, with what is odd about the text. */
export interface WrittenNumber {
  readonly value: Decimal;
  readonly oddities: readonly NumberOddity[];
}

/** What a cell's text means where a number is wanted. */
export type NumberReading =
  | ({ readonly kind: "number" } & WrittenNumber)
  /** What may well be a number, (5) or 95,5: enough for telling figures from words, never a score. */
  | ({ readonly kind: "likely" } & WrittenNumber)
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

/** Longer texts are sentences: they are not looked through. */
const LONGEST_NUMBER = 60;

const PLAIN_NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(分|%)?$/;

/** Digits with points, commas or apostrophes between signs that people set around figures. */
const LIKELY_NUMBER =
  /^([(<>≤≥~≈±*]{0,2})([$€£¥]?)([+-]?)([$€£¥]?)(\d[\d.,'’]*|\.\d+)([$€£¥]?)([%‰*)]{0,2})(?:分)?$/u;

/** Marks out of a full mark: 8.5/10. */
const OUT_OF = /^(\d+(?:[.,]\d+)?)\/(\d{1,4}(?:[.,]\d+)?)$/;

const TEXT: NumberReading = { kind: "text" };

/**
 * The one reading of a text that stands where a number is wanted: `９５．５分` → 95.5, ` 1,234 ` → 1234, `95%` → 95 with
 * the oddity `percent` (95 points for a score; `amountOf` makes 0.95 of it for arithmetic). Signs + - − are taken;
 * brackets, decimal commas, full marks (8/10) and currencies make a number likely only; exponents, two numbers, footnote marks (95①) or
 * words are not a number.
 */
export function readNumber(text: string): NumberReading {
  const plain = plainText(text).replace(/[−–]/g, "-");
  if (plain.length > LONGEST_NUMBER) return TEXT;
  if (NONE_MARKS.has(plain.toLowerCase())) return { kind: "none", mark: text };
  const written = plainNumber(plain, text);
  const likely = written === null ? (likelyNumber(plain) ?? marksOutOf(plain)) : null;
  const number = written ?? likely;
  if (number === null || (plain !== text && !isOneNumber(text))) return TEXT;
  return { kind: written === null ? "likely" : "number", ...number };
}

/** The amount that a written number stands for in arithmetic: 95% is 0.95, as a cell with that format holds it. */
export function amountOf({ value, oddities }: WrittenNumber): Decimal {
  const shift = oddities.includes("percent") ? 2 : oddities.includes("per-mille") ? 3 : 0;
  return shift === 0 ? value : { units: value.units, places: value.places + shift };
}

function plainNumber(plain: string, text: string): WrittenNumber | null {
  const match = PLAIN_NUMBER.exec(plain);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", mark] = match;
  const value = parseDecimal(sign + whole.replaceAll(",", "") + fraction);
  if (value === null) return null;
  const oddities: NumberOddity[] = ["text"];
  if (/[０-９．，％＋－]/u.test(text)) oddities.push("full-width");
  if (text.replace(INVISIBLE, "") !== text) oddities.push("spaces");
  if (whole.includes(",")) oddities.push("thousands");
  if (mark === "分") oddities.push("unit-mark");
  if (mark === "%") oddities.push("percent");
  return { value, oddities };
}

function likelyNumber(plain: string): WrittenNumber | null {
  const match = LIKELY_NUMBER.exec(plain);
  if (!match) return null;
  const [, before = "", first = "", sign = "", second = "", digits = "", third = "", after = ""] = match;
  const [opens, closes] = [before.includes("("), after.includes(")")];
  const isNegative = opens && closes;
  const { decimal, comma } = withPoint(digits.replace(/['’]/g, ""));
  const value = parseDecimal(sign + decimal);
  if (value === null) return null;
  const oddities: NumberOddity[] = ["text"];
  if (isNegative) oddities.push("brackets");
  if (comma) oddities.push(comma);
  if (/['’]/.test(digits)) oddities.push("other-thousands");
  if (first + second + third !== "") oddities.push("currency");
  if (opens !== closes || /[<>≤≥~≈±*]/u.test(before + after)) oddities.push("other-mark");
  if (after.includes("%")) oddities.push("percent");
  if (after.includes("‰")) oddities.push("per-mille");
  return { value: isNegative ? negateDecimal(value) : value, oddities };
}

/** The full mark that a text gives marks out of: 10 of 8.5/10; null for anything else. */
export function fullMarkIn(text: string): string | null {
  return OUT_OF.exec(plainText(text))?.[2] ?? null;
}

function marksOutOf(plain: string): WrittenNumber | null {
  const [, marks = "", full = ""] = OUT_OF.exec(plain) ?? [];
  const value = parseDecimal(marks.replace(",", "."));
  const most = parseDecimal(full.replace(",", "."));
  if (value === null || most === null || compareDecimals(value, most) > 0) return null;
  return { value, oddities: ["text", "out-of"] };
}

/** Digits with a decimal point and no marks for thousands, whichever of comma and point was which. */
function withPoint(digits: string): { decimal: string; comma: NumberOddity | null } {
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma < 0) return { decimal: digits, comma: null };
  if (comma < point || /^\d{1,3}(?:,\d{3})+$/.test(digits))
    return { decimal: digits.replaceAll(",", ""), comma: "thousands" };
  return { decimal: digits.replaceAll(".", "").replace(",", "."), comma: "decimal-comma" };
}

function isOneNumber(text: string): boolean {
  return !OTHER_NUMERALS.test(text) && !TWO_NUMBERS.test(text.normalize("NFKC"));
}
