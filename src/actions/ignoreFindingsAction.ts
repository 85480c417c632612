import {
  IGNORED_MARK,
  planIgnoredSheet,
  readIgnored,
  sortIgnored,
  type IgnoredReasons,
} from "../core/findings/ignoredFindings";
import type { Plan } from "../core/workbook/plan";
import type { Action } from "./action";
import { checkOutputOf, type CheckInput, type CheckOutput } from "./checkAction";
import { beginStep, failed, isCancelled, prepare } from "./prepare";
import { writeFrom } from "./writeFrom";

/** Which findings to ignore from now on and why, by `ignoredKey`; null calls one back. */
export interface IgnoreFindingsInput extends CheckInput {
  readonly reasons: ReadonlyMap<string, string | null>;
}

/** 忽略: keeps in the workbook that a finding may stand, with the reason, and checks it once more. */
export const ignoreFindingsAction: Action<IgnoreFindingsInput, CheckOutput> = {
  id: "ignore-findings",
  label: "action.ignore-findings",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    const { snapshot, findings, settled } = prepared.output;
    const reasons = new Map(readIgnored(snapshot));
    for (const [key, reason] of input.reasons) {
      if (reason === null) reasons.delete(key);
      else reasons.set(key, reason);
    }
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const written = await writeFrom(context, snapshot, planIgnored(reasons));
    if (!written.ok) return failed(written);
    const all = [...findings, ...settled.ignored.map(({ finding }) => finding)];
    const sorted = sortIgnored(all, reasons);
    return {
      status: "done",
      output: {
        ...checkOutputOf(prepared.output),
        findings: sorted.findings,
        settled: { ...settled, ignored: sorted.ignored },
      },
    };
  },
};

function planIgnored(reasons: IgnoredReasons): Plan {
  return reasons.size === 0
    ? { sheets: [], edits: [], removals: [IGNORED_MARK] }
    : { sheets: [planIgnoredSheet(reasons)], edits: [], removals: [] };
}
