import type { Area } from "../../core/workbook/address";
import type { SheetSnapshot, Snapshot } from "../../core/workbook/snapshot";
import type { Watch } from "../port";
import { MARK_NAME, decodeMark } from "../sheetMark";
import { fitsOneSync, runSteps } from "./batches";
import { digitWidthOf, loadDigitProbe } from "./digitWidth";
import { askForMerges, type MergeQuestion } from "./mergedAreas";
import { piecesOf, rangeOf, readPieces, type Piece } from "./pieces";
import { Refusal, stopIfAborted } from "./problems";
import { emptyStore, loadPiece, type CellStore } from "./readCells";
import { AREA_FIELDS, areaOf } from "./rangeArea";
import type { Readings } from "./readings";

const emptyArea: Area = { row: 0, column: 0, rowCount: 0, columnCount: 0 };

/** The merged areas of sheets as they were read last, by the sheets' ids. */
export type KnownMerges = Map<string, readonly Area[]>;

/** What a port keeps of its readings. */
export interface ReadingMemory {
  readonly merges: KnownMerges;
  readonly readings: Readings;
}

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
 * sheets, their extents, their cells and merged areas. A quiet reading takes the merged areas from `merges`, because
 * asking for them clears the clerk's undo; any other one renews them. A reading of all sheets is kept in `readings`, for
 * the write that comes from it. Throws Refusal when asked to stop or when a quiet reading lacks
 * the merged areas of a sheet, and Excel's own errors.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  watch: Watch,
  { merges, readings }: ReadingMemory,
): Promise<Snapshot> {
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
  const all = sheets.items.map(surveySheet);
  await context.sync();
  const surveys = watch.ownSheetsOnly ? all.filter(({ mark }) => !mark.isNullObject) : all;

  stopIfAborted(watch.signal);
  const questions = surveys.map((survey) => mergeQuestion(survey, watch.quiet === true ? merges : null));
  const steps = questions.flatMap((question) => question.steps);
  const asksAlong = fitsOneSync(steps);
  if (!asksAlong) await runSteps(context, steps, () => stopIfAborted(watch.signal));
  const loadAll = () => {
    if (asksAlong) for (const step of steps) step.queue();
    return surveys.map(loadDetails);
  };
  let details = loadAll();
  const pieces = surveys.flatMap((survey) => piecesOf(survey.sheet, areaOrEmpty(survey.used)));
  const stores = new Map(surveys.map(({ sheet, used }) => [sheet.id, emptyStore(areaOrEmpty(used))]));
  const load = (piece: Piece) => loadPiece(piece, stores.get(piece.sheet.id));
  const first = await readPieces(context, pieces, load, watch);
  if (first !== "whole") {
    // Nothing was read, or the answer that the details came in was too large and is lost.
    details = loadAll();
    await context.sync();
  }

  const snapshots = surveys.map((survey, index) =>
    snapshotOf(
      survey,
      details[index] ?? noDetails,
      questions[index]?.areas() ?? [],
      stores.get(survey.sheet.id) ?? emptyStore(emptyArea),
    ),
  );
  for (const sheet of snapshots) merges.set(sheet.id, sheet.merges);
  const digests = snapshots.map(({ id, name, area }) => ({
    ...{ id, name, area },
    rows: stores.get(id)?.rowDigests ?? [],
  }));
  return {
    sheets: snapshots,
    ...(watch.ownSheetsOnly ? {} : { reading: readings.keep(digests) }),
    dateSystem: secondDayOf1904.value === 1 ? "1904" : "1900",
    structureProtected: workbook.protection.protected,
    digitWidth: digitWidthOf(probe),
  };
}

function surveySheet(sheet: Excel.Worksheet): SheetSurvey {
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  const extent = sheet.getUsedRangeOrNullObject(false).untrack();
  const mark = sheet.names.getItemOrNullObject(MARK_NAME);
  used.load(AREA_FIELDS);
  extent.load(AREA_FIELDS);
  mark.load("formula");
  sheet.protection.load("protected");
  sheet.autoFilter.load("isDataFiltered");
  sheet.tables.load("items/name");
  return { sheet, used, extent, mark };
}

interface SheetDetails {
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
  readonly tables: readonly { readonly table: Excel.Table; readonly range: Excel.Range }[];
}

const noDetails: SheetDetails = { columns: null, tables: [] };

/** Queues what can be asked only once a sheet's extent and tables are known. */
function loadDetails({ sheet, used }: SheetSurvey): SheetDetails {
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange().untrack();
    range.load(AREA_FIELDS);
    table.autoFilter.load("isDataFiltered");
    return { table, range };
  });
  const columns = used.isNullObject
    ? null
    : rangeOf(sheet, areaOrEmpty(used)).getColumnProperties({ columnHidden: true });
  return { columns, tables };
}

/**
 * How a sheet's merged areas come to be known. Those of our own sheets are not asked for, and their pages have
 * thousands. Of others that were never read, or whose rows have moved since, a quiet reading knows nothing.
 *
 * @param known What a quiet reading keeps to; null for any other reading.
 */
function mergeQuestion({ sheet, extent, mark }: SheetSurvey, known: KnownMerges | null): MergeQuestion {
  const isOurs = !mark.isNullObject && decodeMark(mark.formula as string, sheet.name) !== null;
  const answered = isOurs || extent.isNullObject ? [] : known?.get(sheet.id);
  if (answered) return { steps: [], areas: () => answered };
  if (known) throw new Refusal({ code: "layout-unknown", detail: sheet.name });
  return askForMerges(sheet, areaOf(extent));
}

function areaOrEmpty(range: Excel.Range): Area {
  return range.isNullObject ? emptyArea : areaOf(range);
}

const visibilities: Readonly<Record<string, SheetSnapshot["visibility"]>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

function snapshotOf(
  { sheet, used, mark }: SheetSurvey,
  { columns, tables }: SheetDetails,
  merges: readonly Area[],
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
    merges,
    hiddenRows: store.hiddenRows,
    hiddenColumns: new Set(hiddenColumns),
    filtered: sheet.autoFilter.isDataFiltered || tables.some(({ table }) => table.autoFilter.isDataFiltered),
    tables: tables.map(({ table, range }) => ({ name: table.name, area: areaOf(range) })),
    protected: sheet.protection.protected,
    mark: mark.isNullObject ? null : decodeMark(mark.formula as string, sheet.name),
  };
}
