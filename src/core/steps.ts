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

/** `items.filter(keep)` in steps. */
export function* filterInSteps<Item>(items: readonly Item[], keep: (item: Item) => boolean): Steps<Item[]> {
  const kept: Item[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STEP_SIZE === STEP_SIZE - 1) yield;
    if (keep(item)) kept.push(item);
  }
  return kept;
}

/** `items.flatMap(make)` in steps. */
export function* flatMapInSteps<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => readonly Made[],
): Steps<Made[]> {
  const all: Made[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STEP_SIZE === STEP_SIZE - 1) yield;
    for (const made of make(item)) all.push(made);
  }
  return all;
}
