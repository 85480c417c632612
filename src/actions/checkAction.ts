import type { Assessment } from "../core/assessment/assessment";
import type { Finding } from "../core/findings/finding";
import type { IgnoredFinding } from "../core/findings/ignoredFindings";
import type { SchemeProposal } from "../core/recognise/proposeScheme";
import type { RankingStanding } from "../core/reports/ranking/rankingStanding";
import type { Scheme } from "../core/scheme/scheme";
import type { Action } from "./action";
import { prepare, type Prepared, type RunInput } from "./prepare";

/** What a check starts from. */
export type CheckInput = RunInput;

/** What the clerk has settled already, and may take back. */
export interface Settled {
  /** Findings that may stand, with the reasons. */
  readonly ignored: readonly IgnoredFinding[];
  /** How many cells PERF has repaired that are not put back. */
  readonly repaired: number;
}

/** What a check tells: how the workbook was understood, and what is wrong in it. */
export interface CheckOutput {
  readonly scheme: Scheme;
  /** Where the scheme comes from when it was made from the workbook's headers, else null. */
  readonly proposal: SchemeProposal | null;
  readonly assessment: Assessment;
  readonly findings: readonly Finding[];
  readonly settled: Settled;
  /** The period's ranking that the workbook holds, and what has changed since; null where it holds none. */
  readonly standing: RankingStanding | null;
}

/** What a check tells of a workbook that was read, recognised, ranked and checked. */
export function checkOutputOf({
  scheme,
  proposal,
  assessment,
  findings,
  settled,
  standing,
}: Prepared): CheckOutput {
  return { scheme, proposal, assessment, findings, settled, standing };
}

/** 检查: reads and checks the workbook. Writes nothing. */
export const checkAction: Action<CheckInput, CheckOutput> = {
  id: "check",
  label: "action.check",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    return { status: "done", output: checkOutputOf(prepared.output) };
  },
};
