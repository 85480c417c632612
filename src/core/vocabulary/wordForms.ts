import type { Concept, LanguageWords, WordForm } from "./concept";
import { comparedText, isAlphabetic, type NormalText } from "./normalText";
import { WordTree } from "./wordTree";

/** One form of a concept, ready to be held against texts. */
interface PreparedForm {
  readonly concept: Concept;
  readonly form: WordForm;
  /** Null where nothing may stand there. */
  readonly before: WordTree<"before" | "between"> | null;
  readonly after: WordTree<true> | null;
  readonly openers: readonly string[] | null;
  readonly left: readonly string[];
}

/** A word of a form, and whether it is telling enough to mean something inside other words. */
interface FormWord {
  readonly form: PreparedForm;
  readonly telling: boolean;
}

/** How a text names a concept, and where in it the words stand. */
export interface FormHit {
  readonly concept: Concept;
  readonly strength: "whole" | "affixed" | "contained";
  readonly from: number;
  readonly to: number;
}

/** All words of all concepts. */
export class WordForms {
  private readonly words = new WordTree<FormWord>();
  /** Forms for which something is taken out of the text first. */
  private readonly reduced: { readonly form: PreparedForm; readonly words: WordTree<true> }[] = [];

  constructor(languages: readonly LanguageWords[]) {
    for (const language of languages) {
      // Object.entries widens the key type; every key of a language is a concept.
      for (const [concept, forms] of Object.entries(language) as [Concept, WordForm | WordForm[]][]) {
        for (const form of Array.isArray(forms) ? forms : [forms]) this.add(prepare(concept, form));
      }
    }
  }

  private add(form: PreparedForm): void {
    const words = wordsOf(form.form.words);
    if (form.left.length > 0) {
      const tree = new WordTree<true>();
      for (const word of words) tree.add(word, true);
      this.reduced.push({ form, words: tree });
      return;
    }
    for (const word of words) {
      this.words.add(word, { form, telling: isTelling(word, form.form) });
    }
  }

  /** Everything that a text names, in the order of the words in it; a concept may be among them several times. */
  hits(normal: NormalText): FormHit[] {
    const { text } = normal;
    const hits: FormHit[] = [];
    const around = new Surroundings(normal);
    for (let from = 0; from < text.length; from += 1) {
      this.words.walk(text, from, ({ form, telling }, to) => {
        const strength = around.strengthOf(form, from, to);
        if (strength !== null) hits.push({ concept: form.concept, strength, from, to });
        else if (telling && isApart(normal, from, to)) {
          hits.push({ concept: form.concept, strength: "contained", from, to });
        }
      });
    }
    for (const { form, words } of this.reduced) hits.push(...reducedHits(form, words, normal));
    return hits;
  }
}

/** The words of a list, in the form in which texts are compared. */
export function wordsOf(list: string): string[] {
  return list
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => comparedText(word.replaceAll("_", " ")).text);
}

function prepare(concept: Concept, form: WordForm): PreparedForm {
  const before = wordsOf(form.before ?? "").map((word) => [word, "before"] as const);
  const between = wordsOf(form.between ?? "").map((word) => [word, "between"] as const);
  const after = wordsOf(form.after ?? "").map((word) => [word, true] as const);
  const { anythingAfter } = form;
  const openers =
    anythingAfter === undefined ? null : anythingAfter.trim() === "" ? [""] : anythingAfter.split(" ");
  return {
    concept,
    form,
    before: treeOf([...before, ...between]),
    after: treeOf(after),
    openers,
    left: wordsOf(form.without ?? ""),
  };
}

function treeOf<Value>(words: readonly (readonly [string, Value])[]): WordTree<Value> | null {
  if (words.length === 0) return null;
  const tree = new WordTree<Value>();
  for (const [word, value] of words) tree.add(word, value);
  return tree;
}

/** What stands before and after the places of one text, for any form: each is found out once. */
class Surroundings {
  private readonly fronts = new Map<WordTree<"before" | "between">, readonly boolean[]>();
  private readonly backs = new Map<WordTree<true>, readonly boolean[]>();

  constructor(private readonly normal: NormalText) {}

  /** How words at a place name the form's concept, by what stands before and after them; null: they do not. */
  strengthOf(form: PreparedForm, from: number, to: number): FormHit["strength"] | null {
    if (!this.isBefore(form, from) || !this.isAfter(form, to)) return null;
    if (from === 0 && to === this.normal.text.length) return "whole";
    const { anythingBefore, anythingAfter } = form.form;
    return anythingBefore !== undefined && anythingAfter?.trim() === "" ? "contained" : "affixed";
  }

  private isBefore({ form, before }: PreparedForm, from: number): boolean {
    if (from === 0) return form.needsBefore !== true;
    const { edges } = this.normal;
    if (form.anythingBefore !== undefined && from <= form.anythingBefore && edges[from] === true) return true;
    return before !== null && this.remembered(this.fronts, before, frontPlaces)[from] === true;
  }

  private isAfter({ after, openers }: PreparedForm, to: number): boolean {
    const { text, edges } = this.normal;
    if (to === text.length) return true;
    if (edges[to] === true && openers?.some((opener) => text.startsWith(opener, to))) return true;
    return after !== null && this.remembered(this.backs, after, backPlaces)[to] === true;
  }

  private remembered<Value>(
    known: Map<WordTree<Value>, readonly boolean[]>,
    tree: WordTree<Value>,
    find: (tree: WordTree<Value>, text: string) => readonly boolean[],
  ): readonly boolean[] {
    const places = known.get(tree) ?? find(tree, this.normal.text);
    known.set(tree, places);
    return places;
  }
}

/** The places of a text that are reached by taking words off its front; words that come between never begin. */
function frontPlaces(before: WordTree<"before" | "between">, text: string): boolean[] {
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < text.length; at += 1) {
    if (reached[at] !== true) continue;
    before.walk(text, at, (kind, end) => {
      if (end > at && (kind === "before" || at > 0)) reached[end] = true;
    });
  }
  return reached;
}

/** The places of a text from which only such words stand up to its end. */
function backPlaces(after: WordTree<true>, text: string): boolean[] {
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[text.length] = true;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    after.walk(text, at, (_, end) => {
      if (end > at && reached[end] === true) reached[at] = true;
    });
  }
  return reached;
}

function reducedHits(form: PreparedForm, words: WordTree<true>, { text }: NormalText): FormHit[] {
  const kept = form.left.reduce((rest, word) => rest.replaceAll(word, ""), text);
  const around = new Surroundings({ text: kept, edges: new Array<boolean>(kept.length + 1).fill(true) });
  const hits: FormHit[] = [];
  for (let from = 0; from < kept.length; from += 1) {
    words.walk(kept, from, (_, to) => {
      const strength = around.strengthOf(form, from, to);
      if (strength === null) return;
      const isLess = strength === "whole" && kept !== text;
      hits.push({ concept: form.concept, strength: isLess ? "affixed" : strength, from, to });
    });
  }
  return hits;
}

/** A single ideograph or two letters stand in too many other words. */
function isTelling(word: string, form: WordForm): boolean {
  const { needsBefore, anythingBefore, anythingAfter, insideFrom = 3 } = form;
  // Such forms say themselves where their words may stand.
  if (needsBefore === true || anythingBefore !== undefined || anythingAfter !== undefined) return false;
  return word.length >= (isAlphabetic(word.charAt(0)) ? insideFrom : 2);
}

/** Whether words stand apart from what is around them: 平均 anywhere, mean not in meaning. */
function isApart({ edges }: NormalText, from: number, to: number): boolean {
  return edges[from] === true && edges[to] === true;
}
