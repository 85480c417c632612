/** What goes wrong with a batch on purpose. */
export interface HostFault {
  /** The error code of the answer; null: no answer ever comes. */
  readonly code: string | null;
  /** What of the batch is carried out all the same. */
  readonly done: "nothing" | "half" | "all";
}

/** How many of so many actions are carried out before the fault. */
export function actionsBefore({ done }: HostFault, count: number): number {
  return { nothing: 0, half: Math.floor(count / 2), all: count }[done];
}
