import { compareDecimals, equalDecimals } from "../../numbers/decimal";
import { roundDecimal } from "../../numbers/rounding";
import type { TieRule } from "../../scheme/scheme";
import type { ScoredItem, ScoredUnit } from "./scoredTable";

/** Beyond these digits totals differ by the noise of binary arithmetic only. */
const DIGITS = { places: 6, mode: "half-up" } as const;

/** Two units with one total of which the author put one before the other. */
interface PartedTie {
  readonly better: number;
  readonly worse: number;
}

/**
 * The rule for ties that an author's ranks follow: `ordinal` for a league table, where each rank is given once, the
 * better of two with one total stands first, and another column (goal difference, goals) says why. Else the usual
 * `competition`: ranks that nothing explains are the check's to tell. `others`: columns that are no part of the total.
 */
export function statedTies(units: readonly ScoredUnit[], others: readonly ScoredItem[]): TieRule {
  const parted: PartedTie[] = [];
  for (const [left, unit] of units.entries()) {
    for (let right = left + 1; right < units.length; right += 1) {
      const other = units[right];
      if (!other || !haveOneTotal(unit, other)) continue;
      if (unit.rank === null || other.rank === null || unit.rank >= other.rank) return "competition";
      parted.push({ better: left, worse: right });
    }
  }
  return parted.length > 0 && ranksAreOrdinal(units) && isExplained(parted, others)
    ? "ordinal"
    : "competition";
}

function haveOneTotal(left: ScoredUnit, right: ScoredUnit): boolean {
  if (left.group !== right.group || left.total === null || right.total === null) return false;
  return equalDecimals(roundDecimal(left.total, DIGITS), roundDecimal(right.total, DIGITS));
}

/** Whether each group's ranks are 1, 2, 3… down its totals. */
function ranksAreOrdinal(units: readonly ScoredUnit[]): boolean {
  const groups = new Map<string | null, ScoredUnit[]>();
  for (const unit of units) {
    if (unit.total === null) return false;
    const group = groups.get(unit.group);
    if (group) group.push(unit);
    else groups.set(unit.group, [unit]);
  }
  return [...groups.values()].every((group) =>
    group
      .toSorted((left, right) => (left.rank ?? 0) - (right.rank ?? 0))
      .every(({ rank, total }, index, sorted) => {
        const before = sorted[index - 1]?.total;
        return rank === index + 1 && (!before || !total || compareDecimals(before, total) >= 0);
      }),
  );
}

/** Whether columns, one after the other, say of every tie why the one is better, each always in one direction. */
function isExplained(parted: readonly PartedTie[], others: readonly ScoredItem[]): boolean {
  let open = parted;
  for (const item of others) {
    const signs = open.map((tie) => differenceIn(item, tie));
    const decided = new Set(signs.filter((sign) => sign !== 0));
    if (decided.size === 1) open = open.filter((_, index) => signs[index] === 0);
  }
  return open.length === 0;
}

function differenceIn({ values }: ScoredItem, { better, worse }: PartedTie): number {
  const [left, right] = [values[better] ?? null, values[worse] ?? null];
  return left === null || right === null ? 0 : Math.sign(compareDecimals(left, right));
}
