import type { CellPosition } from "../../core/workbook/address";
import type { Plan } from "../../core/workbook/plan";
import type { Snapshot } from "../../core/workbook/snapshot";
import type { Outcome, VisibleWorkbookPort, Watch, WrittenSheet } from "../port";
import { Refusal, problemOf } from "./problems";
import { readWorkbook } from "./readWorkbook";
import { writePlan } from "./writePlan";

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.13; Office.js has to be ready. Whatever Excel refuses comes
 * back as a problem; only bugs throw.
 */
export function createOfficePort(): VisibleWorkbookPort {
  return {
    hasCustomFunctions: Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1"),
    read(watch: Watch = {}): Promise<Outcome<Snapshot>> {
      return outcomeOf(Excel.run((context) => readWorkbook(context, watch)));
    },
    write(plan: Plan, watch: Watch = {}): Promise<Outcome<readonly WrittenSheet[]>> {
      return outcomeOf(Excel.run((context) => writePlan(context, plan, watch)));
    },
    select(sheet: string, cell: CellPosition): Promise<Outcome<null>> {
      return outcomeOf(Excel.run((context) => selectCell(context, sheet, cell)));
    },
  };
}

/** A hidden sheet cannot be shown without changing the clerk's workbook: it counts as not there. */
async function selectCell(context: Excel.RequestContext, name: string, cell: CellPosition): Promise<null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("visibility");
  await context.sync();
  if (sheet.isNullObject || sheet.visibility !== Excel.SheetVisibility.visible) {
    throw new Refusal({ code: "no-such-sheet", detail: name });
  }
  sheet.activate();
  sheet.getCell(cell.row, cell.column).untrack().select();
  await context.sync();
  return null;
}

async function outcomeOf<Value>(work: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return { ok: false, problem };
  }
}
