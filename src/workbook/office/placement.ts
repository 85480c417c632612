import type { Plan, SheetPlan } from "../../core/workbook/plan";
import type { SheetMark } from "../../core/workbook/snapshot";
import { MARK_NAME, encodeMark } from "../sheetMark";
import { SheetNames } from "../sheetNames";
import { fitsOneSync, type Step } from "./batches";
import { Refusal } from "./problems";
import { linkStep, pageStep, sheetSteps } from "./sheetSteps";
import type { FormulaTest, StagedSheet } from "./stagedSheet";
import { UNFINISHED, deferredCells, emptySheet, writeDeferred } from "./stagedSheet";
import type { MarkedSheet, Survey } from "./survey";
import { markOf } from "./survey";

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

/** About how many bytes of a request things take. */
const BYTES_OF = {
  names: 1_300,
  emptying: 4_000,
  copying: 800,
  deferred: 360,
  showing: 700,
  removing: 400,
} as const;

/**
 * The last part of a write, in order: names and marks, and what needs the names; then the sheets that are replaced,
 * which ends with everything that leaves. What Excel may refuse comes before anything that cannot be taken back.
 */
export function placementSteps(placement: Placement, isDeferred: FormulaTest, digitWidth: number): Step[] {
  const { placed, leaving, spareNames } = placement;
  const renamed = placed.filter(({ name, replaced }) => replaced?.name !== name);
  const finalNames = new Map(placed.map(({ staged: { plan }, name }) => [plan.name, name]));
  return [
    ...leaving.map((sheet) => renaming(sheet, () => spareNames.take(SPARE_NAME))),
    ...renamed.flatMap(({ replaced }) =>
      replaced ? [renaming(replaced, () => spareNames.take(SPARE_NAME))] : [],
    ),
    ...renamed.map(({ staged, name, replaced }) => renaming(replaced ?? staged.sheet, () => name)),
    ...placed.map(markingStep),
    ...placed
      .filter(({ replaced }) => replaced === null)
      .flatMap(({ staged }) => [...deferredSteps(staged, isDeferred), ...movedLinkSteps(staged, finalNames)]),
    ...replacementSteps(placed, finalNames, isDeferred, digitWidth),
    ...showingSteps(placed),
    ...removalSteps(placement),
  ];
}

function renaming(sheet: Excel.Worksheet, nameFor: () => string): Step {
  return {
    bytes: BYTES_OF.names,
    queue: () => {
      sheet.name = nameFor();
    },
  };
}

function markingStep({ staged, name, replaced }: PlacedSheet): Step {
  return {
    bytes: BYTES_OF.names,
    queue: () => {
      const formula = encodeMark(staged.plan.mark, name);
      (replaced ?? staged.sheet).names.getItem(MARK_NAME).formula = formula;
    },
  };
}

function deferredSteps({ plan, sheet }: StagedSheet, isDeferred: FormulaTest): Step[] {
  return deferredCells(plan, isDeferred).map((cell) => ({
    bytes: BYTES_OF.deferred + 2 * cell.formula.length,
    queue: () => {
      writeDeferred(sheet, cell);
    },
  }));
}

/** Points the links at planned sheets that ended up with another name than the plan gave them. */
function movedLinkSteps({ plan, sheet }: StagedSheet, finalNames: ReadonlyMap<string, string>): Step[] {
  return plan.links.flatMap((link) => {
    const target = finalNames.get(link.target.sheet);
    return target === undefined || target === link.target.sheet ? [] : [linkStep(() => sheet, link, target)];
  });
}

/**
 * Gives the replaced sheets their new contents in their places. The same contents stand on the staged sheets already,
 * so that Excel is known to take them. What fits into one request is written again; more is copied from the staged
 * sheets inside Excel, so that the change is one request, whatever the size: it happens whole or not at all.
 */
function replacementSteps(
  placed: readonly PlacedSheet[],
  finalNames: ReadonlyMap<string, string>,
  isDeferred: FormulaTest,
  digitWidth: number,
): Step[] {
  const pairs = placed.flatMap(({ staged, replaced }) =>
    replaced ? [{ source: staged.sheet, target: { plan: staged.plan, sheet: replaced } }] : [],
  );
  const emptying = pairs.map(({ target: { sheet } }): Step => ({
    bytes: BYTES_OF.emptying,
    queue: () => {
      emptySheet(sheet);
    },
  }));
  const links = pairs.flatMap(({ target }) => movedLinkSteps(target, finalNames));
  // All names are final here.
  const options = { digitWidth, isDeferred: () => false };
  const writing = pairs.flatMap(({ target: { plan, sheet } }) => sheetSteps(plan, () => sheet, options));
  if (fitsOneSync([...emptying, ...writing, ...links])) return [...emptying, ...writing, ...links];
  const copying = pairs.flatMap(({ source, target }) => [
    copyingStep(source, target),
    pageStep(target.plan, () => target.sheet, digitWidth),
    ...deferredSteps(target, isDeferred),
  ]);
  return [...emptying, ...copying, ...links];
}

/** Copies whole rows, because their heights come with them only then. */
function copyingStep(source: Excel.Worksheet, { plan, sheet }: StagedSheet): Step {
  const rows = `1:${String(Math.max(1, plan.cells.length))}`;
  return {
    bytes: BYTES_OF.copying,
    queue: () => {
      sheet.getRange(rows).untrack().copyFrom(source.getRange(rows).untrack(), Excel.RangeCopyType.all);
    },
  };
}

/** Shows first and hides last: the last visible sheet of a workbook cannot be hidden. */
function showingSteps(placed: readonly PlacedSheet[]): Step[] {
  const sheets = placed.map(({ staged: { plan, sheet }, replaced }) => ({ plan, sheet: replaced ?? sheet }));
  const shown = sheets.filter(({ plan }) => plan.visibility === "visible");
  const hidden = sheets.filter(({ plan }) => plan.visibility !== "visible");
  return [
    ...shown.map(({ plan, sheet }) => visibilityStep(plan, sheet)),
    ...sheets
      .filter(({ plan }) => plan.activate)
      .map(({ sheet }): Step => ({
        bytes: BYTES_OF.showing,
        queue: () => {
          sheet.activate();
        },
      })),
    ...hidden.map(({ plan, sheet }) => visibilityStep(plan, sheet)),
  ];
}

function visibilityStep({ visibility }: SheetPlan, sheet: Excel.Worksheet): Step {
  const { visible, hidden, veryHidden } = Excel.SheetVisibility;
  return {
    bytes: BYTES_OF.showing,
    queue: () => {
      sheet.visibility = { visible, hidden, veryHidden }[visibility];
    },
  };
}

/** Takes away what leaves, and the staged sheets whose contents went to another one. */
function removalSteps({ placed, leaving }: Placement): Step[] {
  const staging = placed.flatMap(({ staged, replaced }) => (replaced ? [staged.sheet] : []));
  return [...leaving, ...staging].map((sheet, index) => ({
    bytes: BYTES_OF.removing,
    queue: () => {
      removeSheet(sheet, index < leaving.length);
    },
  }));
}

/** Excel does not delete a very hidden sheet. */
function removeSheet(sheet: Excel.Worksheet, mayBeHidden: boolean): void {
  if (mayBeHidden && sheet.visibility === Excel.SheetVisibility.veryHidden) sheet.visibility = "Hidden";
  sheet.delete();
}
