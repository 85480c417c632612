import type { WorkbookProblem } from "../port";
import { ArchiveError } from "./archive";
import { PartError } from "./package";
import { SpanError } from "./cellGrid";

/** The work was stopped by its watch. */
export class CancelledError extends Error {}

/**
 * The problem that stands for an error of this folder: one clear line that names the file, and the part or cell
 * where there is one. Anything else is a bug and is thrown on.
 */
export function problemOf(error: unknown, name: string): WorkbookProblem {
  if (error instanceof CancelledError) return { code: "cancelled", detail: name };
  if (error instanceof PartError) return { code: "damaged", detail: `${name} (${error.part})` };
  if (error instanceof SpanError) return { code: "too-large", detail: `${name} (${error.cell})` };
  if (error instanceof ArchiveError) {
    const code = error.fault === "not-a-zip" ? "not-a-workbook" : error.fault;
    return { code, detail: error.part === "" ? name : `${name} (${error.part})` };
  }
  throw error;
}
