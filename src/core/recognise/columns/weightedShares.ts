import { compareDecimals, equalDecimals, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow, roundedSum, type Addend } from "../../numbers/exactSum";
import { roundDecimal } from "../../numbers/rounding";
import type { Component, Scheme } from "../../scheme/scheme";
import type { ReadTable } from "../tables/classifySheet";
import { readScoreIn } from "../units/readFigure";
import type { ShareEvidence, TableColumn } from "./tableColumns";

/** Fewer totals than this could be sums of their columns by chance. */
const MINIMUM_ROWS = 2;
const SHARE_OF_ROWS = 0.8;

interface ScoreColumn {
  readonly column: TableColumn;
  /** Maximum × weight: the most that the column can hold if its scores are multiplied already. */
  readonly limit: Decimal;
}

/** A table with the columns of weighted scores marked as such. */
export function markWeightedShares(table: ReadTable, scheme: Scheme): ReadTable {
  const share = findWeightedShares(table, scheme);
  if (share === null) return table;
  const columns = table.columns.map((column) =>
    column.role.startsWith("component:") ? { ...column, share } : column,
  );
  return { ...table, columns };
}

/**
 * Whether the score columns of a table hold score × weight instead of the score (结果得分（55分） under a weight of
 * 55%): no cell is above its maximum × weight, and the author's totals are the plain sums of the columns, bonus and
 * deduction included. Such columns are no scores of the scheme. Null where that is not so, or no totals tell.
 */
function findWeightedShares(table: ReadTable, scheme: Scheme): ShareEvidence | null {
  const total = table.columns.find(({ role }) => role === "total");
  const scores = scoreColumns(table, scheme.components);
  if (total === undefined || scores === null) return null;
  let count = 0;
  let of = 0;
  for (const { kind, row } of table.rows) {
    if (kind !== "unit") continue;
    const addends: Addend[] = [];
    for (const { column, limit } of scores) {
      const factor = readScoreIn(table.block.view, row, column.column);
      if (factor === null) continue;
      if (compareDecimals(factor, limit) > 0) return null;
      addends.push({ factor });
    }
    const stated = readScoreIn(table.block.view, row, total.column);
    if (stated === null || addends.length < scores.length) continue;
    of += 1;
    const sum = roundedSum([...addends, ...pointsOf(table, row)], scheme.rounding);
    if (sum !== null && equalDecimals(sum, roundDecimal(stated, scheme.rounding))) count += 1;
  }
  return count >= MINIMUM_ROWS && count >= of * SHARE_OF_ROWS ? { count, of } : null;
}

/** The columns of components with the most that a share could be; null where a weight or a header rules shares out. */
function scoreColumns({ columns }: ReadTable, components: readonly Component[]): ScoreColumn[] | null {
  const found: ScoreColumn[] = [];
  for (const { id, maximum, weight } of components) {
    const column = columns.find(({ role }) => role === `component:${id}`);
    const limit = narrow(exactSum([{ factor: maximum, by: weight }]));
    if (column === undefined || limit === null) continue;
    if (compareDecimals(limit, maximum) >= 0) return null;
    if (column.fullMark !== null && !equalDecimals(column.fullMark, limit)) return null;
    found.push({ column, limit });
  }
  return found.length < 2 ? null : found;
}

/** Bonus and deduction of a row, as its columns of sums state them. */
function pointsOf({ block, columns }: ReadTable, row: number): Addend[] {
  return columns.flatMap(({ role, column }): Addend[] => {
    if (role !== "bonus" && role !== "deduction" && role !== "net") return [];
    const factor = readScoreIn(block.view, row, column);
    if (factor === null) return [];
    const taken = role === "deduction" && factor.units > 0;
    return [{ factor: taken ? { units: -factor.units, places: factor.places } : factor }];
  });
}
