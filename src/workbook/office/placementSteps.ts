import type { SheetPlan } from "../../core/workbook/plan";
import { MARK_NAME, encodeMark } from "../sheetMark";
import { fitsOneSync, type Step } from "./batches";
import type { PlacedSheet, Placement } from "./placement";
import type { SheetsById } from "./sheetsById";
import { linkStep, pageStep, sheetSteps } from "./sheetSteps";
import { PLACING_MARK, deferredCells, emptySheet, writeDeferred, type FormulaTest } from "./stagedSheet";

/** Name of a sheet of ours that makes room for another. Staged sheets have another one. */
const SPARE_NAME = "~PERF old";

/** About how many bytes of a request things take. */
const BYTES_OF = {
  names: 1_300,
  emptying: 4_000,
  copying: 800,
  deferred: 360,
  showing: 700,
  removing: 400,
} as const;

/** How placed sheets are written. */
export interface PlacingOptions {
  readonly isDeferred: FormulaTest;
  /** Width of a digit of the workbook's default font, in pixels. */
  readonly digitWidth: number;
  /** Bytes of a change that is still made in one request. */
  readonly bytesAtOnce: number;
}

/**
 * The last part of a write, in order: names and marks, and what needs the names; then the sheets that are replaced,
 * which ends with everything that leaves. What Excel may refuse comes before anything that cannot be taken back. It
 * may be done again from the beginning, wherever it was cut off: what is gone by then was done with.
 */
export function placementSteps(placement: Placement, sheets: SheetsById, options: PlacingOptions): Step[] {
  const { leaving, spareNames } = placement;
  const placed = placement.placed.flatMap((one) => standing(one, sheets));
  const renamed = placed.filter(({ name, replaced }) => replaced?.name !== name);
  const finalNames = new Map(placement.placed.map(({ plan, name }) => [plan.name, name]));
  return [
    ...leaving.flatMap(({ id }) => {
      const sheet = sheets.get(id);
      return sheet ? [renaming(sheet, () => spareNames.take(SPARE_NAME))] : [];
    }),
    ...renamed.flatMap(({ replaced, target }) =>
      replaced ? [renaming(target, () => spareNames.take(SPARE_NAME))] : [],
    ),
    ...renamed.map(({ target, name }) => renaming(target, () => name)),
    ...placed.map(markingStep),
    ...placed
      .filter(({ replaced }) => replaced === null)
      .flatMap(({ plan, target }) => [
        ...deferredSteps(plan, target, options.isDeferred),
        ...movedLinkSteps(plan, target, finalNames),
      ]),
    ...replacementSteps(placed, finalNames, options),
    ...showingSteps(placed),
    ...removalSteps(placement, sheets),
  ];
}

/** A planned sheet, and where it stands or will stand. */
interface StandingPlan extends PlacedSheet {
  readonly target: Excel.Worksheet;
  /** The staged sheet that it is copied from; null: it stands in its place already. */
  readonly source: Excel.Worksheet | null;
}

function standing(placed: PlacedSheet, sheets: SheetsById): StandingPlan[] {
  const staged = sheets.get(placed.stagedId) ?? null;
  const target = placed.replaced ? sheets.get(placed.replaced.id) : staged;
  if (!target) return [];
  return [{ ...placed, target, source: placed.replaced ? staged : null }];
}

function renaming(sheet: Excel.Worksheet, nameFor: () => string): Step {
  return {
    bytes: BYTES_OF.names,
    queue: () => {
      sheet.name = nameFor();
    },
  };
}

function markingStep({ plan, name, target }: StandingPlan): Step {
  return {
    bytes: BYTES_OF.names,
    queue: () => {
      target.names.getItem(MARK_NAME).formula = encodeMark(plan.mark, name);
    },
  };
}

function deferredSteps(plan: SheetPlan, sheet: Excel.Worksheet, isDeferred: FormulaTest): Step[] {
  return deferredCells(plan, isDeferred).map((cell) => ({
    bytes: BYTES_OF.deferred + 2 * cell.formula.length,
    queue: () => {
      writeDeferred(sheet, cell);
    },
  }));
}

/** Points the links at planned sheets that ended up with another name than the plan gave them. */
function movedLinkSteps(
  plan: SheetPlan,
  sheet: Excel.Worksheet,
  finalNames: ReadonlyMap<string, string>,
): Step[] {
  return plan.links.flatMap((link) => {
    const target = finalNames.get(link.target.sheet);
    return target === undefined || target === link.target.sheet ? [] : [linkStep(() => sheet, link, target)];
  });
}

/**
 * Gives the replaced sheets their new contents in their places, one sheet after the other. The same contents stand on
 * the staged sheets already, so that Excel is known to take them. What fits into one request is written again; more is
 * copied from the staged sheets inside Excel, so that a sheet is never emptied in one request and filled in the next.
 */
function replacementSteps(
  placed: readonly StandingPlan[],
  finalNames: ReadonlyMap<string, string>,
  { isDeferred, digitWidth, bytesAtOnce }: PlacingOptions,
): Step[] {
  const pairs = placed.flatMap(({ plan, target, source }) => (source ? [{ plan, target, source }] : []));
  // All names are final here.
  const options = { digitWidth, isDeferred: () => false };
  const writing = pairs.map(({ plan, target, source }) => [
    emptyingStep(target, source),
    ...sheetSteps(plan, () => target, options),
    ...movedLinkSteps(plan, target, finalNames),
  ]);
  if (fitsOneSync(writing.flat(), bytesAtOnce)) return writing.flat();
  return pairs.map(({ plan, target, source }) =>
    together([
      emptyingStep(target, source),
      copyingStep(plan, target, source),
      pageStep(plan, () => target, digitWidth),
      ...deferredSteps(plan, target, isDeferred),
      ...movedLinkSteps(plan, target, finalNames),
    ]),
  );
}

/** From here on, the staged sheet is what the contents are: it says so, for whoever has to finish this. */
function emptyingStep(target: Excel.Worksheet, source: Excel.Worksheet): Step {
  return {
    bytes: BYTES_OF.emptying,
    queue: () => {
      source.names.getItem(MARK_NAME).formula = encodeMark(PLACING_MARK, source.name);
      emptySheet(target);
    },
  };
}

/** Copies whole rows, because their heights come with them only then. */
function copyingStep(plan: SheetPlan, target: Excel.Worksheet, source: Excel.Worksheet): Step {
  const rows = `1:${String(Math.max(1, plan.cells.length))}`;
  return {
    bytes: BYTES_OF.copying,
    queue: () => {
      target.getRange(rows).untrack().copyFrom(source.getRange(rows).untrack(), Excel.RangeCopyType.all);
    },
  };
}

/** Steps that never go into different requests. */
function together(steps: readonly Step[]): Step {
  return {
    bytes: steps.reduce((sum, { bytes }) => sum + bytes, 0),
    queue: () => {
      for (const step of steps) step.queue();
    },
  };
}

/** Shows first and hides last: the last visible sheet of a workbook cannot be hidden. */
function showingSteps(placed: readonly StandingPlan[]): Step[] {
  const shown = placed.filter(({ plan }) => plan.visibility === "visible");
  const hidden = placed.filter(({ plan }) => plan.visibility !== "visible");
  return [
    ...shown.map(visibilityStep),
    ...placed
      .filter(({ plan }) => plan.activate)
      .map(({ target }): Step => ({
        bytes: BYTES_OF.showing,
        queue: () => {
          target.activate();
        },
      })),
    ...hidden.map(visibilityStep),
  ];
}

function visibilityStep({ plan: { visibility }, target }: StandingPlan): Step {
  const { visible, hidden, veryHidden } = Excel.SheetVisibility;
  return {
    bytes: BYTES_OF.showing,
    queue: () => {
      target.visibility = { visible, hidden, veryHidden }[visibility];
    },
  };
}

/** Takes away what leaves, and the staged sheets whose contents went to another one. */
function removalSteps({ placed, leaving }: Placement, sheets: SheetsById): Step[] {
  const staging = placed.flatMap(({ stagedId, replaced }) =>
    replaced ? [{ id: stagedId, isVeryHidden: false }] : [],
  );
  return [...leaving, ...staging].flatMap(({ id, isVeryHidden }): Step[] => {
    const sheet = sheets.get(id);
    return sheet
      ? [
          {
            bytes: BYTES_OF.removing,
            queue: () => {
              if (isVeryHidden) sheet.visibility = "Hidden";
              sheet.delete();
            },
          },
        ]
      : [];
  });
}
