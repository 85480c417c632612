import type { CellPosition, SheetCell } from "../../core/workbook/address";
import type { CellFill, Plan } from "../../core/workbook/plan";
import type { Snapshot } from "../../core/workbook/snapshot";
import type { Outcome, Unsubscribe, VisibleWorkbookPort, Watch, WorkbookChange, WrittenSheet } from "../port";
import { isSchemeMark } from "../../core/scheme/schemeSheet";
import { readFills } from "./fills";
import { OwnChanges } from "./ownChanges";
import { outcomeOf } from "./outcome";
import { Refusal } from "./problems";
import { readWorkbook, type KnownMerges } from "./readWorkbook";
import { rereadSchemeCells } from "./schemeCells";
import { watchChanges } from "./watchChanges";
import { writePlan } from "./writePlan";

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.13; Office.js has to be ready. Whatever Excel refuses comes
 * back as a problem; only bugs throw.
 */
export function createOfficePort(_options: { readonly patience?: number } = {}): VisibleWorkbookPort {
  const own = new OwnChanges();
  const merges: KnownMerges = new Map();
  return {
    hasCustomFunctions: Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1"),
    read(watch: Watch = {}): Promise<Outcome<Snapshot>> {
      return outcomeOf(Excel.run((context) => readWorkbook(context, watch, merges)));
    },
    readFills(cells: readonly SheetCell[], watch: Watch = {}): Promise<Outcome<readonly CellFill[]>> {
      return outcomeOf(Excel.run((context) => readFills(context, cells, watch)));
    },
    async write(plan: Plan, watch: Watch = {}): Promise<Outcome<readonly WrittenSheet[]>> {
      const written = await own.during(
        plan,
        outcomeOf(Excel.run((context) => writePlan(context, plan, watch))),
      );
      const marks = [...plan.sheets.map(({ mark }) => mark), ...plan.removals];
      if (written.ok && marks.some(isSchemeMark)) await rereadSchemeCells();
      return written;
    },
    select(sheet: string, cell: CellPosition): Promise<Outcome<null>> {
      return outcomeOf(Excel.run((context) => selectCell(context, sheet, cell)));
    },
    activeCell(): Promise<Outcome<SheetCell>> {
      return outcomeOf(Excel.run(readActiveCell));
    },
    onChanged(listener: (change: WorkbookChange) => void): Promise<Outcome<Unsubscribe>> {
      return outcomeOf(Excel.run((context) => watchChanges(context, { listener, own, merges })));
    },
  };
}

async function readActiveCell(context: Excel.RequestContext): Promise<SheetCell> {
  const cell = context.workbook.getActiveCell();
  cell.load("rowIndex,columnIndex");
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("name");
  await context.sync();
  return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex };
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
