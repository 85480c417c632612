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

/** What was being done when Excel refused: the clerk is told of that. */
export type Doing = "reading" | "writing" | "other";

const TOO_LARGE: ReadonlySet<string> = new Set([
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
]);

/**
 * The problem behind an error of Excel's, or null for an error that is a bug of ours. What Excel says itself is for
 * programmers and goes into `cause`, not into the clerk's sentence.
 */
export function problemOf(error: unknown, doing: Doing): WorkbookProblem | null {
  if (error instanceof Refusal) return error.problem;
  if (!(error instanceof OfficeExtension.Error)) return null;
  // At run time the location is missing where the host named none.
  const location = (error.debugInfo as { readonly errorLocation?: string } | undefined)?.errorLocation;
  const cause = `${error.code}: ${error.message}${location ? ` (${location})` : ""}`;
  return { code: codeOf(error.code, doing), detail: "", cause };
}

function codeOf(code: string, doing: Doing): WorkbookProblem["code"] {
  if (code === "InvalidOperationInCellEditMode") return "editing-cell";
  if (code === "AccessDenied") return doing === "reading" ? "reading-denied" : "writing-denied";
  if (TOO_LARGE.has(code)) return doing === "writing" ? "writing-too-large" : "host-limit";
  return ({ reading: "reading-failed", writing: "writing-failed", other: "host-failure" } as const)[doing];
}

/** Whether Excel refused because a request or an answer was too large. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && TOO_LARGE.has(error.code);
}
