import type { WorkbookProblem } from "../port";

/** Stops a read or write for a reason that the clerk is told; the port turns it into an Outcome. */
export class Refusal extends Error {
  constructor(readonly problem: WorkbookProblem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = "Refusal";
  }
}

/** Refuses to go on when it was asked to stop. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal({ code: "cancelled", detail: "" });
}

/** Excel's error codes that have a sentence of their own. */
const codes: ReadonlyMap<string, WorkbookProblem["code"]> = new Map([
  ["InvalidOperationInCellEditMode", "editing-cell"],
  ["AccessDenied", "sheet-protected"],
  ["RequestPayloadSizeLimitExceeded", "host-limit"],
  ["ResponsePayloadSizeLimitExceeded", "host-limit"],
]);

/** The problem behind an error of Excel's, or null for an error that is a bug of ours. */
export function problemOf(error: unknown): WorkbookProblem | null {
  if (error instanceof Refusal) return error.problem;
  if (!(error instanceof OfficeExtension.Error)) return null;
  const code = codes.get(error.code) ?? "host-failure";
  // At run time the location is missing where the host named none.
  const location = (error.debugInfo as { readonly errorLocation?: string } | undefined)?.errorLocation;
  const place = location ? ` (${location})` : "";
  return { code, detail: `${error.code}: ${error.message}${place}` };
}

/** Whether Excel refused because a request or an answer was too large. */
export function isTooLarge(error: unknown): boolean {
  return problemOf(error)?.code === "host-limit";
}
