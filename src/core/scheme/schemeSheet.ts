import type { SheetMark, SheetSnapshot } from "../workbook/snapshot";

/** The mark of the sheet that keeps the workbook's scheme: 考评方案, or the hidden text of older workbooks. */
export const SCHEME_MARK = { kind: "scheme", key: "scheme" } as const;

/** Whether a mark is that of the sheet that keeps the workbook's scheme. */
export function isSchemeMark({ kind, key }: SheetMark): boolean {
  return kind === SCHEME_MARK.kind && key === SCHEME_MARK.key;
}

/** The scheme file's text on a sheet that holds nothing else, cut into cells of one column; null for 考评方案. */
export function schemeTextOf({
  visibility,
  values,
}: Pick<SheetSnapshot, "visibility" | "values">): string | null {
  if (visibility === "visible") return null;
  return values.map(([value]) => (typeof value === "string" ? value : "")).join("");
}
