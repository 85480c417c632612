import type { Plan, SheetPlan } from "../../core/workbook/plan";
import type { SheetMark } from "../../core/workbook/snapshot";
import type { Watch, WrittenSheet } from "../port";
import { MARK_NAME, encodeMark } from "../sheetMark";
import { SheetNames } from "../sheetNames";
import { textForExcel } from "./cellText";
import { Refusal, problemOf, stopIfAborted } from "./problems";
import type { AddedSheets, WorkbookBefore } from "./restore";
import { rememberWorkbook, restoreWorkbook } from "./restore";
import type { FormulaTest, RowBlock, StagedSheet } from "./stagedSheet";
import {
  BYTES_PER_SYNC,
  UNFINISHED,
  dressSheet,
  namesPlannedSheet,
  rowBlocks,
  stageSheet,
  writeDeferred,
  writeLink,
  writeRows,
} from "./stagedSheet";
import type { EditedCell, MarkedSheet, Survey } from "./survey";
import { checkEdits, loadEdits, loadMarks, markOf, surveyWorkbook } from "./survey";

/**
 * Writes a plan whole, or leaves the workbook as it was. Sheets are written under temporary names first; the last
 * sync gives them their names and places, carries out the edits and takes the old sheets away. Three syncs while
 * the cells fit into one request: look, write, swap. Throws Refusal, and Excel's own errors.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: Plan,
  watch: Watch,
): Promise<readonly WrittenSheet[]> {
  stopIfAborted(watch.signal);
  if (plan.sheets.length + plan.edits.length + plan.removals.length === 0) return [];
  const survey = await surveyWorkbook(context);
  if (survey.structureProtected && plan.sheets.length > 0) refuseStructure();
  stopIfAborted(watch.signal);
  const marked = loadMarks(survey);
  const edits = loadEdits(survey, plan);
  if (plan.sheets.length === 0 || edits.length > 0) {
    await context.sync();
    checkEdits(edits);
  }
  const before = rememberWorkbook(survey, edits);
  const temporaryNames = takeTemporaryNames(survey, plan.sheets);
  const addedIds: string[] = [];
  try {
    const staged = await writeStaged(context, survey, plan, temporaryNames, watch);
    addedIds.push(...staged.map(({ sheet }) => sheet.id));
    const swap = planSwap(survey, marked, staged, plan);
    stopIfAborted(watch.signal);
    carryOutEdits(edits);
    carryOutSwap(swap, staged, namesPlannedSheet(plan.sheets));
    await context.sync();
    watch.onProgress?.(1);
    return swap.placed.map(({ staged: { plan: sheet }, name }) => ({ name, mark: sheet.mark }));
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

const TEMPORARY_NAME = "~PERF";

function takeTemporaryNames(survey: Survey, plans: readonly SheetPlan[]): readonly string[] {
  const names = new SheetNames(survey.sheets.map(({ name }) => name));
  return plans.map(() => names.take(TEMPORARY_NAME));
}

/** Writes all planned sheets under their temporary names, in as few syncs as the size of the cells allows. */
async function writeStaged(
  context: Excel.RequestContext,
  survey: Survey,
  plan: Plan,
  temporaryNames: readonly string[],
  watch: Watch,
): Promise<readonly StagedSheet[]> {
  if (plan.sheets.length === 0) return [];
  const isDeferred = namesPlannedSheet(plan.sheets);
  const staged = plan.sheets.map((sheet, index) =>
    stageSheet(context, sheet, temporaryNames[index] ?? TEMPORARY_NAME),
  );
  const blocks = staged.flatMap(rowBlocks);
  const total = blocks.length;
  const writeFrom = async (start: number): Promise<void> => {
    const end = endOfBatch(blocks, start);
    for (const block of blocks.slice(start, end)) writeRows(block, isDeferred);
    if (end === total) for (const sheet of staged) dressSheet(sheet, survey.digitWidth);
    await context.sync();
    watch.onProgress?.(total === 0 ? 0.9 : (0.9 * end) / total);
    stopIfAborted(watch.signal);
    if (end < total) await writeFrom(end);
  };
  await writeFrom(0);
  return staged;
}

/** The first block that no longer fits into one request with those from `start` on. */
function endOfBatch(blocks: readonly RowBlock[], start: number): number {
  let bytes = 0;
  for (let end = start; end < blocks.length; end++) {
    bytes += blocks[end]?.bytes ?? 0;
    if (end > start && bytes > BYTES_PER_SYNC) return end;
  }
  return blocks.length;
}

/** Which sheets take whose place under which names, and which go. */
interface Swap {
  readonly placed: readonly PlacedSheet[];
  /** Sheets of ours that are taken away, those replaced among them. */
  readonly leaving: readonly Excel.Worksheet[];
  /** Names for leaving sheets, so that theirs are free. */
  readonly spareNames: SheetNames;
}

interface PlacedSheet {
  readonly staged: StagedSheet;
  readonly name: string;
  /** The old sheet whose place it takes. */
  readonly replaced: Excel.Worksheet | null;
}

function planSwap(
  survey: Survey,
  marked: readonly MarkedSheet[],
  staged: readonly StagedSheet[],
  plan: Plan,
): Swap {
  const ours = marked.map((one) => ({ ...one, mark: markOf(one) }));
  const find = (mark: SheetMark) => ours.find((one) => one.mark !== null && sameMark(one.mark, mark));
  const replaced = staged.map(({ plan: { mark } }) => find(mark) ?? null);
  const removed = plan.removals.flatMap((mark) => find(mark) ?? []);
  const leftOver = ours.filter(({ mark }) => mark?.kind === UNFINISHED);
  const leaving = [...new Set([...replaced.filter((one) => one !== null), ...removed, ...leftOver])];
  if (survey.structureProtected && leaving.length > 0) refuseStructure();
  for (const { sheet } of leaving) {
    if (sheet.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
  }
  const leavingSheets = leaving.map(({ sheet }) => sheet);
  const staying = survey.sheets.filter((sheet) => !leavingSheets.includes(sheet));
  const names = new SheetNames(staying.map(({ name }) => name));
  const placed = staged.map((one, index) => ({
    staged: one,
    name: names.take(one.plan.name),
    replaced: replaced[index]?.sheet ?? null,
  }));
  const used = [...survey.sheets.map(({ name }) => name), ...placed.map(({ name }) => name)];
  const temporary = staged.map(({ temporaryName }) => temporaryName);
  return { placed, leaving: leavingSheets, spareNames: new SheetNames([...used, ...temporary]) };
}

function sameMark(one: SheetMark, other: SheetMark): boolean {
  return one.kind === other.kind && one.key === other.key;
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

/**
 * Puts the staged sheets into place and takes the old ones away. Deleting comes last: nothing that can fail
 * stands behind what cannot be undone.
 */
function carryOutSwap(swap: Swap, staged: readonly StagedSheet[], isDeferred: FormulaTest): void {
  for (const sheet of swap.leaving) sheet.name = swap.spareNames.take(TEMPORARY_NAME);
  const finalNames = new Map(swap.placed.map(({ staged: { plan }, name }) => [plan.name, name]));
  for (const { staged: one, name } of swap.placed) {
    one.sheet.name = name;
    one.sheet.names.getItem(MARK_NAME).formula = encodeMark(one.plan.mark, name);
  }
  placeSheets(swap.placed);
  for (const one of staged) {
    writeDeferred(one, isDeferred);
    for (const link of one.plan.links) {
      const target = finalNames.get(link.target.sheet);
      if (target !== undefined && target !== link.target.sheet) writeLink(one.sheet, link, target);
    }
  }
  // The new sheet comes to the front before others are hidden: the last visible one cannot be.
  for (const { plan, sheet } of staged) if (plan.activate) sheet.activate();
  for (const sheet of swap.leaving) {
    // Excel does not delete a very hidden sheet.
    if (sheet.visibility === Excel.SheetVisibility.veryHidden)
      sheet.visibility = Excel.SheetVisibility.hidden;
  }
  for (const { plan, sheet } of staged)
    if (plan.visibility !== "visible") sheet.visibility = visibilityOf(plan);
  for (const sheet of swap.leaving) sheet.delete();
}

/**
 * Moves each replacing sheet in front of the one that it replaces. From left to right: every sheet moved in
 * pushes those behind it one place on.
 */
function placeSheets(placed: readonly PlacedSheet[]): void {
  const replacing = placed.flatMap(({ staged, replaced }) =>
    replaced ? [{ sheet: staged.sheet, position: replaced.position }] : [],
  );
  replacing
    .sort((first, second) => first.position - second.position)
    .forEach(({ sheet, position }, movedBefore) => {
      sheet.position = position + movedBefore;
    });
}

function visibilityOf(plan: SheetPlan): Excel.SheetVisibility {
  return plan.visibility === "hidden" ? Excel.SheetVisibility.hidden : Excel.SheetVisibility.veryHidden;
}
