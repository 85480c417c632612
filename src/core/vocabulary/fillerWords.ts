import { plainText } from "../numbers/readNumber";
import type { Concept, WordForm } from "./concept";
import { LANGUAGES } from "./languages/languages";
import { simplified } from "./traditional";
import { wordsOf } from "./wordForms";
import { WordTree } from "./wordTree";

const ADJUSTMENT = "adjustment";
const BEFORE_ADJUSTMENT = treeOf(ADJUSTMENT, ({ before }) => before);
const AFTER_ADJUSTMENT = treeOf(ADJUSTMENT, ({ after }) => after);
/** A name has so many characters at least. */
const LEAST_NAME = 2;

const trees = new Map<Concept, WordTree<true>>();

/** A text without a concept's words, wherever they stand. It may be empty then. */
export function withoutWords(text: string, concept: Concept): string {
  const plain = plainText(text);
  const compared = comparable(plain);
  const tree = wordsOfConcept(concept);
  let kept = "";
  for (let at = 0; at < plain.length;) {
    const end = longestFrom(tree, compared, at);
    if (end === at) kept += plain.charAt(at);
    at = Math.max(end, at + 1);
  }
  return kept;
}

/** A text without the words that may stand around a name anywhere: 年度结果得分 → 结果. */
export function withoutFiller(text: string): string {
  return withoutWords(text, "filler");
}

/** A text without the longest of a concept's words that ends it; the text where none does. */
export function withoutEnding(words: string, concept: Concept): string {
  return words.slice(0, startOfEnding(wordsOfConcept(concept), comparable(words)));
}

/** A text without the filler at its end: 结果得分, 结果分 and 结果 have one stem. Filler alone is its own stem. */
export function stemOf(words: string): string {
  const stem = withoutEnding(words, "end-filler");
  return stem === "" ? words : stem;
}

/** An adjustment's name without what stands around it: 被约谈次数, 约谈扣分 and 约谈 are one. */
export function bareAdjustmentName(words: string): string {
  const compared = comparable(words);
  const [from, to] = [longestFrom(BEFORE_ADJUSTMENT, compared, 0), startOfEnding(AFTER_ADJUSTMENT, compared)];
  for (const [start, end] of [
    [from, words.length],
    [0, to],
  ] as const) {
    const bare = words.slice(start, end);
    if (bare !== words && bare.length >= LEAST_NAME) return bareAdjustmentName(bare);
  }
  return words;
}

/** Where the longest word that begins at a place ends; the place itself where none begins. */
function longestFrom(tree: WordTree<true>, text: string, from: number): number {
  let longest = from;
  tree.walk(text, from, (_, end) => {
    longest = Math.max(longest, end);
  });
  return longest;
}

/** Where the longest word that ends a text begins; its end where none does. */
function startOfEnding(tree: WordTree<true>, text: string): number {
  for (let from = 0; from < text.length; from += 1) {
    if (longestFrom(tree, text, from) === text.length) return from;
  }
  return text.length;
}

/** Each character in lower case and simplified, so that places are the same as in the text. */
function comparable(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const lower = text.charAt(at).toLowerCase();
    return simplified(lower.length === 1 ? lower : text.charAt(at));
  }).join("");
}

function wordsOfConcept(concept: Concept): WordTree<true> {
  const tree = trees.get(concept) ?? treeOf(concept, ({ words }) => words);
  trees.set(concept, tree);
  return tree;
}

function treeOf(concept: Concept, list: (form: WordForm) => string | undefined): WordTree<true> {
  const tree = new WordTree<true>();
  for (const language of LANGUAGES) {
    const forms: readonly WordForm[] = [language[concept] ?? []].flat();
    for (const form of forms) for (const word of wordsOf(list(form) ?? "")) tree.add(word, true);
  }
  return tree;
}
