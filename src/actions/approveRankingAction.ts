import { rankingDigest } from "../core/notices/figuresOf";
import { readRegister, withApproval, type Approval } from "../core/notices/noticeRegister";
import { planNoticeRegisterSheet } from "../core/reports/notice/registerSheet";
import type { Action } from "./action";
import { beginStep, failed, type RunInput } from "./prepare";
import { prepareNotices } from "./prepareNotices";
import { writeFrom } from "./writeFrom";

/** Who approved the ranking, when, and under which number. */
export interface ApproveRankingInput extends RunInput {
  readonly approval: Omit<Approval, "period" | "digest">;
}

/** 登记批准: records the approval of the ranking as it is now (rule 21); finals may be made from then on. */
export const approveRankingAction: Action<ApproveRankingInput, Approval> = {
  id: "approve-ranking",
  label: "action.approve-ranking",
  async run(context, input) {
    const result = await prepareNotices(context, input);
    if (result.status !== "done") return result;
    const { snapshot, ranking } = result.output.sources;
    const approval = { ...input.approval, period: ranking.period.id, digest: rankingDigest(ranking) };
    await beginStep(context, "writing");
    const sheet = planNoticeRegisterSheet(withApproval(readRegister(snapshot), approval));
    const written = await writeFrom(context, snapshot, { sheets: [sheet], edits: [], removals: [] });
    return written.ok ? { status: "done", output: approval } : failed(written);
  },
};
