import { placeIn } from "../../facts/columns/standings";
import { compareDecimals, parseDecimal, type Decimal } from "../../numbers/decimal";
import { plainText } from "../../numbers/readNumber";
import { range } from "../../numbers/range";
import { assignRanks } from "../../ranking/assignRanks";
import { contains } from "../../vocabulary/concepts";
import type { CellValue } from "../../workbook/snapshot";
import { figureIn, likelyFigureIn } from "../../numbers/cellFigure";
import type { TableReading, TableResult } from "./tableReading";

/** A unit of a table with its figure and place by the author's own rule. */
export interface RankedRow {
  readonly row: number;
  readonly name: string;
  readonly total: Decimal;
  readonly rank: number;
}

/** The units of one group in the order of their ranks. */
export interface GroupRanking {
  readonly group: string | null;
  readonly units: readonly RankedRow[];
}

/**
 * Ranks the units of a table by its result, by the author's own rule: through all units, and inside the groups that the
 * author ranks in. Where the author does both, both are given.
 */
export function rankTable(table: TableReading): GroupRanking[] {
  const { result } = table;
  if (result === null) return [];
  const ranks = table.facts.filter(({ kind, of }) => kind === "rank" && of.includes(result.total));
  const isGrouped = result.within !== null || result.rank?.withinBlocks === true;
  const through = !isGrouped || ranks.some(({ within, withinBlocks }) => within === null && !withinBlocks);
  return [
    ...(through ? rankWithin(table, result, () => null) : []),
    ...(isGrouped ? rankWithin(table, result, groupNames(table, result)) : []),
  ];
}

/** What the group of a row is called: by its category, or by the line above the block that it stands in. */
function groupNames({ shape, unitRows }: TableReading, { within }: TableResult): (row: number) => string {
  const { grid, firstColumn, endColumn } = shape;
  if (within !== null) return (row) => textOf(grid.shown(row, within));
  const names = new Map<number, string>();
  const lines = new Map(shape.rows.map(({ row, kind }) => [row, kind]));
  let name = "";
  for (const [index, row] of unitRows.entries()) {
    const above = unitRows[index - 1];
    if (above === undefined || row - above > 1) {
      const line = range((above ?? row - 2) + 1, row).findLast((one) => lines.get(one) === "group");
      const texts =
        line === undefined ? [] : range(firstColumn, endColumn).map((at) => textOf(grid.shown(line, at)));
      name = texts.find((text) => text !== "") ?? String(names.size + 1);
    }
    names.set(row, name);
  }
  return (row) => names.get(row) ?? "";
}

function rankWithin(
  table: TableReading,
  result: TableResult,
  groupOf: (row: number) => string | null,
): GroupRanking[] {
  const { unitRows, shape } = table;
  const groups = new Map<string | null, { row: number; name: string; total: Decimal }[]>();
  const right = rightTotals(table, result.total);
  const isLikely = table.columns.some(({ column, profile }) => column === result.total && profile.likely);
  const read = isLikely ? likelyFigureIn : figureIn;
  const totals = unitRows.flatMap((row, index) => {
    const total = right.get(index) ?? read(shape.grid.value(row, result.total));
    return total === null || isLeftOut(table, result, row) ? [] : [{ row, total }];
  });
  const nameOf = unitNames(
    table,
    totals.map(({ row }) => row),
  );
  for (const { row, total } of totals) {
    const name = nameOf(row);
    if (name === "") continue;
    const group = groupOf(row);
    const members = groups.get(group) ?? [];
    members.push({ row, name, total });
    groups.set(group, members);
  }
  return [...groups].map(([group, members]) => ({ group, units: ranked(table, result, members) }));
}

/** Whether a word stands where the others have their place (DNF, 未参评): the author does not rank the unit. */
function isLeftOut({ shape }: TableReading, { rank }: TableResult, row: number): boolean {
  if (rank === null) return false;
  const stated = shape.grid.value(row, rank.column);
  return (
    typeof stated === "string" &&
    LETTER.test(stated) &&
    placeIn(stated) === null &&
    !contains(stated, "rank-text")
  );
}

const LETTER = /\p{L}/u;

/** By unit, the right figure where the cell of the total itself is wrong; a slip among its parts leaves the total right. */
function rightTotals({ facts }: TableReading, total: number): Map<number, Decimal | null> {
  const broken = facts.filter(({ column }) => column === total).flatMap((fact) => fact.broken);
  const own = broken.filter(({ column }) => column === total);
  return new Map(own.map(({ row, right }) => [row, parseDecimal(right)]));
}

function ranked(
  table: TableReading,
  result: TableResult,
  members: readonly { readonly row: number; readonly name: string; readonly total: Decimal }[],
): RankedRow[] {
  const sign = result.order === "ascending" ? 1 : -1;
  const { order, ranks } = assignRanks(
    members.length,
    (left, right) => {
      const [one, other] = [members[left], members[right]];
      return one && other ? sign * compareDecimals(one.total, other.total) : 0;
    },
    // Equal figures share a rank, even where the author put one before the other.
    result.rank?.ties === "dense" ? "dense" : "competition",
  );
  // An index that counts from 0 is no ranking; ranks that are called so and begin with 0 are.
  const first = result.rank?.first === 0 && hasHeader(table, result.rank.column) ? 1 : 0;
  return order.flatMap((index): RankedRow[] => {
    const unit = members[index];
    return unit === undefined ? [] : [{ ...unit, rank: (ranks[index] ?? 0) - first }];
  });
}

/**
 * What the units of some rows are called: by their name column; where names stand twice, by all columns that tell them apart; without
 * a name column by their row on the sheet.
 */
function unitNames({ shape, facts }: TableReading, unitRows: readonly number[]): (row: number) => string {
  const { grid, unitColumns, firstColumn } = shape;
  const [first] = unitColumns;
  if (first === undefined) return (row) => String(grid.position(row, firstColumn).row + 1);
  const alone = unitRows.map((row) => textOf(grid.shown(row, first)));
  const isText = (column: number) => unitRows.some((row) => typeof grid.shown(row, column) === "string");
  const isShort = (column: number) =>
    unitRows.every((row) => textOf(grid.shown(row, column)).length <= MAXIMUM_KEY_LENGTH);
  // What follows from the figures, such as a grade, or stands far off, is no part of a name.
  const isNear = (column: number) => Math.abs(column - first) <= MAXIMUM_KEY_DISTANCE;
  const isOwn = (column: number) => !facts.some((fact) => fact.column === column);
  const further = unitColumns
    .slice(1)
    .filter((column) => isNear(column) && isOwn(column) && isText(column) && isShort(column));
  const columns = new Set(alone).size === alone.length ? [first] : [first, ...further];
  return (row) =>
    columns
      .map((column) => textOf(grid.shown(row, column)))
      .join(" ")
      .trim();
}

/** Longer texts describe a unit, they do not name it. */
const MAXIMUM_KEY_LENGTH = 20;
const MAXIMUM_KEY_DISTANCE = 3;

function hasHeader({ columns }: TableReading, column: number): boolean {
  return columns.some((one) => one.column === column && one.path.length > 0);
}

/** What a cell says: its text, or its number as a text. */
export function textOf(value: CellValue): string {
  if (typeof value === "string") return plainText(value) === "" ? "" : value.trim();
  return typeof value === "number" ? String(value) : "";
}
