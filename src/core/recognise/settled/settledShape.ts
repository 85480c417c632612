import { figureIn } from "../../numbers/cellFigure";
import { range } from "../../numbers/range";
import type { ShapedRow, ShapedTable, SheetGrid } from "../../shape/shape";
import { createSheetGrid } from "../../shape/sheetGrid";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { withLabels } from "../reading/rowLabels";
import { isBlank } from "../tables/sheetView";
import type { SettledPlace } from "./settledPlace";

/** So many blank rows may stand among the units. */
const MOST_BLANK = 2;

/**
 * The table that stands where the clerk says: as it was found on the sheet, where one with this header was, else the
 * rows under that header. Null where nothing stands there any more.
 */
export function settledShape(
  sheet: SheetSnapshot,
  found: readonly ShapedTable[],
  place: SettledPlace,
): ShapedTable | null {
  const known = found.find((table) => standsAt(table, place));
  const base = known !== undefined && hasUnits(known, place) ? known : shapeUnder(sheet, place);
  if (base === null) return null;
  const rows = base.rows.map((one): ShapedRow => {
    if (one.row === place.weightRow) return { ...one, kind: "summary" };
    return one.kind === "header" && isNamedUnit(base.grid, one.row, place.unitColumn)
      ? { ...one, kind: "unit" }
      : one;
  });
  if (!rows.some(({ kind }) => kind === "unit")) return null;
  return { ...base, rows, unitColumns: [place.unitColumn], long: null };
}

/** Whether a table is the one that a place means: the same way round, with the same last header row. */
export function standsAt(
  { grid, headerRows }: ShapedTable,
  { flipped, headerRow }: Pick<SettledPlace, "flipped" | "headerRow">,
): boolean {
  return grid.flipped === flipped && (headerRows?.[1] ?? null) === headerRow;
}

function hasUnits(
  { grid, rows, firstColumn, endColumn }: ShapedTable,
  { unitColumn }: SettledPlace,
): boolean {
  if (unitColumn < firstColumn || unitColumn >= endColumn) return false;
  return rows.some(({ row, kind }) => kind === "unit" && !isBlank(grid.shown(row, unitColumn)));
}

function shapeUnder(sheet: SheetSnapshot, place: SettledPlace): ShapedTable | null {
  const { flipped, headerRow, unitColumn } = place;
  const grid = createSheetGrid(sheet, flipped);
  if (headerRow !== null && (headerRow < grid.firstRow || headerRow >= grid.endRow)) return null;
  const first = headerRow === null ? grid.firstRow : headerRow + 1;
  const filled = filledRows(grid, first);
  const columns = range(grid.firstColumn, grid.endColumn).filter((column) =>
    [...(headerRow === null ? [] : [headerRow]), ...filled].some((row) => !isBlank(grid.shown(row, column))),
  );
  const [firstColumn] = columns;
  const lastColumn = columns.at(-1);
  if (firstColumn === undefined || lastColumn === undefined) return null;
  const table: ShapedTable = {
    grid,
    firstColumn,
    endColumn: lastColumn + 1,
    headerRows: headerRow === null ? null : [headerRow, headerRow],
    rows: filled.map((row) => ({ row, kind: isUnit(grid, row, unitColumn) ? "unit" : "note" })),
    unitColumns: [unitColumn],
    doubts: [],
    long: null,
  };
  return withLabels(table);
}

/** The rows from one on that hold something, down to a gap. */
function filledRows(grid: SheetGrid, first: number): number[] {
  const rows: number[] = [];
  const columns = range(grid.firstColumn, grid.endColumn);
  for (let row = first; row < grid.endRow && row - (rows.at(-1) ?? first - 1) <= MOST_BLANK + 1; row += 1) {
    if (columns.some((column) => !isBlank(grid.value(row, column)))) rows.push(row);
  }
  return rows;
}

/** 3, 4, 5 beside a name are scores, not the numbers of the columns. */
function isNamedUnit(grid: SheetGrid, row: number, unitColumn: number): boolean {
  const name = grid.shown(row, unitColumn);
  return typeof name === "string" && /\p{L}.*\p{L}/u.test(name) && isUnit(grid, row, unitColumn);
}

/** A row with a name and a figure beside it. */
function isUnit(grid: SheetGrid, row: number, unitColumn: number): boolean {
  if (isBlank(grid.shown(row, unitColumn))) return false;
  return range(grid.firstColumn, grid.endColumn).some(
    (column) => column !== unitColumn && figureIn(grid.value(row, column)) !== null,
  );
}
