/** The sheets that stand in the workbook, by their ids, for one context. */
export type SheetsById = ReadonlyMap<string, Excel.Worksheet>;

/** Sheets whose ids are loaded, by them. */
export function sheetsById(sheets: readonly Excel.Worksheet[]): SheetsById {
  return new Map(sheets.map((sheet) => [sheet.id, sheet]));
}

/** Looks which sheets stand now, in two syncs: names, visibility, filters and marks are loaded with them. */
export async function lookAtSheets(context: Excel.RequestContext): Promise<SheetsById> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  for (const sheet of worksheets.items) sheet.autoFilter.load("enabled");
  await context.sync();
  return sheetsById(worksheets.items);
}
