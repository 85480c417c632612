import type { Action } from "../../src/actions/action";
import { createTranslate } from "../../src/i18n";
import { settlingWork } from "../../src/taskpane/settling/settlingWork";
import { createRoleMemory } from "../../src/taskpane/roleMemory";
import { runTask, type PaneActions } from "../../src/taskpane/runTask";
import type { PaneWork } from "../../src/taskpane/store";
import type { VisibleWorkbookPort } from "../../src/workbook/port";

type Runs = { readonly [Name in keyof PaneActions]?: PaneActions[Name]["run"] };

const notExpected = () => Promise.reject(new Error("the test does not expect this to be called"));

/** The pane's work with these runs for actions and these calls of the port; anything else fails the test. */
export function paneWork(runs: Runs, port: Partial<VisibleWorkbookPort>): PaneWork {
  return {
    actions: actionsWith(runs),
    runTask,
    settling: settlingWork,
    memory: createRoleMemory(noStorage),
    port: {
      hasCustomFunctions: true,
      read: notExpected,
      readFills: notExpected,
      write: notExpected,
      select: notExpected,
      onChanged: notExpected,
      activeCell: notExpected,
      ...port,
    },
    translate: createTranslate("zh-CN"),
  };
}

export function actionsWith(runs: Runs): PaneActions {
  return {
    check: action(runs.check),
    ranking: action(runs.ranking),
    correctRoles: action(runs.correctRoles),
    previewRepairs: action(runs.previewRepairs),
    repair: action(runs.repair),
    undoRepair: action(runs.undoRepair),
    findingsSheet: action(runs.findingsSheet),
    markFindings: action(runs.markFindings),
    unmarkFindings: action(runs.unmarkFindings),
    schemeSheet: action(runs.schemeSheet),
    carryOver: action(runs.carryOver),
    ignoreFindings: action(runs.ignoreFindings),
    settleName: action(runs.settleName),
    settle: action(runs.settle),
    unsettle: action(runs.unsettle),
  };
}

function action<Input, Output>(run?: Action<Input, Output>["run"]): Action<Input, Output> {
  return { id: "made-up", label: "action.check", run: run ?? notExpected };
}

/** As where a policy forbids the page's storage. */
export function noStorage(): Storage {
  throw new Error("storage is forbidden");
}
