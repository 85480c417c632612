import type { Finding } from "../core/findings/finding";
import { readRegister } from "../core/notices/noticeRegister";
import { planStamps } from "../core/reports/notice/planStamps";
import type { Action } from "./action";
import { beginStep, failed, type RunInput } from "./prepare";
import { prepareNotices } from "./prepareNotices";
import { writeFrom } from "./writeFrom";

/** 核对通知: stamps the notices whose figures have changed, and takes stamps off where they are as they were. */
export const stampNoticesAction: Action<RunInput, { readonly findings: readonly Finding[] }> = {
  id: "stamp-notices",
  label: "action.stamp-notices",
  async run(context, input) {
    const result = await prepareNotices(context, input);
    if (result.status !== "done") return result;
    const { sources } = result.output;
    const { edits, printAreas, findings } = planStamps(sources, readRegister(sources.snapshot));
    if (edits.length === 0) return { status: "done", output: { findings } };
    await beginStep(context, "writing");
    const written = await writeFrom(context, sources.snapshot, {
      sheets: [],
      edits,
      removals: [],
      printAreas,
    });
    return written.ok ? { status: "done", output: { findings } } : failed(written);
  },
};
