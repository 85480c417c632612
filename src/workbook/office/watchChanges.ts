import type { Unsubscribe, WorkbookChange } from "../port";
import { outcomeOf } from "./outcome";
import type { OwnChanges } from "./ownChanges";
import type { KnownMerges } from "./readWorkbook";

/** Who wants to know of changes. */
export interface Watcher {
  readonly listener: (change: WorkbookChange) => void;
  readonly own: OwnChanges;
  /** Forgets the merged areas of sheets whose rows or columns have moved. */
  readonly merges: KnownMerges;
}

/** Tells a listener of changed cells until it is unsubscribed. A sheet that is gone meanwhile is not told. */
export async function watchChanges(context: Excel.RequestContext, watcher: Watcher): Promise<Unsubscribe> {
  const { worksheets } = context.workbook;
  const names = new Map<string, string>();
  const handler = worksheets.onChanged.add((event) => tell(event, watcher, names));
  worksheets.load("items/id,items/name");
  await context.sync();
  for (const { id, name } of worksheets.items) names.set(id, name);
  let isOn = true;
  return async () => {
    if (!isOn) return;
    isOn = false;
    // A handler is removed in the context that added it.
    await Excel.run(handler.context, async (same) => {
      handler.remove();
      await same.sync();
    });
  };
}

/**
 * Tells of a change. By the time that an event comes the clerk types in the next cell, so that asking for the sheet's
 * name waits for the end of that; where Excel refuses all the same, the sheet has the name that it had before.
 */
async function tell(
  event: Excel.WorksheetChangedEventArgs,
  { listener, own, merges }: Watcher,
  names: Map<string, string>,
): Promise<void> {
  const { address, worksheetId, changeType } = event;
  if (changeType !== Excel.DataChangeType.rangeEdited) merges.delete(worksheetId);
  const asked = await outcomeOf(sheetName(worksheetId), { doing: "reading" });
  const sheet = asked.ok ? asked.value : (names.get(worksheetId) ?? null);
  if (sheet === null) return;
  names.set(worksheetId, sheet);
  const isExpected = own.take(sheet, address);
  // Excel says whose a change is from ExcelApi 1.14 on; before, the field is missing.
  const source = event.triggerSource as Excel.WorksheetChangedEventArgs["triggerSource"] | undefined;
  const byUs = source === undefined ? isExpected : source === Excel.EventTriggerSource.thisLocalAddin;
  listener({ sheet, address, byUs });
}

function sheetName(id: string): Promise<string | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}
