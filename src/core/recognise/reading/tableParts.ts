import { plainText } from "../../numbers/readNumber";
import type { ShapedRow, ShapedTable } from "../../shape/shape";
import { isBlank } from "../tables/sheetView";
import { hasFigures, isSingle, LEAST_REPEATED } from "./rowLooks";

/** Parts of one table stand no further apart. */
const MAXIMUM_GAP = 2;

/** A table without a header of words that goes on under another of the same columns is the rest of it. */
export function joinContinued(tables: readonly ShapedTable[]): ShapedTable[] {
  const joined: ShapedTable[] = [];
  for (const table of tables) {
    const above = joined.at(-1);
    if (above === undefined || !continues(above, table)) {
      joined.push(table);
      continue;
    }
    const last = above.rows.at(-1)?.row ?? 0;
    const first = table.rows[0]?.row ?? last;
    const between: ShapedRow[] = [];
    for (let row = last + 1; row < first; row += 1) {
      if (hasFigures(above, row)) between.push({ row, kind: "summary" });
      else if (saysOneThing(above, row)) between.push({ row, kind: "unit" });
      else if (isSingle(above, row)) between.push({ row, kind: "group" });
    }
    joined[joined.length - 1] = { ...above, rows: [...above.rows, ...between, ...table.rows] };
  }
  return joined;
}

function continues(above: ShapedTable, below: ShapedTable): boolean {
  if (above.grid.flipped || below.grid.flipped || above.headerRows === null) return false;
  if (above.firstColumn !== below.firstColumn || above.unitColumns[0] !== below.unitColumns[0]) return false;
  const last = above.rows.at(-1)?.row;
  const first = below.rows[0];
  if (last === undefined || first === undefined || first.row <= last) return false;
  const isWordless =
    below.headerRows === null ||
    (below.headerRows[0] === below.headerRows[1] &&
      (hasFigures(above, below.headerRows[0]) || saysOneThing(above, below.headerRows[0])));
  const top = below.headerRows?.[0] ?? first.row;
  return isWordless && (first.kind === "group" || top - last <= MAXIMUM_GAP);
}

/** Whether the cells beside the name all say the same, such as 缺考: a unit without scores, no header. */
function saysOneThing({ grid, unitColumns, endColumn }: ShapedTable, row: number): boolean {
  const texts: string[] = [];
  for (let column = (unitColumns[0] ?? 0) + 1; column < endColumn; column += 1) {
    const value = grid.value(row, column);
    if (typeof value === "string" && !isBlank(value)) texts.push(plainText(value));
  }
  return texts.length >= LEAST_REPEATED && new Set(texts).size === 1;
}

/** The texts of the lowest header row, a column each. */
function headerTexts({ grid, headerRows, firstColumn, endColumn }: ShapedTable): string[] {
  if (headerRows === null) return [];
  const texts: string[] = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const shown = grid.shown(headerRows[1], column);
    texts.push(typeof shown === "string" ? plainText(shown) : "");
  }
  return texts;
}

/** A header that begins again after a blank column heads a second table, with the rest of the units. */
export function splitAcross(table: ShapedTable): ShapedTable[] {
  const texts = headerTexts(table);
  const gap = texts.findIndex((text, index) => text === "" && index > 0 && repeats(texts, index + 1));
  if (gap < 0) return [table];
  const place = table.firstColumn + gap;
  const offset = gap + 1;
  const left = within(table, table.firstColumn, place, 0);
  const right = within(table, place + 1, table.endColumn, offset);
  return [left, ...splitAcross(right)];
}

function repeats(texts: readonly string[], from: number): boolean {
  const first = texts.findIndex((text) => text !== "");
  const length = Math.min(from - 1 - first, texts.length - from);
  if (first < 0 || length < LEAST_REPEATED) return false;
  return Array.from({ length }, (_, index) => index).every(
    (index) => texts[first + index] === texts[from + index],
  );
}

/** A part of the columns as a table of its own: rows that are blank there are left out. */
function within(table: ShapedTable, firstColumn: number, endColumn: number, offset: number): ShapedTable {
  const { grid, rows, unitColumns } = table;
  const inside = (column: number) => column >= firstColumn && column < endColumn;
  const own = unitColumns.some(inside)
    ? unitColumns.filter(inside)
    : unitColumns.map((column) => column + offset).filter(inside);
  const isUsed = ({ row }: ShapedRow) => {
    for (let column = firstColumn; column < endColumn; column += 1) {
      if (!isBlank(grid.value(row, column))) return true;
    }
    return false;
  };
  return { ...table, firstColumn, endColumn, unitColumns: own, rows: rows.filter(isUsed) };
}

/** Where the header stands again after a title, a table of its own begins; amid the units it is only printed again. */
export function splitDown(table: ShapedTable): ShapedTable[] {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  if (headerRows === null) return [table];
  const height = headerRows[1] - headerRows[0];
  const isHeading = (row: number) => {
    let same = 0;
    for (let column = firstColumn; column < endColumn; column += 1) {
      const here = grid.shown(row, column);
      if (typeof here === "number") return false;
      if (typeof here !== "string" || isBlank(here)) continue;
      if (here !== grid.shown(headerRows[1], column)) return false;
      same += 1;
    }
    return same >= LEAST_REPEATED;
  };
  const starts = rows.filter(({ row }, index) => {
    const above = rows[index - 1 - height];
    if (!isHeading(row)) return false;
    const isApart = above === undefined || above.row < row - 1 - height;
    return isApart || isSingle(table, above.row);
  });
  if (starts.length === 0) return [table];
  const bounds = [...starts.map(({ row }) => row), Infinity];
  const before = {
    ...table,
    rows: withoutTitle(
      table,
      rows.filter(({ row }) => row < (bounds[0] ?? 0) - height),
    ),
  };
  const further = starts.map(({ row }, index): ShapedTable => ({
    ...table,
    headerRows: [row - height, row],
    rows: withoutTitle(
      table,
      rows.filter((other) => other.row > row && other.row < (bounds[index + 1] ?? Infinity) - height),
    ),
  }));
  return [before, ...further];
}

/** The rows of a table without the title of the next one at their end. */
function withoutTitle(table: ShapedTable, rows: readonly ShapedRow[]): ShapedRow[] {
  const last = rows.at(-1);
  return last !== undefined && isSingle(table, last.row) ? rows.slice(0, -1) : [...rows];
}
