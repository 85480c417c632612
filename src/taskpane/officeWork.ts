import { checkAction } from "../actions/checkAction";
import { rankingAction } from "../actions/rankingAction";
import { createOfficePort } from "../workbook/office/officePort";
import { officeTranslate } from "./officeLanguage";
import type { PaneWork } from "./store";

/** The actions over the workbook that Excel has open, speaking Office's display language. */
export async function officeWork(): Promise<PaneWork> {
  return {
    check: checkAction,
    ranking: rankingAction,
    port: createOfficePort(),
    translate: await officeTranslate(),
  };
}
