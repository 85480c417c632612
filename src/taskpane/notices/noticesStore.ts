import type { Action, ActionContext, ActionResult } from "../../actions/action";
import type { NoticeSheetsInput } from "../../actions/noticeSheetsAction";
import type { RunInput } from "../../actions/prepare";
import type { CellPosition } from "../../core/workbook/address";
import type { Outcome } from "../../workbook/port";
import type { PaneSettings } from "../paneState";
import { runInput } from "../runInput";
import {
  INITIAL_NOTICES,
  sheetsToAsk,
  shownUnit,
  type NoticesChoice,
  type NoticesMessage,
  type NoticesState,
  type NoticesTask,
} from "./noticesState";
import type { NoticesWork } from "./noticesWork";

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
  /** Makes the preview of one notice, of the unit told or else the one that is shown; writes nothing. */
  readonly preview: (unit?: string) => Promise<void>;
  readonly closePreview: () => void;
  /** Makes the chosen notices; asks first where they would be many new sheets and no layout is told. */
  readonly make: (layout?: NoticesChoice["layout"]) => Promise<void>;
  /** Takes all sheets of notices away. */
  readonly removeSheets: () => Promise<void>;
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
    async preview(wanted) {
      if (wanted !== undefined) change({ choice: { ...state.choice, unit: wanted } });
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
    closePreview() {
      change({ preview: null });
    },
    async make(layout) {
      if (layout !== undefined) change({ choice: { ...state.choice, layout } });
      const { noticesInput } = await dependencies.loadWork();
      const asked = noticesInput(state, false);
      if (!asked.ok) {
        change({ message: asked.message });
        return;
      }
      const count = layout === undefined && controller === null ? sheetsToAsk(state) : null;
      if (count !== null) {
        change({ message: { kind: "ask-sheets", count } });
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
    async removeSheets() {
      const output = await perform(
        "remove",
        (work) => work.remove,
        (begin) => begin,
      );
      if (!output) return;
      change({ message: { kind: "removed", count: output.count } });
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
