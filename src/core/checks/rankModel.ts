import type { AssessedUnit } from "../assessment/assessment";
import { decimalToNumber, type Decimal } from "../numbers/decimal";
import { roundDecimal, type Rounding } from "../numbers/rounding";
import type { RankedGroup, Ranking } from "../ranking/ranking";
import type { RankingOrder, TieRule } from "../scheme/scheme";
import { flatMapInSteps, STEP_SIZE, type Steps } from "../steps";
import type { SheetCell } from "../workbook/address";

/** A unit's rank as the workbook states it, beside the right one. */
export interface StatedRank {
  readonly unit: AssessedUnit;
  readonly group: string;
  readonly source: SheetCell;
  readonly stated: Decimal;
  /** The stated rank as a whole number; null for anything else. */
  readonly rank: number | null;
  /** Null for a unit that is not ranked. */
  readonly expected: number | null;
  readonly computedTotal: Decimal | null;
  readonly statedTotal: Decimal | null;
  /** Units that are not ranked though the author may have ranked them in this group. */
  readonly unrankedInGroup: number;
  readonly right: boolean;
}

/** A way in which the author may have ranked. */
export interface RankModel {
  /** The exact totals, the workbook's own ones as they print, or those with all their digits. */
  readonly by: "computed" | "stated" | "stated-unrounded";
  readonly scope: "group" | "all";
  readonly ties: TieRule;
  readonly order: RankingOrder;
}

/** Whether every rank that the workbook states is right. */
export function allRanksRight(ranking: Ranking): boolean {
  const strays = straysOf(ranking);
  return ranking.groups.every((group) => {
    const unranked = unrankedIn(group, strays);
    return group.ranked.every(
      ({ unit: { statedRank }, rank }) =>
        statedRank === null || isRightRank(wholeOf(statedRank.value), rank, unranked),
    );
  });
}

/** Units whose group is in doubt, because nobody knows the name or it stands in another group: a unit a group each. */
function straysOf({ groups }: Ranking): ReadonlyMap<RankedGroup, number> {
  return new Map(
    groups.map((group) => [
      group,
      group.unranked.filter(({ unit }) => group.name === "" || unit.blockers.includes("unit-wrong-group"))
        .length,
    ]),
  );
}

/** A few units of a group that are missing may have been ranked before their rows were lost. */
const MAXIMUM_LOST = 3;

/**
 * How many units the author may have ranked in a group though they are not: its own, strays of the others, and the
 * few that are missing.
 */
function unrankedIn(group: RankedGroup, strays: ReadonlyMap<RankedGroup, number>): number {
  const lost = group.missing.length <= MAXIMUM_LOST ? group.missing.length : 0;
  let count = group.unranked.length - (strays.get(group) ?? 0) + lost;
  for (const stray of strays.values()) count += stray;
  return count;
}

/** Units kept out of the ranking may have been ranked by the author, so that a rank may be later by their number. */
function isRightRank(rank: number | null, expected: number | null, unranked: number): boolean {
  return expected === null || (rank !== null && rank >= expected && rank <= expected + unranked);
}

function wholeOf({ units, places }: Decimal): number | null {
  return places === 0 ? units : null;
}

/** The ranks that the workbook states, of ranked and unranked units. */
export function statedRanksOf(ranking: Ranking): Steps<StatedRank[]> {
  const strays = straysOf(ranking);
  return flatMapInSteps(ranking.groups, (group) => {
    const { name, ranked, unranked } = group;
    const unrankedInGroup = unrankedIn(group, strays);
    const row = (unit: AssessedUnit, computedTotal: Decimal | null, expected: number | null) => {
      const stated = unit.statedRank;
      if (stated === null) return [];
      const rank = wholeOf(stated.value);
      const right = isRightRank(rank, expected, unrankedInGroup);
      return [
        {
          unit,
          group: name,
          source: stated,
          stated: stated.value,
          rank,
          expected,
          computedTotal,
          statedTotal: unit.statedTotal?.value ?? null,
          unrankedInGroup,
          right,
        },
      ];
    };
    return [
      ...ranked.flatMap(({ unit, total, rank }) => row(unit, total, rank)),
      ...unranked.flatMap(({ unit }) => row(unit, null, null)),
    ];
  });
}

/** Rows that are ranked among each other, highest total first. */
export type RankScope = readonly { readonly row: StatedRank; readonly total: number }[];

/** The rows that a model ranks among each other: all of them, or a group's. Rows without a total are left out. */
export function* scopesOf(
  { by, scope: reach }: Pick<RankModel, "by" | "scope">,
  rows: readonly StatedRank[],
  rounding: Rounding,
): Steps<RankScope[]> {
  const scopes = new Map<string, { row: StatedRank; total: number }[]>();
  for (const [index, row] of rows.entries()) {
    if (index % STEP_SIZE === 0) yield;
    const total = totalFor(by, row, rounding);
    if (total === null) continue;
    const key = reach === "all" ? "" : row.group;
    // Totals of 15 digits at most are equal, or in order, exactly as their nearest doubles are.
    const item = { row, total: decimalToNumber(total) };
    const scope = scopes.get(key);
    if (scope) scope.push(item);
    else scopes.set(key, [item]);
  }
  const sorted: RankScope[] = [];
  for (const scope of scopes.values()) {
    yield;
    sorted.push(scope.sort((left, right) => right.total - left.total));
  }
  return sorted;
}

function totalFor(by: RankModel["by"], row: StatedRank, rounding: Rounding): Decimal | null {
  if (by === "computed") return row.computedTotal;
  if (row.statedTotal === null) return null;
  return by === "stated" ? roundDecimal(row.statedTotal, rounding) : row.statedTotal;
}

/** The rows of a scope whose stated rank a model gives. */
export function rowsGivenBy({ ties, by, order }: RankModel, scope: RankScope): StatedRank[] {
  const ranked = order === "descending" ? scope : scope.toReversed();
  const given: StatedRank[] = [];
  let dense = 0;
  for (let start = 0; start < ranked.length;) {
    const first = ranked[start];
    if (!first) break;
    let end = start + 1;
    while (end < ranked.length && ranked[end]?.total === first.total) end += 1;
    dense += 1;
    const from = ties === "dense" ? dense : start + 1;
    const to = ties === "ordinal" ? end : from;
    for (let index = start; index < end; index += 1) {
      const row = ranked[index]?.row;
      if (!row) continue;
      const slack = by === "computed" ? row.unrankedInGroup : 0;
      if (row.rank !== null && row.rank >= from && row.rank <= to + slack) given.push(row);
    }
    start = end;
  }
  return given;
}
