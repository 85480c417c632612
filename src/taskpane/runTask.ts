import type { Action, ActionContext, ActionResult } from "../actions/action";
import type { CarryOverInput, CarryOverOutput } from "../actions/carryOverAction";
import type { CheckInput, CheckOutput } from "../actions/checkAction";
import type { CorrectRolesInput } from "../actions/correctRolesAction";
import type { IgnoreFindingsInput } from "../actions/ignoreFindingsAction";
import type { FindingsSheetOutput } from "../actions/findingsSheetAction";
import type { MarkFindingsInput, MarkFindingsOutput } from "../actions/markFindingsAction";
import type { RunInput } from "../actions/prepare";
import type { RankingInput, RankingOutput } from "../actions/rankingAction";
import type { RepairInput, RepairOutput } from "../actions/repairAction";
import type { SchemeSheetOutput } from "../actions/schemeSheetAction";
import type { SettleNameInput, SettleNameOutput } from "../actions/settleNameAction";
import type { SettleInput, SettleOutput } from "../actions/settleAction";
import type { UndoRepairInput } from "../actions/undoRepairAction";
import type { UnmarkFindingsInput, UnmarkFindingsOutput } from "../actions/unmarkFindingsAction";
import type { JournalEntry } from "../core/repairs/journal";
import type { Repair } from "../core/repairs/proposeRepairs";
import type { Deed, PaneSettings, Report, ReportedEnd, RunEnd } from "./paneState";
import { renewReport } from "./paneState";
import { rankedUnits } from "./rankingCounts";
import type { RoleMemory } from "./roleMemory";
import type { TaskRequest } from "./task";

/** The actions that the pane's tasks are made of. */
export interface PaneActions {
  readonly check: Action<CheckInput, CheckOutput>;
  readonly ranking: Action<RankingInput, RankingOutput>;
  readonly correctRoles: Action<CorrectRolesInput, CheckOutput>;
  readonly previewRepairs: Action<RunInput, readonly Repair[]>;
  readonly repair: Action<RepairInput, RepairOutput>;
  readonly undoRepair: Action<UndoRepairInput, readonly JournalEntry[]>;
  readonly findingsSheet: Action<CheckInput, FindingsSheetOutput>;
  readonly markFindings: Action<MarkFindingsInput, MarkFindingsOutput>;
  readonly unmarkFindings: Action<UnmarkFindingsInput, UnmarkFindingsOutput>;
  readonly schemeSheet: Action<RunInput, SchemeSheetOutput>;
  readonly carryOver: Action<CarryOverInput, CarryOverOutput>;
  readonly ignoreFindings: Action<IgnoreFindingsInput, CheckOutput>;
  readonly settleName: Action<SettleNameInput, SettleNameOutput>;
  readonly settle: Action<SettleInput, SettleOutput>;
  readonly unsettle: Action<null, null>;
}

/** What a task starts from. */
export interface TaskScene {
  readonly actions: PaneActions;
  readonly context: ActionContext;
  readonly input: RunInput;
  readonly settings: PaneSettings;
  /** The report on the screen. */
  readonly report: Report | null;
  readonly memory: RoleMemory;
}

/** Does what the clerk asked for. What changes the clerk's cells or our understanding of them ends with a new check. */
export async function runTask(request: TaskRequest, scene: TaskScene): Promise<RunEnd> {
  const { actions, context, input, report } = scene;
  switch (request.task) {
    case "check":
      return endOf(await actions.check.run(context, input), (output) =>
        reported({ kind: "checked", output }),
      );
    case "ranking":
      return endOf(
        await actions.ranking.run(context, { ...input, totals: scene.settings.totals }),
        (output) => reported({ kind: "ranked", output }),
      );
    case "correct-roles": {
      const { roleChanges } = request;
      const roles = { ...input, roleChanges, ...atLeast(request, report) };
      return endOf(await actions.correctRoles.run(context, roles), (output) => {
        scene.memory.remember(output.scheme, roleChanges);
        return reported(renewReport(report, output), { kind: "roles-kept", count: roleChanges.size });
      });
    }
    case "preview-repairs":
      return previewRepairs(scene);
    case "repair":
      return endOf(await actions.repair.run(context, { ...input, cells: request.cells }), (output) => {
        const { repairs, journal, entries } = output;
        return checkedAgain(scene, { kind: "repaired", count: repairs.length, journal, entries });
      });
    case "undo-repair":
      return endOf(await actions.undoRepair.run(context, { entries: request.entries }), (undone) =>
        checkedAgain(scene, { kind: "undone", count: undone.length }),
      );
    case "findings-sheet":
      return endOf(await actions.findingsSheet.run(context, input), ({ sheet, ...output }) =>
        reported(renewReport(report, output), { kind: "findings-sheet", sheet }),
      );
    case "mark":
      return endOf(await actions.markFindings.run(context, input), ({ marked, left, ...output }) =>
        reported(renewReport(report, output), {
          kind: "marked",
          count: marked.length,
          left: left.length,
        }),
      );
    case "unmark":
      return endOf(await actions.unmarkFindings.run(context, {}), ({ restored, left }) =>
        checkedAgain(scene, { kind: "unmarked", count: restored.length, left: left.length }),
      );
    case "ignore-findings": {
      const { reasons } = request;
      const isRecall = [...reasons.values()].every((reason) => reason === null);
      return endOf(await actions.ignoreFindings.run(context, { ...input, reasons }), (output) =>
        reported(renewReport(report, output), { kind: "ignored", isRecall }),
      );
    }
    case "settle-name": {
      const { name, meaning } = request;
      return endOf(await actions.settleName.run(context, { ...input, name, meaning }), ({ sheet }) =>
        checkedAgain(byOwnScheme(scene), { kind: "name-settled", sheet, name, meaning }),
      );
    }
    case "scheme-sheet":
      return endOf(await actions.schemeSheet.run(context, input), ({ sheet, isExisting, faults }) =>
        checkedAgain(byOwnScheme(scene), { kind: "scheme-sheet", sheet, isExisting, faults }),
      );
    case "carry-over":
      return endOf(await actions.carryOver.run(context, request.file), ({ scheme, sheet, roleCount }) =>
        checkedAgain(byOwnScheme(scene), { kind: "carried-over", scheme: scheme.name, sheet, roleCount }),
      );
    case "settle":
      return endOf(
        await actions.settle.run(context, { answers: request.answers, ...atLeast(request, report) }),
        () => settledAgain(byOwnScheme(scene), request.ranks),
      );
    case "unsettle":
      return endOf(await actions.unsettle.run(context, null), async () =>
        endOf(await actions.check.run(context, input), (output) =>
          reported(renewReport(report, output), { kind: "unsettled" }),
        ),
      );
  }
}

/** A ranking is not replaced by one with fewer units, unless the clerk is sure. */
function atLeast({ isSure }: { readonly isSure?: true }, report: Report | null): { leastRanked?: number } {
  return isSure ? {} : { leastRanked: rankedUnits(report) };
}

/** What the clerk settled is kept: the ranking or the check that he came for is made by it. */
async function settledAgain(
  { actions, context, input, settings }: TaskScene,
  ranks: boolean,
): Promise<RunEnd> {
  const deed = { kind: "settled" } as const;
  if (!ranks) {
    return endOf(await actions.check.run(context, input), (output) =>
      reported({ kind: "checked", output }, deed),
    );
  }
  return endOf(await actions.ranking.run(context, { ...input, totals: settings.totals }), (output) =>
    reported({ kind: "ranked", output }, deed),
  );
}

/** The scene from when the workbook has a scheme of its own, whichever was chosen before. */
function byOwnScheme(scene: TaskScene): TaskScene {
  const { period, rememberedRoles } = scene.input;
  return {
    ...scene,
    input: { ...(period ? { period } : {}), ...(rememberedRoles ? { rememberedRoles } : {}) },
  };
}

/** What could be repaired, beside a report: the clerk comes from one, or else the workbook is checked first. */
async function previewRepairs(scene: TaskScene): Promise<RunEnd> {
  const { actions, context, input } = scene;
  const previewed = await actions.previewRepairs.run(context, input);
  return endOf(previewed, async (repairs) => {
    if (scene.report) return { type: "repairs-proposed", repairs, report: scene.report };
    return endOf(await actions.check.run(context, input), (output) => ({
      type: "repairs-proposed",
      repairs,
      report: { kind: "checked", output },
    }));
  });
}

/**
 * The workbook was changed and is checked again. That change is done: if the check is cancelled or refused, the clerk
 * still learns of the change, beside a report that is behind it.
 */
async function checkedAgain({ actions, context, input, report }: TaskScene, deed: Deed): Promise<RunEnd> {
  const result = await actions.check.run(context, input);
  if (result.status === "done") return reported(renewReport(report, result.output), deed);
  return report ? { ...reported(report, deed), behind: true } : endOf(result, () => ({ type: "cancelled" }));
}

function reported(report: Report, deed?: Deed): ReportedEnd {
  return deed ? { type: "reported", report, deed } : { type: "reported", report };
}

async function endOf<Output>(
  result: ActionResult<Output>,
  done: (output: Output) => RunEnd | Promise<RunEnd>,
): Promise<RunEnd> {
  switch (result.status) {
    case "done":
      return done(result.output);
    case "refused":
      return { type: "refused", problem: result.problem };
    case "cancelled":
      return { type: "cancelled" };
  }
}
