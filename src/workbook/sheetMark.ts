import type { SheetMark } from "../core/workbook/snapshot";

/** The sheet-scoped, hidden defined name that marks a sheet as made by PERF. */
export const MARK_NAME = "PERF_SHEET";

/**
 * The formula of the mark's defined name: a text constant, `="kind|key|sheet name"`. It carries the name of
 * its sheet, so that a sheet that a clerk renamed or copied is no longer taken for ours. Excel allows 255
 * characters in a text constant: kind and key must stay below about 200 together.
 */
export function encodeMark(mark: SheetMark, sheetName: string): string {
  const text = `${escapePart(mark.kind)}|${escapePart(mark.key)}|${sheetName}`;
  return `="${text.replaceAll('"', '""')}"`;
}

/**
 * The mark in a defined name's formula, when it was made for a sheet of this name; null for anything else.
 * Some hosts and files give the formula without the leading `=`: both forms are read.
 */
export function decodeMark(formula: string, sheetName: string): SheetMark | null {
  const quoted = /^=?"((?:[^"]|"")*)"$/.exec(formula.trim());
  if (quoted?.[1] === undefined) return null;
  const parts = /^([^|]*)\|([^|]*)\|(.*)$/s.exec(quoted[1].replaceAll('""', '"'));
  if (!parts) return null;
  const [, kind = "", key = "", name = ""] = parts;
  if (kind === "" || name !== sheetName) return null;
  return { kind: unescapePart(kind), key: unescapePart(key) };
}

function escapePart(part: string): string {
  return part.replaceAll("%", "%25").replaceAll("|", "%7C");
}

function unescapePart(part: string): string {
  return part.replaceAll("%7C", "|").replaceAll("%25", "%");
}
