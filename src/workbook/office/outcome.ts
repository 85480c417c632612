import type { Outcome } from "../port";
import { problemOf } from "./problems";

/** The outcome of work with Excel: what Excel refuses is a problem, anything else that goes wrong is a bug. */
export async function outcomeOf<Value>(work: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return { ok: false, problem };
  }
}
