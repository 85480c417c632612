import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { createRoster } from "../units/roster";
import type { CheckSubject } from "./checkSubject";

/**
 * Groups that the sheets name and the scheme does not have: units are grouped by the roster all the same. One finding
 * for each name and table, at its first unit.
 */
export function checkUnknownGroups({ recognition, ranking }: CheckSubject): Finding[] {
  const roster = createRoster(ranking.scheme);
  if (roster === null) return [];
  return recognition.tables.flatMap((table) => {
    const seen = new Set<string>();
    return table.rows.flatMap((entry): Finding[] => {
      if (entry.kind !== "unit" || entry.group === null || seen.has(entry.group)) return [];
      seen.add(entry.group);
      if (roster.group(entry.group) !== null) return [];
      const { view, unitColumn } = table.block;
      const place = { sheet: view.sheet.name, cell: view.position(entry.row, unitColumn) };
      return [createFinding("group-unknown", place, { text: entry.group })];
    });
  });
}
