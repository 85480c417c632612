import { readHeaderText } from "./headerText";
import { contentIn } from "./columnContent";
import type { TableBlock } from "./findTables";
import type { TableColumn } from "./tableColumns";
import { mayNameTotal } from "./totalWords";
import { namesItems } from "./vocabulary";

/** A total comes about from so many columns of figures at least. */
const LEAST_ITEMS = 2;

/**
 * Takes 得分, 平均分 or Average for the total where no header names one and nothing that is scored stands right of it.
 * Not in lists with a row for each item, whose 得分 is the score of the item.
 */
export function chooseTotal(block: TableBlock, columns: readonly TableColumn[]): TableColumn[] {
  if (columns.some(({ role }) => role === "total") || columns.some((column) => listsItems(block, column))) {
    return [...columns];
  }
  const scored = columns.filter(
    ({ role, column }) => isScored(role) && contentIn(block, column) === "figures",
  );
  const last = scored.at(-1);
  if (last?.role !== "unknown" || scored.length <= LEAST_ITEMS || !isWeakTotal(last)) return [...columns];
  return columns.map((column) =>
    column === last ? { ...last, role: "total" as const, confidence: 0.7, reason: "last" } : column,
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
