import type { CellPosition, SheetCell } from "../../core/workbook/address";
import type { CellFill, Plan } from "../../core/workbook/plan";
import type { Snapshot } from "../../core/workbook/snapshot";
import type { Outcome, Unsubscribe, VisibleWorkbookPort, Watch, WorkbookChange, WrittenSheet } from "../port";
import { withinLimits } from "../sheetLimits";
import { isSchemeMark } from "../../core/scheme/schemeSheet";
import { readFills } from "./fills";
import { OwnChanges } from "./ownChanges";
import { outcomeOf, type WorkOptions } from "./outcome";
import { Refusal } from "./problems";
import { withProtectedSheet } from "./protectedSheet";
import { Readings } from "./readings";
import { readWorkbook, type ReadingMemory } from "./readWorkbook";
import { rereadSchemeCells } from "./schemeCells";
import { UnsettledWrite } from "./unsettledWrite";
import { watchChanges } from "./watchChanges";
import { writePlan } from "./writePlan";

/** What a port may be told otherwise. */
export interface OfficePortOptions {
  /** Milliseconds that Excel has to answer once the clerk wants to stop. */
  readonly patience?: number;
}

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.13; Office.js has to be ready. Whatever Excel refuses comes
 * back as a problem; only bugs throw. What a write that Excel cut off has left is put in order before the next reading
 * or writing.
 */
export function createOfficePort(options: OfficePortOptions = {}): VisibleWorkbookPort {
  const own = new OwnChanges();
  const memory: ReadingMemory = { merges: new Map(), readings: new Readings() };
  const unsettled = new UnsettledWrite();
  /** Excel may have lost one request only: what it left is put in order, and the clerk's cancel holds. */
  const afterSilence = async (silent: Outcome<never>): Promise<Outcome<readonly WrittenSheet[]>> => {
    const work = { ...options, doing: "writing", signal: AbortSignal.abort() } as const;
    const settled = await outcomeOf(unsettled.settleNow(), work);
    if (!settled.ok) return silent;
    if (settled.value !== null) return { ok: true, value: settled.value };
    return { ok: false, problem: { code: "cancelled", detail: "" } };
  };
  const reading = ({ signal }: Watch): WorkOptions => ({ ...options, doing: "reading", signal });
  return {
    hasCustomFunctions: Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1"),
    read(watch: Watch = {}): Promise<Outcome<Snapshot>> {
      return outcomeOf(
        unsettled.before(() => Excel.run((context) => readWorkbook(context, watch, memory))),
        reading(watch),
      );
    },
    readFills(cells: readonly SheetCell[], watch: Watch = {}): Promise<Outcome<readonly CellFill[]>> {
      return outcomeOf(
        Excel.run((context) => readFills(context, cells, watch)),
        reading(watch),
      );
    },
    async write(plan: Plan, watch: Watch = {}): Promise<Outcome<readonly WrittenSheet[]>> {
      const { readings } = memory;
      const work = unsettled.before(() =>
        unsettled.during((onBegun) =>
          Excel.run((context) => writePlan(context, withinLimits(plan), { watch, readings, onBegun })),
        ),
      );
      const outcome = outcomeOf(work, { ...options, doing: "writing", signal: watch.signal });
      const written = await own.during(
        plan,
        outcome.then((told) => (told.ok || told.problem.code !== "no-answer" ? told : afterSilence(told))),
      );
      const marks = [...plan.sheets.map(({ mark }) => mark), ...plan.removals];
      if (written.ok && marks.some(isSchemeMark)) await rereadSchemeCells();
      return written.ok ? written : withProtectedSheet(written, plan);
    },
    select(sheet: string, cell: CellPosition): Promise<Outcome<null>> {
      return outcomeOf(
        Excel.run((context) => selectCell(context, sheet, cell)),
        { doing: "other" },
      );
    },
    activeCell(): Promise<Outcome<SheetCell>> {
      return outcomeOf(Excel.run(readActiveCell), { doing: "other" });
    },
    onChanged(listener: (change: WorkbookChange) => void): Promise<Outcome<Unsubscribe>> {
      return outcomeOf(
        Excel.run((context) => watchChanges(context, { listener, own, merges: memory.merges })),
        { doing: "other" },
      );
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
