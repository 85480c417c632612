import { setImmediate } from "node:timers/promises";
import { checkAction } from "../../src/actions/checkAction";
import type { ActionContext } from "../../src/actions/action";
import type { Scheme } from "../../src/core/scheme/scheme";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import { processorTime } from "./bench";

/** How a check of a workbook lets others have their turn, in milliseconds of processor time. */
export interface CheckWaits {
  /** The longest that a click or a key waits for its turn while the check goes on; one for each round. */
  readonly turns: readonly number[];
  /** From a cancel to the end of the run, for cancels at several moments of each round. */
  readonly cancels: readonly number[];
}

/** At these shares of a whole run's turns it is cancelled. */
const CANCELLED_AT = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Runs the check action over a workbook that is read already, whole and cancelled. */
export async function measureWaits(snapshot: Snapshot, scheme: Scheme, rounds: number): Promise<CheckWaits> {
  const turns: number[] = [];
  const cancels: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const whole = await checkWithTurns(snapshot, scheme, Number.POSITIVE_INFINITY);
    turns.push(whole.longestTurn);
    for (const share of CANCELLED_AT) {
      const { sinceCancel } = await checkWithTurns(snapshot, scheme, Math.floor(whole.turns * share));
      if (sinceCancel !== null) cancels.push(sinceCancel);
    }
  }
  return { turns, cancels };
}

/** Runs a check beside a loop that takes every turn it gets, and cancels it at the turn of that number. */
async function checkWithTurns(snapshot: Snapshot, scheme: Scheme, cancelAt: number) {
  const stop = new AbortController();
  let turns = 0;
  let longestTurn = 0;
  let cancelled: number | null = null;
  const end = { at: Number.NaN };
  void checkAction.run(contextOf(snapshot, stop.signal), { scheme }).then(() => {
    end.at = processorTime();
  });
  let last = processorTime();
  while (Number.isNaN(end.at)) {
    await setImmediate();
    const now = processorTime();
    longestTurn = Math.max(longestTurn, now - last);
    last = now;
    turns += 1;
    if (turns === cancelAt) {
      stop.abort();
      cancelled = processorTime();
    }
  }
  return { turns, longestTurn, sinceCancel: cancelled === null ? null : end.at - cancelled };
}

function contextOf(snapshot: Snapshot, signal: AbortSignal): ActionContext {
  return {
    port: {
      hasCustomFunctions: true,
      read: () => Promise.resolve({ ok: true, value: snapshot }),
      readFills: () => Promise.reject(new Error("A check reads no fills.")),
      write: () => Promise.reject(new Error("A check writes nothing.")),
    },
    translate: createTranslate("zh-CN"),
    now: () => new Date(2015, 11, 31),
    signal,
  };
}
