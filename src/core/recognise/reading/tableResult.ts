import type { Fact } from "../../facts/fact";
import { conceptsOf, contains, type Concept } from "../../vocabulary/concepts";
import type { ColumnEvidence } from "./generalRoles";
import type { TableResult } from "./tableReading";

/** Facts by which a column may be the result of the others. */
const COMBINING: ReadonlySet<Fact["kind"]> = new Set([
  "sum",
  "weighted-sum",
  "mean",
  "trimmed-mean",
  "best-of",
  "max",
  "formula",
  "product",
  "count",
]);

/** A total stands before or after what it sums up, hardly ever amid it. */
function isAmidParts(fact: Fact): boolean {
  const parts = [...partsOf(fact)];
  return parts.some((part) => part < fact.column) && parts.some((part) => part > fact.column);
}

/** A multiple of one column says the same in another measure; it combines nothing. */
function combines({ kind, of, plus, minus }: Fact): boolean {
  if (!COMBINING.has(kind)) return false;
  return of.length + plus.length + minus.length > 1 || kind === "sum" || kind === "count";
}

/** Words weigh like this, in bits, for the column that is the result. */
const BITS_OF_CONCEPT: Partial<Record<Concept, number>> = {
  total: 5,
  "weak-total": 2,
  mean: 1,
  score: 1,
  subtotal: -1,
  "weighted-score": 2,
  rate: -2,
  bonus: -3,
  deduction: -3,
  net: -2,
  weight: -5,
  "full-mark": -5,
  change: -6,
  previous: -5,
  sequence: -8,
  identifier: -8,
  period: -4,
  date: -6,
};

/** A rival is asked about when it has nearly as much evidence. */
const CLOSE = 1.5;
/** With less than this nothing says which column is the result. */
const LEAST_BITS = 2;

/**
 * The column that the author publishes as the result: the one that the ranks rank, into which most of the scores flow,
 * whose header says so; `running`: the last of figures that grow from column to column. Null where nothing says which.
 */
export function resultOf(
  columns: readonly ColumnEvidence[],
  all: readonly Fact[],
  running: number | null,
): TableResult | null {
  const facts = all.filter(
    (fact) => isFilled(columns, fact.column) && (fact.kind !== "rank" || isCredible(fact, columns, all)),
  );
  const figures = columns.filter(
    ({ column, profile }) =>
      mayBeResult(profile) || facts.some((fact) => fact.kind === "rank" && fact.of.includes(column)),
  );
  const scored = figures
    .filter(({ column }) => !facts.some((fact) => fact.kind === "rank" && fact.column === column))
    .map((column) => ({ column, bits: bitsOf(column, figures, facts) }))
    .sort((left, right) => right.bits - left.bits || right.column.column - left.column.column);
  const [best, second] = scored;
  if (best === undefined) return null;
  // Where there is but one column of scores, nothing else can be ranked.
  const isAlone = scored.filter(({ column: { profile } }) => isScore(profile)).length === 1;
  const isOnly = isAlone && isScore(best.column.profile) && best.bits >= 0;
  const total = best.bits >= LEAST_BITS || isOnly ? best.column.column : running;
  const published = publishedRanking(columns, facts, total);
  const result = published !== null && figures.some(({ column }) => column === published) ? published : total;
  if (result === null) return null;
  const rank = rankOf(result, columns, facts);
  const isClose = result === total && second !== undefined && best.bits - second.bits < CLOSE;
  return {
    total: result,
    rank,
    within: rank?.within ?? null,
    order: rank?.order ?? (addsUpRanks(result, columns, facts) ? "ascending" : "descending"),
    rival: isClose ? second.column.column : null,
  };
}

/** Figures that measure something: no running number, no numbers that tell things apart. */
function isScore({ steps, dates, numbers, rows, whole, largest }: ColumnEvidence["profile"]): boolean {
  return !steps && !dates && numbers * 2 > rows && !(whole && largest >= 100_000);
}

/**
 * Whether a rank by arithmetic may be one: its header says so, or its figures are nearly all different places; and what
 * it ranks does not follow from it.
 */
function isCredible(fact: Fact, columns: readonly ColumnEvidence[], facts: readonly Fact[]): boolean {
  const own = columns.find(({ column }) => column === fact.column);
  if (own === undefined) return false;
  const follows = facts.some(
    ({ column, kind, of, plus, minus }) =>
      fact.of.includes(column) && kind !== "rank" && [...of, ...plus, ...minus].includes(fact.column),
  );
  if (follows) return false;
  const isNamed = own.path.some((text) => conceptsOf(text).some(({ concept }) => concept === "rank"));
  return isNamed || own.profile.distinct * 2 >= own.profile.numbers + own.profile.texts;
}

/**
 * The column that the only ranks of a table rank, where their header says nothing but rank: whatever else is added up,
 * this is how the author ranks. Medals are summed up, but ranked by the gold ones.
 */
function publishedRanking(
  columns: readonly ColumnEvidence[],
  facts: readonly Fact[],
  total: number | null,
): number | null {
  const ranks = facts.filter(({ kind }) => kind === "rank");
  const [first] = ranks.flatMap(({ of }) => of);
  if (first === undefined || ranks.some(({ of }) => of[0] !== first)) return null;
  // What is only another measure of the total is ranked as the total is.
  if (total !== null && ranks.some((rank) => rankedBy(rank, facts).has(total))) return null;
  const isPlain = ranks.some(({ column }) => {
    const leaf = columns.find((one) => one.column === column)?.path.at(-1) ?? "";
    const concepts = conceptsOf(leaf);
    return (
      concepts.some(({ concept, strength }) => concept === "rank" && strength === "whole") &&
      !concepts.some(({ concept }) => concept === "previous" || concept === "change")
    );
  });
  return isPlain ? first : null;
}

/** Whether a column is a sum or a mean of nothing but ranks, such as each judge's: the least is the best. */
function addsUpRanks(total: number, columns: readonly ColumnEvidence[], facts: readonly Fact[]): boolean {
  const fact = facts.find(({ column, kind }) => column === total && (kind === "sum" || kind === "mean"));
  if (fact === undefined || fact.minus.length > 0) return false;
  return [...partsOf(fact)].every((part) =>
    contains(columns.find(({ column }) => column === part)?.path.at(-1) ?? "", "rank"),
  );
}

/** What a rank ranks: its column, and the one that this is only a multiple of, which stands in the same order. */
function rankedBy(rank: Fact, facts: readonly Fact[]): Set<number> {
  const multiples = facts.filter(
    ({ column, kind, of }) =>
      rank.of.includes(column) && (kind === "share" || kind === "product") && of.length === 1,
  );
  return new Set([...rank.of, ...multiples.flatMap(({ of }) => of)]);
}

/** Whether at least half of the units have something in a column. */
function isFilled(columns: readonly ColumnEvidence[], at: number): boolean {
  const profile = columns.find(({ column }) => column === at)?.profile;
  return profile !== undefined && profile.filled * 2 >= profile.rows;
}

function mayBeResult({ numbers, texts, dates }: ColumnEvidence["profile"]): boolean {
  return numbers > 0 && numbers >= texts && !dates;
}

function bitsOf(
  { column, path, profile }: ColumnEvidence,
  figures: readonly ColumnEvidence[],
  facts: readonly Fact[],
): number {
  let bits = 0;
  for (const fact of facts) {
    if (fact.kind === "rank" && rankedBy(fact, facts).has(column)) bits += 4;
    if (fact.column === column && combines(fact)) bits += combined(fact, figures, facts);
    if (fact.column === column && isAmidParts(fact)) bits -= 5;
    // A part of something greater is not the whole, unless the greater is only its share or its grade.
    if (fact.column !== column && combines(fact) && partsOf(fact).has(column)) bits -= 4;
    if (fact.column === column && (fact.kind === "share" || fact.kind === "ratio")) bits -= 1;
    if (fact.column === column && (fact.kind === "difference" || fact.kind === "look-up")) bits -= 2;
    if (fact.kind === "grade" && fact.of.includes(column)) bits += 1.5;
  }
  bits += wordBits(path);
  if (path.length === 0) bits -= 1.5;
  if (profile.steps) bits -= 5;
  // What only some of the units have is not their result.
  return profile.numbers * 2 < profile.rows ? Math.min(bits, 0) : bits;
}

/** How much a combining fact says: the more of the figures flow into it, the more. */
function combined(fact: Fact, figures: readonly ColumnEvidence[], facts: readonly Fact[]): number {
  const leaves = leavesOf(fact, facts, new Set());
  const derived = new Set(facts.map(({ column }) => column));
  const base = figures.filter(({ column }) => !derived.has(column)).length;
  const share = base === 0 ? 0 : Math.min(1, leaves.size / base);
  return 2 + 4 * share;
}

function partsOf(fact: Fact): Set<number> {
  return new Set([...fact.of, ...fact.plus, ...fact.minus]);
}

/** The columns that a fact comes from in the end, through the facts of its parts. */
function leavesOf(fact: Fact, facts: readonly Fact[], seen: Set<number>): Set<number> {
  const leaves = new Set<number>();
  for (const part of partsOf(fact)) {
    if (seen.has(part)) continue;
    const inner = facts.find(({ column, kind }) => column === part && COMBINING.has(kind));
    if (inner === undefined) leaves.add(part);
    else for (const leaf of leavesOf(inner, facts, new Set([...seen, part]))) leaves.add(leaf);
  }
  return leaves;
}

function wordBits(path: readonly string[]): number {
  const leaf = path.at(-1);
  if (leaf === undefined) return 0;
  let bits = 0;
  for (const { concept, strength } of conceptsOf(leaf)) {
    const worth = BITS_OF_CONCEPT[concept] ?? 0;
    bits += strength === "contained" ? worth / 2 : worth;
  }
  return bits;
}

/** The rank that stands for the whole table: of this total, not of another time; the one nearest to the total. */
function rankOf(total: number, columns: readonly ColumnEvidence[], facts: readonly Fact[]): Fact | null {
  const ranks = facts.filter((fact) => fact.kind === "rank" && rankedBy(fact, facts).has(total));
  const wordsOf = (column: number) =>
    conceptsOf(columns.find((one) => one.column === column)?.path.at(-1) ?? "");
  const isEarlier = (column: number) =>
    wordsOf(column).some(({ concept }) => concept === "previous" || concept === "change");
  const now = ranks.filter(({ column }) => !isEarlier(column));
  const known = now.length > 0 ? now : ranks;
  return (
    known.toSorted((left, right) => Math.abs(left.column - total) - Math.abs(right.column - total))[0] ?? null
  );
}
