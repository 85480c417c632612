import type { FigureColumn, Figures } from "./figures";
import type { Knowledge } from "./knowledge";
import { searchPairs } from "./pairSearch";
import { judge, type Rule, type Verdict } from "./rule";
import { searchRuns } from "./runSearch";
import { takeSample } from "./sample";
import { searchSets } from "./setSearch";
import { searchSubsets } from "./subsetSearch";
import { searchStated } from "./statedSearch";
import { MOST_COLUMNS, searchWeights } from "./weightSearch";

/** Parts are looked for among so many columns, those nearest to the target. */
const LARGEST_POOL = 64;
/** So many rules that hold in the sampled rows are judged by all rows, for one column. */
const MOST_JUDGED = 60;
/** A rule must be so many bits above what chance gives. */
const NEEDED_BITS = 12;

/** Which columns may be parts while a column is searched for. */
export interface PartRules {
  /** Whether columns that look like places or running numbers may be parts. */
  readonly withPlaces: boolean;
  /** Only rules of two columns, for columns that were searched without the places before. */
  readonly pairsOnly?: boolean;
  /** Only sums and means of columns side by side and sums with stated weights: what offices write most. */
  readonly plainOnly?: boolean;
}

/** Which pools have been searched for which column: nothing new comes of searching them again. */
export class Searched {
  private readonly pools = new Set<string>();
  private readonly columns = new Map<number, Set<number>>();

  /** Whether a pool is new for the column. */
  note(target: number, pool: readonly number[]): boolean {
    const key = `${String(target)}:${pool.join(" ")}`;
    if (this.pools.has(key)) return false;
    this.pools.add(key);
    return true;
  }

  /** Whether a pool has columns that no earlier one had. */
  noteColumns(target: number, pool: readonly number[]): boolean {
    const known = this.columns.get(target) ?? new Set<number>();
    this.columns.set(target, known);
    const { size } = known;
    for (const column of pool) known.add(column);
    return known.size > size;
  }
}

/** The best rule that a column's figures keep, among pools of parts not searched before; null where none is sure. */
export function searchValues(
  figures: Figures,
  target: FigureColumn,
  knowledge: Knowledge,
  rules: PartRules,
  searched: Searched,
): Verdict | null {
  const trial = new Trial(figures, knowledge);
  const offer = (rule: Rule) => {
    trial.offer(rule);
  };
  const all = poolOf(figures, target, knowledge, rules);
  const pools = variants(figures, all, knowledge).filter((pool) => searched.note(target.column, pool));
  const [widest] = pools;
  const sample = widest ? takeSample(figures, target, all) : null;
  if (sample === null || !widest) return null;
  const isNew = searched.noteColumns(target.column, widest);
  if (rules.pairsOnly === true) {
    if (isNew) searchPairs(figures, sample, widest, offer);
    return trial.best;
  }
  for (const pool of pools) searchRuns(figures, sample, pool, offer);
  for (const pool of pools) searchStated(figures, sample, pool, offer);
  if (rules.plainOnly === true || isPlenty(trial)) return trial.best;
  if (isNew) searchPairs(figures, sample, widest, offer);
  if (isPlenty(trial)) return trial.best;
  const varied = pools.filter((pool) =>
    pool.every((column) => figures.columns[column]?.isConstant === false),
  );
  for (const pool of varied) searchSubsets(figures, sample, pool, offer);
  // Of many columns only what nothing explains.
  for (const pool of varied.filter((own, at) => own.length <= MOST_COLUMNS || at === varied.length - 1))
    searchWeights(figures, target, pool, offer);
  searchSets(figures, sample, pools.at(-1) ?? all, offer);
  return trial.best;
}

function isPlenty({ best }: Trial): boolean {
  return best !== null && best.bits > MANY_BITS;
}

/** With so many bits no costlier kind of rule would be better. */
const MANY_BITS = 60;

/** Judges each different rule once and keeps the best. */
class Trial {
  best: Verdict | null = null;
  private readonly seen = new Set<string>();

  constructor(
    private readonly figures: Figures,
    private readonly knowledge: Knowledge,
  ) {}

  offer(rule: Rule): void {
    if (this.seen.size >= MOST_JUDGED || this.knowledge.contradicts(rule)) return;
    const key = JSON.stringify([
      rule.kind,
      rule.of,
      rule.plus,
      rule.minus,
      rule.weights,
      rule.constant,
      rule.dropped,
      rule.factor,
    ]);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const verdict = judge(rule, this.figures);
    const needed = NEEDED_BITS + Math.log2(Math.max(1, this.figures.columns.length / 8));
    if (verdict === null || verdict.bits < needed) return;
    if (this.best === null || verdict.bits > this.best.bits) this.best = verdict;
  }
}

function poolOf(figures: Figures, target: FigureColumn, knowledge: Knowledge, rules: PartRules): number[] {
  return figures.columns
    .filter((own) => {
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
