import type { Plan, SheetPlan } from "../../core/workbook/plan";
import type { SheetMark } from "../../core/workbook/snapshot";
import { MARK_NAME, encodeMark } from "../sheetMark";
import { SheetNames } from "../sheetNames";
import { Refusal } from "./problems";
import type { FormulaTest, StagedSheet } from "./stagedSheet";
import { UNFINISHED, emptySheet, writeDeferred, writeLink } from "./stagedSheet";
import type { MarkedSheet, Survey } from "./survey";
import { markOf } from "./survey";
import { writeSheets } from "./writeSheets";

/** Name of a sheet of ours that makes room for another. Staged sheets have another one. */
const SPARE_NAME = "~PERF old";

/** Where the staged sheets go, and which sheets leave. */
export interface Placement {
  readonly placed: readonly PlacedSheet[];
  /** Sheets of ours that the plan takes away, and what a run that was cut off has left. */
  readonly leaving: readonly Excel.Worksheet[];
  /** Names that no sheet has or gets. */
  readonly spareNames: SheetNames;
}

export interface PlacedSheet {
  readonly staged: StagedSheet;
  /** The name that it ends up with. */
  readonly name: string;
  /** The old sheet with the same mark, which is written anew; null: the staged sheet itself stays. */
  readonly replaced: Excel.Worksheet | null;
}

/** Settles names and places. Refuses where a sheet of ours is protected, or the structure of the workbook. */
export function planPlacement(
  survey: Survey,
  marked: readonly MarkedSheet[],
  staged: readonly StagedSheet[],
  plan: Plan,
): Placement {
  const ours = marked.map((one) => ({ ...one, mark: markOf(one) }));
  const find = (mark: SheetMark) =>
    ours.find((one) => one.mark !== null && sameMark(one.mark, mark))?.sheet ?? null;
  const replaced = staged.map(({ plan: { mark } }) => find(mark));
  const removed = plan.removals.map(find);
  const leftOver = ours.filter(({ mark }) => mark?.kind === UNFINISHED).map(({ sheet }) => sheet);
  const staying = new Set(replaced.filter((sheet) => sheet !== null));
  const leaving = new Set([...removed, ...leftOver].filter((sheet) => sheet !== null && !staying.has(sheet)));
  if (survey.structureProtected && leaving.size > 0) {
    throw new Refusal({ code: "structure-protected", detail: "" });
  }
  for (const sheet of [...staying, ...leaving]) {
    if (sheet?.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
  }
  const others = survey.sheets.filter((sheet) => !staying.has(sheet) && !leaving.has(sheet));
  const names = new SheetNames(others.map(({ name }) => name));
  const placed = staged.map((one, index) => ({
    staged: one,
    name: names.take(one.plan.name),
    replaced: replaced[index] ?? null,
  }));
  return {
    placed,
    leaving: [...leaving].filter((sheet) => sheet !== null),
    spareNames: new SheetNames([...survey.sheets, ...placed].map(({ name }) => name)),
  };
}

function sameMark(one: SheetMark, other: SheetMark): boolean {
  return one.kind === other.kind && one.key === other.key;
}

/**
 * Queues names and marks, and on new sheets what needs the names: links and formulas to other planned sheets. What
 * Excel may refuse is queued here, before anything that cannot be taken back.
 */
export function nameSheets({ placed, leaving, spareNames }: Placement, isDeferred: FormulaTest): void {
  for (const sheet of leaving) sheet.name = spareNames.take(SPARE_NAME);
  const renamed = placed.filter(({ name, replaced }) => replaced?.name !== name);
  for (const { replaced } of renamed) if (replaced) replaced.name = spareNames.take(SPARE_NAME);
  for (const { staged, name, replaced } of renamed) (replaced ?? staged.sheet).name = name;
  const finalNames = new Map(placed.map(({ staged: { plan }, name }) => [plan.name, name]));
  for (const { staged, name, replaced } of placed) {
    (replaced ?? staged.sheet).names.getItem(MARK_NAME).formula = encodeMark(staged.plan.mark, name);
    if (replaced) continue;
    writeDeferred(staged, isDeferred);
    pointLinks(staged, finalNames);
  }
}

/** Points the links at planned sheets that ended up with another name than the plan gave them. */
function pointLinks({ plan, sheet }: StagedSheet, finalNames: ReadonlyMap<string, string>): void {
  for (const link of plan.links) {
    const target = finalNames.get(link.target.sheet);
    if (target !== undefined && target !== link.target.sheet) writeLink(sheet, link, target);
  }
}

/**
 * Writes the replaced sheets anew in their places, shows and hides, and takes away what leaves, with everything
 * queued before: one sync unless the cells are very many. The same contents have just been written to the
 * staged sheets, so that Excel is known to take them.
 */
export async function placeSheets(
  context: Excel.RequestContext,
  { placed, leaving }: Placement,
  digitWidth: number,
): Promise<void> {
  const finalNames = new Map(placed.map(({ staged: { plan }, name }) => [plan.name, name]));
  const again = placed.flatMap(({ staged: { plan }, replaced }) =>
    replaced ? [{ plan, sheet: replaced }] : [],
  );
  const staging = placed.flatMap(({ staged, replaced }) => (replaced ? [staged.sheet] : []));
  for (const { sheet } of again) emptySheet(sheet);
  await writeSheets(context, again, {
    digitWidth,
    // All names are final here.
    isDeferred: () => false,
    finish: () => {
      for (const sheet of again) pointLinks(sheet, finalNames);
      showAndHide(placed);
      for (const sheet of [...leaving, ...staging]) removeSheet(sheet, leaving.includes(sheet));
    },
  });
}

/** Shows first and hides last: the last visible sheet of a workbook cannot be hidden. */
function showAndHide(placed: readonly PlacedSheet[]): void {
  const sheets = placed.map(({ staged: { plan, sheet }, replaced }) => ({ plan, sheet: replaced ?? sheet }));
  for (const { plan, sheet } of sheets) if (plan.visibility === "visible") sheet.visibility = "Visible";
  for (const { plan, sheet } of sheets) if (plan.activate) sheet.activate();
  for (const { plan, sheet } of sheets)
    if (plan.visibility !== "visible") sheet.visibility = visibilityOf(plan);
}

function visibilityOf(plan: SheetPlan): Excel.SheetVisibility {
  return plan.visibility === "hidden" ? Excel.SheetVisibility.hidden : Excel.SheetVisibility.veryHidden;
}

/** Excel does not delete a very hidden sheet. */
function removeSheet(sheet: Excel.Worksheet, mayBeHidden: boolean): void {
  if (mayBeHidden && sheet.visibility === Excel.SheetVisibility.veryHidden) sheet.visibility = "Hidden";
  sheet.delete();
}
