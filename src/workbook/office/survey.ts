import type { CellEdit, Plan } from "../../core/workbook/plan";
import type { SheetMark } from "../../core/workbook/snapshot";
import { cellAddress, sheetReference } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { isCellError } from "../../core/workbook/snapshot";
import { MARK_NAME, decodeMark } from "../sheetMark";
import type { Step } from "./batches";
import { cellValueOf, formulaOf } from "./cellValue";
import { digitWidthOf, loadDigitProbe } from "./digitWidth";
import { Refusal } from "./problems";
import { firstCell, loadCell } from "./loadedCell";

/** The workbook as it stands before a write. */
export interface Survey {
  readonly sheets: readonly Excel.Worksheet[];
  readonly structureProtected: boolean;
  /** Width of a digit of the default font, in pixels. */
  readonly digitWidth: number;
}

/** Looks at the workbook: one sync. */
export async function surveyWorkbook(context: Excel.RequestContext): Promise<Survey> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/id,items/name,items/position,items/visibility");
  protection.load("protected");
  const probe = loadDigitProbe(context.workbook);
  await context.sync();
  return {
    sheets: worksheets.items,
    structureProtected: protection.protected,
    digitWidth: digitWidthOf(probe),
  };
}

/** A sheet of the workbook with what tells whether it is ours. */
export interface MarkedSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: Excel.NamedItem;
}

/** Queues the marks, protection and filters of all sheets. */
export function loadMarks(survey: Survey): readonly MarkedSheet[] {
  return survey.sheets.map((sheet) => {
    const name = sheet.names.getItemOrNullObject(MARK_NAME);
    name.load("formula");
    sheet.protection.load("protected");
    sheet.autoFilter.load("enabled");
    return { sheet, name };
  });
}

/** The mark of a sheet whose mark was loaded; null for a clerk's sheet. */
export function markOf({ sheet, name }: MarkedSheet): SheetMark | null {
  return name.isNullObject ? null : decodeMark(name.formula as string, sheet.name);
}

/** A cell to edit, as it stands. */
export interface EditedCell {
  readonly edit: CellEdit;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/** Cells as they are loaded, and the steps that load them. */
export interface Loading<Cell> {
  /** Filled by the steps. */
  readonly cells: readonly Cell[];
  readonly steps: readonly Step[];
}

const BYTES_OF_LOADED_CELL = 380;

/** How the cells that are to be edited are loaded. Refuses a sheet that is not there. */
export function loadEdits(survey: Survey, plan: Plan): Loading<EditedCell> {
  const sheets = new Map(survey.sheets.map((sheet) => [sheet.name, sheet]));
  const cells: EditedCell[] = [];
  const steps = plan.edits.map((edit): Step => {
    const sheet = sheets.get(edit.cell.sheet);
    if (!sheet) throw new Refusal({ code: "no-such-sheet", detail: edit.cell.sheet });
    return {
      bytes: BYTES_OF_LOADED_CELL,
      queue: () => {
        cells.push({ edit, sheet, range: loadCell(sheet, edit.cell) });
      },
    };
  });
  return { cells, steps };
}

/** Refuses edits of protected sheets, of formulas, and of cells that are no longer as expected. */
export function checkEdits(cells: readonly EditedCell[]): void {
  for (const { edit, sheet, range } of cells) {
    if (sheet.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
    const detail = sheetReference(edit.cell.sheet, cellAddress(edit.cell));
    const value: unknown = firstCell(range.values);
    if (formulaOf(firstCell(range.formulas), value) !== null)
      throw new Refusal({ code: "cell-has-formula", detail });
    if (!sameValue(cellValueOf(value, firstCell(range.valueTypes)), edit.expected)) {
      throw new Refusal({ code: "cell-changed", detail });
    }
  }
}

function sameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one)) return isCellError(other) && one.error === other.error;
  return one === other;
}
