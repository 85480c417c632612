import type { Finding } from "../core/findings/finding";
import type { TemplateFault } from "../core/notices/checkTemplate";
import { rankingDigest } from "../core/notices/figuresOf";
import { NOTICE_KINDS, type NoticeKind } from "../core/notices/noticeKinds";
import { readRegister, type Approval } from "../core/notices/noticeRegister";
import { readNoticeSettings } from "../core/notices/noticeSettings";
import { placeholdersOf, type Placeholder } from "../core/notices/placeholders";
import { proposeUnits, type UnitProposal } from "../core/notices/proposeUnits";
import { templateInForce } from "../core/notices/readTemplate";
import { noticeStatuses, type NoticeStatus } from "../core/notices/staleNotices";
import type { Ranking } from "../core/ranking/ranking";
import type { Action } from "./action";
import type { RunInput } from "./prepare";
import { prepareNotices } from "./prepareNotices";

/** One kind of notice as the workbook has it: who could get it, and its template. */
export interface KindOverview {
  readonly kind: NoticeKind;
  /** Every ranked unit with the reasons that propose it; empty for a notice about all units. */
  readonly proposals: readonly UnitProposal[];
  /** The sheet of the clerk's own template; null while the built-in one is in force. */
  readonly templateSheet: string | null;
  readonly templateFaults: readonly TemplateFault[];
  readonly placeholders: readonly Placeholder[];
}

/** Everything there is to choose from before notices are made. */
export interface NoticeOverview {
  readonly ranking: Ranking;
  readonly periodName: string;
  readonly kinds: readonly KindOverview[];
  readonly approval: Approval | null;
  /** Whether the ranking is another one than the one that was approved. */
  readonly approvalOutdated: boolean;
  readonly statuses: readonly NoticeStatus[];
  readonly settingsSheet: string | null;
  readonly findings: readonly Finding[];
}

/** 通知: reads the workbook and shows what can be made and what stands. Writes nothing. */
export const noticeOverviewAction: Action<RunInput, NoticeOverview> = {
  id: "notice-overview",
  label: "action.notice-overview",
  async run(context, input) {
    const result = await prepareNotices(context, input);
    if (result.status !== "done") return result;
    const { prepared, sources } = result.output;
    const { snapshot, ranking, remarks, periodName } = sources;
    const { settings, sheet } = readNoticeSettings(snapshot, ranking.scheme);
    const register = readRegister(snapshot);
    const approval = register.approvals.find(({ period }) => period === ranking.period.id) ?? null;
    const kinds = NOTICE_KINDS.map((kind): KindOverview => {
      const { template, faults } = templateInForce(snapshot, kind, ranking.scheme);
      return {
        kind,
        proposals: kind.scope === "all" ? [] : proposeUnits(kind, ranking, settings.lines, remarks),
        templateSheet: template.sheet,
        templateFaults: faults,
        placeholders: placeholdersOf(kind, ranking.scheme),
      };
    });
    return {
      status: "done",
      output: {
        ranking,
        periodName,
        kinds,
        approval,
        approvalOutdated: approval !== null && approval.digest !== rankingDigest(ranking),
        statuses: noticeStatuses(snapshot, register, ranking, remarks),
        settingsSheet: sheet,
        findings: prepared.findings,
      },
    };
  },
};
