import type { Plan, SheetPlan } from "../../core/workbook/plan";
import type { Watch, WrittenSheet } from "../port";
import { SheetNames } from "../sheetNames";
import { turn } from "../turn";
import { runSteps, type Step } from "./batches";
import { BegunWrite } from "./begunWrite";
import { compareWith, type Comparison } from "./changedSince";
import { fillOf, fillsToWrite, loadFill, loadPlannedFills, type FilledCell } from "./fills";
import { foundCell, loadCell } from "./loadedCell";
import { planPlacement, type Placement } from "./placement";
import { carryOut, type PlannedChange } from "./plannedChange";
import { Refusal, stopIfAborted } from "./problems";
import type { Readings } from "./readings";
import type { BegunChange } from "./restore";
import { sheetsById, type SheetsById } from "./sheetsById";
import { sheetSteps } from "./sheetSteps";
import { TEMPORARY_NAME, namesPlannedSheet, stageSheet } from "./stagedSheet";
import type { StagedSheet } from "./stagedSheet";
import type { EditedCell, Survey } from "./survey";
import { checkEdits, loadEdits, loadMarks, surveyWorkbook } from "./survey";

/** What a write needs beside the plan. */
export interface WritingOptions {
  readonly watch: Watch;
  readonly readings: Readings;
  /** Called when the workbook is touched for the first time: from then on the write has to be settled. */
  readonly onBegun: (write: BegunWrite) => void;
}

/**
 * Writes a plan whole, or leaves the workbook as it was. Every sheet is first written under a temporary name, in as
 * many requests as its size takes. Only when all stand, and the workbook is still as the plan's reading has it, does
 * anything of the workbook change: edits are carried out, new sheets get their names, a sheet of ours that is replaced
 * gets its new contents in its place. Three syncs while everything fits into one request: look, write, place. Asked to
 * stop before the sheets take their places, it takes everything back; where Excel fails, it finishes or takes back.
 * Throws Refusal, and Excel's own errors.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: Plan,
  { watch, readings, onBegun }: WritingOptions,
): Promise<readonly WrittenSheet[]> {
  stopIfAborted(watch.signal);
  if (isEmpty(plan)) return [];
  const survey = await surveyWorkbook(context);
  if (survey.structureProtected && plan.sheets.length > 0) refuseStructure();
  stopIfAborted(watch.signal);
  const reading = plan.reading === undefined ? undefined : readings.sheetsOf(plan.reading);
  const comparison = reading ? compareWith(context, survey.sheets, reading, watch) : null;
  const marked = loadMarks(survey);
  const edits = loadEdits(survey, plan);
  const planned = loadPlannedFills(survey, plan);
  const loading = [...edits.steps, ...planned.steps];
  if (plan.sheets.length === 0 || loading.length > 0) {
    if (plan.sheets.length === 0) comparison?.queue();
    await runSteps(context, loading, () => {
      stopIfAborted(watch.signal);
    });
    checkEdits(edits.cells);
    if (plan.sheets.length === 0) await comparison?.check();
  }
  const fills = fillsToWrite(planned.cells);
  const temporaryNames = takeTemporaryNames(survey, plan.sheets);
  const write = new BegunWrite(temporaryNames);
  onBegun(write);
  try {
    const staged = await writeStaged(context, survey, plan, { temporaryNames, comparison, watch });
    write.noteStaged(staged.map(({ sheet }) => sheet.id));
    const placement = planPlacement(survey, marked, staged, plan);
    // The last turn for a cancel before the workbook changes.
    await turn();
    stopIfAborted(watch.signal);
    const change = changeOf(plan, survey, { edits: edits.cells, fills, placement });
    const sheets = sheetsById([...survey.sheets, ...staged.map(({ sheet }) => sheet)]);
    await makeChange(context, write, change, sheets, { survey, edits: edits.cells, comparison, watch });
    write.noteDone();
  } catch (error) {
    // Whoever has to stop before the workbook changes wants it as it was.
    const ending = await write.settle(error instanceof Refusal ? "take-back" : "finish");
    if (ending !== "done") throw error;
    if (error instanceof Refusal) throw doneAfterAll(error);
  }
  return write.written;
}

interface ChangeSurroundings {
  readonly survey: Survey;
  readonly edits: readonly EditedCell[];
  readonly comparison: Comparison | null;
  readonly watch: Watch;
}

/** Changes the workbook, and looks once more, in the same request, whether it was as the plan has it. */
async function makeChange(
  context: Excel.RequestContext,
  write: BegunWrite,
  change: PlannedChange,
  sheets: SheetsById,
  { survey, edits, comparison, watch }: ChangeSurroundings,
): Promise<void> {
  const { placed, leaving } = change.placement;
  const touched = new Set([...leaving.map(({ id }) => id), ...placed.map(({ replaced }) => replaced?.id)]);
  write.noteChange({
    change,
    sheets: survey.sheets
      .filter(({ id }) => touched.has(id))
      .map(({ id, name, visibility }) => ({ id, name, visibility })),
    cells: edits.map(({ edit, sheet, range }) => foundCell(sheet.id, edit.cell, range)),
    fills: change.fills,
  });
  const last = comparison?.isBeside ? comparison : null;
  let look: ReturnType<typeof lookAtCells> | null = null;
  await carryOut(context, change, sheets, {
    queueLast: () => {
      last?.queue();
      if (last) look = lookAtCells(change, sheets);
    },
    checkLast: async () => {
      if (look) write.noteCells(look());
      await last?.check();
    },
    onProgress: (done) => watch.onProgress?.(SHARE_OF_STAGING + (1 - SHARE_OF_STAGING) * done),
    stopIfAsked: () => {
      stopIfAborted(watch.signal);
    },
  });
}

/** Queues the cells that a change writes to; the call that comes back tells, after the sync, how they were. */
function lookAtCells(
  { edits, fills }: PlannedChange,
  sheets: SheetsById,
): () => Pick<BegunChange, "cells" | "fills"> {
  const cells = edits.flatMap(({ edit: { cell }, sheetId }) => {
    const sheet = sheets.get(sheetId);
    return sheet ? [{ sheetId, cell, range: loadCell(sheet, cell) }] : [];
  });
  const filled = fills.flatMap(({ change, sheetId }) => {
    const sheet = sheets.get(sheetId);
    return sheet ? [{ sheetId, change, fill: loadFill(sheet, change.cell) }] : [];
  });
  return () => ({
    cells: cells.map(({ sheetId, cell, range }) => foundCell(sheetId, cell, range)),
    fills: filled.map(({ sheetId, change, fill }) => ({
      sheetId,
      change: { ...change, expected: fillOf(fill) },
    })),
  });
}

/** What is told where the write was to be taken back, and only finishing it was possible any more. */
function doneAfterAll({ problem }: Refusal): Refusal {
  return problem.code === "workbook-changed"
    ? new Refusal({ code: "changed-while-writing", detail: problem.detail })
    : new Refusal(problem);
}

function isEmpty({ sheets, edits, removals, fills }: Plan): boolean {
  return sheets.length + edits.length + removals.length + (fills?.length ?? 0) === 0;
}

function changeOf(
  plan: Plan,
  survey: Survey,
  {
    edits,
    fills,
    placement,
  }: {
    readonly edits: readonly EditedCell[];
    readonly fills: readonly FilledCell[];
    readonly placement: Placement;
  },
): PlannedChange {
  const ids = new Map(survey.sheets.map(({ name, id }) => [name, id]));
  return {
    edits: edits.map(({ edit, sheet }) => ({ edit, sheetId: sheet.id })),
    fills: fills.map(({ change, sheet }) => ({ change, sheetId: sheet.id })),
    printAreas: (plan.printAreas ?? []).map(({ sheet, area }) => ({ area, sheetId: ids.get(sheet) ?? "" })),
    placement,
    isDeferred: namesPlannedSheet(plan.sheets),
    digitWidth: survey.digitWidth,
  };
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

/** About how many bytes of a request a new sheet takes. */
const BYTES_OF_SHEET = 1_300;

interface StagingOptions {
  readonly temporaryNames: readonly string[];
  /** Goes with the last request, so that as little time as can be lies between it and the change. */
  readonly comparison: Comparison | null;
  readonly watch: Watch;
}

/** Writes all planned sheets under their temporary names. */
async function writeStaged(
  context: Excel.RequestContext,
  survey: Survey,
  plan: Plan,
  { temporaryNames, comparison, watch }: StagingOptions,
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
    return [{ bytes: BYTES_OF_SHEET, queue: () => void stage() }, ...sheetSteps(sheet, stage, options)];
  });
  const looking: Step[] = comparison ? [{ bytes: 0, queue: comparison.queue }] : [];
  await runSteps(context, [...steps, ...looking], (done) => {
    watch.onProgress?.(done * SHARE_OF_STAGING);
    stopIfAborted(watch.signal);
  });
  await comparison?.check();
  return staged;
}
