import type { Outcome, ProblemCode, Watch } from "../port";
import { containerProblem } from "./container";
import { FileWorkbook } from "./fileWorkbook";
import { CONTENT_TYPES, OfficePackage } from "./package";
import { problemOf } from "./problems";
import { findWorkbookPart } from "./workbookPart";

/**
 * Opens the bytes of an .xlsx or .xlsm file and reads it whole. `name` is what messages call it. Refused, with
 * one clear line: an empty file, anything that is no workbook, an encrypted one, an old .xls or a binary .xlsb,
 * one that is cut off or damaged (the part is named), one that unpacks to more than `MAXIMUM_UNPACKED_BYTES` or
 * whose cells span more than `MAXIMUM_AREA_CELLS` (the far cell is named).
 */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  watch?: Watch,
): Promise<Outcome<FileWorkbook>> {
  const refused = (code: ProblemCode): Outcome<never> => ({ ok: false, problem: { code, detail: name } });
  const container = containerProblem(bytes);
  if (container) return refused(container);
  try {
    const parts = OfficePackage.open(bytes);
    const workbook = findWorkbookPart(parts);
    if (workbook === null) return refused("not-a-workbook");
    parts.tree(CONTENT_TYPES);
    const kind = kindOf(parts, workbook);
    if (kind) return refused(kind);
    return { ok: true, value: await FileWorkbook.open(parts, name, watch) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, name) };
  }
}

/** Why the main part of an Office file is no workbook that we read; null when it is one. */
function kindOf(parts: OfficePackage, workbook: string): ProblemCode | null {
  if (workbook.endsWith(".bin")) return "unsupported-workbook";
  return parts.tree(workbook).local === "workbook" ? null : "not-a-workbook";
}
