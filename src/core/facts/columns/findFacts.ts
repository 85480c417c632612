import { createRangeValues, type RangeValues } from "../../formulas/rangeValues";
import { decimalToNumber } from "../../numbers/decimal";
import { finish, type Steps } from "../../steps";
import type { Fact, FactTable } from "../fact";
import { readFigures, type FigureColumn, type Figures } from "./figures";
import { factOfFormulas } from "./formulaFacts";
import { readFormulas, type FormulaFinding } from "./formulaFindings";
import { searchGrade } from "./gradeSearch";
import { findGroupings } from "./groupings";
import { Knowledge } from "./knowledge";
import { RankSearch, type FoundRank } from "./rankSearch";
import { judge, type Verdict } from "./rule";
import { factWith } from "../factWith";
import { factOfGrade, factOfRank, factOfVerdict } from "./settle";
import { isOdd } from "./oddRule";
import { looksLikePlaces } from "./placeSigns";
import { isRunning, statedPlaces } from "./standings";
import { linearRule } from "./sums";
import { Searched, searchValues, type PartRules } from "./valueSearch";

/** Values are searched in so many columns at most; formulas are read in all. */
const MOST_TARGETS = 400;
const MOST_PASSES = 8;
/** What the first, plain search finds is accepted at once only when it is so sure. */
const PLAIN_BITS = 40;
const PLAIN_SLIPS = 0.02;
const NEEDED_RANK_BITS = 4;
const NEEDED_GRADE_BITS = 12;
/** What is ranked by formulas is known: so many rows have to agree. */
const STATED_SHARE = 0.5;

/** What each column of a table follows from: by its formulas where it has them, else by its values. By column. */
export function findFacts(table: FactTable): readonly Fact[] {
  return finish(findFactsInSteps(table));
}

/** `findFacts` in steps of milliseconds. */
export function* findFactsInSteps(table: FactTable): Steps<readonly Fact[]> {
  if (table.rowCount === 0) return [];
  const search = new FactSearch(table, yield* readFigures(table));
  yield* search.formulas();
  yield* search.values((column) => !looksLikePlaces(column, table.rowCount), { withPlaces: false });
  yield* search.ranks();
  yield* search.values((column) => looksLikePlaces(column, table.rowCount), { withPlaces: true });
  yield* search.values(() => true, { withPlaces: true, simpleOnly: true });
  yield* search.grades();
  return search.facts();
}

/** Whether places that mostly count the rows down go back where the ranked figures do: then they are no running numbers. */
function turnsBack({ numbers }: FigureColumn, { marks }: FoundRank): boolean {
  return numbers.some(
    (place, row) => marks[row] === 1 && marks[row - 1] === 1 && place < (numbers[row - 1] ?? place),
  );
}

class FactSearch {
  private readonly knowledge = new Knowledge();
  private readonly corrected = new Map<number, FigureColumn>();
  private ranking: RankSearch | null = null;
  private readonly rangeValues: RangeValues;

  constructor(
    private readonly table: FactTable,
    private readonly figures: Figures,
  ) {
    this.rangeValues = createRangeValues({
      sheets: table.workbook,
      dateSystem: "1900",
      structureProtected: false,
    });
  }

  private *newRanking(keptShare?: number): Steps<RankSearch> {
    const groupings = yield* findGroupings(this.figures, (column) => this.knowledge.isExplained(column));
    return new RankSearch(this.figures, groupings, keptShare);
  }

  facts(): readonly Fact[] {
    const all = this.knowledge.all();
    const used = new Set(all.flatMap((fact) => [fact.column, ...fact.of, ...fact.plus, ...fact.minus]));
    return all.map((fact) => ({
      ...fact,
      broken: fact.broken.filter(({ row }) => !this.isLedAstray(fact, row)),
      // What another column counts is left out of nothing.
      unused: fact.unused.filter((column) => !used.has(column)),
    }));
  }

  /** Whether a part of a row is wrong itself: one slip is called wrong once, where it stands. */
  private isLedAstray({ of, plus, minus }: Fact, row: number): boolean {
    return [...of, ...plus, ...minus].some((part) =>
      this.knowledge.factOf(part)?.broken.some((cell) => cell.row === row && cell.column === part),
    );
  }

  *formulas(): Steps<void> {
    const rankings: FormulaFinding[] = [];
    for (let column = 0; column < this.table.columnCount; column += 1) {
      yield;
      const finding = readFormulas(this.table, column);
      if (!finding || finding.shape.of.length === 0) continue;
      if (finding.shape.kind === "rank") rankings.push(finding);
      else this.knowledge.add(factOfFormulas(finding, this.figures, this.rangeValues));
    }
    if (rankings.length > 0) this.ranking = yield* this.newRanking(STATED_SHARE);
    for (const finding of rankings) {
      yield;
      this.knowledge.add(this.rankOf(finding));
    }
    for (const { column } of rankings) this.rankOnce(column);
  }

  /** A ranking of places is a ranking of what the places rank. */
  private rankOnce(column: number): void {
    const fact = this.knowledge.factOf(column);
    const [ranked] = fact?.of ?? [];
    const below = ranked === undefined ? undefined : this.knowledge.factOf(ranked);
    if (
      !fact ||
      below?.kind !== "rank" ||
      below.within !== null ||
      below.withinBlocks ||
      below.of[0] === column
    )
      return;
    const order = below.order === fact.order ? "ascending" : "descending";
    this.knowledge.add({ ...fact, of: below.of, order });
  }

  /** A ranking by formulas: what is ranked is stated, in which groups the places tell. */
  private rankOf({ column, shape, alike }: FormulaFinding): Fact {
    const target = this.figures.columns[column];
    const pool = shape.of.map((part) => this.figures.columns[part]).filter((part) => part !== undefined);
    const found =
      target && this.ranking ? this.ranking.search(target, this.withCorrected(pool), () => 0) : null;
    if (found) return factOfRank(found, this.figures, "formulas");
    return factWith({
      column,
      kind: "rank",
      of: shape.of,
      from: "formulas",
      kept: alike.length,
      bits: 0,
      partial: true,
    });
  }

  /** Rules of values, best first: what is accepted changes what may explain the rest. */
  *values(isTarget: (column: FigureColumn) => boolean, rules: PartRules): Steps<void> {
    const searched = new Searched();
    const pending = new Map<number, Verdict>();
    let plainOnly = rules.simpleOnly !== true;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      for (const own of this.targets().filter(isTarget)) {
        yield;
        const best = pending.get(own.column) ?? null;
        const known = { searched, best };
        const verdict = searchValues(this.figures, own, this.knowledge, { ...rules, plainOnly }, known);
        if (verdict) pending.set(own.column, verdict);
        else pending.delete(own.column);
      }
      const isAny = this.accept(pending, plainOnly);
      if (!isAny && !plainOnly) return;
      plainOnly &&= isAny;
    }
  }

  /** Accepts what is surest and leads in no circle, odd rules only when nothing else is left; whether anything was. */
  private accept(pending: Map<number, Verdict>, plainOnly: boolean): boolean {
    const open = [...pending.values()].filter(
      ({ bits, kept, telling }) =>
        !plainOnly || (bits >= PLAIN_BITS && telling - kept <= telling * PLAIN_SLIPS),
    );
    open.sort((left, right) => right.bits - left.bits);
    const isOddOne = (verdict: Verdict) => isOdd(verdict, this.figures.columns);
    const isAny = this.acceptInOrder(
      open.filter((verdict) => !isOddOne(verdict)),
      pending,
    );
    return isAny || (!plainOnly && this.acceptInOrder(open.filter(isOddOne), pending));
  }

  private acceptInOrder(open: readonly Verdict[], pending: Map<number, Verdict>): boolean {
    let isAny = false;
    for (const verdict of open) {
      if (this.knowledge.contradicts(verdict.rule)) continue;
      this.knowledge.add(factOfVerdict(this.ofLeaves(verdict), this.figures, "values"));
      pending.delete(verdict.rule.target);
      isAny = true;
    }
    return isAny;
  }

  /** A sum over the number of its parts is their mean; a mean times it is their sum. */
  private ofLeaves(verdict: Verdict): Verdict {
    const { kind, of, factor, target, cost, constant } = verdict.rule;
    const [part] = of;
    if (
      part === undefined ||
      of.length > 1 ||
      !factor ||
      constant ||
      (kind !== "share" && kind !== "product")
    )
      return verdict;
    const mean = this.knowledge.factOf(part);
    const leaves = mean?.kind === "mean" ? [...mean.of] : this.knowledge.leavesOfSum(part);
    if (!leaves) return verdict;
    const weight = decimalToNumber(factor) / (mean?.kind === "mean" ? leaves.length : 1);
    const isPlain = [1, 1 / leaves.length].some((own) => Math.abs(weight / own - 1) < 1e-9);
    if (!isPlain) return verdict;
    const exact = Math.abs(weight - 1) < 1e-9 ? 1 : 1 / leaves.length;
    const terms = leaves.map((column) => ({ column, weight: exact }));
    const rule = linearRule(this.figures, target, terms, cost);
    const found = this.knowledge.contradicts(rule) ? null : judge(rule, this.figures);
    return found && found.kept >= verdict.kept ? found : verdict;
  }

  private targets(): FigureColumn[] {
    return this.figures.columns
      .filter(
        (own) =>
          own.isFigure &&
          !own.isConstant &&
          !own.isCode &&
          own.count >= 3 &&
          !this.knowledge.isExplained(own.column),
      )
      .slice(0, MOST_TARGETS);
  }

  *ranks(): Steps<void> {
    const ranking = yield* this.newRanking();
    const parts = this.knowledge.partsOfSums();
    const pool = this.figures.columns.filter(
      (own) => own.isFigure && !own.isSequence && !own.isCode && !this.knowledge.isOutcome(own.column),
    );
    const preference = (column: number) => (this.knowledge.isExplained(column) ? 2 : 0);
    const candidates = this.figures.columns.filter(
      (own) => !this.knowledge.isExplained(own.column) && this.mayHoldPlaces(own),
    );
    const counting = new Set<number>();
    for (const own of candidates) {
      yield;
      if (this.countsRows(own)) counting.add(own.column);
    }
    // Columns that are surely places first; of running numbers the last, for those in front only count the rows.
    candidates.sort(
      (left, right) =>
        Number(counting.has(left.column)) - Number(counting.has(right.column)) || right.column - left.column,
    );
    const ranked = new Set(this.knowledge.all().flatMap(({ kind, of }) => (kind === "rank" ? of : [])));
    for (const target of candidates.slice(0, MOST_TARGETS)) {
      yield;
      const others = pool.filter(
        (own) => !this.isKnownPlace(own) && !this.knowledge.basis(own.column).has(target.column),
      );
      const found = ranking.search(target, this.withCorrected(others), preference, parts.has(target.column));
      if (!found || found.bits < NEEDED_RANK_BITS) continue;
      if (counting.has(target.column) && ranked.has(found.of) && !turnsBack(target, found)) continue;
      ranked.add(found.of);
      this.knowledge.add(factOfRank(found, this.figures, "values"));
    }
  }

  /** Ranks may have been given by the right figures, before a slip: columns with broken cells stand there twice. */
  private withCorrected(pool: readonly FigureColumn[]): FigureColumn[] {
    return pool.flatMap((own) => {
      const broken = this.knowledge.factOf(own.column)?.broken ?? [];
      const slips = broken.filter(({ column }) => column === own.column);
      if (slips.length === 0) return [own];
      const known = this.corrected.get(own.column);
      if (known) return [own, known];
      const numbers = Float64Array.from(own.numbers);
      for (const { row, right } of slips) numbers[row] = Number(right);
      const corrected = { ...own, numbers };
      this.corrected.set(own.column, corrected);
      return [own, corrected];
    });
  }

  private countsRows(own: FigureColumn): boolean {
    if (own.isFigure) return own.isSequence;
    return isRunning(statedPlaces(own, (row) => this.table.value(row, own.column)));
  }

  private mayHoldPlaces(own: FigureColumn): boolean {
    if (own.isFigure) return !own.isConstant && own.places === 0 && !own.hasNegative && !own.isCode;
    return own.states.includes("text");
  }

  private isKnownPlace(own: FigureColumn): boolean {
    return own.isPlaces || this.knowledge.isOutcome(own.column);
  }

  *grades(): Steps<void> {
    const pool = this.figures.columns.filter(
      (own) => own.isFigure && !own.isCode && !own.isSequence && own.count >= 6,
    );
    const preference = (column: number) => (this.knowledge.isExplained(column) ? 3 : 0);
    for (let target = 0; target < Math.min(MOST_TARGETS, this.table.columnCount); target += 1) {
      const own = this.figures.columns[target];
      if (!own || this.knowledge.isExplained(target) || own.isFigure) continue;
      yield;
      const others = pool.filter(({ column }) => !this.knowledge.basis(column).has(target));
      const found = searchGrade(this.figures, target, others, preference);
      if (found && found.bits >= NEEDED_GRADE_BITS)
        this.knowledge.add(factOfGrade(target, found, this.figures, "values"));
    }
  }
}
