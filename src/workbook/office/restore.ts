import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { isCellError } from "../../core/workbook/snapshot";
import type { FillChange } from "../../core/workbook/plan";
import { textForExcel } from "./cellText";
import { writeFill, type FilledCell } from "./fills";
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
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    await context.sync();
    const oldIds = new Set(before.sheets.map(({ id }) => id));
    for (const sheet of worksheets.items) {
      const isAdded = added.ids.includes(sheet.id) || added.temporaryNames.includes(sheet.name);
      if (oldIds.has(sheet.id) || !isAdded) continue;
      if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
      sheet.delete();
    }
    for (const old of before.sheets) {
      const sheet = worksheets.items.find(({ id }) => id === old.id);
      if (sheet && sheet.name !== old.name) sheet.name = old.name;
      if (sheet && sheet.visibility !== old.visibility) sheet.visibility = old.visibility;
    }
    for (const { sheetId, row, column, value, numberFormat } of before.cells) {
      const range = worksheets.getItem(sheetId).getCell(row, column).untrack();
      range.numberFormat = [[numberFormat]];
      range.values = [
        [isCellError(value) ? value.error : typeof value === "string" ? textForExcel(value) : (value ?? "")],
      ];
    }
    for (const { sheetId, change } of before.fills) {
      // A pattern is never expected, so that what was there can be written.
      if (change.expected !== "other") writeFill(worksheets.getItem(sheetId), change.cell, change.expected);
    }
    await context.sync();
  });
}
