import { readHeaderText } from "./headerText";
import { contentIn } from "./columnContent";
import type { TableBlock } from "./findTables";
import { numberFormatAt } from "../workbook/snapshot";
import type { TableColumn } from "./tableColumns";
import { mayNameTotal } from "./totalWords";
import { namesItems } from "./vocabulary";

/** A total comes about from so many columns of figures at least. */
const LEAST_ITEMS = 2;
/** Fewer ranks could go down by a column by chance. */
const LEAST_RANKED = 5;

/**
 * Where no header names the total: takes 得分, 平均分 or Average, if nothing that is scored stands right of it, else the
 * one column that the author's ranks go down by. Not in lists with a row for each item, whose 得分 is the score of the item.
 */
export function chooseTotal(block: TableBlock, columns: readonly TableColumn[]): TableColumn[] {
  if (columns.some(({ role }) => role === "total") || columns.some((column) => listsItems(block, column))) {
    return [...columns];
  }
  const scored = columns.filter(
    ({ role, column }) => isScored(role) && contentIn(block, column) === "figures",
  );
  const last = scored.at(-1);
  if (last?.role === "unknown" && scored.length > LEAST_ITEMS && isWeakTotal(last)) {
    return withTotal(columns, last, "last");
  }
  const ranked = rankedColumn(block, columns, scored);
  return ranked === null ? [...columns] : withTotal(columns, ranked, "ranked");
}

function withTotal(
  columns: readonly TableColumn[],
  total: TableColumn,
  reason: "last" | "ranked",
): TableColumn[] {
  return columns.map((column) =>
    column === total ? { ...total, role: "total" as const, confidence: 0.7, reason } : column,
  );
}

/** The only column of figures that the author's ranks go down by, one for one; rates are none. */
function rankedColumn(
  block: TableBlock,
  columns: readonly TableColumn[],
  scored: readonly TableColumn[],
): TableColumn | null {
  const ranks = columns.filter(({ role }) => role === "rank");
  const [rank] = ranks;
  if (ranks.length !== 1 || !rank) return null;
  const fitting = scored.filter(
    (column) => column.role === "unknown" && !isRate(block, column) && goesDownBy(block, rank, column),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function isRate(block: TableBlock, { header, column }: TableColumn): boolean {
  if (/率$|%/.test(header)) return true;
  return numberFormatAt(block.view.sheet, block.view.position(block.firstRow, column)).includes("%");
}

/** Whether better ranks have greater figures, and equal ranks equal ones. */
function goesDownBy(block: TableBlock, rank: TableColumn, column: TableColumn): boolean {
  const pairs: { readonly rank: number; readonly figure: number }[] = [];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const [place, figure] = [block.view.value(row, rank.column), block.view.value(row, column.column)];
    if (typeof place !== "number") continue;
    if (typeof figure !== "number") return false;
    pairs.push({ rank: place, figure });
  }
  pairs.sort((left, right) => left.rank - right.rank);
  return (
    pairs.length >= LEAST_RANKED &&
    pairs.every(({ rank: place, figure }, index) => {
      const before = pairs[index - 1];
      if (before === undefined) return true;
      return place === before.rank ? figure === before.figure : figure < before.figure;
    })
  );
}

function isScored(role: string): boolean {
  return role === "unknown" || role.startsWith("component:");
}

function isWeakTotal({ path, weight, fullMark, reason }: TableColumn): boolean {
  if (weight !== null || fullMark !== null || reason !== "none" || path.length !== 1) return false;
  return mayNameTotal(readHeaderText(path[0] ?? "").words.toLowerCase());
}

function listsItems(block: TableBlock, { path, column }: TableColumn): boolean {
  const words = readHeaderText(path.at(-1) ?? "").words;
  return namesItems(words) && contentIn(block, column) === "words";
}
