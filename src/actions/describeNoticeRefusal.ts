import type { TemplateFault } from "../core/notices/checkTemplate";
import type { NoticeRefusal } from "../core/reports/notice/planNotices";
import { cellAddress } from "../core/workbook/address";
import type { Translate } from "../i18n";
import type { WorkbookProblem } from "../workbook/port";

/** Why no notice was made, as a problem with its one sentence's detail. */
export function noticeProblem(translate: Translate, refusal: NoticeRefusal): WorkbookProblem {
  switch (refusal.code) {
    case "nobody-chosen":
    case "not-approved":
      return { code: `notice-${refusal.code}`, detail: "" };
    case "unit-not-ranked":
    case "values-open":
      return { code: `notice-${refusal.code}`, detail: refusal.names.join("、") };
    case "approval-outdated":
      return { code: "notice-approval-outdated", detail: refusal.approval.number };
    case "template-faulty": {
      const faults = refusal.faults.map((fault) => describeTemplateFault(translate, fault)).join("；");
      const detail = refusal.sheet === null ? faults : `${refusal.sheet}：${faults}`;
      return { code: "notice-template-faulty", detail };
    }
  }
}

/** One fault of a template, with its cell: `B7：没有“单位名”这个名称`. */
export function describeTemplateFault(translate: Translate, fault: TemplateFault): string {
  const sentence = translate(`template.${fault.code}`, { name: fault.name, block: fault.block });
  return fault.cell ? `${cellAddress(fault.cell)} ${sentence}` : sentence;
}
