import { approveRankingAction } from "../../actions/approveRankingAction";
import { noticeOverviewAction } from "../../actions/noticeOverviewAction";
import { noticesAction } from "../../actions/noticesAction";
import { noticeSheetsAction } from "../../actions/noticeSheetsAction";
import { removeNoticesAction } from "../../actions/removeNoticesAction";
import { stampNoticesAction } from "../../actions/stampNoticesAction";
import { insertText } from "../../workbook/office/insertText";
import { officeTranslate } from "../officeLanguage";
import { excelWorkbook } from "../excelWorkbook";
import { createRoleMemory } from "../roleMemory";
import { approvalInput, noticesInput } from "./noticesInput";
import type { NoticesWork } from "./noticesWork";

/** The actions on notices over the workbook that Excel has open. */
export async function officeNoticesWork(): Promise<NoticesWork> {
  return {
    overview: noticeOverviewAction,
    notices: noticesAction,
    sheets: noticeSheetsAction,
    approve: approveRankingAction,
    stamp: stampNoticesAction,
    remove: removeNoticesAction,
    noticesInput,
    approvalInput,
    memory: createRoleMemory(() => window.localStorage),
    port: excelWorkbook(),
    translate: await officeTranslate(),
    insertName: (text) => insertText(text, "template"),
  };
}
