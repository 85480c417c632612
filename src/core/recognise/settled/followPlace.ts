import { range } from "../../numbers/range";
import type { SheetGrid } from "../../shape/shape";
import { createSheetGrid } from "../../shape/sheetGrid";
import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import { isBlank } from "../tables/sheetView";
import type { SettledPlace } from "./settledPlace";

type HeaderText = NonNullable<SettledPlace["header"]>[number];

/** So much of the header has to stand in a row, before it is taken for the header that has moved. */
const SHARE_KEPT = 0.8;

/** What the cells of a header row say, by column. */
export function headerTextsOf(grid: SheetGrid, headerRow: number | null): HeaderText[] {
  if (headerRow === null || headerRow < grid.firstRow || headerRow >= grid.endRow) return [];
  return range(grid.firstColumn, grid.endColumn).flatMap((column) => {
    const text = textAt(grid, headerRow, column);
    return text === "" ? [] : [{ column, text }];
  });
}

/**
 * Where the settled table stands now: rows and columns may have been inserted or taken away, or its sheet renamed. It
 * is the nearest row that says what the header said. The place stays as it was where no row does, or none is known.
 */
export function followPlace({ sheets }: Pick<Snapshot, "sheets">, place: SettledPlace): SettledPlace {
  const own = sheets.find(({ name, mark }) => name === place.sheet && mark === null);
  const looked = own === undefined ? sheets.filter(({ mark }) => mark === null) : [own];
  const moved = looked.flatMap((sheet) => movedOn(sheet, place) ?? []);
  const [only, ...others] = moved;
  return only === undefined || others.length > 0 ? place : only;
}

/** The place on a sheet that has the header; null where no row of it does. */
function movedOn(sheet: SheetSnapshot, place: SettledPlace): SettledPlace | null {
  const { header = [], headerRow, unitColumn, weightRow } = place;
  if (header.length === 0 || headerRow === null) return null;
  const grid = createSheetGrid(sheet, place.flipped);
  const isAsBefore = header.every(({ column, text }) => textAt(grid, headerRow, column) === text);
  if (isAsBefore) return { ...place, sheet: sheet.name };
  const rows = range(grid.firstRow, grid.endRow)
    .map((row) => ({ row, columns: columnsOf(grid, row, header) }))
    .filter(({ columns }) => columns.size >= header.length * SHARE_KEPT);
  const distance = ({ row }: { readonly row: number }) => Math.abs(row - headerRow);
  rows.sort((left, right) => distance(left) - distance(right));
  const [nearest] = rows;
  if (nearest === undefined) return null;
  const down = nearest.row - headerRow;
  return {
    ...place,
    sheet: sheet.name,
    headerRow: nearest.row,
    unitColumn: columnNow(nearest.columns, unitColumn),
    weightRow: weightRow === null ? null : Math.max(0, weightRow + down),
  };
}

/** The columns in which the header's texts stand in a row, by the columns that they stood in, in their order. */
function columnsOf(grid: SheetGrid, row: number, header: readonly HeaderText[]): Map<number, number> {
  const found = new Map<number, number>();
  let next = grid.firstColumn;
  for (const { column, text } of header) {
    const at = range(next, grid.endColumn).find((candidate) => textAt(grid, row, candidate) === text);
    if (at === undefined) continue;
    found.set(column, at);
    next = at + 1;
  }
  return found;
}

/** A column without a text in the header has moved as the nearest one with a text. */
function columnNow(columns: ReadonlyMap<number, number>, column: number): number {
  const distance = ([before]: readonly [number, number]) => Math.abs(before - column);
  const [nearest] = [...columns].sort((left, right) => distance(left) - distance(right));
  return nearest === undefined ? column : Math.max(0, column + nearest[1] - nearest[0]);
}

function textAt(grid: SheetGrid, row: number, column: number): string {
  const value = grid.shown(row, column);
  return value === null || isBlank(value) || typeof value === "object" ? "" : String(value).trim();
}
