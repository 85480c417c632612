import type { Outcome, ProblemCode } from "../port";
import { containerProblem } from "./container";
import { CONTENT_TYPES, OfficePackage } from "./package";
import { findWorkbookPart } from "./workbookPart";

/**
 * The parts of a workbook file, or why it is none: an empty file, no workbook, an encrypted one, an old .xls or a
 * binary .xlsb. Throws as `OfficePackage.open` does where the file is damaged.
 */
export function openPackage(bytes: Uint8Array, name: string): Outcome<OfficePackage> {
  const refused = (code: ProblemCode): Outcome<never> => ({ ok: false, problem: { code, detail: name } });
  const container = containerProblem(bytes);
  if (container) return refused(container);
  const parts = OfficePackage.open(bytes);
  const workbook = findWorkbookPart(parts);
  if (workbook === null) return refused("not-a-workbook");
  parts.tree(CONTENT_TYPES);
  const kind = kindOf(parts, workbook);
  return kind ? refused(kind) : { ok: true, value: parts };
}

/** Why the main part of an Office file is no workbook that we read; null when it is one. */
function kindOf(parts: OfficePackage, workbook: string): ProblemCode | null {
  if (workbook.endsWith(".bin")) return "unsupported-workbook";
  return parts.tree(workbook).local === "workbook" ? null : "not-a-workbook";
}
