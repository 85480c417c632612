import { placeIn } from "../../facts/columns/standings";
import type { BrokenCell, Fact } from "../../facts/fact";
import { factWith } from "../../facts/factWith";
import { groupedBy } from "../../groupedBy";
import { figureIn, likelyFigureIn } from "../../numbers/cellFigure";
import { compareDecimals, type Decimal } from "../../numbers/decimal";
import { roundDecimal } from "../../numbers/rounding";
import { assignRanks } from "../../ranking/assignRanks";
import type { ShapedTable } from "../../shape/shape";
import { contains } from "../../vocabulary/concepts";
import type { ColumnEvidence } from "./generalRoles";
import { textOf } from "./tableRanking";

/** With fewer units any order would do. */
const LEAST_UNITS = 2;
/** Differences below this are the noise of binary arithmetic. */
const DIGITS = { places: 6, mode: "half-up" } as const;
/** Figures of which more units have the same, on the average, are ranked by nobody. */
const MOST_ALIKE = 5;
/** Three units stand in the order of anything, one way or the other, too often: ranks from the least up need more. */
const LEAST_ASCENDING = 4;
/** A header that says rank is believed although one rank in so many is another than its figure's. */
const RANKS_FOR_SLIP = 6;

const ORDERS = ["descending", "ascending"] as const;

interface Ranked {
  /** Among the units, from 0. */
  readonly unit: number;
  readonly row: number;
  readonly rank: number;
  readonly value: Decimal;
  readonly group: string;
}

/** What a column of ranks may rank. */
interface Choice {
  readonly of: number;
  readonly within: number | null;
  readonly order: "ascending" | "descending";
  readonly ranked: number;
  /** Ranks that are not the figure's, with what they should be. */
  readonly slips: readonly { readonly unit: number; readonly row: number; readonly right: number }[];
  /** Ranks that are only one of several that equal figures could have. */
  readonly loose: number;
}

/**
 * Ranks that arithmetic alone is too few rows to find, under headers that say rank: which column they rank, within which
 * categories. `known`: the facts that need no words; what follows from
 * others, or is called a total or a mean, is likelier to be ranked than what does not.
 */
export function namedRanks(
  shape: ShapedTable,
  unitRows: readonly number[],
  columns: readonly ColumnEvidence[],
  known: readonly Fact[],
): Fact[] {
  const explained = new Set(known.map(({ column }) => column));
  const summing = new Set([
    ...explained,
    ...columns.filter(({ path }) => namesSum(path.at(-1) ?? "")).map(({ column }) => column),
  ]);
  const ranks = columns.filter(
    ({ column, path }) => !explained.has(column) && contains(path.at(-1) ?? "", "rank"),
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
    const choices = [null, ...categories.map(({ column }) => column)].flatMap((within) =>
      figures.flatMap((figure) => choicesOf(shape, unitRows, rank.column, figure, within)),
    );
    const likeliest = (left: Choice, right: Choice) =>
      left.slips.length - right.slips.length ||
      Number(isBeside(rank.column, right.of)) - Number(isBeside(rank.column, left.of)) ||
      Number(summing.has(right.of)) - Number(summing.has(left.of)) ||
      left.loose - right.loose ||
      Number(left.within !== null) - Number(right.within !== null) ||
      distance(rank.column, left.of) - distance(rank.column, right.of);
    const [best] = choices.toSorted(likeliest);
    return best === undefined ? [] : [factOf(shape, rank.column, best)];
  });
}

function namesSum(header: string): boolean {
  return contains(header, "total") || contains(header, "mean");
}

/** The rank of a single score stands right behind it. */
function isBeside(rank: number, column: number): boolean {
  return rank === column + 1;
}

/** The figures nearest on the left are the likeliest to be ranked. */
function distance(rank: number, column: number): number {
  return column < rank ? rank - column : 1000 + column - rank;
}

function factOf({ grid }: ShapedTable, column: number, { of, within, order, ranked, slips }: Choice): Fact {
  const broken = slips.map(({ unit, row, right }): BrokenCell => ({
    row: unit,
    column,
    place: { sheet: grid.sheet.name, ...grid.position(row, column) },
    stated: textOf(grid.value(row, column)),
    right: String(right),
  }));
  return factWith({
    column,
    kind: "rank",
    of: [of],
    within,
    order,
    ties: "competition",
    first: 1,
    from: "values",
    kept: ranked - slips.length,
    bits: 0,
    broken,
  });
}

function choicesOf(
  { grid }: ShapedTable,
  unitRows: readonly number[],
  rankColumn: number,
  { column: of, profile }: ColumnEvidence,
  within: number | null,
): Choice[] {
  const read = profile.likely ? likelyFigureIn : figureIn;
  const all: Ranked[] = [];
  for (const [unit, row] of unitRows.entries()) {
    const stated = grid.value(row, rankColumn);
    const rank = figureIn(stated);
    const place = placeIn(stated) ?? (rank?.places === 0 ? rank.units : null);
    const value = read(grid.value(row, of));
    if (place === null && rank === null) continue;
    if (place === null || value === null) return [];
    const group = within === null ? "" : textOf(grid.shown(row, within));
    all.push({ unit, row, rank: place, value: roundDecimal(value, DIGITS), group });
  }
  const groups = [...groupedBy(all, ({ group }) => group).values()];
  if (all.length < LEAST_UNITS || (within !== null && groups.length < 2)) return [];
  // Of hardly any different figures all orders are right.
  const different = new Set(all.map(({ value }) => `${String(value.units)} ${String(value.places)}`)).size;
  if (different * MOST_ALIKE < all.length) return [];
  const orders = all.length < LEAST_ASCENDING ? (["descending"] as const) : ORDERS;
  return orders.flatMap((order): Choice[] => {
    const compared = groups.map((group) => compare(group, order === "descending" ? -1 : 1));
    const slips = compared.flatMap((group) => group.slips);
    if (slips.length * RANKS_FOR_SLIP > all.length - slips.length) return [];
    const loose = compared.reduce((sum, group) => sum + group.loose, 0);
    return [{ of, within, order, ranked: all.length, slips, loose }];
  });
}

/** Whether every rank is one more than the number of those before it: ties share a rank or stand in any order. */
function compare(group: readonly Ranked[], sign: number): Pick<Choice, "slips" | "loose"> {
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
  const right = group.map(({ rank }, index) => {
    const place = ranks[index] ?? 0;
    return rank >= place && rank < place + (sharing.get(place) ?? 0) ? rank : place;
  });
  return {
    slips: group.flatMap(({ unit, row, rank }, index) =>
      rank === right[index] ? [] : [{ unit, row, right: right[index] ?? rank }],
    ),
    loose: group.filter(({ rank }, index) => rank === right[index] && rank !== ranks[index]).length,
  };
}
