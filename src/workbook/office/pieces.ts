import type { Area } from "../../core/workbook/address";
import type { Watch } from "../port";
import { turn } from "../turn";
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

/** A piece that is queued to be read. */
export interface LoadedPiece {
  /** Whether the answer left the cells out: Excel may give null instead of an error when they are too many. */
  readonly isMissing: () => boolean;
  /** Keeps what came. */
  readonly keep: () => void;
}

/** Queues a piece. */
export type LoadPiece = (piece: Piece) => LoadedPiece;

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

/** How many cells pieces have together. */
export function cellCount(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { area }) => sum + area.rowCount * area.columnCount, 0);
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
  load: LoadPiece,
  watch: Watch,
): Promise<BatchOutcome | null> {
  const total = cellCount(pieces);
  const readFrom = async (rest: readonly Piece[]): Promise<BatchOutcome> => {
    const batch = firstBatch(rest);
    const left = rest.slice(batch.length);
    const outcome = await readBatchOrHalves(context, batch, load);
    watch.onProgress?.(1 - cellCount(left) / total);
    // A click on the button that cancels, and the progress, have their turn.
    await turn();
    stopIfAborted(watch.signal);
    if (left.length > 0) await readFrom(left);
    return outcome;
  };
  return pieces.length > 0 ? readFrom(pieces) : null;
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
  load: LoadPiece,
): Promise<BatchOutcome> {
  const loaded = pieces.map((piece) => ({ piece, cells: load(piece) }));
  try {
    await context.sync();
  } catch (error) {
    const halves = pieces.flatMap(halvesOf);
    if (!isTooLarge(error) || halves.length === pieces.length) throw error;
    await readHalves(context, halves, load);
    return "halved";
  }
  const missing: Piece[] = [];
  for (const { piece, cells } of loaded) {
    if (cells.isMissing()) missing.push(piece);
    else cells.keep();
  }
  const single = missing.find(({ area }) => area.rowCount < 2);
  if (single) throw new Refusal({ code: "host-limit", detail: single.sheet.name });
  if (missing.length > 0) await readHalves(context, missing.flatMap(halvesOf), load);
  return "whole";
}

async function readHalves(
  context: Excel.RequestContext,
  halves: readonly Piece[],
  load: LoadPiece,
): Promise<void> {
  const middle = Math.ceil(halves.length / 2);
  await readBatchOrHalves(context, halves.slice(0, middle), load);
  if (halves.length > middle) await readBatchOrHalves(context, halves.slice(middle), load);
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
