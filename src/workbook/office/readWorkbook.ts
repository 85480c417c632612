import type { Area } from "../../core/workbook/address";
import type { SheetSnapshot, Snapshot } from "../../core/workbook/snapshot";
import type { Watch } from "../port";
import { MARK_NAME, decodeMark } from "../sheetMark";
import { digitWidthOf, loadDigitProbe } from "./digitWidth";
import { stopIfAborted } from "./problems";
import type { CellStore } from "./readCells";
import { emptyStore, piecesOf, rangeOf, readPieces } from "./readCells";

const areaFields = "rowIndex,columnIndex,rowCount,columnCount";
const emptyArea: Area = { row: 0, column: 0, rowCount: 0, columnCount: 0 };

/** What one sheet has, apart from its cells. */
interface SheetSurvey {
  readonly sheet: Excel.Worksheet;
  /** Cells with values or formulas. */
  readonly used: Excel.Range;
  /** All cells in use, formatted ones too: merges may reach beyond the values. */
  readonly extent: Excel.Range;
  readonly mark: Excel.NamedItem;
}

/**
 * Reads the whole workbook, hidden and filtered rows too. Three syncs while the cells fit into one answer: the
 * sheets, their extents, their cells. Throws Refusal when asked to stop, and Excel's own errors.
 */
export async function readWorkbook(context: Excel.RequestContext, watch: Watch): Promise<Snapshot> {
  stopIfAborted(watch.signal);
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name,items/visibility");
  workbook.protection.load("protected");
  // The API has no property for it: day 2 of 1904 is serial 1 where dates begin in 1904.
  const secondDayOf1904 = workbook.functions.date(1904, 1, 2);
  secondDayOf1904.load("value");
  const probe = loadDigitProbe(workbook);
  await context.sync();

  stopIfAborted(watch.signal);
  const surveys = sheets.items.map(surveySheet);
  await context.sync();

  stopIfAborted(watch.signal);
  let details = surveys.map(loadDetails);
  const pieces = surveys.flatMap((survey) => piecesOf(survey.sheet, areaOrEmpty(survey.used)));
  const stores = new Map(surveys.map(({ sheet, used }) => [sheet.id, emptyStore(areaOrEmpty(used))]));
  const first = await readPieces(context, pieces, stores, watch);
  if (first !== "whole") {
    // Nothing was read, or the answer that the details came in was too large and is lost.
    details = surveys.map(loadDetails);
    await context.sync();
  }

  return {
    sheets: surveys.map((survey, index) =>
      snapshotOf(survey, details[index] ?? noDetails, stores.get(survey.sheet.id) ?? emptyStore(emptyArea)),
    ),
    dateSystem: secondDayOf1904.value === 1 ? "1904" : "1900",
    structureProtected: workbook.protection.protected,
    digitWidth: digitWidthOf(probe),
  };
}

function surveySheet(sheet: Excel.Worksheet): SheetSurvey {
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  const extent = sheet.getUsedRangeOrNullObject(false).untrack();
  const mark = sheet.names.getItemOrNullObject(MARK_NAME);
  used.load(areaFields);
  extent.load(areaFields);
  mark.load("formula");
  sheet.protection.load("protected");
  sheet.autoFilter.load("isDataFiltered");
  sheet.tables.load("items/name");
  return { sheet, used, extent, mark };
}

interface SheetDetails {
  readonly merges: Excel.RangeAreas | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
  readonly tables: readonly { readonly table: Excel.Table; readonly range: Excel.Range }[];
}

const noDetails: SheetDetails = { merges: null, columns: null, tables: [] };

/** Queues what can be asked only once a sheet's extent and tables are known. */
function loadDetails({ sheet, used, extent }: SheetSurvey): SheetDetails {
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange().untrack();
    range.load(areaFields);
    table.autoFilter.load("isDataFiltered");
    return { table, range };
  });
  if (extent.isNullObject) return { ...noDetails, tables };
  const merges = rangeOf(sheet, areaOrEmpty(extent)).getMergedAreasOrNullObject().untrack();
  merges.load(areaFields.replaceAll(/(\w+)/g, "areas/items/$1"));
  const columns = used.isNullObject
    ? null
    : rangeOf(sheet, areaOrEmpty(used)).getColumnProperties({ columnHidden: true });
  return { merges, columns, tables };
}

function areaOrEmpty(range: Excel.Range): Area {
  return range.isNullObject ? emptyArea : areaOf(range);
}

function areaOf(range: Excel.Range): Area {
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rowCount: range.rowCount,
    columnCount: range.columnCount,
  };
}

const visibilities: Readonly<Record<string, SheetSnapshot["visibility"]>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

function snapshotOf(
  { sheet, used, mark }: SheetSurvey,
  { merges, columns, tables }: SheetDetails,
  store: CellStore,
): SheetSnapshot {
  const area = areaOrEmpty(used);
  const hiddenColumns = (columns?.value ?? []).flatMap(({ columnHidden }, offset) =>
    columnHidden ? [area.column + offset] : [],
  );
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: visibilities[sheet.visibility] ?? "visible",
    area,
    values: store.values,
    formulas: store.formulas,
    numberFormats: store.numberFormats,
    merges: merges === null || merges.isNullObject ? [] : merges.areas.items.map(areaOf),
    hiddenRows: store.hiddenRows,
    hiddenColumns: new Set(hiddenColumns),
    filtered: sheet.autoFilter.isDataFiltered || tables.some(({ table }) => table.autoFilter.isDataFiltered),
    tables: tables.map(({ table, range }) => ({ name: table.name, area: areaOf(range) })),
    protected: sheet.protection.protected,
    mark: mark.isNullObject ? null : decodeMark(mark.formula as string, sheet.name),
  };
}
