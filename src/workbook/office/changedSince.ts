import type { Watch } from "../port";
import { rangeOf, cellCount, piecesOf, readPieces, type LoadPiece, type Piece } from "./pieces";
import { Refusal } from "./problems";
import { AREA_FIELDS, areaOf } from "./rangeArea";
import { rowDigest, type SheetDigest } from "./readings";
import { sheetsById } from "./sheetsById";

/** So many cells are compared in a request that is made anyway; more are read in requests of their own. */
const CELLS_BESIDE = 40_000;

/** A look whether the workbook is still as it was read. */
export interface Comparison {
  /** Whether all of it goes with one sync that is made anyway. */
  readonly isBeside: boolean;
  /** Queues what goes with the next sync. */
  readonly queue: () => void;
  /** Refuses where anything has changed; called after that sync. Reads what did not go with it. */
  readonly check: () => Promise<void>;
}

/** Compares sheets that stand now with a reading. Refuses at once where sheets came, went or have other names. */
export function compareWith(
  context: Excel.RequestContext,
  standing: readonly Excel.Worksheet[],
  reading: readonly SheetDigest[],
  watch: Watch,
): Comparison {
  const sheets = sheetsById(standing);
  const known = new Set(reading.map(({ id }) => id));
  const added = standing.find(({ id }) => !known.has(id));
  const gone = reading.find(({ id, name }) => sheets.get(id)?.name !== name);
  if (added || gone) throw changed(gone?.name ?? added?.name ?? "");
  const extents: { readonly digest: SheetDigest; readonly used: Excel.Range }[] = [];
  const pieces = reading.flatMap((digest) => {
    const sheet = sheets.get(digest.id);
    return sheet ? piecesOf(sheet, digest.area) : [];
  });
  const isBeside = cellCount(pieces) <= CELLS_BESIDE;
  const digests = new Map(reading.map((digest) => [digest.id, digest]));
  const load = (piece: Piece) => loadRows(piece, digests.get(piece.sheet.id));
  const loaded: ReturnType<LoadPiece>[] = [];
  return {
    isBeside,
    queue: () => {
      for (const digest of reading) {
        const used = sheets.get(digest.id)?.getUsedRangeOrNullObject(true).untrack();
        used?.load(AREA_FIELDS);
        if (used) extents.push({ digest, used });
      }
      if (isBeside) loaded.push(...pieces.map(load));
    },
    check: async () => {
      const moved = extents.find(({ digest, used }) => !isSameExtent(digest, used));
      if (moved) throw changed(moved.digest.name);
      for (const piece of loaded) piece.keep();
      const rest = isBeside ? [] : pieces;
      await readPieces(context, rest, load, watch.signal ? { signal: watch.signal } : {});
    },
  };
}

function changed(sheet: string): Refusal {
  return new Refusal({ code: "workbook-changed", detail: sheet });
}

function isSameExtent({ area }: SheetDigest, used: Excel.Range): boolean {
  if (used.isNullObject) return area.rowCount === 0;
  const now = areaOf(used);
  return (
    now.row === area.row &&
    now.column === area.column &&
    now.rowCount === area.rowCount &&
    now.columnCount === area.columnCount
  );
}

/** Queues what was typed in rows, to be compared with what was read there. */
function loadRows({ sheet, area }: Piece, digest: SheetDigest | undefined): ReturnType<LoadPiece> {
  const range = rangeOf(sheet, area);
  range.load("formulas");
  return {
    isMissing: () => (range.formulas as unknown) === null,
    keep: () => {
      if (!digest) return;
      const first = area.row - digest.area.row;
      const isSame = (range.formulas as unknown[][]).every(
        (row, index) => rowDigest(row) === digest.rows[first + index],
      );
      if (!isSame) throw changed(digest.name);
    },
  };
}
