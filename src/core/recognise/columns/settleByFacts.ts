import type { Fact } from "../../facts/fact";
import { names } from "../../vocabulary/concepts";
import type { TableReading, TableResult } from "../reading/tableReading";
import type { TableColumn } from "./tableColumns";

/**
 * Columns with what the table's own arithmetic settles beyond their headers: which of several totals is the result,
 * which rank ranks it, by which categories the author ranked. What a clerk has called a column stays. `ownGroups`: the
 * scheme leaves groups to the workbook.
 */
export function settleByFacts(
  columns: readonly TableColumn[],
  reading: TableReading,
  ownGroups: boolean,
): TableColumn[] {
  const totalled = withTotal(columns, reading);
  const ranked = withRank(totalled, reading);
  return ownGroups ? withGroup(ranked, reading) : ranked;
}

function isGiven({ reason }: TableColumn): boolean {
  return reason === "corrected";
}

/** One column is the total: the result among those whose headers say so, else the last of them; where none says so, the result. */
function withTotal(columns: readonly TableColumn[], { result, shape }: TableReading): TableColumn[] {
  const totals = columns.filter(({ role }) => role === "total");
  if (totals.length > 1) {
    if (severalPeriods(totals)) return [...columns];
    const kept =
      totals.find(isGiven) ?? totals.find(({ column }) => column === result?.total) ?? totals.at(-1);
    return columns.map((column) =>
      column.role === "total" && column !== kept ? { ...column, role: "subtotal" as const } : column,
    );
  }
  // In a list with a row for each item the figures are the items' own.
  const listsItems = columns.some(({ path }) => names(path.at(-1) ?? "", "item"));
  if (totals.length === 1 || result === null || shape.long !== null || listsItems) return [...columns];
  return columns.map((column) =>
    column.column === result.total && column.role === "unknown" && !isGiven(column)
      ? { ...column, role: "total" as const, strength: 0.8, reason: result.rank ? "ranked" : "last" }
      : column,
  );
}

/** Of several columns of ranks the one that ranks the result; a rank without such a header is one by its figures. */
function withRank(columns: readonly TableColumn[], { result, facts }: TableReading): TableColumn[] {
  const ranks = columns.filter(({ role }) => role === "rank");
  if (ranks.some(isGiven) || severalPeriods(ranks)) return [...columns];
  const own = result?.rank?.column;
  if (own !== undefined) {
    return columns.map((column) => {
      if (column.column === own && (column.role === "unknown" || column.role === "sequence"))
        return { ...column, role: "rank" as const, strength: 0.9, reason: "ranked" };
      return column.role === "rank" && column.column !== own ? weaker(column) : column;
    });
  }
  if (ranks.length < 2) return [...columns];
  const isOfPart = ({ column }: TableColumn) =>
    facts.some(
      (fact) => fact.kind === "rank" && fact.column === column && !fact.of.includes(result?.total ?? -1),
    );
  const isEarlier = ({ path }: TableColumn) =>
    path.some((text) => names(text, "previous") || names(text, "change"));
  const left = ranks.filter((rank) => !isOfPart(rank) && !isEarlier(rank));
  return left.length === 0
    ? [...columns]
    : columns.map((column) => (column.role === "rank" && !left.includes(column) ? weaker(column) : column));
}

function weaker(column: TableColumn): TableColumn {
  return { ...column, role: "unknown", reason: "weaker" };
}

/**
 * The categories that the author ranked within are the groups; a column that could group the units is none where the
 * ranks run through all of it, unless its header says 组.
 */
function withGroup(columns: readonly TableColumn[], { result, facts }: TableReading): TableColumn[] {
  const group = columns.find(({ role }) => role === "group");
  if (group !== undefined && (isGiven(group) || group.path.some((text) => names(text, "group-name"))))
    return [...columns];
  const rank = result?.rank ?? null;
  const within = withinOf(result, facts);
  if (within !== null) {
    return columns.map((column) => {
      if (column.column === within && column.role === "unknown")
        return { ...column, role: "group" as const, strength: 0.9, reason: "ranked-by" };
      return column.role === "group" && column.column !== within ? notRankedBy(column) : column;
    });
  }
  if (group === undefined || rank === null) return [...columns];
  return columns.map((column) => (column === group ? notRankedBy(column) : column));
}

/** The column whose categories any of the ranks of the result counts within. */
function withinOf(result: TableResult | null, facts: readonly Fact[]): number | null {
  if (result === null) return null;
  const ranks = facts.filter(({ kind, of }) => kind === "rank" && of.includes(result.total));
  return result.within ?? ranks.find(({ within }) => within !== null)?.within ?? null;
}

function notRankedBy(column: TableColumn): TableColumn {
  return { ...column, role: "unknown", reason: "not-ranked-by" };
}

function severalPeriods(columns: readonly TableColumn[]): boolean {
  return (
    columns.length > 1 &&
    new Set(columns.map(({ period }) => `${String(period?.year ?? "")} ${period?.key ?? ""}`)).size > 1
  );
}
