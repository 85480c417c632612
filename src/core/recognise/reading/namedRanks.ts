import type { Fact } from "../../facts/fact";
import { factWith } from "../../facts/factWith";
import { compareDecimals, type Decimal } from "../../numbers/decimal";
import { groupedBy } from "../../groupedBy";
import { roundDecimal } from "../../numbers/rounding";
import { assignRanks } from "../../ranking/assignRanks";
import type { ShapedTable } from "../../shape/shape";
import { contains } from "../../vocabulary/concepts";
import type { ColumnEvidence } from "./generalRoles";
import { figureIn } from "../../numbers/cellFigure";
import { textOf } from "./tableRanking";

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
  // Where all are equal any places would do.
  const figures = columns.filter(
    ({ column, profile }) =>
      profile.numbers > 0 && profile.distinct > 1 && !ranks.some((rank) => rank.column === column),
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
        if (order !== null)
          return [
            factWith({
              column: rank.column,
              kind: "rank",
              of: [column],
              within,
              order,
              ties: "competition",
              first: 1,
              from: "values",
              kept: unitRows.filter((row) => figureIn(shape.grid.value(row, rank.column)) !== null).length,
              bits: 0,
            }),
          ];
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
  const all: Ranked[] = [];
  for (const row of unitRows) {
    const rank = figureIn(grid.value(row, rankColumn));
    const value = figureIn(grid.value(row, column));
    if (rank === null) continue;
    if (value === null || rank.places !== 0) return null;
    const group = within === null ? "" : textOf(grid.shown(row, within));
    all.push({ row, rank: rank.units, value: roundDecimal(value, DIGITS), group });
  }
  const groups = [...groupedBy(all, ({ group }) => group).values()];
  if (all.length < LEAST_UNITS || (within !== null && groups.length < 2)) return null;
  if (groups.every((group) => agrees(group, -1))) return "descending";
  return groups.every((group) => agrees(group, 1)) ? "ascending" : null;
}

/** Whether every rank is one more than the number of those before it: ties share a rank or stand in any order. */
function agrees(group: readonly Ranked[], sign: number): boolean {
  const { ranks } = assignRanks(
    group.length,
    (left, right) => {
      const [one, other] = [group[left], group[right]];
      return one && other ? sign * compareDecimals(one.value, other.value) : 0;
    },
    "competition",
  );
  const sharing = new Map<number, number>();
  for (const place of ranks) sharing.set(place, (sharing.get(place) ?? 0) + 1);
  return group.every(({ rank }, index) => {
    const place = ranks[index] ?? 0;
    return rank >= place && rank < place + (sharing.get(place) ?? 0);
  });
}
