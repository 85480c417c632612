import type { AssessedUnit } from "../assessment/assessment";
import { compareDecimals, type Decimal } from "../numbers/decimal";
import { roundDecimal, type Rounding } from "../numbers/rounding";
import type { Ranking } from "../ranking/ranking";
import type { TieRule } from "../scheme/scheme";
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
  /** Units of the group that are not ranked: the author may have ranked them. */
  readonly unrankedInGroup: number;
  readonly right: boolean;
}

/** A way in which the author may have ranked. */
export interface RankModel {
  /** The exact totals, the workbook's own ones as they print, or those with all their digits. */
  readonly by: "computed" | "stated" | "stated-unrounded";
  readonly scope: "group" | "all";
  readonly ties: TieRule;
  readonly descending: boolean;
}

/** Whether every rank that the workbook states is right. */
export function allRanksRight({ groups }: Ranking): boolean {
  return groups.every(({ ranked, unranked }) =>
    ranked.every(
      ({ unit: { statedRank }, rank }) =>
        statedRank === null || isRightRank(wholeOf(statedRank.value), rank, unranked.length),
    ),
  );
}

/** Units kept out of the ranking may have been ranked by the author, so that a rank may be later by their number. */
function isRightRank(rank: number | null, expected: number | null, unranked: number): boolean {
  return expected === null || (rank !== null && rank >= expected && rank <= expected + unranked);
}

function wholeOf({ units, places }: Decimal): number | null {
  return places === 0 ? units : null;
}

/** The ranks that the workbook states, of ranked and unranked units. */
export function statedRanksOf({ groups }: Ranking): StatedRank[] {
  return groups.flatMap(({ name, ranked, unranked }) => {
    const row = (unit: AssessedUnit, computedTotal: Decimal | null, expected: number | null) => {
      const stated = unit.statedRank;
      if (stated === null) return [];
      const rank = wholeOf(stated.value);
      const right = isRightRank(rank, expected, unranked.length);
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
          unrankedInGroup: unranked.length,
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

/** The rows whose stated rank a model gives. */
export function rowsGivenBy(
  model: RankModel,
  rows: readonly StatedRank[],
  rounding: Rounding,
): Set<StatedRank> {
  const scopes = new Map<string, { row: StatedRank; total: Decimal }[]>();
  for (const row of rows) {
    const total = totalFor(model, row, rounding);
    if (total === null) continue;
    const key = model.scope === "all" ? "" : row.group;
    const scope = scopes.get(key);
    if (scope) scope.push({ row, total });
    else scopes.set(key, [{ row, total }]);
  }
  const given = new Set<StatedRank>();
  for (const scope of scopes.values()) {
    scope.sort((left, right) =>
      model.descending ? compareDecimals(right.total, left.total) : compareDecimals(left.total, right.total),
    );
    addGiven(model, scope, given);
  }
  return given;
}

function totalFor({ by }: RankModel, row: StatedRank, rounding: Rounding): Decimal | null {
  if (by === "computed") return row.computedTotal;
  if (row.statedTotal === null) return null;
  return by === "stated" ? roundDecimal(row.statedTotal, rounding) : row.statedTotal;
}

/** Goes through the ties of a sorted scope, best first. */
function addGiven(
  { ties, by }: RankModel,
  scope: readonly { row: StatedRank; total: Decimal }[],
  given: Set<StatedRank>,
): void {
  let dense = 0;
  for (let start = 0; start < scope.length;) {
    const first = scope[start];
    if (!first) return;
    let end = start + 1;
    while (end < scope.length && compareDecimals(scope[end]?.total ?? first.total, first.total) === 0)
      end += 1;
    dense += 1;
    const from = ties === "dense" ? dense : start + 1;
    const to = ties === "ordinal" ? end : from;
    for (let index = start; index < end; index += 1) {
      const row = scope[index]?.row;
      if (!row) continue;
      const slack = by === "computed" ? row.unrankedInGroup : 0;
      if (row.rank !== null && row.rank >= from && row.rank <= to + slack) given.add(row);
    }
    start = end;
  }
}
