import type { Unsubscribe, WorkbookChange } from "../port";
import type { OwnChanges } from "./ownChanges";

/** Tells a listener of changed cells until it is unsubscribed. A sheet that is gone meanwhile is not told. */
export async function watchChanges(
  context: Excel.RequestContext,
  listener: (change: WorkbookChange) => void,
  own: OwnChanges,
): Promise<Unsubscribe> {
  const handler = context.workbook.worksheets.onChanged.add((event) => tell(event, listener, own));
  await context.sync();
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

async function tell(
  event: Excel.WorksheetChangedEventArgs,
  listener: (change: WorkbookChange) => void,
  own: OwnChanges,
): Promise<void> {
  const { address, worksheetId } = event;
  const sheet = await sheetName(worksheetId);
  if (sheet === null) return;
  const isExpected = own.take(sheet, address);
  // Excel says whose a change is from ExcelApi 1.14 on; before, the field is missing.
  const source = event.triggerSource as Excel.WorksheetChangedEventArgs["triggerSource"] | undefined;
  const byUs = source === undefined ? isExpected : source === Excel.EventTriggerSource.thisLocalAddin;
  listener({ sheet, address, byUs });
}

function sheetName(id: string): Promise<string | null> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}
