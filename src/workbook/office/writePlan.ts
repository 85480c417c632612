import { areaAddress } from "../../core/workbook/address";
import type { CellEdit, Plan, PlannedPrintArea, SheetPlan } from "../../core/workbook/plan";
import type { Watch, WrittenSheet } from "../port";
import { SheetNames } from "../sheetNames";
import { turn } from "../turn";
import { textForExcel } from "./cellText";
import { fitsOneSync, runSteps, type Step } from "./batches";
import { fillStep, fillsToWrite, loadPlannedFills } from "./fills";
import { Refusal, problemOf, stopIfAborted } from "./problems";
import type { AddedSheets, WorkbookBefore } from "./restore";
import { rememberWorkbook, restoreWorkbook } from "./restore";
import { sheetSteps } from "./sheetSteps";
import { TEMPORARY_NAME, namesPlannedSheet, stageSheet } from "./stagedSheet";
import type { StagedSheet } from "./stagedSheet";
import type { EditedCell, Survey } from "./survey";
import { checkEdits, loadEdits, loadMarks, surveyWorkbook } from "./survey";
import { placementSteps, planPlacement } from "./placement";

/**
 * Writes a plan whole, or leaves the workbook as it was. Every sheet is first written under a temporary name, in as
 * many requests as its size takes. Only when all stand does anything of the workbook change: edits are carried out, new
 * sheets get their names, a sheet of ours that is replaced gets its new contents in its place. Three syncs while
 * everything fits into one request: look, write, place. Asked to stop before the sheets take their places, it takes
 * everything back. Throws Refusal, and Excel's own errors.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: Plan,
  watch: Watch,
): Promise<readonly WrittenSheet[]> {
  stopIfAborted(watch.signal);
  const fillCount = plan.fills?.length ?? 0;
  if (plan.sheets.length + plan.edits.length + plan.removals.length + fillCount === 0) return [];
  const survey = await surveyWorkbook(context);
  if (survey.structureProtected && plan.sheets.length > 0) refuseStructure();
  stopIfAborted(watch.signal);
  const marked = loadMarks(survey);
  const edits = loadEdits(survey, plan);
  const planned = loadPlannedFills(survey, plan);
  const loading = [...edits.steps, ...planned.steps];
  if (plan.sheets.length === 0 || loading.length > 0) {
    await runSteps(context, loading, () => {
      stopIfAborted(watch.signal);
    });
    checkEdits(edits.cells);
  }
  const fills = fillsToWrite(planned.cells);
  const before = rememberWorkbook(survey, edits.cells, fills);
  const temporaryNames = takeTemporaryNames(survey, plan.sheets);
  const addedIds: string[] = [];
  try {
    const staged = await writeStaged(context, survey, plan, temporaryNames, watch);
    addedIds.push(...staged.map(({ sheet }) => sheet.id));
    const placement = planPlacement(survey, marked, staged, plan);
    // The last turn for a cancel before the workbook changes.
    await turn();
    stopIfAborted(watch.signal);
    await commit(
      context,
      [
        ...editSteps(edits.cells),
        ...fills.map(({ sheet, change }) => fillStep(sheet, change.cell, change.fill)),
      ],
      [
        ...printAreaSteps(survey, plan.printAreas ?? []),
        ...placementSteps(placement, namesPlannedSheet(plan.sheets), survey.digitWidth),
      ],
      watch,
    );
    return placement.placed.map(({ staged: { plan: sheet }, name }) => ({ name, mark: sheet.mark }));
  } catch (error) {
    await restoreAfter(error, before, { temporaryNames, ids: addedIds });
    throw error;
  }
}

/**
 * Changes the workbook: first what can be taken back, so that the work may still be stopped, then the rest. Both go
 * into one request where they fit.
 */
async function commit(
  context: Excel.RequestContext,
  revocable: readonly Step[],
  final: readonly Step[],
  watch: Watch,
): Promise<void> {
  const report = (done: number) => watch.onProgress?.(SHARE_OF_STAGING + (1 - SHARE_OF_STAGING) * done);
  const together = [...revocable, ...final];
  if (revocable.length === 0 || fitsOneSync(together)) {
    await runSteps(context, together, report);
    return;
  }
  await runSteps(context, revocable, (done) => {
    report(done / 2);
    stopIfAborted(watch.signal);
  });
  await runSteps(context, final, (done) => {
    report(0.5 + done / 2);
  });
}

/** Restores the workbook. Where that fails too, the clerk is told of both. */
async function restoreAfter(error: unknown, before: WorkbookBefore, added: AddedSheets): Promise<void> {
  try {
    await restoreWorkbook(before, added);
  } catch (restoreError) {
    const problem = problemOf(error);
    const second = problemOf(restoreError);
    if (!problem || !second) throw restoreError;
    throw new Refusal({ code: problem.code, detail: `${problem.detail}; ${second.detail}` });
  }
}

function refuseStructure(): never {
  throw new Refusal({ code: "structure-protected", detail: "" });
}

/** How much of the work is done when all sheets stand under their temporary names. */
const SHARE_OF_STAGING = 0.8;

function takeTemporaryNames(survey: Survey, plans: readonly SheetPlan[]): readonly string[] {
  const names = new SheetNames(survey.sheets.map(({ name }) => name));
  return plans.map(() => names.take(TEMPORARY_NAME));
}

/** About how many bytes of a request a new sheet, a print area and an edited cell take. */
const BYTES_OF = { sheet: 1_300, printArea: 400, edit: 500 } as const;

/** Writes all planned sheets under their temporary names. */
async function writeStaged(
  context: Excel.RequestContext,
  survey: Survey,
  plan: Plan,
  temporaryNames: readonly string[],
  watch: Watch,
): Promise<readonly StagedSheet[]> {
  if (plan.sheets.length === 0) return [];
  const options = { digitWidth: survey.digitWidth, isDeferred: namesPlannedSheet(plan.sheets) };
  const staged: StagedSheet[] = [];
  const steps = plan.sheets.flatMap((sheet, index) => {
    let target: Excel.Worksheet | null = null;
    const stage = (): Excel.Worksheet => {
      if (target) return target;
      const added = stageSheet(context, sheet, temporaryNames[index] ?? TEMPORARY_NAME);
      staged.push(added);
      return (target = added.sheet);
    };
    return [{ bytes: BYTES_OF.sheet, queue: () => void stage() }, ...sheetSteps(sheet, stage, options)];
  });
  await runSteps(context, steps, (done) => {
    watch.onProgress?.(done * SHARE_OF_STAGING);
    stopIfAborted(watch.signal);
  });
  return staged;
}

/** Says what of sheets that stand there already prints from now on. */
function printAreaSteps(survey: Survey, printAreas: readonly PlannedPrintArea[]): Step[] {
  const sheets = new Map(survey.sheets.map((sheet) => [sheet.name, sheet]));
  return printAreas.map(({ sheet, area }) => ({
    bytes: BYTES_OF.printArea,
    queue: () => {
      sheets.get(sheet)?.pageLayout.setPrintArea(areaAddress(area));
    },
  }));
}

/** The edits; each cell was seen to be as expected. */
function editSteps(cells: readonly EditedCell[]): Step[] {
  return cells.map(({ edit, sheet }) => ({
    bytes: BYTES_OF.edit + (typeof edit.value === "string" ? 3 * edit.value.length : 0),
    queue: () => {
      carryOutEdit(edit, sheet);
    },
  }));
}

function carryOutEdit({ cell, value, numberFormat }: CellEdit, sheet: Excel.Worksheet): void {
  const range = sheet.getCell(cell.row, cell.column).untrack();
  if (numberFormat !== undefined) range.numberFormat = [[numberFormat]];
  range.values = [[value === null ? "" : typeof value === "string" ? textForExcel(value) : value]];
}
