import { planRoleSheet } from "../core/recognise/roleSheet";
import { readWorkbookInSteps } from "../core/recognise/reading/readTables";
import { beforeSettled } from "../core/recognise/settled/beforeSettled";
import { planSettledSheet, settledKept, withoutSettled } from "../core/recognise/settled/settledPlace";
import { planSchemeSheet } from "../core/reports/schemeSheet";
import { withSchemeSheet } from "../core/scheme/sheet/storedScheme";
import type { Scheme } from "../core/scheme/scheme";
import type { SettleAnswers } from "../core/settle/answers";
import { settleInSteps } from "../core/settle/settle";
import type { Action } from "./action";
import { breathe } from "./breathe";
import { describeSettleFault } from "./describeSettleFault";
import { fewerUnits } from "./fewerUnits";
import { beginStep, failed, isCancelled } from "./prepare";
import { readSnapshot } from "./readSnapshot";
import { writeFrom } from "./writeFrom";

/** What the clerk answered in the settling view. */
export interface SettleInput {
  readonly answers: SettleAnswers;
  /** So many units have to be ranked, else nothing is kept; left out where the clerk has said that fewer will do. */
  readonly leastRanked?: number;
}

/** The scheme that the workbook keeps from now on. */
export interface SettleOutput {
  readonly scheme: Scheme;
}

/**
 * 用这个结果: keeps in the workbook what the clerk said of its columns and its total, the scheme on 考评方案, with
 * what was there before, so that it can be undone. Answers that give no ranking any more write nothing.
 */
export const settleAction: Action<SettleInput, SettleOutput> = {
  id: "settle",
  label: "action.settle",
  async run(context, { answers, leastRanked }) {
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const snapshot = withSchemeSheet(read.output);
    await beginStep(context, "recognising");
    const understood = await breathe(context, readWorkbookInSteps(withoutSettled(snapshot)));
    if (understood.status !== "done") return understood;
    const year = context.now().getFullYear();
    const made = await breathe(context, settleInSteps(understood.output, answers, year));
    if (made.status !== "done") return made;
    if (!made.output.ok) {
      const detail = describeSettleFault(made.output.fault, context.translate);
      return { status: "refused", problem: { code: "settle-refused", detail } };
    }
    const fewer = fewerUnits(made.output.value.ranking, leastRanked);
    if (fewer !== null) return { status: "refused", problem: fewer };
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const { place, scheme, roles } = made.output.value;
    const before = settledKept(snapshot)?.before ?? beforeSettled(snapshot);
    const sheets = [planSchemeSheet(scheme), planRoleSheet(roles), planSettledSheet({ place, before })];
    const written = await writeFrom(context, snapshot, { sheets, edits: [], removals: [] });
    return written.ok ? { status: "done", output: { scheme } } : failed(written);
  },
};
