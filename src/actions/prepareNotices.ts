import { periodLabel } from "../core/reports/periodLabel";
import type { NoticeSources } from "../core/reports/notice/planNotices";
import { readUnitRemarks } from "../core/recognise/units/readUnitRemarks";
import { createRoster } from "../core/units/roster";
import { translateWith } from "../i18n/translateWith";
import { zhCN } from "../i18n/zh-CN";
import type { ActionContext, ActionResult } from "./action";
import { describeUnranked } from "./describeUnranked";
import { prepare, type Prepared, type RunInput } from "./prepare";

/** A workbook read and ranked, with what notices are made from. */
export interface PreparedNotices {
  readonly prepared: Prepared;
  readonly sources: NoticeSources;
}

/** Official documents are Chinese, whatever the language of the screen. */
const chinese = translateWith(zhCN);

/** Reads and ranks the workbook, and gathers what notices need: the common part of all actions on notices. */
export async function prepareNotices(
  context: ActionContext,
  input: RunInput,
): Promise<ActionResult<PreparedNotices>> {
  const result = await prepare(context, input);
  if (result.status !== "done") return result;
  const prepared = result.output;
  const { snapshot, scheme, recognition, ranking } = prepared;
  const sources: NoticeSources = {
    snapshot,
    ranking,
    remarks: readUnitRemarks(recognition.unitTables, scheme, createRoster(scheme)),
    periodName: periodLabel(ranking.period, chinese),
    unrankedReason: (unit) => describeUnranked(chinese, ranking, unit),
  };
  return { status: "done", output: { prepared, sources } };
}
