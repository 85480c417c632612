import type { SheetPlan } from "../workbook/plan";
import { sheetMarked, type Snapshot } from "../workbook/snapshot";
import { planStoreSheet } from "../workbook/storeSheet";
import type { Finding } from "./finding";

/** The mark of the sheet that keeps which findings the clerk ignores. */
export const IGNORED_MARK = { kind: "ignored", key: "findings" } as const;

/** Why the clerk ignores a finding, by `ignoredKey`. */
export type IgnoredReasons = ReadonlyMap<string, string>;

/** A finding that the clerk has settled by saying why it may stand. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Findings to settle, and those that the clerk ignores. */
export interface SortedFindings {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/**
 * What an ignored finding is known by: its code, its cell and the values that were found there. With another value in
 * the cell it is another finding, and told anew.
 */
export function ignoredKey({ code, sheet, cell, parameters, fix, alike }: Finding): string {
  const values = Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1));
  const cells = alike?.map((one) => [one.cell?.row, one.fix?.from]) ?? [];
  return JSON.stringify([
    code,
    sheet,
    cell?.row ?? null,
    cell?.column ?? null,
    values,
    fix?.from ?? null,
    cells,
  ]);
}

/** Takes the findings that the clerk ignores out of a check's findings. */
export function sortIgnored(findings: readonly Finding[], reasons: IgnoredReasons): SortedFindings {
  if (reasons.size === 0) return { findings, ignored: [] };
  const ignored: IgnoredFinding[] = [];
  const left = findings.filter((finding) => {
    const reason = reasons.get(ignoredKey(finding));
    if (reason === undefined) return true;
    ignored.push({ finding, reason });
    return false;
  });
  return { findings: left, ignored };
}

/** The findings that the workbook's clerk ignores, with the reasons. */
export function readIgnored(snapshot: Snapshot): IgnoredReasons {
  const rows = sheetMarked(snapshot, IGNORED_MARK)?.values ?? [];
  return new Map(
    rows.flatMap(([reason, ...parts]): [string, string][] => {
      const key = parts.map((part) => (typeof part === "string" ? part : "")).join("");
      return typeof reason === "string" && key !== "" ? [[key, reason]] : [];
    }),
  );
}

/** Excel holds 32,767 characters in a cell, and a key of a whole column can be longer. */
const CELL_LENGTH = 30_000;

/** The sheet that keeps them, hidden from the tab bar: a row a finding, its reason first. */
export function planIgnoredSheet(reasons: IgnoredReasons): SheetPlan {
  const rows = [...reasons].map(([key, reason]) => [reason, ...partsOf(key)]);
  const width = Math.max(2, ...rows.map((row) => row.length));
  return planStoreSheet({
    name: "PERF已忽略",
    mark: IGNORED_MARK,
    cells: rows.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]),
    columnWidths: [40, ...new Array<number>(width - 1).fill(60)],
  });
}

function partsOf(key: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < key.length; start += CELL_LENGTH) {
    parts.push(key.slice(start, start + CELL_LENGTH));
  }
  return parts;
}
