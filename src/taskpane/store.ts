import type { ActionContext } from "../actions/action";
import type { OpenedRanking } from "../actions/openedRankings";
import { SCHEME_MARK } from "../core/scheme/schemeSheet";
import type { SettleAnswers } from "../core/settle/answers";
import type { CellPosition } from "../core/workbook/address";
import type { Translate } from "../i18n";
import type { VisibleWorkbookPort } from "../workbook/port";
import { createLiveCheck } from "./liveCheck";
import type { PaneEvent, PaneSettings, PaneState, Report, RunEnd } from "./paneState";
import { INITIAL_STATE, isAskedForRanking, isForSettling, reducePane, reportOf } from "./paneState";
import type { RoleMemory } from "./roleMemory";
import { runInput } from "./runInput";
import { createSettlingStore, type SettlingStore } from "./settling/settlingStore";
import type { SettlingWork, InForce } from "./settling/settlingWork";
import { rankedUnits } from "./rankingCounts";
import type { PaneActions, runTask } from "./runTask";
import type { TaskRequest } from "./task";

/** What a run needs. It is loaded on first use, so that functions and the pane's first paint do not wait for it. */
export interface PaneWork {
  readonly actions: PaneActions;
  readonly runTask: typeof runTask;
  readonly settling: SettlingWork;
  readonly memory: RoleMemory;
  readonly port: VisibleWorkbookPort;
  readonly translate: Translate;
}

/** What the store takes from outside: the work itself, and time. */
export interface PaneDependencies {
  readonly loadWork: () => Promise<PaneWork>;
  /** The rankings that the workbook holds. */
  readonly lookForRankings: () => Promise<readonly OpenedRanking[]>;
  /** The clerk's clock. */
  readonly now: () => Date;
  /** Calls the work once after a time; the call that it gives back prevents that. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** The pane's state outside React: the pane shows it, and ribbon commands change it by the same calls. */
export interface PaneStore {
  readonly getState: () => PaneState;
  /** Calls `listener` after every change; gives back the call that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks which rankings the workbook holds, before the clerk asks for anything. */
  readonly look: () => Promise<void>;
  /** Does what the clerk asks for. While another run is on, the clerk is told to wait for its end. */
  readonly start: (request: TaskRequest) => Promise<void>;
  /** Asks the run that is on to stop; nothing is written then. */
  readonly cancel: () => void;
  /** Leaves the repairs without making any. */
  readonly closeRepairs: () => void;
  readonly changeSettings: (change: Partial<PaneSettings>) => void;
  /** Asks how to rank, where the workbook does not say or the clerk wants it otherwise. */
  readonly settling: SettlingStore;
  /** Does the last change of roles or answers all the same, though fewer units are ranked then. */
  readonly insist: () => void;
  /** Takes answers into use, such as another way to read a table. */
  readonly settle: (answers: SettleAnswers) => void;
  /** Opens the settling view with what is in force now. */
  readonly changeScheme: () => void;
  /** Selects a cell in the workbook. */
  readonly select: (sheet: string, cell: CellPosition) => Promise<void>;
}

/** Makes a store over one workbook. Once there is a report, edits of the workbook are checked as they come. */
export function createPaneStore({ loadWork, lookForRankings, now, later }: PaneDependencies): PaneStore {
  let state = INITIAL_STATE;
  let run: AbortController | null = null;
  let lastRequest: TaskRequest | null = null;
  let watching = false;
  let loading: Promise<PaneWork> | null = null;
  const listeners = new Set<() => void>();
  const live = createLiveCheck({
    check: refresh,
    concerns,
    isBusy: () => run !== null,
    later,
    clock: () => now().getTime(),
  });

  const settling = createSettlingStore({
    load: async () => {
      const work = await load();
      const { port } = work;
      return {
        settling: work.settling,
        context: { port, translate: work.translate, now },
        activeCell: () => port.activeCell(),
      };
    },
    now,
    rankedNow: () => rankedUnits(reportOf(state.phase)),
    // The settling view has asked already whether fewer units will do.
    use: (answers) => {
      settle(answers, true);
    },
  });

  function dispatch(event: PaneEvent): void {
    const next = reducePane(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** One port for all: it knows its own writes. What could not be loaded is tried again on the next call. */
  async function load(): Promise<PaneWork> {
    loading ??= loadWork();
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  }

  function contextOf(work: PaneWork, signal: AbortSignal): ActionContext {
    return {
      port: work.port,
      translate: work.translate,
      now,
      signal,
      onProgress: (step, done) => {
        if (run?.signal === signal) dispatch({ type: "progressed", progress: { step, done } });
      },
    };
  }

  async function perform(request: TaskRequest): Promise<void> {
    if (run) {
      dispatch({ type: "pressedMeanwhile", task: request.task });
      return;
    }
    const controller = new AbortController();
    run = controller;
    lastRequest = request;
    const editsDropped = live.drop();
    dispatch({ type: "started", task: request.task });
    try {
      const work = await load();
      const end = await work.runTask(request, {
        actions: work.actions,
        context: contextOf(work, controller.signal),
        input: runInput(state.settings, work.memory),
        settings: state.settings,
        report: reportOf(state.phase),
        memory: work.memory,
      });
      // From here on the next press begins the next run.
      run = null;
      dispatch(end);
      followWithSettling(end);
      if (end.type === "reported" ? end.behind : editsDropped) live.checkSoon();
      await watchChanges(work.port);
    } catch (error) {
      // Only a bug comes here. The clerk is told, and the error goes on to the host's own log.
      dispatch({ type: "failed", message: messageOf(error) });
      throw error;
    } finally {
      if (run === controller) run = null;
    }
  }

  function settle(answers: SettleAnswers, isSure = false): void {
    const ranks = isAskedForRanking(state.phase);
    void perform({ task: "settle", answers, ranks, ...(isSure ? { isSure } : {}) });
  }

  /** Where nothing was recognised, the settling view asks; once there is a report it has done its part. */
  function followWithSettling(end: RunEnd): void {
    if (end.type === "reported") settling.close();
    else if (end.type === "refused" && isForSettling(end.problem)) void settling.open(null);
  }

  /** From the first report on, edits are told. A host that refuses is asked again after the next run. */
  async function watchChanges(port: VisibleWorkbookPort): Promise<void> {
    if (watching || reportOf(state.phase) === null) return;
    watching = true;
    let isOn = false;
    try {
      isOn = (await port.onChanged(live.noteChange)).ok;
    } finally {
      watching = isOn;
    }
  }

  async function refresh(signal: AbortSignal): Promise<"shown" | "later"> {
    try {
      const work = await load();
      const input = runInput(state.settings, work.memory);
      const result = await work.actions.check.run({ ...contextOf(work, signal), quiet: true }, input);
      if (signal.aborted || result.status === "cancelled") return "shown";
      if (result.status === "done") dispatch({ type: "refreshed", output: result.output, at: now() });
      else if (result.problem.code === "editing-cell") return "later";
      else dispatch({ type: "refreshRefused", problem: result.problem });
      return "shown";
    } catch (error) {
      // Only a bug comes here: the clerk is told, and the error goes on to the host's own log.
      dispatch({ type: "refreshRefused", problem: { code: "host-failure", detail: messageOf(error) } });
      throw error;
    }
  }

  async function look(): Promise<void> {
    const rankings = await lookForRankings();
    // From the first run on, its report says more.
    if (state.phase.kind === "invitation") dispatch({ type: "opened", rankings });
  }

  /** A sheet that PERF made holds nothing that is checked, except the scheme. */
  function concerns(sheet: string): boolean {
    const tables = reportOf(state.phase)?.output.assessment.tables ?? [];
    return !tables.some(
      ({ kind, sheet: name, reportKind }) =>
        kind === "own-report" && name === sheet && reportKind !== SCHEME_MARK.kind,
    );
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    start: perform,
    cancel() {
      if (!run) return;
      dispatch({ type: "cancelRequested" });
      run.abort();
    },
    settling,
    settle: (answers) => {
      settle(answers);
    },
    insist() {
      if (lastRequest?.task === "settle" || lastRequest?.task === "correct-roles") {
        void perform({ ...lastRequest, isSure: true });
      }
    },
    changeScheme() {
      const report = reportOf(state.phase);
      if (report !== null) void settling.open(inForceOf(report));
    },
    closeRepairs() {
      dispatch({ type: "repairsClosed" });
    },
    changeSettings(change) {
      dispatch({ type: "settingsChanged", change });
    },
    async select(sheet, cell) {
      const { port } = await load();
      const outcome = await port.select(sheet, cell);
      // A sheet that is gone or has another name: Excel tells of no such change, so the report is behind.
      if (!outcome.ok && outcome.problem.code === "no-such-sheet" && reportOf(state.phase)) live.checkSoon();
      dispatch(outcome.ok ? { type: "selected" } : { type: "selectionRefused", problem: outcome.problem });
    },
  };
}

/** The table that the report was made from first, and its scheme. */
function inForceOf({ output: { assessment, scheme } }: Report): InForce | null {
  const table = assessment.tables.find(({ kind }) => kind === "scores");
  return table === undefined ? null : { table, scheme };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
