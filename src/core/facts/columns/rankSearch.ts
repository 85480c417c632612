import type { RankOrder, RankTies } from "../fact";
import type { FigureColumn, Figures } from "./figures";
import type { Grouping } from "./groupings";
import { agreeInOrder, mayBeExcerpt, mayBePlaces } from "./placeSigns";
import { hasRepeats, isNumberedOn, isRunning, rankColumn, statedPlaces, type Standings } from "./standings";

/** A column of places found to rank another. */
export interface FoundRank {
  readonly target: number;
  readonly of: number;
  readonly grouping: Grouping;
  readonly order: RankOrder;
  readonly ties: RankTies;
  readonly first: 0 | 1;
  /** Only the order agrees: the whole was larger. */
  readonly excerpt: boolean;
  readonly bits: number;
  readonly kept: number;
  readonly telling: number;
  /** By row: 1 kept, 0 broken, 2 nothing to tell. */
  readonly marks: Uint8Array;
  /** The right place by row; NaN where none can be told. */
  readonly right: Float64Array;
}

const ORDERS: readonly RankOrder[] = ["descending", "ascending"];
const TIES = ["competition", "dense", "ordinal"] as const;
const KEPT_SHARE = 0.75;

/** Finds what columns of places rank. Standings of a column are worked out once, whoever asks. */
export class RankSearch {
  private readonly known = new Map<Float64Array, Map<string, Standings>>();

  constructor(
    private readonly figures: Figures,
    private readonly groupings: readonly Grouping[],
    private readonly keptShare = KEPT_SHARE,
  ) {}

  /** The best ranking that explains the column, among the columns of `pool`; null where none does. */
  search(
    target: FigureColumn,
    pool: readonly FigureColumn[],
    preference: (column: number) => number,
    isPart = false,
  ): FoundRank | null {
    const stated = statedPlaces(target, (row) => this.figures.table.value(row, target.column));
    const first = firstPlace(stated);
    if (first === null) return null;
    const choices = Math.log2(pool.length * this.groupings.length * ORDERS.length * TIES.length + 1);
    const found: FoundRank[] = [];
    for (const own of pool) {
      if (own.column === target.column || own.isConstant || own.count < 3) continue;
      for (const order of ORDERS) {
        for (const [at, grouping] of this.groupings.entries()) {
          if (grouping.within === target.column || grouping.within === own.column) continue;
          found.push(...this.compare(target, stated, first, own, at, order));
        }
      }
    }
    if (found.length === 0 && !isPart && mayBeExcerpt(stated, target)) {
      for (const own of pool) {
        if (own.column === target.column || own.isConstant || own.count < 5) continue;
        for (const order of ORDERS) found.push(...this.compareOrder(target, stated, own, order));
      }
    }
    const priced = found.map((one) => ({ ...one, bits: one.bits - choices + preference(one.of) }));
    const [best] = priced.sort((left, right) => right.bits - left.bits);
    return best ? this.orExcerpt(best, target, stated, pool) : null;
  }

  /** A ranking with slips may be an excerpt's: its places are right at the top and have gaps below. */
  private orExcerpt(
    best: FoundRank,
    target: FigureColumn,
    stated: Float64Array,
    pool: readonly FigureColumn[],
  ): FoundRank {
    if (best.excerpt || best.kept === best.telling || !mayBeExcerpt(stated, target)) return best;
    const own = pool.find(({ column }) => column === best.of);
    const [excerpt] = own ? this.compareOrder(target, stated, own, best.order) : [];
    return excerpt && excerpt.kept > best.kept ? { ...excerpt, bits: best.bits } : best;
  }

  private standings(own: FigureColumn, at: number, order: RankOrder): Standings | null {
    const grouping = this.groupings[at];
    if (!grouping) return null;
    const byChoice = this.known.get(own.numbers) ?? new Map<string, Standings>();
    this.known.set(own.numbers, byChoice);
    const key = `${String(at)} ${order}`;
    const standings = byChoice.get(key) ?? rankColumn(own.numbers, grouping, order);
    byChoice.set(key, standings);
    return standings;
  }

  private compare(
    target: FigureColumn,
    stated: Float64Array,
    first: 0 | 1,
    own: FigureColumn,
    at: number,
    order: RankOrder,
  ): FoundRank[] {
    const grouping = this.groupings[at];
    if (!grouping || !mayBePlaces(stated, first, grouping) || !agreeInOrder(stated, own, grouping, order))
      return [];
    const standings = this.standings(own, at, order);
    if (!standings) return [];
    const counts = countKept(stated, standings, first, grouping.groups, this.keptShare);
    if (!counts || counts.telling < 3) return [];
    let ties: (typeof TIES)[number] = "competition";
    for (const rule of TIES) if (counts[rule] > counts[ties]) ties = rule;
    const kept = counts[ties];
    if (kept < counts.telling * this.keptShare) return [];
    // Running numbers in front of a sorted list go on through its ties.
    const isInFront = target.column < own.column;
    if (isInFront && ties === "ordinal" && counts.tied > 0 && isNumberedOn(stated, grouping.groups))
      return [];
    const { marks, right } = markRows(stated, standings, ties, first);
    const slips = counts.telling - kept;
    const bits =
      evidence(marks, stated, standings, ties) -
      slips * (Math.log2(counts.telling) + 1) -
      sequenceCost(target, stated, own);
    return [
      {
        target: target.column,
        of: own.column,
        grouping,
        order,
        ties: counts.tied === 0 ? "none" : ties,
        first,
        excerpt: false,
        bits,
        kept,
        telling: counts.telling,
        marks,
        right,
      },
    ];
  }

  /** Places that follow the order of the figures, with gaps where others stood between them. */
  private compareOrder(
    target: FigureColumn,
    stated: Float64Array,
    own: FigureColumn,
    order: RankOrder,
  ): FoundRank[] {
    const [grouping] = this.groupings;
    if (!grouping || !agreeInOrder(stated, own, grouping, order)) return [];
    const standings = this.standings(own, 0, order);
    if (!standings) return [];
    const rows = [...stated.keys()].filter(
      (row) => !Number.isNaN(stated[row]) && (standings.competition[row] ?? 0) > 0,
    );
    if (rows.length < Math.max(5, stated.length * 0.6)) return [];
    rows.sort((left, right) => (standings.competition[left] ?? 0) - (standings.competition[right] ?? 0));
    const inOrder = rows.filter((row, index) => {
      const above = rows[index - 1];
      const place = stated[row] ?? 0;
      if (place < (standings.competition[row] ?? 0)) return false;
      if (above === undefined) return true;
      const isTie = standings.competition[above] === standings.competition[row];
      return isTie ? place === stated[above] : place > (stated[above] ?? 0);
    });
    if (inOrder.length < rows.length * 0.9) return [];
    const marks = new Uint8Array(stated.length).fill(2);
    for (const row of inOrder) marks[row] = 1;
    const slips = rows.length - inOrder.length;
    const bits =
      evidence(marks, stated, standings, "competition") -
      4 -
      slips * (2 * Math.log2(rows.length) + 2) -
      sequenceCost(target, stated, own);
    return [
      {
        target: target.column,
        of: own.column,
        grouping,
        order,
        ties: "competition",
        first: 1,
        excerpt: true,
        bits,
        kept: inOrder.length,
        telling: rows.length,
        marks,
        right: new Float64Array(stated.length).fill(Number.NaN),
      },
    ];
  }
}

/** What the best has: 0 or 1; null where the column holds no places. */
function firstPlace(stated: Float64Array): 0 | 1 | null {
  let least = Infinity;
  let count = 0;
  for (const place of stated) {
    if (Number.isNaN(place)) continue;
    if (!Number.isInteger(place) || place < 0) return null;
    if (place < least) least = place;
    count += 1;
  }
  if (count < 3) return null;
  return least === 0 ? 0 : 1;
}

interface Counts {
  readonly competition: number;
  readonly dense: number;
  readonly ordinal: number;
  readonly telling: number;
  readonly tied: number;
}

function countKept(
  stated: Float64Array,
  standings: Standings,
  first: 0 | 1,
  groups: Int32Array,
  keptShare: number,
): Counts | null {
  const counts = { competition: 0, dense: 0, ordinal: 0, telling: 0, tied: 0 };
  for (let row = 0; row < stated.length; row += 1) {
    const competition = standings.competition[row] ?? 0;
    const place = (stated[row] ?? Number.NaN) - first + 1;
    if (Number.isNaN(place) || competition === 0) continue;
    counts.telling += 1;
    const equal = standings.equal[row] ?? 1;
    if (equal > 1) counts.tied += 1;
    if (place === competition) counts.competition += 1;
    if (place === standings.dense[row]) counts.dense += 1;
    if (place >= competition && place < competition + equal) counts.ordinal += 1;
    const most = Math.max(counts.competition, counts.dense, counts.ordinal);
    if (counts.telling - most > Math.max(4, stated.length * (1 - keptShare))) return null;
  }
  return { ...counts, ordinal: hasRepeats(stated, standings, groups) ? 0 : counts.ordinal };
}

function markRows(
  stated: Float64Array,
  standings: Standings,
  ties: RankTies,
  first: 0 | 1,
): { marks: Uint8Array; right: Float64Array } {
  const marks = new Uint8Array(stated.length).fill(2);
  const right = new Float64Array(stated.length).fill(Number.NaN);
  for (let row = 0; row < stated.length; row += 1) {
    const competition = standings.competition[row] ?? 0;
    if (competition === 0) continue;
    const place = (stated[row] ?? Number.NaN) - first + 1;
    const wanted = ties === "dense" ? (standings.dense[row] ?? 0) : competition;
    const isKept =
      ties === "ordinal"
        ? place >= competition && place < competition + (standings.equal[row] ?? 1)
        : place === wanted;
    right[row] = isKept ? place + first - 1 : wanted + first - 1;
    if (!Number.isNaN(place)) marks[row] = isKept ? 1 : 0;
  }
  return { marks, right };
}

/** What the kept rows are worth: less where many rows have the same place, or where any of many places would do. */
function evidence(
  marks: Uint8Array,
  stated: Float64Array,
  { size, equal }: Standings,
  ties: RankTies,
): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const place of stated) {
    if (Number.isNaN(place)) continue;
    counts.set(place, (counts.get(place) ?? 0) + 1);
    all += 1;
  }
  let bits = 0;
  for (const [row, mark] of marks.entries()) {
    if (mark !== 1 || (size[row] ?? 0) < 2) continue;
    const rarity = -Math.log2((counts.get(stated[row] ?? 0) ?? 1) / all);
    const choice = Math.log2(size[row] ?? 1) - (ties === "ordinal" ? Math.log2(equal[row] ?? 1) : 0);
    bits += Math.max(0, Math.min(choice - 1, rarity - 0.5));
  }
  return bits;
}

/** Running numbers beside a list sorted by score are no ranking for certain; nor do they say which column sorts it. */
function sequenceCost(target: FigureColumn, stated: Float64Array, own: FigureColumn): number {
  if (own.isSequence || own.isCode) return 40;
  return target.isSequence || isRunning(stated) ? 10 : 0;
}
