import { planFindingsSheet } from "../core/reports/findingsSheet";
import { describeFinding, describeMeaning, describeRemedy } from "../i18n/describeFinding";
import type { WrittenSheet } from "../workbook/port";
import type { Action } from "./action";
import { checkOutputOf, type CheckInput, type CheckOutput } from "./checkAction";
import { formatTime } from "./formatTime";
import { beginStep, failed, isCancelled, prepare } from "./prepare";
import { withWritten } from "./withWritten";
import { writeFrom } from "./writeFrom";

/** What a check tells, and the sheet that it was written to. */
export interface FindingsSheetOutput extends CheckOutput {
  readonly sheet: WrittenSheet | null;
}

/** Checks the workbook and writes what was found on a sheet of ours, with a link to each cell. */
export const findingsSheetAction: Action<CheckInput, FindingsSheetOutput> = {
  id: "findings-sheet",
  label: "action.check",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    const output = checkOutputOf(prepared.output);
    const { assessment, findings } = output;
    await beginStep(context, "composing");
    const { translate } = context;
    const sheet = planFindingsSheet(findings, translate, {
      madeAt: formatTime(context.now()),
      meaning: (finding) => describeMeaning(translate, finding),
      message: (finding) => describeFinding(translate, finding),
      remedy: (finding) => describeRemedy(translate, finding),
    });
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const plan = { sheets: [sheet], edits: [], removals: [] };
    const written = await writeFrom(context, prepared.output.snapshot, plan);
    if (!written.ok) return failed(written);
    const renewed = withWritten(assessment, written.value);
    return {
      status: "done",
      output: { ...output, assessment: renewed, sheet: written.value[0] ?? null },
    };
  },
};
