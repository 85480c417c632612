import type { SheetMark, SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import { sheetMarked } from "../../workbook/snapshot";
import { parseSchemeText, type SchemeProblem } from "../parseScheme";
import type { Scheme } from "../scheme";
import { SCHEME_MARK, schemeTextOf } from "../schemeSheet";
import { readSchemeSheet } from "./readSchemeSheet";
import type { SchemeCells } from "./schemeCells";
import type { SchemeFault } from "./schemeFault";
import { looksLikeSchemeSheet } from "./sheetSections";

/** The mark of a further 考评方案, which is not read: a copy, or one that came from another workbook. */
const COPY_MARK: SheetMark = { kind: SCHEME_MARK.kind, key: "copy" };

/** The scheme that a workbook keeps: on its sheet 考评方案, or as the hidden text of older workbooks. */
export interface StoredScheme {
  /** Null where something has to be put right first. */
  readonly scheme: Scheme | null;
  /** Name of the sheet 考评方案; null for the hidden text. */
  readonly sheet: string | null;
  /** What is wrong on the sheet, errors and warnings. */
  readonly faults: readonly SchemeFault[];
  /** Why the hidden text is no scheme. */
  readonly problem: SchemeProblem | null;
}

/** The scheme that a workbook keeps; null without one. Needs the snapshot of `withSchemeSheet`. */
export function storedScheme(snapshot: Snapshot): StoredScheme | null {
  const sheet = sheetMarked(snapshot, SCHEME_MARK);
  if (!sheet) return null;
  const stored = schemeOfCells(sheet);
  const copies = snapshot.sheets.filter(
    ({ mark }) => mark?.kind === COPY_MARK.kind && mark.key === COPY_MARK.key,
  );
  return { ...stored, faults: [...stored.faults, ...copies.map(unreadCopy)] };
}

/** The scheme of the sheet that keeps it. */
export function schemeOfCells(sheet: SchemeCells): StoredScheme {
  const text = schemeTextOf(sheet);
  if (text === null) return { ...readSchemeSheet(sheet), sheet: sheet.name, problem: null };
  const outcome = parseSchemeText(text);
  return {
    scheme: outcome.ok ? outcome.scheme : null,
    sheet: null,
    faults: [],
    problem: outcome.ok ? null : outcome.problem,
  };
}

function unreadCopy({ name, area: { row, column } }: SheetSnapshot): SchemeFault {
  return { code: "second-sheet", severity: "warning", sheet: name, cell: { row, column }, parameters: {} };
}

/**
 * The workbook with its 考评方案 known as such where it lost our mark, because it was renamed or copied from another
 * workbook. Without a marked one the first in tab order is it; further ones are copies and not read as data either.
 */
export function withSchemeSheet(snapshot: Snapshot): Snapshot {
  let isKnown = sheetMarked(snapshot, SCHEME_MARK) !== undefined;
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.mark !== null || !looksLikeSchemeSheet(sheet)) return sheet;
    const mark = isKnown ? COPY_MARK : SCHEME_MARK;
    isKnown = true;
    return { ...sheet, mark };
  });
  return { ...snapshot, sheets };
}
