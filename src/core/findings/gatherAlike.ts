import { NUMBERS_AS_TEXT } from "../checks/catalogue";
import { groupedBy } from "../groupedBy";
import { columnLetters } from "../workbook/address";
import { createFinding } from "./createFinding";
import type { Finding } from "./finding";

/** More findings than this about one column are one. */
const MAXIMUM_SINGLE = 5;

/**
 * Findings with those about figures written as text told once a column where there are more than a few, or where they
 * have decimal commas: the one finding carries the others, so that all cells can be repaired and coloured.
 */
export function gatherAlike(findings: readonly Finding[]): Finding[] {
  const columns = groupedBy(
    findings.filter(({ code, cell }) => NUMBERS_AS_TEXT.has(code) && cell !== null),
    ({ code, sheet, cell }) => `${code}\n${sheet ?? ""}\n${String(cell?.column)}`,
  );
  const gathered = new Map<Finding, Finding | null>();
  for (const alike of columns.values()) {
    const [first] = alike;
    if (first.cell === null || first.sheet === null) continue;
    // How decimal commas are read is said of their column at once: no cell alone would be read so.
    const isComma = first.code === "number-decimal-comma";
    if (!isComma && alike.length <= MAXIMUM_SINGLE) continue;
    for (const finding of alike) gathered.set(finding, null);
    const place = { sheet: first.sheet, cell: first.cell };
    const parameters = { column: columnLetters(first.cell.column), count: alike.length };
    const one = isComma
      ? createFinding("number-decimal-comma", place, { ...first.parameters, ...parameters })
      : createFinding("number-column-as-text", place, parameters);
    gathered.set(first, { ...one, alike });
  }
  return findings.flatMap((finding) => {
    const instead = gathered.get(finding);
    if (instead === undefined) return [finding];
    return instead === null ? [] : [instead];
  });
}
