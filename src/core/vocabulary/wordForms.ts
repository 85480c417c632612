import type { Concept, LanguageWords, WordForm } from "./concept";
import { comparedText, isAlphabetic, type NormalText } from "./normalText";
import { WordTree } from "./wordTree";

/** One form of a concept, ready to be held against texts. */
interface PreparedForm {
  readonly concept: Concept;
  readonly form: WordForm;
  readonly before: WordTree<"before" | "between">;
  readonly after: WordTree<true>;
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
    for (let from = 0; from < text.length; from += 1) {
      this.words.walk(text, from, ({ form, telling }, to) => {
        const strength = strengthOf(form, normal, from, to);
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
  const before = new WordTree<"before" | "between">();
  for (const word of wordsOf(form.before ?? "")) before.add(word, "before");
  for (const word of wordsOf(form.between ?? "")) before.add(word, "between");
  const after = new WordTree<true>();
  for (const word of wordsOf(form.after ?? "")) after.add(word, true);
  const { anythingAfter } = form;
  const openers =
    anythingAfter === undefined ? null : anythingAfter.trim() === "" ? [""] : anythingAfter.split(" ");
  return { concept, form, before, after, openers, left: wordsOf(form.without ?? "") };
}

/** How the words at a place of a text name the form's concept, by what stands before and after them; null: not. */
function strengthOf(
  form: PreparedForm,
  normal: NormalText,
  from: number,
  to: number,
): FormHit["strength"] | null {
  const { text } = normal;
  if (!isBefore(form, normal, from) || !isAfter(form, normal, to)) return null;
  if (from === 0 && to === text.length) return "whole";
  const { anythingBefore, anythingAfter } = form.form;
  return anythingBefore !== undefined && anythingAfter?.trim() === "" ? "contained" : "affixed";
}

function isBefore({ form, before }: PreparedForm, { text, edges }: NormalText, from: number): boolean {
  if (from === 0) return form.needsBefore !== true;
  if (form.anythingBefore !== undefined && from <= form.anythingBefore && edges[from] === true) return true;
  // Places that can be reached by taking words off the front, and whether only words of `before` may come next.
  const reached = new Array<boolean>(from + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < from; at += 1) {
    if (!reached[at]) continue;
    before.walk(text, at, (kind, end) => {
      if (end <= from && end > at && (kind === "before" || at > 0)) reached[end] = true;
    });
  }
  return reached[from] === true;
}

function isAfter({ after, openers }: PreparedForm, { text, edges }: NormalText, to: number): boolean {
  if (to === text.length) return true;
  if (edges[to] === true && openers?.some((opener) => text.startsWith(opener, to))) return true;
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[to] = true;
  for (let at = to; at < text.length; at += 1) {
    if (!reached[at]) continue;
    after.walk(text, at, (_, end) => {
      if (end > at) reached[end] = true;
    });
  }
  return reached[text.length] === true;
}

function reducedHits(form: PreparedForm, words: WordTree<true>, { text }: NormalText): FormHit[] {
  const kept = form.left.reduce((rest, word) => rest.replaceAll(word, ""), text);
  const reduced = { text: kept, edges: new Array<boolean>(kept.length + 1).fill(true) };
  const hits: FormHit[] = [];
  for (let from = 0; from < kept.length; from += 1) {
    words.walk(kept, from, (_, to) => {
      const strength = strengthOf(form, reduced, from, to);
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
