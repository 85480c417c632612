import { nameKey } from "../../units/nameKey";
import type { ReadTable } from "../tables/classifySheet";

/** A sheet that lists these units, nearly all of them, is about them. */
const SHARE_OF_UNITS = 0.8;

/**
 * Where the scheme leaves groups to the workbook, a sheet is a group; but not one that holds some of the scores of a
 * summary sheet's units (安全, 质量 and 汇总): it joins the summary's group, so that each unit stands once.
 */
export function joinParts(tables: readonly ReadTable[]): ReadTable[] {
  const main = tables.reduce<ReadTable | null>(
    (most, table) => (most === null || scored(table).size > scored(most).size ? table : most),
    null,
  );
  if (main === null || tables.length < 2 || hasGroups(main)) return [...tables];
  const [all, names] = [scored(main), namesIn(main)];
  const group = main.block.view.sheet.name;
  const joined = tables.map((table) => {
    const own = scored(table);
    const isPart = own.size < all.size && [...own].every((role) => all.has(role)) && !hasGroups(table);
    if (!isPart || table.block.view.sheet === main.block.view.sheet) return table;
    const units = [...namesIn(table)];
    const shared = units.filter((name) => names.has(name)).length;
    return shared >= units.length * SHARE_OF_UNITS ? { ...table, group } : table;
  });
  if (joined.every((table, index) => table === tables[index])) return joined;
  // The summary stands first: a unit is reported at its row there.
  return [main, ...joined.filter((table) => table !== main)];
}

function scored({ columns }: ReadTable): Set<string> {
  return new Set(columns.map(({ role }) => role).filter((role) => role.startsWith("component:")));
}

function hasGroups({ group, rows }: ReadTable): boolean {
  return group !== null || rows.some((row) => row.kind === "unit" && row.group !== null);
}

function namesIn({ block, rows }: ReadTable): Set<string> {
  return new Set(
    rows
      .filter(({ kind }) => kind === "unit")
      .map(({ row }) => nameKey(block.view.text(row, block.unitColumn))),
  );
}
