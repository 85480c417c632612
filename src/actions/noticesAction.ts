import type { Finding } from "../core/findings/finding";
import type { CalendarDate } from "../core/calendar/calendarDate";
import type { NoticeKind } from "../core/notices/noticeKinds";
import type { Approval, RegisteredNotice } from "../core/notices/noticeRegister";
import type { TalkDetails } from "../core/notices/noticeScope";
import { planNotices, type NoticeRequest } from "../core/reports/notice/planNotices";
import { planStamps } from "../core/reports/notice/planStamps";
import type { SheetPlan } from "../core/workbook/plan";
import type { WrittenSheet } from "../workbook/port";
import type { Action, ActionContext } from "./action";
import { checkOutputOf, type CheckOutput } from "./checkAction";
import { noticeProblem } from "./describeNoticeRefusal";
import { beginStep, failed, isCancelled, type RunInput } from "./prepare";
import { prepareNotices } from "./prepareNotices";
import { writeFrom } from "./writeFrom";

/** What a run of notices starts from. */
export interface NoticesInput extends RunInput {
  readonly kind: NoticeKind;
  /** Names of units; without them those that are proposed, by the plan, the office's lines or events. */
  readonly units?: readonly string[];
  /** The date of the notices; without it that of the approval, for a draft today. */
  readonly date?: CalendarDate;
  /** An approval of the ranking to record. */
  readonly approval?: Omit<Approval, "period" | "digest">;
  readonly final?: boolean;
  readonly redHead?: boolean;
  readonly layout?: NoticeRequest["layout"];
  readonly problems?: ReadonlyMap<string, readonly string[]>;
  readonly talk?: Partial<TalkDetails>;
  /** Makes the notices and writes nothing: for a look at them beforehand. */
  readonly preview?: boolean;
}

/** The notices made, and the sheets that they were written to. */
export interface NoticesOutput extends CheckOutput {
  readonly notices: readonly RegisteredNotice[];
  readonly sheets: readonly WrittenSheet[];
  /** The notices' sheets as planned, for showing them as they will print. */
  readonly planned: readonly SheetPlan[];
  /** Width of a digit of the default font in pixels, where the host can tell: columns are measured in it. */
  readonly digitWidth: number | undefined;
  /** Findings about the notices themselves; they are among `findings` too. */
  readonly noticeFindings: readonly Finding[];
}

/** 生成通知: makes the notices of one kind, all of them or none. */
export const noticesAction: Action<NoticesInput, NoticesOutput> = {
  id: "notices",
  label: "action.notices",
  async run(context, input) {
    const result = await prepareNotices(context, input);
    if (result.status !== "done") return result;
    const { prepared, sources } = result.output;
    await beginStep(context, "composing");
    const planned = planNotices(sources, requestOf(context, input));
    if (!planned.ok) {
      return { status: "refused", problem: noticeProblem(context.translate, planned.refusal) };
    }
    const { plan, register, notices, findings: own } = planned.value;
    const stamps = planStamps(sources, register, notices);
    if (isCancelled(context)) return { status: "cancelled" };
    const noticeFindings = [...own, ...stamps.findings];
    const sheets = plan.sheets.filter(({ mark }) => mark.kind === "notice");
    const output: NoticesOutput = {
      ...checkOutputOf(prepared),
      findings: [...prepared.findings, ...noticeFindings],
      notices,
      sheets: [],
      planned: sheets,
      digitWidth: sources.snapshot.digitWidth,
      noticeFindings,
    };
    if (input.preview) return { status: "done", output };
    await beginStep(context, "writing");
    const written = await writeFrom(context, sources.snapshot, {
      ...plan,
      edits: stamps.edits,
      printAreas: stamps.printAreas,
    });
    if (!written.ok) return failed(written);
    return {
      status: "done",
      output: { ...output, sheets: written.value.filter(({ mark }) => mark.kind === "notice") },
    };
  },
};

function requestOf(context: ActionContext, input: NoticesInput): NoticeRequest {
  const { kind, units, approval, talk } = input;
  return {
    kind,
    units: units ?? null,
    date: input.date ?? approval?.on ?? today(context),
    approval: approval ?? null,
    final: input.final ?? false,
    redHead: input.redHead ?? false,
    layout: input.layout ?? "sheets",
    problems: input.problems ?? new Map(),
    talk: { reason: "", time: "", place: "", by: "", purpose: "", demands: "", ...talk },
  };
}

/** Today by the clerk's own clock. */
function today(context: ActionContext): CalendarDate {
  const now = context.now();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
