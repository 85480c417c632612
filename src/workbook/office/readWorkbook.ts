import type { Area } from "../../core/workbook/address";
import { cellKey } from "../../core/workbook/address";
import type { CellKey } from "../../core/workbook/address";
import type { CellValue, SheetSnapshot, Snapshot } from "../../core/workbook/snapshot";
import type { Watch } from "../port";
import { MARK_NAME, decodeMark } from "../sheetMark";
import { cellValueOf, formulaOf } from "./cellValue";
import { isTooLarge, stopIfAborted } from "./problems";

/**
 * Cells read in one sync. A cell takes some 35 bytes of the answer in four matrices, so that this stays below
 * the five megabytes that Excel on the web sends at once; where long texts break that, halves are read.
 */
const CELLS_PER_SYNC = 100_000;

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

/** A piece of a sheet's cells that is read at once. */
interface Piece {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

interface LoadedPiece extends Piece {
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
}

/** Cells of a sheet as they come in, piece by piece. */
interface CellStore {
  readonly values: CellValue[][];
  readonly formulas: Map<CellKey, string>;
  readonly numberFormats: Map<CellKey, string>;
  readonly hiddenRows: Set<number>;
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
  await context.sync();

  stopIfAborted(watch.signal);
  const surveys = sheets.items.map(surveySheet);
  await context.sync();

  stopIfAborted(watch.signal);
  const details = surveys.map(loadDetails);
  const pieces = surveys.flatMap((survey) => piecesOf(survey.sheet, areaOrEmpty(survey.used)));
  const stores = new Map(sheets.items.map((sheet) => [sheet.id, emptyStore()]));
  await readPieces(context, pieces, stores, watch);
  if (pieces.length === 0) await context.sync();

  return {
    sheets: surveys.map((survey, index) =>
      snapshotOf(survey, details[index] ?? noDetails, stores.get(survey.sheet.id) ?? emptyStore()),
    ),
    dateSystem: Number(secondDayOf1904.value) === 1 ? "1904" : "1900",
    structureProtected: workbook.protection.protected,
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

function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).untrack();
}

/** A sheet's cells in pieces of whole rows, none larger than one sync takes. */
function piecesOf(sheet: Excel.Worksheet, area: Area): Piece[] {
  if (area.rowCount === 0) return [];
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_PER_SYNC / area.columnCount));
  const pieces: Piece[] = [];
  for (let done = 0; done < area.rowCount; done += rowsAtOnce) {
    const rowCount = Math.min(rowsAtOnce, area.rowCount - done);
    pieces.push({ sheet, area: { ...area, row: area.row + done, rowCount } });
  }
  return pieces;
}

/** Reads pieces, as many in one sync as the limit allows, then the rest. */
async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  stores: ReadonlyMap<string, CellStore>,
  watch: Watch,
): Promise<void> {
  const total = cellCount(pieces);
  let rest = pieces;
  const readBatch = async (): Promise<void> => {
    const batch = firstBatch(rest);
    rest = rest.slice(batch.length);
    await readBatchOrHalves(context, batch, stores);
    watch.onProgress?.(1 - cellCount(rest) / total);
    stopIfAborted(watch.signal);
    if (rest.length > 0) await readBatch();
  };
  if (rest.length > 0) await readBatch();
}

function cellCount(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { area }) => sum + area.rowCount * area.columnCount, 0);
}

function firstBatch(pieces: readonly Piece[]): readonly Piece[] {
  let cells = 0;
  const end = pieces.findIndex(({ area }, index) => {
    cells += area.rowCount * area.columnCount;
    return index > 0 && cells > CELLS_PER_SYNC;
  });
  return end < 0 ? pieces : pieces.slice(0, end);
}

async function readBatchOrHalves(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  stores: ReadonlyMap<string, CellStore>,
): Promise<void> {
  const loaded = pieces.map(loadPiece);
  try {
    await context.sync();
  } catch (error) {
    const halves = pieces.flatMap(halvesOf);
    if (!isTooLarge(error) || halves.length === pieces.length) throw error;
    await readHalves(context, halves, stores);
    return;
  }
  // Excel may answer null instead of an error when the cells are too many.
  const missing = loaded.filter(({ range }) => (range.values as unknown) === null);
  for (const piece of loaded) {
    const store = stores.get(piece.sheet.id);
    if (store && !missing.includes(piece)) keepPiece(piece, store);
  }
  if (missing.length > 0) await readHalves(context, missing.flatMap(halvesOf), stores);
}

async function readHalves(
  context: Excel.RequestContext,
  halves: readonly Piece[],
  stores: ReadonlyMap<string, CellStore>,
): Promise<void> {
  const middle = Math.ceil(halves.length / 2);
  await readBatchOrHalves(context, halves.slice(0, middle), stores);
  if (halves.length > middle) await readBatchOrHalves(context, halves.slice(middle), stores);
}

function halvesOf(piece: Piece): readonly Piece[] {
  const { area, sheet } = piece;
  if (area.rowCount < 2) return [piece];
  const upper = Math.floor(area.rowCount / 2);
  return [
    { sheet, area: { ...area, rowCount: upper } },
    { sheet, area: { ...area, row: area.row + upper, rowCount: area.rowCount - upper } },
  ];
}

function loadPiece(piece: Piece): LoadedPiece {
  const range = rangeOf(piece.sheet, piece.area);
  range.load("values,formulas,numberFormat,valueTypes");
  return { ...piece, range, rows: range.getRowProperties({ rowHidden: true }) };
}

function emptyStore(): CellStore {
  return { values: [], formulas: new Map(), numberFormats: new Map(), hiddenRows: new Set() };
}

/** Keeps what a piece brought. Pieces of a sheet come from top to bottom. */
function keepPiece({ area, range, rows }: LoadedPiece, store: CellStore): void {
  const values = range.values as unknown[][];
  const kinds = range.valueTypes as unknown[][];
  const formulas = range.formulas as unknown[][];
  const formats = range.numberFormat as unknown[][];
  values.forEach((line, rowOffset) => {
    const row = area.row + rowOffset;
    store.values.push(line.map((value, column) => cellValueOf(value, kinds[rowOffset]?.[column])));
    line.forEach((value, columnOffset) => {
      const key = cellKey(row, area.column + columnOffset);
      const formula = formulaOf(formulas[rowOffset]?.[columnOffset], value);
      if (formula !== null) store.formulas.set(key, formula);
      const format = formats[rowOffset]?.[columnOffset];
      if (typeof format === "string" && format !== "General") store.numberFormats.set(key, format);
    });
  });
  rows.value.forEach(({ rowHidden }, rowOffset) => {
    if (rowHidden) store.hiddenRows.add(area.row + rowOffset);
  });
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
