import type { Concept } from "./concept";
import { LANGUAGES } from "./languages/languages";
import { isAlphabetic, normalText, type NormalText } from "./normalText";
import { isDigit } from "./numerals";
import { WordForms } from "./wordForms";

export type { Concept } from "./concept";

/** How surely a text names a concept: as a whole, with affixes, or somewhere among other words. */
export type Strength = "whole" | "affixed" | "contained";

/** A concept that a text names, and how. */
export interface ConceptMatch {
  readonly concept: Concept;
  readonly strength: Strength;
}

const FORMS = new WordForms(LANGUAGES);

/** Texts are asked about again and again, in turn; a workbook of ever other words does not fill the memory. */
const MOST_REMEMBERED = 60_000;
/** What most texts name: names of units. */
const NOTHING: ReadonlyMap<Concept, Strength> = new Map();
const remembered = new Map<string, ReadonlyMap<Concept, Strength>>();
/** What is longer names nothing and is not looked up again. */
const LONGEST_REMEMBERED = 200;

/**
 * The concepts that a text names, each once with the surest way: 总分 the total, 总分（上年） the total among other words.
 * Only the first 60 characters count.
 */
export function conceptsOf(text: string): readonly ConceptMatch[] {
  return [...strengthsOf(text)].map(([concept, strength]) => ({ concept, strength }));
}

/** Whether a text names a concept: nothing but its words stands there, with or without affixes. */
export function names(text: string, concept: Concept): boolean {
  const strength = strengthsOf(text).get(concept);
  return strength === "whole" || strength === "affixed";
}

/** Whether words of a concept stand anywhere in a text; those of alphabets as words of their own. */
export function contains(text: string, concept: Concept): boolean {
  return strengthsOf(text).has(concept);
}

/** Where words stand in a text, as it is compared. */
export interface Occurrence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Everywhere that words of a concept stand in a text, in their order; of several at one place the longest. */
export function occurrencesOf(written: string, concept: Concept): readonly Occurrence[] {
  const normal = normalText(written);
  const longest = new Map<number, Occurrence>();
  for (const { concept: named, from, to } of FORMS.hits(normal)) {
    const known = longest.get(from);
    if (named === concept && (known === undefined || known.to < to))
      longest.set(from, { text: normal.text, from, to });
  }
  return [...longest.values()];
}

/** The first words of a concept that stand in a text, as compared: 第一组 in 2015年第一组成绩; null where none do. */
export function wordsNaming(text: string, concept: Concept): string | null {
  const [first] = occurrencesOf(text, concept);
  return first === undefined ? null : first.text.slice(first.from, first.to);
}

function strengthsOf(text: string): ReadonlyMap<Concept, Strength> {
  const key = text.length > LONGEST_REMEMBERED ? text.slice(0, LONGEST_REMEMBERED) : text;
  const known = remembered.get(key);
  if (known) return known;
  const normal = normalText(key);
  const strengths = own(normal);
  const further = [...bothHalves(normal), ...outsideBrackets(normal)];
  for (const concept of further) {
    if (strengths.get(concept) !== "whole") strengths.set(concept, "affixed");
  }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const kept = strengths.size === 0 ? NOTHING : strengths;
  remembered.set(key, kept);
  return kept;
}

const ORDER: readonly Strength[] = ["contained", "affixed", "whole"];

function own(normal: NormalText): Map<Concept, Strength> {
  const strengths = new Map<Concept, Strength>();
  for (const { concept, strength } of FORMS.hits(normal)) {
    const known = strengths.get(concept);
    if (known === undefined || ORDER.indexOf(strength) > ORDER.indexOf(known))
      strengths.set(concept, strength);
  }
  return strengths;
}

/**
 * What a header in two languages names (总分Total, 姓名/Name, Name（姓名）): the concepts of both halves. A corner that is
 * cut by a slanting line, 项目/单位, heads the units that stand under it.
 */
function bothHalves(normal: NormalText): Concept[] {
  const { text } = normal;
  if (text.length > LONGEST_BILINGUAL) return [];
  let splits = 0;
  for (let at = 1; at < text.length && splits < MOST_SPLITS; at += 1) {
    const isSlash = SLASHES.includes(text.charAt(at));
    if (!isSlash && !changesScript(text, at)) continue;
    const [left, right] = [part(normal, 0, at), part(normal, isSlash ? at + 1 : at, text.length)];
    if (left.text === "" || right.text === "") continue;
    splits += 1;
    const [before, after] = [own(left), own(right)];
    const isNamed = (side: Map<Concept, Strength>, concept: Concept) =>
      side.has(concept) && side.get(concept) !== "contained";
    const both = [...before.keys()].filter(
      (concept) => isNamed(before, concept) && isNamed(after, concept) && !ANSWERS.has(concept),
    );
    const isCorner = (one: Map<Concept, Strength>, other: Map<Concept, Strength>) =>
      isNamed(one, "unit") && (isNamed(other, "item") || isNamed(other, "score"));
    if (isSlash && (isCorner(before, after) || isCorner(after, before))) return [...both, "unit"];
    if (both.length > 0) return both;
  }
  return [];
}

/** What a text names without a remark in brackets at its end or beginning: 总分（100分） the total; 加（减）分 has none. */
function outsideBrackets({ text, edges }: NormalText): Concept[] {
  const from = text.indexOf("(");
  if (from < 0 || (from > 0 && !text.endsWith(")"))) return [];
  let depth = 0;
  let outside = "";
  const kept: boolean[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      outside += character;
      kept.push(edges[at] === true || kept.length === from);
    }
  }
  if (outside === "") return [];
  const strengths = own({ text: outside, edges: [...kept, true] });
  return [...strengths]
    .filter(([concept, strength]) => strength !== "contained" && !ANSWERS.has(concept))
    .map(([concept]) => concept);
}

/** Longer texts are sentences, not headers in two languages. */
const LONGEST_BILINGUAL = 30;
/** Nor do such change between them often. */
const MOST_SPLITS = 3;
const SLASHES = "/\\|";
const BRACKETS = "()[]";
/** What cells answer: halves of it, or what stands outside brackets, are another answer. */
const ANSWERS: ReadonlySet<Concept> = new Set([
  "nothing",
  "yes",
  "no",
  "measure",
  "rank-text",
  "no-bonus",
  "no-deduction",
  "no-net",
  "no-veto",
  "filler",
  "end-filler",
]);

/** Whether one half of a text in two languages ends at a place: letters of an alphabet beside other signs. */
function changesScript(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (BRACKETS.includes(after)) return true;
  const isPlain = (character: string) => isDigit(character) || ".:-'".includes(character);
  return isAlphabetic(before) !== isAlphabetic(after) && !isPlain(before) && !isPlain(after);
}

/** A part of a text without the brackets around it. */
function part({ text, edges }: NormalText, from: number, to: number): NormalText {
  let [start, end] = [from, to];
  while (start < end && BRACKETS.includes(text.charAt(start))) start += 1;
  while (end > start && BRACKETS.includes(text.charAt(end - 1))) end -= 1;
  return { text: text.slice(start, end), edges: [...edges.slice(start, end), true] };
}
