import type { SheetCell } from "../../core/workbook/address";
import type { Outcome } from "../port";
import { MARK_NAME, decodeMark } from "../sheetMark";
import { textForExcel } from "./cellText";
import { outcomeOf } from "./outcome";
import { Refusal } from "./problems";

/**
 * Adds a text to what the selected cell says. The cell has to be on a sheet of ours of that kind; anywhere else
 * nothing is written. Gives the cell.
 */
export function insertText(text: string, kind: string): Promise<Outcome<SheetCell>> {
  const work = Excel.run((context) => insert(context, text, kind));
  return outcomeOf(work, { doing: "writing" });
}

async function insert(context: Excel.RequestContext, text: string, kind: string): Promise<SheetCell> {
  const cell = context.workbook.getActiveCell();
  cell.load("values,rowIndex,columnIndex");
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("name,protection/protected");
  const mark = sheet.names.getItemOrNullObject(MARK_NAME);
  mark.load("formula");
  await context.sync();
  const own = mark.isNullObject ? null : decodeMark(mark.formula as string, sheet.name);
  if (own?.kind !== kind) throw new Refusal({ code: "notice-no-template-cell", detail: "" });
  if (sheet.protection.protected) throw new Refusal({ code: "sheet-protected", detail: sheet.name });
  const before: unknown = (cell.values as readonly (readonly unknown[])[])[0]?.[0];
  const kept = typeof before === "string" || typeof before === "number" ? String(before) : "";
  cell.values = [[textForExcel(kept + text)]];
  await context.sync();
  return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex };
}
