import type { WorkbookChange } from "../workbook/port";

/** Edits are checked when none has come for this long. */
const PAUSE_MILLISECONDS = 800;

/** What checking edits in the background needs. */
export interface LiveCheckDependencies {
  /**
   * Checks the workbook and shows the result; gives up without a word when the signal is aborted. `later` when the
   * workbook cannot be read just now.
   */
  readonly check: (signal: AbortSignal) => Promise<"shown" | "later">;
  /** Whether a change on a sheet can matter to what is shown. */
  readonly concerns: (sheet: string) => boolean;
  /** Whether the clerk has a run on: edits wait for its end. */
  readonly isBusy: () => boolean;
  /** Calls the work once after a time; the call that it gives back prevents that. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** Milliseconds of a clock that does not go back. */
  readonly clock: () => number;
}

/** Checks edits in the background. */
export interface LiveCheck {
  /** An edit: it is checked soon, together with those around it. Our own writes are passed over. */
  readonly noteChange: (change: WorkbookChange) => void;
  /**
   * Forgets edits that are not checked yet and drops the check that is on, because a run of the clerk's covers them.
   * Gives whether there were any.
   */
  readonly drop: () => boolean;
  /** Checks soon, though there is no new edit. */
  readonly checkSoon: () => void;
}

/**
 * Checks edits after a pause. A newer edit drops the check that is on. Where a check takes long, the pause becomes as
 * long as the check, so that at least half of the time belongs to the clerk.
 */
export function createLiveCheck(dependencies: LiveCheckDependencies): LiveCheck {
  const { check, concerns, isBusy, later, clock } = dependencies;
  let running: AbortController | null = null;
  let cancelWait: (() => void) | null = null;
  let pause = PAUSE_MILLISECONDS;

  function wait(): void {
    cancelWait?.();
    cancelWait = later(begin, pause);
  }

  function begin(): void {
    cancelWait = null;
    if (isBusy()) {
      wait();
      return;
    }
    const controller = new AbortController();
    running = controller;
    void run(controller);
  }

  async function run(controller: AbortController): Promise<void> {
    const began = clock();
    try {
      const end = await check(controller.signal);
      if (controller.signal.aborted) return;
      pause = Math.max(PAUSE_MILLISECONDS, clock() - began);
      if (end === "later") wait();
    } finally {
      if (running === controller) running = null;
    }
  }

  function drop(): boolean {
    const pending = cancelWait !== null || running !== null;
    cancelWait?.();
    cancelWait = null;
    running?.abort();
    running = null;
    return pending;
  }

  return {
    noteChange({ sheet, byUs }) {
      if (byUs || !concerns(sheet)) return;
      drop();
      wait();
    },
    drop,
    checkSoon: wait,
  };
}
