import { areaAddress } from "../../core/workbook/address";
import type { Plan, PlannedPrintArea, SheetPlan } from "../../core/workbook/plan";
import type { Watch, WrittenSheet } from "../port";
import { SheetNames } from "../sheetNames";
import { textForExcel } from "./cellText";
import { fillsToWrite, loadPlannedFills, writeFill } from "./fills";
import { Refusal, problemOf, stopIfAborted } from "./problems";
import type { AddedSheets, WorkbookBefore } from "./restore";
import { rememberWorkbook, restoreWorkbook } from "./restore";
import { TEMPORARY_NAME, namesPlannedSheet, stageSheet } from "./stagedSheet";
import type { StagedSheet } from "./stagedSheet";
import type { EditedCell, Survey } from "./survey";
import { checkEdits, loadEdits, loadMarks, surveyWorkbook } from "./survey";
import { nameSheets, planPlacement, placeSheets } from "./placement";
import { writeSheets } from "./writeSheets";

/**
 * Writes a plan whole, or leaves the workbook as it was. Every sheet is first written under a temporary name. Only
 * when all stand does anything of the workbook change, in one last batch: new sheets get their names, a sheet of
 * ours that is replaced is written again in its place, edits are carried out. Three syncs while the cells fit into
 * one request: look, write, place. Throws Refusal, and Excel's own errors.
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
  if (plan.sheets.length === 0 || edits.length > 0 || planned.length > 0) {
    await context.sync();
    checkEdits(edits);
  }
  const fills = fillsToWrite(planned);
  const before = rememberWorkbook(survey, edits, fills);
  const temporaryNames = takeTemporaryNames(survey, plan.sheets);
  const addedIds: string[] = [];
  try {
    const staged = await writeStaged(context, survey, plan, temporaryNames, watch);
    addedIds.push(...staged.map(({ sheet }) => sheet.id));
    const placement = planPlacement(survey, marked, staged, plan);
    stopIfAborted(watch.signal);
    carryOutEdits(edits);
    for (const { sheet, change } of fills) writeFill(sheet, change.cell, change.fill);
    setPrintAreas(survey, plan.printAreas ?? []);
    nameSheets(placement, namesPlannedSheet(plan.sheets));
    await placeSheets(context, placement, survey.digitWidth);
    watch.onProgress?.(1);
    return placement.placed.map(({ staged: { plan: sheet }, name }) => ({ name, mark: sheet.mark }));
  } catch (error) {
    await restoreAfter(error, before, { temporaryNames, ids: addedIds });
    throw error;
  }
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
const SHARE_OF_STAGING = 0.6;

function takeTemporaryNames(survey: Survey, plans: readonly SheetPlan[]): readonly string[] {
  const names = new SheetNames(survey.sheets.map(({ name }) => name));
  return plans.map(() => names.take(TEMPORARY_NAME));
}

/** Writes all planned sheets under their temporary names. */
async function writeStaged(
  context: Excel.RequestContext,
  survey: Survey,
  plan: Plan,
  temporaryNames: readonly string[],
  watch: Watch,
): Promise<readonly StagedSheet[]> {
  if (plan.sheets.length === 0) return [];
  const staged = plan.sheets.map((sheet, index) =>
    stageSheet(context, sheet, temporaryNames[index] ?? TEMPORARY_NAME),
  );
  await writeSheets(context, staged, {
    digitWidth: survey.digitWidth,
    isDeferred: namesPlannedSheet(plan.sheets),
    afterSync: (done) => {
      watch.onProgress?.(done * SHARE_OF_STAGING);
      stopIfAborted(watch.signal);
    },
  });
  return staged;
}

/** Says what of sheets that stand there already prints from now on. */
function setPrintAreas(survey: Survey, printAreas: readonly PlannedPrintArea[]): void {
  for (const { sheet: name, area } of printAreas) {
    const sheet = survey.sheets.find((one) => one.name === name);
    sheet?.pageLayout.setPrintArea(areaAddress(area));
  }
}

/** Writes the edits; each cell was seen to be as expected. */
function carryOutEdits(cells: readonly EditedCell[]): void {
  for (const { edit, sheet } of cells) {
    const range = sheet.getCell(edit.cell.row, edit.cell.column).untrack();
    if (edit.numberFormat !== undefined) range.numberFormat = [[edit.numberFormat]];
    const { value } = edit;
    range.values = [[value === null ? "" : typeof value === "string" ? textForExcel(value) : value]];
  }
}
