import { isSchemeMark } from "../../core/scheme/schemeSheet";
import type { SchemeCells } from "../../core/scheme/sheet/schemeCells";
import { SCHEME_SHEET_TITLE } from "../../core/scheme/sheet/sections";
import { looksLikeSchemeSheet } from "../../core/scheme/sheet/sheetSections";
import type { Outcome, Unsubscribe } from "../port";
import { decodeMark, MARK_NAME } from "../sheetMark";
import { cellValueOf } from "./cellValue";
import { outcomeOf } from "./outcome";

/** The clerk may be typing in a cell: what functions depend on waits until that is done. */
const WAITING: Excel.RunOptions = { delayForCellEdit: true };

/**
 * Tells the cells of the sheet that keeps the workbook's scheme, null without one: at once, and again whenever it may
 * have changed, by a plan of ours or by somebody else.
 */
export async function watchSchemeCells(
  listener: (cells: SchemeCells | null) => Promise<void>,
): Promise<Outcome<Unsubscribe>> {
  return outcomeOf(
    Excel.run(WAITING, (context) => watch(context, listener)),
    { doing: "reading" },
  );
}

/** Calculates every formula anew: Excel does not know that a custom function depends on the scheme. */
export async function recalculate(): Promise<Outcome<null>> {
  return outcomeOf(
    Excel.run(WAITING, async (context) => {
      context.application.calculate(Excel.CalculationType.full);
      await context.sync();
      return null;
    }),
    { doing: "other" },
  );
}

/** Reads the sheet at once, because a plan has changed it: its name and mark come last, and no event tells. */
export async function rereadSchemeCells(): Promise<void> {
  await reread?.();
}

let reread: (() => Promise<void>) | null = null;

async function watch(
  context: Excel.RequestContext,
  listener: (cells: SchemeCells | null) => Promise<void>,
): Promise<Unsubscribe> {
  let known: SchemeSheet = NO_SHEET;
  const read = async (): Promise<void> => {
    known = await Excel.run(WAITING, readSchemeSheet);
    await listener(known.cells);
  };
  // Every edit of a cell comes by; only those of the scheme's own sheet matter.
  const readIfScheme = async ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    if (worksheetId === known.sheetId) await read();
  };
  const { worksheets } = context.workbook;
  const handlers = [worksheets.onDeleted.add(readIfScheme), worksheets.onChanged.add(readIfScheme)];
  await context.sync();
  const stop = () => {
    reread = null;
    return Excel.run(context, async (same) => {
      for (const handler of handlers) handler.remove();
      await same.sync();
    });
  };
  try {
    await read();
  } catch (error) {
    // Whoever asks again adds handlers anew.
    await stop();
    throw error;
  }
  reread = read;
  return stop;
}

interface SchemeSheet {
  readonly sheetId: string | null;
  readonly cells: SchemeCells | null;
}

const NO_SHEET: SchemeSheet = { sheetId: null, cells: null };

async function readSchemeSheet(context: Excel.RequestContext): Promise<SchemeSheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const candidates = worksheets.items
    .filter(({ visibility }) => visibility !== Excel.SheetVisibility.hidden)
    .map((sheet) => {
      const mark = sheet.names.getItemOrNullObject(MARK_NAME);
      mark.load("formula");
      const corner = sheet.getRange("A1").untrack();
      corner.load("values");
      return { sheet, mark, corner };
    });
  await context.sync();
  const marked = candidates.find(({ sheet, mark }) => {
    const decoded = mark.isNullObject ? null : decodeMark(String(mark.formula), sheet.name);
    return decoded !== null && isSchemeMark(decoded);
  });
  if (marked) return { sheetId: marked.sheet.id, cells: await readCells(context, marked.sheet) };
  // Renamed or copied from another workbook: its title tells where to look closer.
  const titled = candidates.filter(({ corner }) => titleOf(corner.values) === SCHEME_SHEET_TITLE);
  for (const { sheet } of titled) {
    const cells = await readCells(context, sheet);
    if (cells && looksLikeSchemeSheet(cells)) return { sheetId: sheet.id, cells };
  }
  return NO_SHEET;
}

function titleOf(values: unknown[][]): string {
  const title = values[0]?.[0];
  return typeof title === "string" ? title.trim() : "";
}

/** The cells of a sheet in use, merged areas left out: asking for those costs the clerk his undo. */
async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<SchemeCells | null> {
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("values,valueTypes,rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) return null;
  const { valueTypes, rowIndex: row, columnIndex: column, rowCount, columnCount } = used;
  return {
    name: sheet.name,
    visibility: sheet.visibility === Excel.SheetVisibility.visible ? "visible" : "veryHidden",
    area: { row, column, rowCount, columnCount },
    values: (used.values as unknown[][]).map((line, lineIndex) =>
      line.map((value, index) => cellValueOf(value, valueTypes[lineIndex]?.[index])),
    ),
    merges: null,
  };
}
