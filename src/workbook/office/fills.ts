import type { SheetCell } from "../../core/workbook/address";
import type { CellFill, FillChange, Plan } from "../../core/workbook/plan";
import type { Watch } from "../port";
import { runSteps, type Step } from "./batches";
import { Refusal, stopIfAborted } from "./problems";
import type { Loading, Survey } from "./survey";

/** About how many bytes of a request the fill of a cell takes. */
const BYTES_OF_FILL = 620;

/** The fills of some cells, in their order. Refuses sheets that are not there. */
export async function readFills(
  context: Excel.RequestContext,
  cells: readonly SheetCell[],
  watch: Watch,
): Promise<readonly CellFill[]> {
  stopIfAborted(watch.signal);
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const sheets = new Map(worksheets.items.map((sheet) => [sheet.name, sheet]));
  const loaded: Excel.RangeFill[] = [];
  const steps = cells.map((cell): Step => {
    const sheet = sheetOf(sheets.get(cell.sheet), cell);
    return {
      bytes: BYTES_OF_FILL,
      queue: () => {
        loaded.push(loadFill(sheet, cell));
      },
    };
  });
  if (steps.length === 0) return [];
  await runSteps(context, steps, (done) => {
    watch.onProgress?.(done);
    stopIfAborted(watch.signal);
  });
  return loaded.map(fillOf);
}

/** A cell to fill, as it stands. */
export interface FilledCell {
  readonly change: FillChange;
  readonly sheet: Excel.Worksheet;
  readonly fill: Excel.RangeFill;
}

/** How the fills that a plan changes are loaded. Refuses a sheet that is not there. */
export function loadPlannedFills(survey: Survey, plan: Plan): Loading<FilledCell> {
  const sheets = new Map(survey.sheets.map((sheet) => [sheet.name, sheet]));
  const cells: FilledCell[] = [];
  const steps = (plan.fills ?? []).map((change): Step => {
    const sheet = sheetOf(sheets.get(change.cell.sheet), change.cell);
    return {
      bytes: BYTES_OF_FILL,
      queue: () => {
        cells.push({ change, sheet, fill: loadFill(sheet, change.cell) });
      },
    };
  });
  return { cells, steps };
}

/** The cells that still have the fill that is expected. Refuses protected sheets. */
export function fillsToWrite(cells: readonly FilledCell[]): readonly FilledCell[] {
  for (const { sheet } of cells) {
    if (sheet.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
  }
  return cells.filter(({ change, fill }) => fillOf(fill) === change.expected);
}

/** Gives a cell a fill. */
export function fillStep(sheet: Excel.Worksheet, cell: SheetCell, fill: FillChange["fill"]): Step {
  return {
    bytes: BYTES_OF_FILL,
    queue: () => {
      writeFill(sheet, cell, fill);
    },
  };
}

function writeFill(sheet: Excel.Worksheet, cell: SheetCell, fill: FillChange["fill"]): void {
  const target = sheet.getCell(cell.row, cell.column).untrack().format.fill;
  if (fill === "none") target.clear();
  else target.color = fill;
}

/** Queues the fill of a cell. */
export function loadFill(sheet: Excel.Worksheet, cell: SheetCell): Excel.RangeFill {
  const { fill } = sheet.getCell(cell.row, cell.column).untrack().format;
  fill.load("color,pattern");
  return fill;
}

/** A fill that was loaded. */
export function fillOf({ color, pattern }: Excel.RangeFill): CellFill {
  if (pattern === Excel.FillPattern.none) return "none";
  const written = color.toUpperCase();
  return pattern === Excel.FillPattern.solid && /^#[0-9A-F]{6}$/.test(written)
    ? (written as CellFill)
    : "other";
}

function sheetOf(sheet: Excel.Worksheet | undefined, cell: SheetCell): Excel.Worksheet {
  if (!sheet) throw new Refusal({ code: "no-such-sheet", detail: cell.sheet });
  return sheet;
}
