import type { Steps } from "../core/steps";
import { turn } from "../workbook/turn";
import type { ActionContext, ActionResult } from "./action";

/** So many milliseconds of work at a time: long enough to get on, too short to be felt. */
const SLICE = 50;

/**
 * Does work in slices: after each, whatever else waits has its turn (typing, drawing, the button that cancels), and
 * a run that was cancelled goes no further.
 */
export async function breathe<Result>(
  { signal }: Pick<ActionContext, "signal">,
  steps: Steps<Result>,
): Promise<ActionResult<Result>> {
  let sliceEnds = performance.now() + SLICE;
  for (;;) {
    if (signal?.aborted) return { status: "cancelled" };
    const step = steps.next();
    if (step.done === true) return { status: "done", output: step.value };
    if (performance.now() < sliceEnds) continue;
    await turn();
    sliceEnds = performance.now() + SLICE;
  }
}
