import { plainText, readNumber } from "../../numbers/readNumber";
import { contentIn } from "./columnContent";
import type { TableBlock } from "../tables/findTables";
import { readHeaderText } from "../header/headerText";
import { isBlank } from "../tables/sheetView";
import type { TableColumn } from "./tableColumns";
import { commonRole, SUMMARY_ROW } from "../header/vocabulary";

/** Headers that always name groups; others (类别, 部门 beside 姓名) only where the author's ranks do not say otherwise. */
const CERTAIN = /组$|组别$|^group$/i;
/** A rank column of at least so many ranks tells whether they were given inside groups. */
const LEAST_RANKS = 4;
const SHARE_OF_GROUPS = 2 / 3;
const SHARE_INSIDE = 0.9;

/**
 * The columns with the one that groups the units, where the scheme leaves groups to the workbook and the author ranked:
 * 部门 left of 姓名 is no group of those who are ranked through all departments, and 报考岗位 is one where every post
 * has its first.
 */
export function settleGroups(block: TableBlock, columns: readonly TableColumn[]): TableColumn[] {
  const ranks = columns.filter(({ role }) => role === "rank");
  if (ranks.length === 0) return [...columns];
  const scopesBy = (column: TableColumn) => ranks.map((rank) => rankScope(block, column.column, rank.column));
  const group = columns.find(({ role }) => role === "group");
  if (group !== undefined) {
    if (group.reason === "corrected" || CERTAIN.test(wordsOf(group))) return [...columns];
    const scopes = scopesBy(group);
    if (scopes.includes("inside") || !scopes.includes("across")) return [...columns];
    return columns.map((column) =>
      column === group ? { ...column, role: "unknown" as const, reason: "not-ranked-by" } : column,
    );
  }
  const found = columns.find((column) => mayGroup(block, column) && scopesBy(column).includes("inside"));
  return columns.map((column) =>
    column === found ? { ...column, role: "group" as const, confidence: 0.8, reason: "ranked-by" } : column,
  );
}

/** Columns of words; numbers only under a header such as 班级, because scores repeat, too. */
function mayGroup(block: TableBlock, column: TableColumn): boolean {
  if (column.role !== "unknown" || column.reason === "corrected") return false;
  return contentIn(block, column.column) === "words" || commonRole(wordsOf(column)) === "unit";
}

function wordsOf({ path }: TableColumn): string {
  return readHeaderText(path.at(-1) ?? "").words;
}

/** Whether a column of ranks counts inside the groups of another column or through all of them; null: it cannot be told. */
export function rankScope(block: TableBlock, group: number, rank: number): "inside" | "across" | null {
  const groups = new Map<string, number[]>();
  let of = 0;
  let name = "";
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const shown = block.view.shown(row, group);
    if (typeof shown === "string" && !isBlank(shown)) name = plainText(shown);
    else if (typeof shown === "number") name = String(shown);
    const place = rankAt(block, row, rank);
    const unit = block.view.shown(row, block.unitColumn);
    if (place === null || name === "" || isBlank(unit)) continue;
    if (typeof unit === "string" && SUMMARY_ROW.test(plainText(unit))) continue;
    const ranks = groups.get(name);
    if (ranks) ranks.push(place);
    else groups.set(name, [place]);
    of += 1;
  }
  if (of < LEAST_RANKS || groups.size < 2 || groups.size === of) return null;
  const all = [...groups.values()];
  const led = all.filter((ranks) => ranks.includes(1)).length;
  const within = all.reduce((sum, ranks) => sum + ranks.filter((place) => place <= ranks.length).length, 0);
  if (led >= 2 && led >= groups.size * SHARE_OF_GROUPS && within >= of * SHARE_INSIDE) return "inside";
  const largest = Math.max(...all.map((ranks) => ranks.length));
  const last = Math.max(...all.flat());
  return last > largest && led < groups.size * SHARE_OF_GROUPS ? "across" : null;
}

function rankAt(block: TableBlock, row: number, column: number): number | null {
  const value = block.view.value(row, column);
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const reading = readNumber(value);
  return reading.kind === "number" && reading.value.places === 0 ? reading.value.units : null;
}
