import type { SheetCell } from "../../core/workbook/address";
import type { CellFill, FillChange, Plan } from "../../core/workbook/plan";
import { Refusal } from "./problems";
import type { Survey } from "./survey";

/** Cells whose fills are asked for in one sync. */
const CELLS_AT_ONCE = 1_000;

/** The fills of some cells, in their order. Refuses sheets that are not there. */
export async function readFills(
  context: Excel.RequestContext,
  cells: readonly SheetCell[],
): Promise<readonly CellFill[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const sheets = new Map(worksheets.items.map((sheet) => [sheet.name, sheet]));
  const fills: CellFill[] = [];
  for (let start = 0; start < cells.length; start += CELLS_AT_ONCE) {
    fills.push(...(await readAtOnce(context, sheets, cells.slice(start, start + CELLS_AT_ONCE))));
  }
  return fills;
}

async function readAtOnce(
  context: Excel.RequestContext,
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  cells: readonly SheetCell[],
): Promise<readonly CellFill[]> {
  const loaded = cells.map((cell) => loadFill(sheetOf(sheets.get(cell.sheet), cell), cell));
  await context.sync();
  return loaded.map(fillOf);
}

/** A cell to fill, as it stands. */
export interface FilledCell {
  readonly change: FillChange;
  readonly sheet: Excel.Worksheet;
  readonly fill: Excel.RangeFill;
}

/** Queues the fills that a plan changes. Refuses a sheet that is not there. */
export function loadPlannedFills(survey: Survey, plan: Plan): readonly FilledCell[] {
  const sheets = new Map(survey.sheets.map((sheet) => [sheet.name, sheet]));
  return (plan.fills ?? []).map((change) => {
    const sheet = sheetOf(sheets.get(change.cell.sheet), change.cell);
    return { change, sheet, fill: loadFill(sheet, change.cell) };
  });
}

/** The cells that still have the fill that is expected. Refuses protected sheets. */
export function fillsToWrite(cells: readonly FilledCell[]): readonly FilledCell[] {
  for (const { sheet } of cells) {
    if (sheet.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
  }
  return cells.filter(({ change, fill }) => fillOf(fill) === change.expected);
}

/** Gives a cell a fill. */
export function writeFill(sheet: Excel.Worksheet, cell: SheetCell, fill: FillChange["fill"]): void {
  const target = sheet.getCell(cell.row, cell.column).untrack().format.fill;
  if (fill === "none") target.clear();
  else target.color = fill;
}

function loadFill(sheet: Excel.Worksheet, cell: SheetCell): Excel.RangeFill {
  const { fill } = sheet.getCell(cell.row, cell.column).untrack().format;
  fill.load("color,pattern");
  return fill;
}

function fillOf({ color, pattern }: Excel.RangeFill): CellFill {
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
