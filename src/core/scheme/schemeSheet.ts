import type { SheetPlan } from "../workbook/plan";
import { sheetMarked, type SheetMark, type Snapshot } from "../workbook/snapshot";
import { planStoreSheet } from "../workbook/storeSheet";

/** The mark of the sheet that keeps the workbook's scheme. */
export const SCHEME_MARK = { kind: "scheme", key: "scheme" } as const;

/** A cell holds 32,767 characters at most. */
const CHUNK_LENGTH = 30_000;

/**
 * The sheet that keeps a scheme file's text inside the workbook, so that its cells and the next run use the same
 * scheme. It is hidden from the tab bar; the text is cut into cells of one column.
 */
export function planSchemeSheet(text: string): SheetPlan {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK_LENGTH) {
    chunks.push(text.slice(start, start + CHUNK_LENGTH));
  }
  return planStoreSheet({
    name: "PERF方案",
    mark: SCHEME_MARK,
    cells: chunks.map((chunk) => [chunk]),
    columnWidths: [60],
  });
}

/** Whether a mark is that of the sheet that keeps the workbook's scheme. */
export function isSchemeMark({ kind, key }: SheetMark): boolean {
  return kind === SCHEME_MARK.kind && key === SCHEME_MARK.key;
}

/** The scheme text that the workbook keeps, or null. */
export function storedSchemeText(snapshot: Snapshot): string | null {
  const sheet = sheetMarked(snapshot, SCHEME_MARK);
  if (!sheet) return null;
  return sheet.values.map(([value]) => (typeof value === "string" ? value : "")).join("");
}
