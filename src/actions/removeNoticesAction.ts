import type { Action } from "./action";
import { beginStep, failed, isCancelled, type RunInput } from "./prepare";
import { watchWriting } from "./watchWriting";

/** How many sheets of notices were taken away. */
export interface RemoveNoticesOutput {
  readonly count: number;
}

/**
 * 删除公文表: takes all sheets of notices away together. The register keeps their numbers, so that a notice that is
 * made again has the one that it had.
 */
export const removeNoticesAction: Action<RunInput, RemoveNoticesOutput> = {
  id: "remove-notices",
  label: "action.remove-notices",
  async run(context) {
    await beginStep(context, "reading");
    const read = await context.port.read(context.signal ? { signal: context.signal } : {});
    if (!read.ok) return failed(read);
    const removals = read.value.sheets.flatMap(({ mark }) => (mark?.kind === "notice" ? [mark] : []));
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const written = await context.port.write({ sheets: [], edits: [], removals }, watchWriting(context));
    if (!written.ok) return failed(written);
    return { status: "done", output: { count: removals.length } };
  },
};
