import type { CellPosition } from "../../core/workbook/address";
import { isCellError, type CellValue } from "../../core/workbook/snapshot";
import { runSteps, type Step } from "./batches";
import { fillOf, fillStep, loadFill } from "./fills";
import { foundCell, loadCell, type FoundCell } from "./loadedCell";
import type { PlannedChange } from "./plannedChange";
import { sheetsById } from "./sheetsById";

/** What a write has added so far. */
export interface AddedSheets {
  readonly temporaryNames: readonly string[];
  /** Known once the sheets stand. */
  readonly ids: readonly string[];
}

/** The sheets of ours that a change touches, as they were before. */
export interface SheetBefore {
  readonly id: string;
  readonly name: string;
  readonly visibility: Excel.Worksheet["visibility"];
}

/** What a change may have done, and what was there before. */
export interface BegunChange {
  readonly change: PlannedChange;
  readonly sheets: readonly SheetBefore[];
  readonly cells: readonly FoundCell[];
  /** The fills to be changed; `expected` is what was there at the last look. */
  readonly fills: PlannedChange["fills"];
}

/** About how many bytes of a request a sheet or a cell takes. */
const BYTES_OF_SHEET = 700;
const BYTES_OF_CELL = 1_000;

/**
 * Takes back what a write that failed has left: the sheets that it added and, where the workbook may have been changed
 * already, new names of sheets of ours, edits and fills. What somebody else has changed meanwhile is left alone. In a
 * run of its own, because the failed batch may have ended anywhere; while a cell is being edited, Excel waits.
 */
export async function restoreWorkbook(added: AddedSheets, begun: BegunChange | null): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    await context.sync();
    const standing = sheetsById(worksheets.items);
    const cells = begun ? await changedCells(context, begun, standing) : [];
    const steps = [
      ...removal(added, worksheets.items),
      ...(begun ? renaming(begun, standing) : []),
      ...cells,
    ];
    if (steps.length > 0) await runSteps(context, steps);
  });
}

/** Takes added sheets away. */
function removal(added: AddedSheets, standing: readonly Excel.Worksheet[]): Step[] {
  const ids = new Set(added.ids);
  const temporaryNames = new Set(added.temporaryNames);
  return standing
    .filter(({ id, name }) => ids.has(id) || temporaryNames.has(name))
    .map((sheet): Step => ({
      bytes: BYTES_OF_SHEET,
      queue: () => {
        if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
        sheet.delete();
      },
    }));
}

/** Gives sheets of ours their names and visibility back. */
function renaming({ sheets }: BegunChange, standing: ReadonlyMap<string, Excel.Worksheet>): Step[] {
  return sheets.map((old): Step => ({
    bytes: BYTES_OF_SHEET,
    queue: () => {
      const sheet = standing.get(old.id);
      if (sheet && sheet.name !== old.name) sheet.name = old.name;
      if (sheet && sheet.visibility !== old.visibility) sheet.visibility = old.visibility;
    },
  }));
}

/** Gives edited and filled cells back what they had, unless somebody has given them something else meanwhile. */
async function changedCells(
  context: Excel.RequestContext,
  { change, cells, fills }: BegunChange,
  standing: ReadonlyMap<string, Excel.Worksheet>,
): Promise<Step[]> {
  const steps: Step[] = [];
  const looks: (() => void)[] = [];
  const look = (sheetId: string, load: (sheet: Excel.Worksheet) => () => Step | null): Step => ({
    bytes: BYTES_OF_CELL,
    queue: () => {
      const sheet = standing.get(sheetId);
      const restoring = sheet ? load(sheet) : () => null;
      looks.push(() => {
        const step = restoring();
        if (step) steps.push(step);
      });
    },
  });
  const written = new Map(change.edits.map(({ edit, sheetId }) => [placeOf(sheetId, edit.cell), edit.value]));
  const loading = [
    ...cells.map((cell) =>
      look(cell.sheetId, (sheet) => {
        const range = loadCell(sheet, cell);
        return () => {
          const now = foundCell(cell.sheetId, cell, range).value;
          const isOurs = now === written.get(placeOf(cell.sheetId, cell)) || isSame(now, cell.value);
          return isOurs ? putBackStep(sheet, cell) : null;
        };
      }),
    ),
    ...fills.map(({ sheetId, change: { cell, fill, expected } }) =>
      look(sheetId, (sheet) => {
        const now = loadFill(sheet, cell);
        // A pattern is never expected, so that what was there can be written.
        return () => (expected !== "other" && fillOf(now) === fill ? fillStep(sheet, cell, expected) : null);
      }),
    ),
  ];
  if (loading.length > 0) await runSteps(context, loading);
  for (const one of looks) one();
  return steps;
}

function placeOf(sheetId: string, { row, column }: CellPosition): string {
  return `${String(row)} ${String(column)} ${sheetId}`;
}

function isSame(one: CellValue, other: CellValue): boolean {
  return isCellError(one) ? isCellError(other) && one.error === other.error : one === other;
}

function putBackStep(sheet: Excel.Worksheet, { row, column, input, numberFormat }: FoundCell): Step {
  return {
    bytes: BYTES_OF_CELL,
    queue: () => {
      const range = sheet.getCell(row, column).untrack();
      range.numberFormat = [[numberFormat]];
      range.formulas = [[input]];
    },
  };
}
