import type { Outcome } from "../port";
import { problemOf, type Doing } from "./problems";

/** How long Excel may take to answer when the clerk wants to stop, in milliseconds. */
const PATIENCE = 3_000;

/** How work with Excel is watched. */
export interface WorkOptions {
  readonly doing: Doing;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that Excel has to answer once the clerk wants to stop. */
  readonly patience?: number;
}

/**
 * The outcome of work with Excel: what Excel refuses is a problem, anything else that goes wrong is a bug. Where the
 * clerk wants to stop and no answer comes, the work is let go of: it can do no more than stop when the answer comes.
 */
export async function outcomeOf<Value>(
  work: Promise<Value>,
  { doing, signal, patience = PATIENCE }: WorkOptions,
): Promise<Outcome<Value>> {
  const silence = signal ? silenceAfter(signal, patience) : null;
  try {
    return await Promise.race([toOutcome(work, doing), ...(silence ? [silence.outcome] : [])]);
  } finally {
    silence?.end();
  }
}

async function toOutcome<Value>(work: Promise<Value>, doing: Doing): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const problem = problemOf(error, doing);
    if (!problem) throw error;
    return { ok: false, problem };
  }
}

/** Ends with `no-answer` so long after a cancel. */
function silenceAfter(signal: AbortSignal, patience: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = (): void => undefined;
  const outcome = new Promise<Outcome<never>>((resolve) => {
    onAbort = () => {
      timer = setTimeout(() => {
        resolve({ ok: false, problem: { code: "no-answer", detail: "" } });
      }, patience);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort);
  });
  return {
    outcome,
    end: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    },
  };
}
