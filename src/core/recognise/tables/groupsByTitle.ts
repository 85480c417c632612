import { plainText } from "../../numbers/readNumber";
import type { ReadTable } from "./classifySheet";
import { findPeriod } from "../header/periodText";
import { isBlank, isFigure } from "./sheetView";
import { names } from "../../vocabulary/concepts";
import { withoutNumbering } from "../../vocabulary/numerals";

const MAXIMUM_TITLE_LENGTH = 25;

/**
 * Tables of one sheet, every one under its own title (一类单位, 二类单位), are the groups of a workbook whose scheme leaves
 * groups to it: each takes its title for its group. Tables of the same units with other columns (业务, 测评) are parts of
 * one and stay as they are; with the same columns (第一周, 第二周) they are lists of their own.
 */
export function groupsByTitle(tables: readonly ReadTable[]): ReadTable[] {
  const filled = tables.filter(({ kind }) => kind !== "not-data");
  const titles = filled.map(titleOf);
  const isOwn = titles.every((title, index) => title !== null && titles.indexOf(title) === index);
  const grouped = filled.some(
    ({ group, rows }) => group !== null || rows.some((row) => row.kind === "unit" && row.group !== null),
  );
  if (filled.length < 2 || !isOwn || grouped || (haveUnitsInCommon(filled) && !areAlike(filled)))
    return [...tables];
  return tables.map((table) => ({ ...table, group: titles[filled.indexOf(table)] ?? null }));
}

/** The only text in the line right above a table's header, or above a blank line; null where it names a period. */
function titleOf({ block }: ReadTable): string | null {
  const { view, headerRows, firstColumn, endColumn } = block;
  for (let row = headerRows[0] - 1; row >= Math.max(view.firstRow, headerRows[0] - 2); row -= 1) {
    const texts = new Set<string>();
    for (let column = firstColumn; column < endColumn; column += 1) {
      const shown = view.shown(row, column);
      if (isBlank(shown)) continue;
      if (isFigure(shown) || typeof shown !== "string") return null;
      texts.add(shown.trim());
    }
    const [title] = texts;
    if (title === undefined) continue;
    const isTitle =
      texts.size === 1 && title.length <= MAXIMUM_TITLE_LENGTH && !names(plainText(title), "note-row");
    return isTitle && findPeriod(title) === null ? withoutNumbering(title) : null;
  }
  return null;
}

function areAlike([first, ...others]: readonly ReadTable[]): boolean {
  const headers = ({ columns }: ReadTable) => columns.map(({ key }) => key).join("\n");
  return first !== undefined && others.every((other) => headers(other) === headers(first));
}

function haveUnitsInCommon(tables: readonly ReadTable[]): boolean {
  const seen = new Set<string>();
  for (const { block, rows } of tables) {
    const own = new Set(
      rows.filter(({ kind }) => kind === "unit").map(({ row }) => block.view.text(row, block.unitColumn)),
    );
    for (const name of own) {
      if (name !== "" && seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}
