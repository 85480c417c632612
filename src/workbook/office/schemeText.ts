import { isSchemeMark } from "../../core/scheme/schemeSheet";
import type { Outcome, Unsubscribe } from "../port";
import { decodeMark, MARK_NAME } from "../sheetMark";
import { outcomeOf } from "./outcome";

/**
 * Tells the text of the scheme that the workbook keeps, null without one: at once, and again whenever it may have
 * changed, by a plan of ours or by somebody else.
 */
export async function watchSchemeText(
  listener: (text: string | null) => Promise<void>,
): Promise<Outcome<Unsubscribe>> {
  return outcomeOf(Excel.run((context) => watch(context, listener)));
}

/** Calculates every formula anew: Excel does not know that a custom function depends on the scheme. */
export async function recalculate(): Promise<Outcome<null>> {
  return outcomeOf(
    Excel.run(async (context) => {
      context.application.calculate(Excel.CalculationType.full);
      await context.sync();
      return null;
    }),
  );
}

/** Looks at once, because a plan has changed the scheme's sheet: its name and mark come last, and no event tells. */
export async function lookAgainAtScheme(): Promise<void> {
  await lookAgain?.();
}

let lookAgain: (() => Promise<void>) | null = null;

async function watch(
  context: Excel.RequestContext,
  listener: (text: string | null) => Promise<void>,
): Promise<Unsubscribe> {
  let known: SchemeSheet = { sheetId: null, text: null };
  const look = async (): Promise<void> => {
    known = await Excel.run(readSchemeSheet);
    await listener(known.text);
  };
  // Every edit of a cell comes by; only those of the scheme's own sheet matter.
  const lookIfScheme = async ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    if (worksheetId === known.sheetId) await look();
  };
  const { worksheets } = context.workbook;
  const handlers = [worksheets.onDeleted.add(lookIfScheme), worksheets.onChanged.add(lookIfScheme)];
  await context.sync();
  await look();
  lookAgain = look;
  return () => {
    lookAgain = null;
    return Excel.run(context, async (same) => {
      for (const handler of handlers) handler.remove();
      await same.sync();
    });
  };
}

interface SchemeSheet {
  readonly sheetId: string | null;
  readonly text: string | null;
}

async function readSchemeSheet(context: Excel.RequestContext): Promise<SchemeSheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const marked = worksheets.items
    .filter(({ visibility }) => visibility === Excel.SheetVisibility.veryHidden)
    .map((sheet) => ({ sheet, mark: sheet.names.getItemOrNullObject(MARK_NAME) }));
  if (marked.length === 0) return { sheetId: null, text: null };
  for (const { mark } of marked) mark.load("formula");
  await context.sync();
  const found = marked.find(({ sheet, mark }) => {
    const decoded = mark.isNullObject ? null : decodeMark(String(mark.formula), sheet.name);
    return decoded !== null && isSchemeMark(decoded);
  });
  if (!found) return { sheetId: null, text: null };
  const used = found.sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("values");
  await context.sync();
  const values = used.isNullObject ? [] : (used.values as unknown[][]);
  return { sheetId: found.sheet.id, text: values.map(([cell]) => String(cell)).join("") };
}
