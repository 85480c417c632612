import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { isCellError } from "../../core/workbook/snapshot";
import type { FillChange } from "../../core/workbook/plan";
import { textForExcel } from "./cellText";
import { runSteps, type Step } from "./batches";
import { fillStep, type FilledCell } from "./fills";
import type { EditedCell, Survey } from "./survey";
import { firstCell } from "./survey";

/** The workbook before a write, as far as a write may change it: plain data, because proxies take new values. */
export interface WorkbookBefore {
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly visibility: Excel.Worksheet["visibility"];
  }[];
  readonly cells: readonly {
    readonly sheetId: string;
    readonly row: number;
    readonly column: number;
    readonly value: SheetSnapshot["values"][number][number];
    readonly numberFormat: unknown;
  }[];
  readonly fills: readonly { readonly sheetId: string; readonly change: FillChange }[];
}

/** Keeps what a write may change. The cells to edit were checked: they hold what the edit expects. */
export function rememberWorkbook(
  survey: Survey,
  edits: readonly EditedCell[],
  fills: readonly FilledCell[],
): WorkbookBefore {
  return {
    sheets: survey.sheets.map(({ id, name, visibility }) => ({ id, name, visibility })),
    cells: edits.map(({ edit, sheet, range }) => ({
      sheetId: sheet.id,
      row: edit.cell.row,
      column: edit.cell.column,
      value: edit.expected,
      numberFormat: firstCell(range.numberFormat),
    })),
    fills: fills.map(({ sheet, change }) => ({ sheetId: sheet.id, change })),
  };
}

/** About how many bytes of a request a sheet or a cell takes. */
const BYTES_OF_SHEET = 700;
const BYTES_OF_CELL = 1_000;

/** The sheets that a write has added so far. */
export interface AddedSheets {
  readonly temporaryNames: readonly string[];
  /** Known once the sheets stand. */
  readonly ids: readonly string[];
}

/**
 * Takes back what a write that failed has left: the sheets that it added, new names of sheets that were there,
 * edits. In a run of its own, because the failed batch may have ended anywhere.
 */
export async function restoreWorkbook(before: WorkbookBefore, added: AddedSheets): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    await context.sync();
    const steps = [
      ...sheetRestoring(before, added, worksheets.items),
      ...cellRestoring(before, worksheets.items),
    ];
    if (steps.length > 0) await runSteps(context, steps);
  });
}

/** Takes added sheets away, and gives the others their names and visibility back. */
function sheetRestoring(
  before: WorkbookBefore,
  added: AddedSheets,
  standing: readonly Excel.Worksheet[],
): Step[] {
  const oldIds = new Set(before.sheets.map(({ id }) => id));
  const addedIds = new Set(added.ids);
  const temporaryNames = new Set(added.temporaryNames);
  const leaving = standing.filter(
    ({ id, name }) => !oldIds.has(id) && (addedIds.has(id) || temporaryNames.has(name)),
  );
  const byId = new Map(standing.map((sheet) => [sheet.id, sheet]));
  return [
    ...leaving.map((sheet): Step => ({
      bytes: BYTES_OF_SHEET,
      queue: () => {
        if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
        sheet.delete();
      },
    })),
    ...before.sheets.map((old): Step => ({
      bytes: BYTES_OF_SHEET,
      queue: () => {
        const sheet = byId.get(old.id);
        if (sheet && sheet.name !== old.name) sheet.name = old.name;
        if (sheet && sheet.visibility !== old.visibility) sheet.visibility = old.visibility;
      },
    })),
  ];
}

/** Gives edited and filled cells back what they had. */
function cellRestoring({ cells, fills }: WorkbookBefore, standing: readonly Excel.Worksheet[]): Step[] {
  const sheets = new Map(standing.map((sheet) => [sheet.id, sheet]));
  return [
    ...cells.flatMap((cell): Step[] => {
      const sheet = sheets.get(cell.sheetId);
      return sheet
        ? [
            {
              bytes: BYTES_OF_CELL,
              queue: () => {
                putBack(sheet, cell);
              },
            },
          ]
        : [];
    }),
    ...fills.flatMap(({ sheetId, change: { cell, expected } }): Step[] => {
      const sheet = sheets.get(sheetId);
      // A pattern is never expected, so that what was there can be written.
      return sheet && expected !== "other" ? [fillStep(sheet, cell, expected)] : [];
    }),
  ];
}

function putBack(
  sheet: Excel.Worksheet,
  { row, column, value, numberFormat }: WorkbookBefore["cells"][number],
): void {
  const range = sheet.getCell(row, column).untrack();
  range.numberFormat = [[numberFormat]];
  range.values = [
    [isCellError(value) ? value.error : typeof value === "string" ? textForExcel(value) : (value ?? "")],
  ];
}
