import type { Action, ActionContext, ActionResult } from "../../actions/action";
import type { approveRankingAction } from "../../actions/approveRankingAction";
import type { noticeOverviewAction } from "../../actions/noticeOverviewAction";
import type { NoticeSheetsInput, noticeSheetsAction } from "../../actions/noticeSheetsAction";
import type { noticesAction } from "../../actions/noticesAction";
import type { RunInput } from "../../actions/prepare";
import type { stampNoticesAction } from "../../actions/stampNoticesAction";
import type { CellPosition, SheetCell } from "../../core/workbook/address";
import type { Translate } from "../../i18n/translate";
import type { Outcome, VisibleWorkbookPort } from "../../workbook/port";
import type { PaneSettings } from "../paneState";
import type { RoleMemory } from "../roleMemory";
import { runInput } from "../runInput";
import type { approvalInput, noticesInput } from "./noticesInput";
import {
  INITIAL_NOTICES,
  shownUnit,
  type NoticesChoice,
  type NoticesMessage,
  type NoticesState,
  type NoticesTask,
} from "./noticesState";

/** What the page's tasks need; loaded when the page is first opened. */
export interface NoticesWork {
  readonly overview: typeof noticeOverviewAction;
  readonly notices: typeof noticesAction;
  readonly sheets: typeof noticeSheetsAction;
  readonly approve: typeof approveRankingAction;
  readonly stamp: typeof stampNoticesAction;
  readonly noticesInput: typeof noticesInput;
  readonly approvalInput: typeof approvalInput;
  readonly memory: RoleMemory;
  readonly port: VisibleWorkbookPort;
  readonly translate: Translate;
  /** Adds a name to the template's cell that is selected in the workbook. */
  readonly insertName: (text: string) => Promise<Outcome<SheetCell>>;
}

/** What the store takes from outside. */
export interface NoticesDependencies {
  readonly loadWork: () => Promise<NoticesWork>;
  readonly now: () => Date;
  /** Calls the work once after a time; the call that it gives back prevents that. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** The pane's own settings: notices are made from the ranking that the pane shows. */
  readonly settings: () => PaneSettings;
}

/** The notices' page outside React. */
export interface NoticesStore {
  readonly getState: () => NoticesState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows the page and reads the workbook. */
  readonly open: () => Promise<void>;
  readonly close: () => void;
  /** Reads the workbook anew. */
  readonly refresh: () => Promise<void>;
  readonly choose: (change: Partial<NoticesChoice>) => void;
  /** Makes the preview of one notice; writes nothing. */
  readonly preview: () => Promise<void>;
  /** Makes the chosen notices. */
  readonly make: () => Promise<void>;
  readonly approve: () => Promise<void>;
  readonly openSheet: (wanted: NoticeSheetsInput["sheet"], reset: boolean) => Promise<void>;
  readonly stamp: () => Promise<void>;
  readonly insertName: (text: string) => Promise<void>;
  readonly select: (sheet: string, cell: CellPosition) => Promise<void>;
  readonly cancel: () => void;
}

/** Edits come in bursts: the page looks at the workbook again when they have stopped for this long. */
const QUIET_MILLISECONDS = 1200;

/** Makes the store of the notices' page over one workbook. While the page is open, it follows edits of the cells. */
export function createNoticesStore(dependencies: NoticesDependencies): NoticesStore {
  let state = INITIAL_NOTICES;
  let controller: AbortController | null = null;
  let watching = false;
  let stopWaiting: (() => void) | null = null;
  let readingProblem: NoticesMessage | null = null;
  const listeners = new Set<() => void>();

  function change(next: Partial<NoticesState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  /**
   * Runs a task while no other is on; gives what it made, or null where it ended otherwise. While another is on, the
   * clerk is told to wait for its end.
   */
  async function perform<Input, Output>(
    task: NoticesTask,
    pick: (work: NoticesWork) => Action<Input, Output>,
    inputFrom: (begin: RunInput) => Input,
  ): Promise<Output | null> {
    if (controller) {
      if (state.run) change({ run: { ...state.run, pressed: task } });
      return null;
    }
    controller = new AbortController();
    change({ run: { task, progress: null, cancelling: false, pressed: null }, message: null });
    try {
      const work = await dependencies.loadWork();
      const input = inputFrom(runInput(dependencies.settings(), work.memory));
      const result = await pick(work).run(contextOf(work, controller.signal), input);
      change({ run: null, message: messageOf(result) });
      return result.status === "done" ? result.output : null;
    } catch (error) {
      // Only a bug comes here. The clerk is told, and the error goes on to the host's own log.
      const message = error instanceof Error ? error.message : String(error);
      change({ run: null, message: { kind: "failed", message } });
      throw error;
    } finally {
      controller = null;
    }
  }

  function contextOf({ port, translate }: NoticesWork, signal: AbortSignal): ActionContext {
    return {
      port,
      translate,
      now: dependencies.now,
      signal,
      onProgress: (step, done) => {
        if (state.run) change({ run: { ...state.run, progress: { step, done } } });
      },
    };
  }

  /**
   * Reads the workbook. A message that stands is kept, because it is about what came before; only that the last
   * reading failed is over with the next one that does not.
   */
  async function look(): Promise<void> {
    const message = state.message === readingProblem ? null : state.message;
    const overview = await perform(
      "overview",
      (work) => work.overview,
      (begin) => begin,
    );
    if (overview) change({ overview, message });
    else readingProblem = state.message;
  }

  /** From the first opening on, edits are told. A host that refuses is asked again at the next opening. */
  async function watchEdits(): Promise<void> {
    if (watching) return;
    watching = true;
    let isOn = false;
    try {
      const { port } = await dependencies.loadWork();
      const outcome = await port.onChanged(({ byUs }) => {
        if (!byUs && state.open) lookSoon();
      });
      isOn = outcome.ok;
    } finally {
      watching = isOn;
    }
  }

  function lookSoon(): void {
    stopWaiting?.();
    stopWaiting = dependencies.later(() => {
      stopWaiting = null;
      if (!state.open) return;
      if (controller) lookSoon();
      else void look();
    }, QUIET_MILLISECONDS);
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open() {
      change({ open: true });
      await look();
      await watchEdits();
    },
    close() {
      change({ open: false });
    },
    refresh: look,
    choose(changed) {
      change({ choice: { ...state.choice, ...changed }, preview: null });
    },
    async preview() {
      const { noticesInput } = await dependencies.loadWork();
      const asked = noticesInput(state, true);
      if (!asked.ok) {
        change({ message: asked.message });
        return;
      }
      const unit = shownUnit(state);
      const output = await perform(
        "preview",
        (work) => work.notices,
        (begin) => ({ ...begin, ...asked.input }),
      );
      const [sheet] = output?.planned ?? [];
      if (sheet) change({ preview: { sheet, unit, digitWidth: output?.digitWidth } });
    },
    async make() {
      const { noticesInput } = await dependencies.loadWork();
      const asked = noticesInput(state, false);
      if (!asked.ok) {
        change({ message: asked.message });
        return;
      }
      const output = await perform(
        "make",
        (work) => work.notices,
        (begin) => ({ ...begin, ...asked.input }),
      );
      if (!output) return;
      change({ message: { kind: "made", output } });
      await look();
    },
    async approve() {
      const { approvalInput } = await dependencies.loadWork();
      const asked = approvalInput(state);
      if (!asked.ok) {
        change({ message: asked.message });
        return;
      }
      const approval = await perform(
        "approve",
        (work) => work.approve,
        (begin) => ({ ...begin, approval: asked.approval }),
      );
      if (!approval) return;
      change({ message: { kind: "approved", approval } });
      await look();
    },
    async openSheet(sheet, reset) {
      const output = await perform(
        "sheet",
        (work) => work.sheets,
        (begin) => ({ ...begin, sheet, reset }),
      );
      if (!output) return;
      const { port } = await dependencies.loadWork();
      report(await port.select(output.sheet, { row: 0, column: 0 }));
      await look();
    },
    async stamp() {
      const output = await perform(
        "stamp",
        (work) => work.stamp,
        (begin) => begin,
      );
      if (!output) return;
      change({ message: { kind: "stamped", count: output.findings.length } });
      await look();
    },
    async insertName(text) {
      const work = await dependencies.loadWork();
      report(await work.insertName(text));
    },
    async select(sheet, cell) {
      const { port } = await dependencies.loadWork();
      report(await port.select(sheet, cell));
    },
    cancel() {
      if (!controller || !state.run || state.run.cancelling) return;
      change({ run: { ...state.run, cancelling: true } });
      controller.abort();
    },
  };

  function report(outcome: Outcome<unknown>): void {
    if (!outcome.ok) change({ message: { kind: "problem", problem: outcome.problem } });
  }
}

function messageOf(result: ActionResult<unknown>): NoticesMessage | null {
  switch (result.status) {
    case "done":
      return null;
    case "refused":
      return { kind: "problem", problem: result.problem };
    case "cancelled":
      return { kind: "cancelled" };
  }
}
