import type { Action } from "./action";
import { beginStep, failed, isCancelled, type RunInput } from "./prepare";
import { readSnapshot } from "./readSnapshot";
import { writeFrom } from "./writeFrom";

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
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const removals = read.output.sheets.flatMap(({ mark }) => (mark?.kind === "notice" ? [mark] : []));
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const written = await writeFrom(context, read.output, { sheets: [], edits: [], removals });
    if (!written.ok) return failed(written);
    return { status: "done", output: { count: removals.length } };
  },
};
