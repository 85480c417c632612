import type { Watch } from "../workbook/port";
import type { ActionContext } from "./action";

/** How far a run has come when it begins to write. */
const WRITING_STARTS = 0.8;

/** Watches over the last step of a run: the clerk sees it move, and can stop it. */
export function watchWriting(context: ActionContext): Watch {
  return {
    ...(context.signal ? { signal: context.signal } : {}),
    onProgress: (done) => context.onProgress?.("writing", WRITING_STARTS + (1 - WRITING_STARTS) * done),
  };
}
