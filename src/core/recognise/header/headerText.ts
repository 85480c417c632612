import { decimalToNumber, parseDecimal, type Decimal } from "../../numbers/decimal";
import { plainText } from "../../numbers/readNumber";

/** A header cell taken apart: its words, and the weight and full mark that it states. */
export interface HeaderText {
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
  /** What stands in brackets: `得分（结果）` → `结果`. */
  readonly notes: readonly string[];
}

const BRACKETS = /[([{【〔〈《]([^()[\]{}【】〔〕〈〉《》]*)[)\]}】〕〉》]/g;
const NUMBERING =
  /^(?:[(]?(?:[一二三四五六七八九十]+|\d{1,2})[)]?[、.．:：]|[(](?:[一二三四五六七八九十]+|\d{1,2})[)])/;
/** ① and the like, which normalisation would make part of the words. */
const CIRCLED = /^\s*[\u2460-\u249B\u2776-\u2793\u3220-\u3229][、.．]?/;
/** A header lettered for a formula, `A结果得分`; A组 and B类 are names. */
const LETTERED = /^[A-Za-z](?:[、.．:：]|(?=\p{Script=Han}{3})(?![组类级档班部区]))/u;
const WEIGHT = /(?:权重|占比?|占|×|x|\*)?[:：]?(\d{1,3}(?:\.\d+)?)%/i;
const FULL_MARK =
  /(?:满分值?|总分|分值|标准分|折合|折算)[:：为]?(\d{1,4}(?:\.\d+)?)分?|^(\d{1,4}(?:\.\d+)?)分(?:制)?$|×(\d{1,4})分?$/;
const FILLER = /(?:得分|分数|成绩|分值|评分|打分|总?分|情况|结果得分)$/;

/** Takes a header cell's text apart. White space and line breaks inside do not matter. */
export function readHeaderText(text: string): HeaderText {
  const plain = plainText(text.replace(CIRCLED, ""));
  const notes: string[] = [];
  const outside = plain.replace(BRACKETS, (_, inside: string) => {
    notes.push(inside);
    return "";
  });
  const bare = outside.replace(NUMBERING, "").replace(LETTERED, "");
  const weightText = firstMatch(WEIGHT, [...notes, bare]);
  const fullMarkText = firstMatch(FULL_MARK, [...notes, markAtEnd(bare)]);
  const words = bare
    .replace(/(?:权重|占比?)?[×x*]?\d{1,3}(?:\.\d+)?%/gi, "")
    .replace(/(?:满分\d{1,4}(?:\.\d+)?分?|\d{1,4}(?:\.\d+)?分)$/, "")
    .replace(/[:：、,，;；。.*★☆※]+$/g, "");
  const kept = words === "" ? bare : words;
  return {
    plain,
    words: kept,
    stem: stemOf(kept),
    weight: weightText === null ? null : percentage(weightText),
    fullMark: fullMarkText === null ? null : parseDecimal(fullMarkText),
    bareNumber: bareNumberIn(plain),
    notes,
  };
}

/** Header words without the filler at the end: 结果得分, 结果分 and 结果 have one stem. */
export function stemOf(words: string): string {
  const stem = words.replace(FILLER, "");
  return stem === "" ? words : stem;
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

/** `得分100分` states a full mark without brackets; only a mark at the very end counts. */
function markAtEnd(text: string): string {
  return /(\d{1,4}(?:\.\d+)?分)$/.exec(text)?.[1] ?? "";
}

/** Smaller numbers count headers, (2015) is a year. */
function bareNumberIn(plain: string): Decimal | null {
  const text = /.[([{【](\d{1,3}(?:\.\d+)?)[)\]}】]$/.exec(plain)?.[1];
  const number = text === undefined ? null : parseDecimal(text);
  return number !== null && decimalToNumber(number) >= 5 ? number : null;
}

function percentage(text: string): Decimal | null {
  const number = parseDecimal(text);
  return number === null ? null : { units: number.units, places: number.places + 2 };
}
