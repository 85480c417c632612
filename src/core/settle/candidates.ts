import { figureIn } from "../numbers/cellFigure";
import { range } from "../numbers/range";
import type { SheetReading, WorkbookReading } from "../recognise/reading/readTables";
import { isBlank } from "../recognise/tables/sheetView";
import { createSheetGrid, type SheetGrid } from "../shape/sheetGrid";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { HeaderPlace } from "./answers";

/** A row that could be the header, with the first words that stand in it. */
export interface HeaderChoice {
  readonly place: HeaderPlace;
  readonly texts: readonly string[];
  /** Whether a table was found under it. */
  readonly isFound: boolean;
}

/** A sheet with figures, and the rows on it that could be the header. */
export interface SheetChoice {
  readonly sheet: string;
  readonly headers: readonly HeaderChoice[];
}

/** A header stands in the first lines of its sheet. */
const HEADER_LINES = 30;
const TEXTS_SHOWN = 4;

/** The sheets that hold any figure, each with the rows that could be its header; the likelier sheet first. */
export function sheetChoices({ sheets }: WorkbookReading): SheetChoice[] {
  return sheets
    .flatMap((reading) => {
      const headers = headerChoices(reading);
      return headers.length === 0 ? [] : [{ choice: { sheet: reading.sheet.name, headers }, reading }];
    })
    .sort((left, right) => likelihood(right.reading) - likelihood(left.reading))
    .map(({ choice }) => choice);
}

/** The header that the settling view opens with: that of the largest table found, else the row above the first figures. */
export function likelyHeader({ headers }: SheetChoice): HeaderPlace | null {
  return (headers.find(({ isFound }) => isFound) ?? headers[0])?.place ?? null;
}

function likelihood({ tables }: SheetReading): number {
  return tables.reduce(
    (most, { result, unitRows }) => Math.max(most, unitRows.length + (result === null ? 0 : 10_000)),
    0,
  );
}

function headerChoices({ sheet, tables }: SheetReading): HeaderChoice[] {
  const grid = createSheetGrid(sheet);
  const columns = range(grid.firstColumn, grid.endColumn);
  const rows = range(grid.firstRow, Math.min(grid.endRow, grid.firstRow + HEADER_LINES));
  const firstFigures = rows.find((row) => figuresIn(grid, columns, row) > 0) ?? null;
  const hasFigures =
    firstFigures !== null ||
    range(grid.firstRow, grid.endRow).some((row) => figuresIn(grid, columns, row) > 0);
  if (!hasFigures) return [];
  const found = [...tables]
    .sort((left, right) => right.unitRows.length - left.unitRows.length)
    .map(({ shape }) => choiceOf(sheet.name, shape.grid, shape.headerRows?.[1] ?? null, true));
  const further = rows
    .filter((row) => textsIn(grid, row).length > 1)
    .map((row) => choiceOf(sheet.name, grid, row, false));
  // The nearest above the first figures is the likeliest.
  const distance = ({ place: { headerRow } }: HeaderChoice) =>
    Math.abs((headerRow ?? -1) - ((firstFigures ?? 0) - 0.9));
  further.sort((left, right) => distance(left) - distance(right));
  const none = choiceOf(sheet.name, grid, null, false);
  return onceEach([...found, ...further, ...sideways(sheet), none]);
}

/** The first column with names of what the rows hold: for tables whose units stand in the columns. */
function sideways(sheet: SheetSnapshot): HeaderChoice[] {
  const grid = createSheetGrid(sheet, true);
  const columns = range(grid.firstColumn, grid.endColumn);
  const first = range(grid.firstRow, grid.endRow).find((row) => figuresIn(grid, columns, row) > 0);
  const header = range(grid.firstRow, first ?? grid.firstRow).findLast(
    (row) => textsIn(grid, row).length > 1,
  );
  return header === undefined ? [] : [choiceOf(sheet.name, grid, header, false)];
}

function choiceOf(sheet: string, grid: SheetGrid, headerRow: number | null, isFound: boolean): HeaderChoice {
  const texts = headerRow === null ? [] : textsIn(grid, headerRow).slice(0, TEXTS_SHOWN);
  return { place: { sheet, flipped: grid.flipped, headerRow }, texts, isFound };
}

function onceEach(choices: readonly HeaderChoice[]): HeaderChoice[] {
  const byPlace = new Map<string, HeaderChoice>();
  for (const choice of choices) {
    const key = JSON.stringify(choice.place);
    if (!byPlace.has(key)) byPlace.set(key, choice);
  }
  return [...byPlace.values()];
}

function figuresIn(grid: SheetGrid, columns: readonly number[], row: number): number {
  return columns.filter((column) => figureIn(grid.value(row, column)) !== null).length;
}

function textsIn(grid: SheetGrid, row: number): string[] {
  return range(grid.firstColumn, grid.endColumn).flatMap((column) => {
    const value = grid.value(row, column);
    return typeof value === "string" && !isBlank(value) ? [value.trim()] : [];
  });
}
