/**
 * Work that may be interrupted: it pauses at every `yield` and gives its result at the end. Whoever runs it decides
 * whether to go on at once, to let something else have a turn, or to stop for good. A step takes milliseconds.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** So many rows, units or formulas are one step of work on large sheets. */
export const STEP_SIZE = 2_000;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
