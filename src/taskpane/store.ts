import type { Action, ActionContext, ActionResult } from "../actions/action";
import type { CheckInput, CheckOutput } from "../actions/checkAction";
import type { RankingInput, RankingOutput } from "../actions/rankingAction";
import type { CellPosition } from "../core/workbook/address";
import type { Translate } from "../i18n";
import type { VisibleWorkbookPort } from "../workbook/port";
import type { PaneEvent, PaneSettings, PaneState, Report, Task } from "./paneState";
import { INITIAL_STATE, reducePane } from "./paneState";

/** What a run needs. It is loaded on first use, so that functions and the pane's first paint do not wait for it. */
export interface PaneWork {
  readonly check: Action<CheckInput, CheckOutput>;
  readonly ranking: Action<RankingInput, RankingOutput>;
  readonly port: VisibleWorkbookPort;
  readonly translate: Translate;
}

/** What the store takes from outside: the work itself, and the clerk's clock. */
export interface PaneDependencies {
  readonly loadWork: () => Promise<PaneWork>;
  readonly now: () => Date;
}

/** The pane's state outside React: the pane shows it, and ribbon commands change it by the same calls. */
export interface PaneStore {
  readonly getState: () => PaneState;
  /** Calls `listener` after every change; gives back the call that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs the check. While another run is on, it does nothing. */
  readonly check: () => Promise<void>;
  /** Writes the ranking sheet. While another run is on, it does nothing. */
  readonly generateRanking: () => Promise<void>;
  /** Asks the run that is on to stop; nothing is written then. */
  readonly cancel: () => void;
  readonly changeSettings: (change: Partial<PaneSettings>) => void;
  /** Selects a cell in the workbook. */
  readonly select: (sheet: string, cell: CellPosition) => Promise<void>;
}

/** Makes a store over one workbook. */
export function createPaneStore(dependencies: PaneDependencies): PaneStore {
  let state = INITIAL_STATE;
  let run: AbortController | null = null;
  const listeners = new Set<() => void>();

  function dispatch(event: PaneEvent): void {
    const next = reducePane(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  async function perform(
    task: Task,
    work: (loaded: PaneWork, context: ActionContext) => Promise<ActionResult<Report>>,
  ): Promise<void> {
    if (run) return;
    const controller = new AbortController();
    run = controller;
    dispatch({ type: "started", task });
    try {
      const loaded = await dependencies.loadWork();
      const result = await work(loaded, {
        port: loaded.port,
        translate: loaded.translate,
        now: dependencies.now,
        signal: controller.signal,
        onProgress: (step, done) => {
          dispatch({ type: "progressed", progress: { step, done } });
        },
      });
      dispatch(endOf(result));
    } catch (error) {
      // Only a bug comes here. The clerk is told, and the error goes on to the host's own log.
      dispatch({ type: "failed", message: error instanceof Error ? error.message : String(error) });
      throw error;
    } finally {
      run = null;
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check: () =>
      perform("check", async ({ check }, context) => {
        const result = await check.run(context, periodChoice(state.settings));
        return withReport(result, (output) => ({ kind: "checked", output }));
      }),
    generateRanking: () =>
      perform("ranking", async ({ ranking }, context) => {
        const { totals } = state.settings;
        const result = await ranking.run(context, { ...periodChoice(state.settings), totals });
        return withReport(result, (output) => ({ kind: "ranked", output }));
      }),
    cancel() {
      if (!run) return;
      dispatch({ type: "cancelRequested" });
      run.abort();
    },
    changeSettings(change) {
      dispatch({ type: "settingsChanged", change });
    },
    async select(sheet, cell) {
      const { port } = await dependencies.loadWork();
      const outcome = await port.select(sheet, cell);
      dispatch(outcome.ok ? { type: "selected" } : { type: "selectionRefused", problem: outcome.problem });
    },
  };
}

function periodChoice(settings: PaneSettings): CheckInput {
  return settings.period ? { period: settings.period } : {};
}

function withReport<Output>(
  result: ActionResult<Output>,
  toReport: (output: Output) => Report,
): ActionResult<Report> {
  return result.status === "done" ? { status: "done", output: toReport(result.output) } : result;
}

function endOf(result: ActionResult<Report>): PaneEvent {
  switch (result.status) {
    case "done":
      return { type: "reported", report: result.output };
    case "refused":
      return { type: "refused", problem: result.problem };
    case "cancelled":
      return { type: "cancelled" };
  }
}
