import type { WorkbookPort, WorkbookProblem } from "../workbook/port";
import type { MessageKey, Translate } from "../i18n";

/** Steps of a run that the clerk sees beside the progress bar. */
export type Step = "reading" | "recognising" | "checking" | "ranking" | "composing" | "writing";

/** What an action works with. Time and language come in from outside, so that a run can be repeated exactly. */
export interface ActionContext {
  readonly port: WorkbookPort;
  readonly translate: Translate;
  /** The clerk's own clock, for the line that says when a sheet was made. */
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** The clerk did not ask for this run: it must cost him nothing, his undo included. */
  readonly quiet?: boolean;
  /** Called as work goes on: the step, and how much of the whole run is done, 0 to 1. */
  readonly onProgress?: (step: Step, done: number) => void;
}

/** How a run ended. `refused` has one sentence that says why; nothing was written then, nor when cancelled. */
export type ActionResult<Output> =
  | { readonly status: "done"; readonly output: Output }
  | { readonly status: "refused"; readonly problem: WorkbookProblem }
  | { readonly status: "cancelled" };

/** Something that a clerk can do: one object serves the pane, the ribbon and the headless run. */
export interface Action<Input, Output> {
  readonly id: string;
  readonly label: MessageKey;
  run(context: ActionContext, input: Input): Promise<ActionResult<Output>>;
}
