import type { FindingCode } from "../checks/catalogue";
import { columnLetters } from "../workbook/address";
import { createFinding } from "./createFinding";
import type { Finding } from "./finding";

/** More findings than this about one column are one. */
const MAXIMUM_SINGLE = 5;

/** How numbers may be written as text: a whole column of it is one habit, not a slip a cell. */
const WRITTEN_AS_TEXT: ReadonlySet<string> = new Set<FindingCode>([
  "number-as-text",
  "number-full-width",
  "number-spaces",
  "number-thousands",
  "number-unit-mark",
  "number-percent-sign",
]);

/**
 * Findings with those about figures written as text told once a column where there are more than a few: the one finding
 * carries the others, so that all cells can be repaired and coloured.
 */
export function gatherAlike(findings: readonly Finding[]): Finding[] {
  const columns = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!WRITTEN_AS_TEXT.has(finding.code) || finding.cell === null) continue;
    const key = `${finding.code}\n${finding.sheet ?? ""}\n${String(finding.cell.column)}`;
    const known = columns.get(key);
    if (known) known.push(finding);
    else columns.set(key, [finding]);
  }
  const gathered = new Map<Finding, Finding | null>();
  for (const alike of columns.values()) {
    const [first] = alike;
    if (alike.length <= MAXIMUM_SINGLE || first === undefined || first.cell === null || first.sheet === null)
      continue;
    for (const finding of alike) gathered.set(finding, null);
    const place = { sheet: first.sheet, cell: first.cell };
    const parameters = { column: columnLetters(first.cell.column), count: alike.length };
    gathered.set(first, { ...createFinding("number-column-as-text", place, parameters), alike });
  }
  return findings.flatMap((finding) => {
    const instead = gathered.get(finding);
    if (instead === undefined) return [finding];
    return instead === null ? [] : [instead];
  });
}
