import type { Plan } from "../core/workbook/plan";
import type { Snapshot } from "../core/workbook/snapshot";
import type { Outcome, WrittenSheet } from "../workbook/port";
import type { ActionContext } from "./action";

/** How far a run has come when it begins to write. */
const WRITING_STARTS = 0.8;

/**
 * Writes a plan that was made from a snapshot, as the last step of a run: the clerk sees it move, and can stop it.
 * Where the workbook has changed since the snapshot was read, nothing is written.
 */
export function writeFrom(
  context: ActionContext,
  { reading }: Pick<Snapshot, "reading">,
  plan: Plan,
): Promise<Outcome<readonly WrittenSheet[]>> {
  return context.port.write(reading === undefined ? plan : { ...plan, reading }, {
    ...(context.signal ? { signal: context.signal } : {}),
    onProgress: (done) => context.onProgress?.("writing", WRITING_STARTS + (1 - WRITING_STARTS) * done),
  });
}
