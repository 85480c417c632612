import { readHeaderText } from "../header/headerText";
import { contentIn } from "./columnContent";
import type { TableBlock } from "../tables/findTables";
import { numberFormatAt } from "../../workbook/snapshot";
import type { TableColumn } from "./tableColumns";
import { mayNameTotal } from "../header/totalWords";
import { namesItems } from "../header/vocabulary";

/** A total comes about from so many columns of figures at least. */
const LEAST_ITEMS = 2;
/** Fewer ranks could go down by a column by chance. */
const LEAST_RANKED = 5;
/** Single ranks may be wrong. */
const SHARE_DESCENDING = 0.7;

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
  const rank = only(columns.filter(({ role }) => role === "rank"));
  const isLast = last?.role === "unknown" && scored.length > LEAST_ITEMS && isWeakTotal(last);
  if (isLast && (rank === null || !contradicts(descent(block, rank, last)))) {
    return withTotal(columns, last, "last");
  }
  // A scheme that knows the columns has its total in one of them.
  const isKnown = columns.some(({ role }) => role.startsWith("component:"));
  const ranked = rank === null || isKnown ? null : rankedColumn(block, rank, scored);
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

/**
 * The only column of figures that the author's ranks go down by, one for one; else the only one of which no better rank
 * has less, such as the gold medals, where silver parts the ties. Rates are none.
 */
function rankedColumn(
  block: TableBlock,
  rank: TableColumn,
  scored: readonly TableColumn[],
): TableColumn | null {
  const descents = scored
    .filter((column) => column.role === "unknown" && !isRate(block, column))
    .map((column) => ({ column, ...descent(block, rank, column) }))
    .filter(
      ({ of, missing, share, grouped }) => of >= LEAST_RANKED && missing === 0 && share === 1 && !grouped,
    );
  const strict = descents.filter(({ ties }) => ties === 0);
  const found =
    only(strict) ?? (strict.length === 0 ? only(descents.filter(({ of, ties }) => ties * 2 < of)) : null);
  return found?.column ?? null;
}

function isRate(block: TableBlock, { header, column }: TableColumn): boolean {
  if (/率$|%/.test(header)) return true;
  return numberFormatAt(block.view.sheet, block.view.position(block.firstRow, column)).includes("%");
}

/** How a column goes down the ranks. */
interface Descent {
  readonly of: number;
  /** Ranks without a figure beside them. */
  readonly missing: number;
  /** Steps from a rank to the next at which the figure does not grow, of all. */
  readonly share: number;
  /** Steps to another rank with the same figure, or at one rank to another figure. */
  readonly ties: number;
  /** Whether the first rank is given several times for different figures: the ranks count inside groups. */
  readonly grouped: boolean;
}

/** Whether the author plainly ranked by something else. */
function contradicts({ of, share, grouped }: Descent): boolean {
  return of >= LEAST_RANKED && !grouped && share < SHARE_DESCENDING;
}

function descent(block: TableBlock, rank: TableColumn, column: TableColumn): Descent {
  const pairs: { readonly place: number; readonly figure: number }[] = [];
  let missing = 0;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const [place, figure] = [block.view.value(row, rank.column), block.view.value(row, column.column)];
    if (typeof place !== "number") continue;
    if (typeof figure === "number") pairs.push({ place, figure });
    else missing += 1;
  }
  pairs.sort((left, right) => left.place - right.place);
  let [down, ties] = [0, 0];
  for (const [index, { place, figure }] of pairs.entries()) {
    const before = pairs[index - 1];
    if (before === undefined) continue;
    const isTie = place === before.place;
    if (isTie ? figure === before.figure : figure <= before.figure) down += 1;
    if (isTie !== (figure === before.figure)) ties += 1;
  }
  const firsts = new Set(pairs.filter(({ place }) => place === 1).map(({ figure }) => figure));
  const share = pairs.length < 2 ? 0 : down / (pairs.length - 1);
  return { of: pairs.length, missing, share, ties, grouped: firsts.size > 1 };
}

function only<Item>(items: readonly Item[]): Item | null {
  const [item] = items;
  return item !== undefined && items.length === 1 ? item : null;
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
