import type { Fact } from "../../facts/fact";
import { compareDecimals, type Decimal } from "../../numbers/decimal";
import { roundDecimal } from "../../numbers/rounding";
import type { ShapedTable } from "../../shape/shape";
import { contains } from "../../vocabulary/concepts";
import type { ColumnEvidence } from "./generalRoles";
import { figureIn, textOf } from "./tableRanking";

/** With fewer units any order would do. */
const LEAST_UNITS = 2;
/** Differences below this are the noise of binary arithmetic. */
const DIGITS = { places: 6, mode: "half-up" } as const;

interface Ranked {
  readonly row: number;
  readonly rank: number;
  readonly value: Decimal;
  readonly group: string;
}

/**
 * Ranks that arithmetic alone is too few rows to find, under headers that say rank: which column they rank, within which
 * categories. Every single rank has to agree. `known`: the facts that need no words.
 */
export function namedRanks(
  shape: ShapedTable,
  unitRows: readonly number[],
  columns: readonly ColumnEvidence[],
  known: readonly Fact[],
): Fact[] {
  const found = new Set(known.map(({ column }) => column));
  const ranks = columns.filter(
    ({ column, path }) => !found.has(column) && contains(path.at(-1) ?? "", "rank"),
  );
  const figures = columns.filter(
    ({ column, profile }) => profile.numbers > 0 && !ranks.some((rank) => rank.column === column),
  );
  const categories = columns.filter(
    ({ column, profile }) =>
      profile.texts > 0 && profile.distinct < profile.filled && column !== shape.unitColumns[0],
  );
  return ranks.flatMap((rank): Fact[] => {
    // The figures nearest on the left are the likeliest to be ranked.
    const nearest = figures.toSorted(
      (left, right) => distance(rank.column, left.column) - distance(rank.column, right.column),
    );
    for (const within of [null, ...categories.map(({ column }) => column)]) {
      for (const { column } of nearest) {
        const order = orderOf(shape, unitRows, rank.column, column, within);
        if (order !== null) return [rankFact(rank.column, column, within, order, unitRows.length)];
      }
    }
    return [];
  });
}

function distance(rank: number, column: number): number {
  return column < rank ? rank - column : 1000 + column - rank;
}

function orderOf(
  { grid }: ShapedTable,
  unitRows: readonly number[],
  rankColumn: number,
  column: number,
  within: number | null,
): Fact["order"] {
  const groups = new Map<string, Ranked[]>();
  let ranked = 0;
  for (const row of unitRows) {
    const rank = figureIn(grid.value(row, rankColumn));
    const value = figureIn(grid.value(row, column));
    if (rank === null) continue;
    if (value === null || rank.places !== 0) return null;
    const group = within === null ? "" : textOf(grid.shown(row, within));
    const one = { row, rank: rank.units, value: roundDecimal(value, DIGITS), group };
    groups.set(group, [...(groups.get(group) ?? []), one]);
    ranked += 1;
  }
  if (ranked < LEAST_UNITS || (within !== null && groups.size < 2)) return null;
  const all = [...groups.values()];
  if (all.every((group) => agrees(group, -1))) return "descending";
  return all.every((group) => agrees(group, 1)) ? "ascending" : null;
}

/** Whether every rank is one more than the number of those before it: ties share a rank or stand in any order. */
function agrees(group: readonly Ranked[], sign: number): boolean {
  return group.every(({ rank, value }) => {
    const before = group.filter((other) => sign * compareDecimals(other.value, value) < 0).length;
    const tied = group.filter((other) => compareDecimals(other.value, value) === 0).length;
    return rank > before && rank <= before + tied;
  });
}

function rankFact(
  column: number,
  of: number,
  within: number | null,
  order: Fact["order"],
  kept: number,
): Fact {
  return {
    column,
    kind: "rank",
    of: [of],
    weights: [],
    plus: [],
    minus: [],
    constant: null,
    places: null,
    rounding: null,
    from: "values",
    kept,
    bits: 0,
    partial: false,
    broken: [],
    within,
    withinBlocks: false,
    order,
    ties: "competition",
    first: 1,
    excerpt: false,
    unused: [],
  };
}
