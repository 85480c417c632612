import { carryOverAction } from "../actions/carryOverAction";
import { checkAction } from "../actions/checkAction";
import { correctRolesAction } from "../actions/correctRolesAction";
import { ignoreFindingsAction } from "../actions/ignoreFindingsAction";
import { findingsSheetAction } from "../actions/findingsSheetAction";
import { markFindingsAction } from "../actions/markFindingsAction";
import { rankingAction } from "../actions/rankingAction";
import { previewRepairsAction, repairAction } from "../actions/repairAction";
import { schemeSheetAction } from "../actions/schemeSheetAction";
import { settleNameAction } from "../actions/settleNameAction";
import { settleAction } from "../actions/settleAction";
import { undoRepairAction } from "../actions/undoRepairAction";
import { unmarkFindingsAction } from "../actions/unmarkFindingsAction";
import { unsettleAction } from "../actions/unsettleAction";
import { officeTranslate } from "./officeLanguage";
import { excelWorkbook } from "./excelWorkbook";
import { settlingWork } from "./settling/settlingWork";
import { createRoleMemory } from "./roleMemory";
import { runTask } from "./runTask";
import type { PaneWork } from "./store";

/** The actions over the workbook that Excel has open, speaking Office's display language. */
export async function officeWork(): Promise<PaneWork> {
  return {
    actions: {
      check: checkAction,
      ranking: rankingAction,
      correctRoles: correctRolesAction,
      previewRepairs: previewRepairsAction,
      repair: repairAction,
      undoRepair: undoRepairAction,
      findingsSheet: findingsSheetAction,
      markFindings: markFindingsAction,
      unmarkFindings: unmarkFindingsAction,
      schemeSheet: schemeSheetAction,
      carryOver: carryOverAction,
      ignoreFindings: ignoreFindingsAction,
      settleName: settleNameAction,
      settle: settleAction,
      unsettle: unsettleAction,
    },
    runTask,
    settling: settlingWork,
    memory: createRoleMemory(() => window.localStorage),
    port: excelWorkbook(),
    translate: await officeTranslate(),
  };
}
