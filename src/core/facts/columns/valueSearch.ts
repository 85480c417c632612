import type { FigureColumn, Figures } from "./figures";
import type { Knowledge } from "./knowledge";
import { searchPairs } from "./pairSearch";
import { searchPoints } from "./pointsSearch";
import { judge, partsOf, type Rule, type Trial, type Verdict } from "./rule";
import { searchBases } from "./baseSearch";
import { searchRuns } from "./runSearch";
import { takeSample } from "./sample";
import { searchSets } from "./setSearch";
import { searchSubsets } from "./subsetSearch";
import { searchStated } from "./statedSearch";
import { MOST_COLUMNS, searchWeights } from "./weightSearch";

/** Parts are looked for among so many columns, those nearest to the target. */
const LARGEST_POOL = 64;
/** So many rules that hold in the sampled rows are judged by all rows, for one column and one way of searching. */
const MOST_JUDGED = 40;
/** A rule must be so many bits above what chance gives. */
const NEEDED_BITS = 12;
/** … but for what every table of scores ends with: the total of all that stands before it. */
const EXPECTED_BITS = 6;

/** Which columns may be parts while a column is searched for. */
export interface PartRules {
  /** Whether columns that look like places or running numbers may be parts. */
  readonly withPlaces: boolean;
  /** Only plain rules and those of two columns: for columns that were searched without the places before. */
  readonly simpleOnly?: boolean;
  /** Only sums and means of columns side by side and sums with stated weights: what offices write most. */
  readonly plainOnly?: boolean;
}

/** Which pools have been searched for which column: nothing new comes of searching them again. */
export class Searched {
  private readonly pools = new Set<string>();
  private readonly columns = new Map<number, Set<number>>();

  /** The pools that are new for the column and that way of searching. */
  fresh(way: "plain" | "full", target: number, pools: readonly (readonly number[])[]): (readonly number[])[] {
    return pools.filter((pool) => {
      const key = `${way} ${String(target)}:${pool.join(" ")}`;
      if (this.pools.has(key)) return false;
      this.pools.add(key);
      return true;
    });
  }

  /** Whether a pool has columns that no earlier one had. */
  hasNewColumns(target: number, pool: readonly number[]): boolean {
    const known = this.columns.get(target) ?? new Set<number>();
    this.columns.set(target, known);
    const { size } = known;
    for (const column of pool) known.add(column);
    return known.size > size;
  }
}

/**
 * The best rule that a column's figures keep, among pools of parts not searched before and the best rule known so far;
 * null where none is sure.
 */
export function searchValues(
  figures: Figures,
  target: FigureColumn,
  knowledge: Knowledge,
  rules: PartRules,
  { searched, best }: { readonly searched: Searched; readonly best: Verdict | null },
): Verdict | null {
  const all = poolOf(figures, target, knowledge, rules);
  const pools = variants(figures, all, knowledge);
  const plain = searched.fresh("plain", target.column, pools);
  const full = rules.plainOnly === true ? [] : searched.fresh("full", target.column, pools);
  const isKnown = best !== null && !knowledge.contradicts(best.rule);
  const trial = new BestTrial(figures, knowledge, isKnown ? best : null);
  const sample = plain.length + full.length > 0 ? takeSample(figures, target, all) : null;
  if (sample === null) return trial.best;
  for (const pool of plain) searchRuns(figures, sample, pool, all.length, trial.next());
  if (plain.length > 0 && isLast(figures, target, all, knowledge))
    searchBases(figures, sample, all, trial.next());
  for (const pool of plain) searchStated(figures, sample, pool, trial.next());
  for (const pool of plain) searchPoints(figures, sample, pool, trial.next());
  const [widest] = full;
  if (!widest || isPlenty(trial)) return trial.best;
  if (searched.hasNewColumns(target.column, widest)) searchPairs(figures, sample, widest, trial.next());
  if (rules.simpleOnly === true || isPlenty(trial)) return trial.best;
  const varied = full.filter((pool) => pool.every((column) => figures.columns[column]?.isConstant === false));
  for (const pool of varied) searchSubsets(figures, sample, pool, trial.next());
  // Of many columns only what nothing explains.
  for (const pool of varied.filter((own, at) => own.length <= MOST_COLUMNS || at === varied.length - 1))
    searchWeights(figures, target, pool, trial.next());
  searchSets(figures, sample, full.at(-1) ?? all, trial.next());
  return trial.best;
}

/** Whether a column is the last of figures that nothing explains, right of others. */
function isLast(
  { rowCount, columns }: Figures,
  { column }: FigureColumn,
  pool: readonly number[],
  knowledge: Knowledge,
): boolean {
  if (rowCount < 3 || !pool.some((other) => other < column)) return false;
  return pool.every(
    (other) => other < column || knowledge.isExplained(other) || columns[other]?.isConstant === true,
  );
}

function isPlenty({ best }: BestTrial): boolean {
  return best !== null && best.bits > MANY_BITS && best.telling - best.kept <= best.telling * FEW_SLIPS;
}

/** With so many bits, and hardly a row that breaks it, no costlier kind of rule would be better. */
const MANY_BITS = 60;
const FEW_SLIPS = 0.02;

/** Judges each different rule once and keeps the best. */
class BestTrial implements Trial {
  private readonly seen = new Set<string>();
  private judged = 0;

  constructor(
    private readonly figures: Figures,
    private readonly knowledge: Knowledge,
    public best: Verdict | null,
  ) {}

  /** The same trial for another way of searching, which may offer as many rules as the one before. */
  next(): this {
    this.judged = 0;
    return this;
  }

  isFull(): boolean {
    return this.judged >= MOST_JUDGED;
  }

  offer(rule: Rule): void {
    if (this.isFull() || this.knowledge.contradicts(rule)) return;
    const key = keyOf(rule);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.judged += 1;
    const verdict = judge(rule, this.figures);
    if (verdict && isSameAgain(verdict, this.figures)) return;
    const needed =
      rule.isExpected === true
        ? EXPECTED_BITS
        : NEEDED_BITS + Math.log2(Math.max(1, this.figures.columns.length / 8));
    if (verdict === null || verdict.bits < needed) return;
    if (this.best === null || verdict.bits > this.best.bits) this.best = verdict;
  }
}

/** A column that repeats another, or numbers the same units from elsewhere, follows from it no more than that one from it. */
function isSameAgain({ rule, rounding }: Verdict, { columns }: Figures): boolean {
  const [part, ...others] = partsOf(rule);
  if (part === undefined || others.length > 0 || rule.factor || (rule.weights?.length ?? 0) > 0) return false;
  if (rule.kind !== "sum" && rule.kind !== "difference") return false;
  if (!rule.constant) return rounding === null && rule.of.length === 1;
  const [target, own] = [columns[rule.target], columns[part]];
  return target !== undefined && own !== undefined && isNumbering(target) && isNumbering(own);
}

/** Whole numbers, many of them and no two the same. */
function isNumbering({ places, count, distinct }: FigureColumn): boolean {
  return places === 0 && count >= LEAST_NUMBERED && distinct === count;
}
const LEAST_NUMBERED = 12;

function keyOf({ kind, of, plus, minus, weights, constant, dropped, factor }: Rule): string {
  return JSON.stringify([kind, of, plus, minus, weights, constant, dropped, factor]);
}

function poolOf(figures: Figures, target: FigureColumn, knowledge: Knowledge, rules: PartRules): number[] {
  const siblings = knowledge.siblingsOf(target.column);
  return figures.columns
    .filter((own) => {
      if (siblings.has(own.column)) return false;
      if (own.column === target.column || !own.isFigure || own.isCode || own.isSequence) return false;
      if (knowledge.basis(own.column).has(target.column)) return false;
      return rules.withPlaces || !(own.isPlaces || knowledge.isOutcome(own.column));
    })
    .map(({ column }) => column)
    .sort((left, right) => Math.abs(left - target.column) - Math.abs(right - target.column))
    .slice(0, LARGEST_POOL)
    .sort((left, right) => left - right);
}

/** The pool as it stands, without what is explained, without parts of what is explained, without constant columns. */
function variants(figures: Figures, all: readonly number[], knowledge: Knowledge): (readonly number[])[] {
  const parts = knowledge.partsOfSums();
  const varied = (column: number) => figures.columns[column]?.isConstant === false;
  const pools = [
    all,
    all.filter(varied),
    all.filter((column) => varied(column) && !knowledge.isExplained(column)),
    all.filter((column) => varied(column) && !parts.has(column)),
  ];
  const seen = new Set<string>();
  return pools.filter((pool) => {
    const key = pool.join(" ");
    if (pool.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
