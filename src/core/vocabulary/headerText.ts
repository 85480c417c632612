import { decimalToNumber, parseDecimal, type Decimal } from "../numbers/decimal";
import { plainText } from "../numbers/readNumber";
import { stemOf } from "./fillerWords";

/** A header cell taken apart: its words, and the weight and full mark that it states. */
export interface HeaderText {
  /** The text as written, with single spaces and no line breaks: `2019 Score`, `1.1党建（复评）`. Tells headers apart. */
  readonly whole: string;
  /** The whole text, NFKC, without white space. */
  readonly plain: string;
  /** Without brackets, numbering, weights and marks: `1.结果得分（55%，满分100分）` → `结果得分`. */
  readonly words: string;
  /** The same without the filler at the end: `结果`. */
  readonly stem: string;
  /** As a fraction: `10%` → 0.10. */
  readonly weight: Decimal | null;
  /** In points: `（100分）`, `满分100`. */
  readonly fullMark: Decimal | null;
  /** A number alone in brackets at the end, which may be a full mark or a weight: `卫生(20)`. */
  readonly bareNumber: Decimal | null;
  /** What the column may be multiplied by: `Impact (3x)`, `Safety (0.25)`, `外语×2`. Only arithmetic can say that it is. */
  readonly factor: Decimal | null;
  /** What stands in brackets: `得分（结果）` → `结果`. */
  readonly notes: readonly string[];
}

/** Longer headers are explanations: what is behind this is not looked at. */
const LONGEST_HEADER = 200;

const BRACKETS = /[([{【〔〈《]([^()[\]{}【】〔〕〈〉《》]*)[)\]}】〕〉》]/g;
/** 1. and （一） and the clause 1.1 before words; 7.3-1 and 2019 are no numbering. */
const NUMBERING =
  /^(?:[(](?:[一二三四五六七八九十]+|\d{1,2})[)][、.．:：]?|(?:[一二三四五六七八九十]+|\d{1,2})[)]?[、.．:：](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}[、.．:：]?(?=\p{L})(?!分))/u;
/** ① and the like, which normalisation would make part of the words. */
const CIRCLED = /^\s*[\u2460-\u249B\u2776-\u2793\u3220-\u3229][、.．]?/;
/** A header lettered for a formula, `A结果得分`; A组 and B类 are names. */
const LETTERED = /^[A-Za-z](?:[、.．:：]|(?=\p{Script=Han}{3})(?![组类级档班部区]))/u;
const WEIGHT = /(?:权重|占比?|占|×|x|\*)?[:：]?(\d{1,3}(?:\.\d+)?)%/i;
const FULL_MARK =
  /(?:满分值?|总分|分值|标准分|折合|折算)[:：为]?(\d{1,4}(?:\.\d+)?)分?|^(\d{1,4}(?:\.\d+)?)分(?:制)?$|×(\d{1,4})分?$/;
const WEIGHT_WORDS = /(?:权重|占比?)?[×x*]?\d{1,3}(?:\.\d+)?%/gi;
/** `得分100分` states a full mark without brackets; only a mark at the very end counts. */
const MARK_AT_END = /(?:满分\d{1,4}(?:\.\d+)?分?|\d{1,4}(?:\.\d+)?分)$/;
const BARE_NUMBER = /.[([{【](\d{1,3}(?:\.\d+)?)[)\]}】]$/;
const FACTOR = /^[×x*]?(\d{1,3}(?:\.\d+)?)[×x*]?$/i;
const FACTOR_AT_END = /[×*](\d{1,3}(?:\.\d+)?)$/;
const ANNOTATION = /^[(（]?(?:满分|权重)?[:：]?\d{1,4}(?:\.\d+)?[分%]?[)）]?$/;
const CLOSING_MARKS = ":：、,，;；。.*★☆※";
/** Smaller numbers count headers, (2015) is a year. */
const LEAST_BARE_NUMBER = 5;

/** Takes a header cell's text apart. White space and line breaks inside do not matter. */
export function readHeaderText(text: string): HeaderText {
  const clipped = text.slice(0, LONGEST_HEADER);
  const plain = plainText(clipped.replace(CIRCLED, ""));
  const notes: string[] = [];
  const outside = plain.replace(BRACKETS, (_, inside: string) => {
    notes.push(inside);
    return "";
  });
  const bare = outside.replace(NUMBERING, "").replace(LETTERED, "");
  const weightText = firstMatch(WEIGHT, [...notes, bare]);
  const fullMarkText = firstMatch(FULL_MARK, [...notes, MARK_AT_END.exec(bare)?.[0] ?? ""]);
  const words = withoutClosingMarks(bare.replace(WEIGHT_WORDS, "").replace(MARK_AT_END, ""));
  const kept = words === "" ? bare : words;
  return {
    whole: wholeText(clipped),
    plain,
    words: kept,
    stem: stemOf(kept),
    weight: weightText === null ? null : percentage(weightText),
    fullMark: fullMarkText === null ? null : parseDecimal(fullMarkText),
    bareNumber: bareNumberIn(plain),
    factor: factorIn(notes, bare),
    notes,
  };
}

/** A header cell that only states a weight or a full mark: `55%`, `（100分）`. */
export function isAnnotation(text: string): boolean {
  return ANNOTATION.test(plainText(text.slice(0, LONGEST_HEADER)));
}

/** The words on one line: a break between ideographs is no space, one between other words is. */
export function wholeText(text: string): string {
  const [first = "", ...lines] = text
    .split("\n")
    .map((line) =>
      line
        .split(/\s+/)
        .filter((word) => word !== "")
        .join(" "),
    )
    .filter((line) => line !== "");
  return lines.reduce((joined, line) => {
    const isBroken = isWide(joined.at(-1) ?? "") || isWide(line.charAt(0));
    return isBroken ? joined + line : `${joined} ${line}`;
  }, first);
}

/** Ideographs, kana and full-width signs, which stand without spaces. */
function isWide(character: string): boolean {
  return character >= "\u2E80" && character <= "\uFFEF" && !(character >= "\uAC00" && character <= "\uD7FF");
}

function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING_MARKS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function firstMatch(pattern: RegExp, texts: readonly string[]): string | null {
  for (const text of texts) {
    // A group that took no part is undefined, whatever the type of exec says.
    const groups: readonly (string | undefined)[] = pattern.exec(text)?.slice(1) ?? [];
    const found = groups.find((group) => group !== undefined);
    if (found !== undefined) return found;
  }
  return null;
}

function bareNumberIn(plain: string): Decimal | null {
  const text = BARE_NUMBER.exec(plain)?.[1];
  const number = text === undefined ? null : parseDecimal(text);
  return number !== null && decimalToNumber(number) >= LEAST_BARE_NUMBER ? number : null;
}

function factorIn(notes: readonly string[], bare: string): Decimal | null {
  const text = firstMatch(FACTOR, notes) ?? firstMatch(FACTOR_AT_END, [bare]);
  return text === null ? null : parseDecimal(text);
}

function percentage(text: string): Decimal | null {
  const number = parseDecimal(text);
  return number === null ? null : { units: number.units, places: number.places + 2 };
}
