import type { Area, CellKey } from "../../core/workbook/address";
import { cellKey } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import type { Watch } from "../port";
import { turn } from "../turn";
import { cellValueOf, formulaOf } from "./cellValue";
import { Refusal, isTooLarge, stopIfAborted } from "./problems";

/**
 * Cells read in one sync. A cell takes some 35 bytes of the answer in four matrices, so that this stays below
 * the five megabytes that Excel on the web sends at once; where long texts break that, halves are read.
 */
const CELLS_PER_SYNC = 100_000;

/** A piece of a sheet's cells that is read at once. */
export interface Piece {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

interface LoadedPiece extends Piece {
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
}

/** Cells of a sheet as they come in, piece by piece. */
export interface CellStore {
  readonly firstRow: number;
  readonly values: CellValue[][];
  readonly formulas: Map<CellKey, string>;
  readonly numberFormats: Map<CellKey, string>;
  readonly hiddenRows: Set<number>;
}

/** The range of an area, not kept between syncs. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).untrack();
}

/** A sheet's cells in pieces of whole rows, none larger than one sync takes. */
export function piecesOf(sheet: Excel.Worksheet, area: Area): Piece[] {
  if (area.rowCount === 0) return [];
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_PER_SYNC / area.columnCount));
  const pieces: Piece[] = [];
  for (let done = 0; done < area.rowCount; done += rowsAtOnce) {
    const rowCount = Math.min(rowsAtOnce, area.rowCount - done);
    pieces.push({ sheet, area: { ...area, row: area.row + done, rowCount } });
  }
  return pieces;
}

/** How a batch was read: as asked, or in halves because its answer was too large. */
type BatchOutcome = "whole" | "halved";

/**
 * Reads pieces, as many in one sync as the limit allows, then the rest. Gives how the first batch was read, null
 * where there is none: what was queued before comes with it.
 */
export async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  stores: ReadonlyMap<string, CellStore>,
  watch: Watch,
): Promise<BatchOutcome | null> {
  const total = cellCount(pieces);
  const readFrom = async (rest: readonly Piece[]): Promise<BatchOutcome> => {
    const batch = firstBatch(rest);
    const left = rest.slice(batch.length);
    const outcome = await readBatchOrHalves(context, batch, stores);
    watch.onProgress?.(1 - cellCount(left) / total);
    // A click on the button that cancels, and the progress, have their turn.
    await turn();
    stopIfAborted(watch.signal);
    if (left.length > 0) await readFrom(left);
    return outcome;
  };
  return pieces.length > 0 ? readFrom(pieces) : null;
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
): Promise<BatchOutcome> {
  const loaded = pieces.map(loadPiece);
  try {
    await context.sync();
  } catch (error) {
    const halves = pieces.flatMap(halvesOf);
    if (!isTooLarge(error) || halves.length === pieces.length) throw error;
    await readHalves(context, halves, stores);
    return "halved";
  }
  // Excel may answer null instead of an error when the cells are too many.
  const missing = loaded.filter(({ range }) => (range.values as unknown) === null);
  for (const piece of loaded) {
    const store = stores.get(piece.sheet.id);
    if (store && !missing.includes(piece)) keepPiece(piece, store);
  }
  const single = missing.find(({ area }) => area.rowCount < 2);
  if (single) throw new Refusal({ code: "host-limit", detail: single.sheet.name });
  if (missing.length > 0) await readHalves(context, missing.flatMap(halvesOf), stores);
  return "whole";
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

/** A store for an area's cells. */
export function emptyStore(area: Area): CellStore {
  return {
    firstRow: area.row,
    values: [],
    formulas: new Map(),
    numberFormats: new Map(),
    hiddenRows: new Set(),
  };
}

/** Keeps what a piece brought. */
function keepPiece({ area, range, rows }: LoadedPiece, store: CellStore): void {
  const values = range.values as unknown[][];
  const kinds = range.valueTypes as unknown[][];
  const formulas = range.formulas as unknown[][];
  const formats = range.numberFormat as unknown[][];
  values.forEach((line, rowOffset) => {
    const row = area.row + rowOffset;
    store.values[row - store.firstRow] = line.map((value, column) =>
      cellValueOf(value, kinds[rowOffset]?.[column]),
    );
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
