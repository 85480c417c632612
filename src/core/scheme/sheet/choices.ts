import { ROUNDING_MODES } from "../../numbers/rounding";
import { RANKING_ORDERS, TIE_RULES } from "../scheme";

/** The choices of a cell: what the scheme says, and the word that the sheet has for it. */
export type Choices<Value extends string> = readonly (readonly [value: Value, word: string])[];

export const ROUNDING_CHOICES = choicesOf(ROUNDING_MODES, {
  "half-up": "四舍五入",
  "half-even": "四舍六入五成双",
});

export const TIE_CHOICES = choicesOf(TIE_RULES, {
  competition: "并列后跳号（1、2、2、4）",
  dense: "并列后不跳号（1、2、2、3）",
  ordinal: "不并列（1、2、3、4）",
});

export const ORDER_CHOICES = choicesOf(RANKING_ORDERS, {
  descending: "分高者在前",
  ascending: "分低者在前",
});

export const SANCTION_RULES: Choices<"sum" | "highest"> = [
  ["sum", "累计扣分"],
  ["highest", "只扣最重的一项"],
];

/** What stands in for the total in periods without the yearly items. */
export const DYNAMIC_RULES: Choices<"none" | "plain" | "convert"> = [
  ["none", "与全年相同"],
  ["plain", "不含“仅全年”的项目"],
  ["convert", "不含“仅全年”的项目，折算成满分"],
];

export const DUE: Choices<"always" | "annual"> = [
  ["always", "每期"],
  ["annual", "仅全年"],
];

export const ADJUSTMENT_KINDS: Choices<"bonus" | "deduction" | "veto"> = [
  ["bonus", "加分"],
  ["deduction", "扣分"],
  ["veto", "一票否决"],
];

export const COUNTING: Choices<"time" | "once"> = [
  ["time", "每次"],
  ["once", "只计一次"],
];

/** Kinds of period, as ids without the year. */
export const PERIODS: Choices<string> = [
  ["q1", "一季度"],
  ["q2", "二季度"],
  ["q3", "三季度"],
  ["q4", "四季度"],
  ["h1", "上半年"],
  ["h2", "下半年"],
  ["annual", "全年"],
  ...Array.from({ length: 12 }, (_, month): readonly [string, string] => [
    `m${String(month + 1).padStart(2, "0")}`,
    `${String(month + 1)}月`,
  ]),
];

/** Every value with its word; a value without one does not compile. */
function choicesOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Choices<Value> {
  return values.map((value) => [value, words[value]]);
}

/** The word of a value. */
export function wordOf<Value extends string>(choices: Choices<Value>, value: Value): string {
  return choices.find(([one]) => one === value)?.[1] ?? value;
}

/** The value of a word, spaces, full-width forms and what stands in brackets aside; null for a word that is none. */
export function valueOf<Value extends string>(choices: Choices<Value>, word: string): Value | null {
  const wanted = bare(word);
  return choices.find(([, one]) => bare(one) === wanted)?.[0] ?? null;
}

function bare(word: string): string {
  return word
    .normalize("NFKC")
    .replace(/\([^()]*\)/g, "")
    .replace(/[\s“”"]/g, "");
}

/** The words of choices, for a drop-down. */
export function wordsOf<Value extends string>(choices: Choices<Value>): string[] {
  return choices.map(([, word]) => word);
}
