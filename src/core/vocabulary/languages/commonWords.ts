import type { Concept, LanguageWords, WordForm } from "../concept";

/** The commonest words of a language, a line a meaning. */
export interface CommonWords {
  /** Whoever is assessed: name, surname, student, employee. */
  readonly person: string;
  /** Team, department, school, company. */
  readonly body: string;
  readonly group: string;
  readonly sequence: string;
  readonly total: string;
  readonly mean: string;
  readonly rank: string;
  readonly grade: string;
  readonly score: string;
  readonly weight: string;
  readonly maximum: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly note: string;
  readonly date: string;
  /** Month, quarter, year. */
  readonly period: string;
  /** Criterion, subject, indicator. */
  readonly item: string;
  /** What links two words: of, of the. */
  readonly links?: string;
}

/** Shorter words of one language mean something else in the headers of another. */
const LEAST_LETTERS_INSIDE = 5;

/** What each of the common words means in a table; averages and totals head columns and rows. */
export function meaningsOf(words: CommonWords): LanguageWords {
  const { person, body, links = "", score, total, mean, weight, maximum } = words;
  const units = `${person} ${body}`;
  return alone({
    unit: { words: units, before: `${units} ${links}` },
    person: { words: person, before: `${person} ${links}` },
    group: { words: words.group },
    sequence: { words: words.sequence },
    total: { words: total, after: `${links} ${score}` },
    sum: { words: total },
    "weak-total": { words: `${mean} ${score}`, after: `${links} ${score}` },
    mean: { words: mean, after: `${links} ${score}` },
    rank: { words: words.rank },
    grade: { words: words.grade },
    score: { words: score },
    "item-score": { words: score },
    weight: { words: weight },
    "weight-row": { words: weight },
    "full-mark": { words: maximum },
    "mark-row": { words: maximum },
    bonus: { words: words.bonus },
    deduction: { words: words.penalty },
    note: { words: words.note },
    date: { words: words.date },
    period: { words: words.period },
    item: { words: words.item },
    "summary-row": { words: `${total} ${mean}` },
  });
}

/** The same words, the short ones of which count by themselves only. */
function alone(meanings: Readonly<Partial<Record<Concept, WordForm>>>): LanguageWords {
  return Object.fromEntries(
    Object.entries(meanings).map(([concept, form]) => [
      concept,
      { ...form, insideFrom: LEAST_LETTERS_INSIDE },
    ]),
  );
}
