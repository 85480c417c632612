import { plainText } from "../../numbers/readNumber";
import type { ShapedRow, ShapedTable } from "../../shape/shape";
import type { Concept } from "../../vocabulary/concept";
import { contains, names } from "../../vocabulary/concepts";
import { showsDate } from "./columnProfile";
import { isBlank } from "../tables/sheetView";

/** A header is repeated when so many of its cells stand again, in order. */
const LEAST_REPEATED = 3;
/** A line of figures has at least so many. */
const LEAST_FIGURES = 2;
/** Parts of one table stand no further apart. */
const MAXIMUM_GAP = 2;

/**
 * Tables with what only their whole shows: a line with one text at the top of a header is a title, one at its foot names
 * the first group; where a header stands again under a title or a gap, or again to the right, another table begins; a
 * line of figures right under the units sums them up.
 */
export function refineTables(tables: readonly ShapedTable[]): ShapedTable[] {
  return joinContinued(tables.map(withHeaderAbove)).flatMap((table) =>
    splitAcross(withoutFigures(withHeadings(trimHeader(table)))).flatMap((part) =>
      splitDown(part).map(withSummaryBelow).map(withLabels).map(withNamesBelow),
    ),
  );
}

/**
 * A last header line of figures under headings of their own is a line of the body: full marks, weights, a total on top.
 * Dates, years and running numbers are headings.
 */
function withoutFigures(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  if (headerRows === null || headerRows[0] === headerRows[1]) return table;
  const last = headerRows[1];
  const figures: number[] = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = grid.value(last, column);
    if (typeof value !== "number" || isBlank(grid.shown(last - 1, column))) continue;
    if (showsDate(grid.numberFormat(last, column))) return table;
    figures.push(value);
  }
  const isYear = figures.every((value) => Number.isInteger(value) && value > 1900 && value < 2100);
  const runsOn = figures.every((value, index) => index === 0 || value === (figures[index - 1] ?? 0) + 1);
  if (figures.length < LEAST_FIGURES || isYear || runsOn) return table;
  return { ...table, headerRows: [headerRows[0], last - 1], rows: [{ row: last, kind: "summary" }, ...rows] };
}

/** The concepts that a heading names; a row of units names none of them in several cells. */
const HEADINGS: readonly Concept[] = ["unit", "group", "total", "rank", "score", "grade", "sequence", "note"];

/** A first row of "units" in which several cells are headings, word for word, is a line of the header. */
function withHeadings(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  const first = rows.find(({ kind }) => kind === "unit");
  if (first === undefined || first !== rows[0]) return table;
  let headings = 0;
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = grid.value(first.row, column);
    if (typeof value === "string" && HEADINGS.some((concept) => names(value, concept))) headings += 1;
  }
  if (headings < 2) return table;
  return { ...table, headerRows: [headerRows?.[0] ?? first.row, first.row], rows: rows.slice(1) };
}

/** The nearest line of texts above the units of a table without a header, lines that name a group left aside. */
function withHeaderAbove(table: ShapedTable): ShapedTable {
  const { grid, headerRows, rows, firstColumn, endColumn } = table;
  const first = rows[0]?.row;
  if (headerRows !== null || first === undefined) return table;
  const groups: ShapedRow[] = [];
  let row = first - 1;
  for (; row >= grid.firstRow && isSingle(table, row); row -= 1) groups.unshift({ row, kind: "group" });
  let texts = 0;
  for (let column = firstColumn; column < endColumn && row >= grid.firstRow; column += 1) {
    const shown = grid.shown(row, column);
    if (typeof shown === "number") return table;
    if (typeof shown === "string" && !isBlank(shown)) texts += 1;
  }
  if (texts * 2 < endColumn - firstColumn || texts < LEAST_REPEATED) return table;
  return { ...table, headerRows: [row, row], rows: [...groups, ...rows] };
}

/** A table without a header of words that goes on under another of the same columns is the rest of it. */
function joinContinued(tables: readonly ShapedTable[]): ShapedTable[] {
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

/** Whether a row has figures where the units of a table have some. */
function hasFigures({ grid, rows, firstColumn, endColumn }: ShapedTable, row: number): boolean {
  const unit = rows.find(({ kind }) => kind === "unit");
  let figures = 0;
  for (let column = firstColumn; column < endColumn && unit !== undefined; column += 1) {
    if (typeof grid.value(row, column) === "number" && typeof grid.value(unit.row, column) === "number")
      figures += 1;
  }
  return figures >= LEAST_FIGURES;
}

/** Whether a row of a table has one text only, not merged over a part of the columns. */
function isSingle({ grid, firstColumn, endColumn }: ShapedTable, row: number): boolean {
  let at: number | null = null;
  for (let column = firstColumn; column < endColumn; column += 1) {
    if (isBlank(grid.value(row, column))) {
      // A cell merged from above speaks for its column.
      if (grid.merge(row, column)?.row !== row && !isBlank(grid.shown(row, column))) return false;
      continue;
    }
    if (at !== null) return false;
    at = column;
  }
  if (at === null || typeof grid.value(row, at) !== "string") return false;
  const merge = grid.merge(row, at);
  return merge === null || merge.columnCount >= endColumn - firstColumn - 1 || at === firstColumn;
}

function trimHeader(table: ShapedTable): ShapedTable {
  if (table.headerRows === null) return table;
  let [first, last] = table.headerRows;
  while (first < last && isSingle(table, first)) first += 1;
  const groups: ShapedRow[] = [];
  while (last > first && isSingle(table, last)) {
    groups.unshift({ row: last, kind: "group" });
    last -= 1;
  }
  const [above, below] = table.headerRows;
  if (first === above && last === below) return table;
  return { ...table, headerRows: [first, last], rows: [...groups, ...table.rows] };
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
function splitAcross(table: ShapedTable): ShapedTable[] {
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
function splitDown(table: ShapedTable): ShapedTable[] {
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

/** Rows that are called a sum, a mean, a full mark or a note in so many words are no units. */
export function withLabels(table: ShapedTable): ShapedTable {
  const { grid, rows, firstColumn, unitColumns } = table;
  const [naming = firstColumn] = unitColumns;
  const rename = (shaped: ShapedRow): ShapedRow => {
    if (shaped.kind !== "unit") return shaped;
    for (let column = firstColumn; column <= naming; column += 1) {
      const value = grid.value(shaped.row, column);
      if (typeof value !== "string") continue;
      if (SUMMARIES.some((concept) => names(value, concept))) return { ...shaped, kind: "summary" };
      if (NOTES.some((concept) => names(value, concept))) return { ...shaped, kind: "note" };
    }
    return shaped;
  };
  const renamed = rows
    .map(rename)
    .map((shaped, index) =>
      index === 0 && numbersColumns(table, shaped.row) ? { ...shaped, kind: "header" as const } : shaped,
    );
  // A list of sums is a list all the same.
  return renamed.some(({ kind }) => kind === "unit") ? { ...table, rows: renamed } : table;
}

/** Columns are counted from the first, or from the first after the names. */
const MAXIMUM_FIRST_NUMBER = 3;

/** 3, (3), ③, and 5=1×55%+2×45% for a column that follows from others. */
const COUNTED = /^\(?(\d{1,3})\)?(?:=.*)?$/;

/** A line that counts the columns, 1, 2, 3 and so on, perhaps with letters over the names. */
function numbersColumns({ grid, firstColumn, endColumn }: ShapedTable, row: number): boolean {
  const figures: number[] = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const value = grid.value(row, column);
    const number = typeof value === "string" ? Number(COUNTED.exec(plainText(value))?.[1]) : value;
    if (typeof number === "number" && !Number.isNaN(number)) figures.push(number);
  }
  return (
    figures.length >= LEAST_REPEATED &&
    (figures[0] ?? 0) <= MAXIMUM_FIRST_NUMBER &&
    figures.length * 2 > endColumn - firstColumn &&
    figures.every((value, index) => index === 0 || value === (figures[index - 1] ?? 0) + 1)
  );
}

const NOTES: readonly Concept[] = ["note-row", "closing-line"];
const SUMMARIES: readonly Concept[] = ["summary-row", "mark-row", "weight-row"];

/** Longer texts at the end of a list are remarks. */
const MAXIMUM_NAME_LENGTH = 12;
const NAME = /^[\p{L}\p{M}\p{N}()·.\s-]+$/u;

/** Names right under the last unit belong to units whose figures are yet to come. */
function withNamesBelow(table: ShapedTable): ShapedTable {
  const { grid, rows, firstColumn, endColumn, unitColumns } = table;
  const [naming] = unitColumns;
  const last = rows.at(-1);
  if (naming === undefined || last?.kind !== "unit") return table;
  const further: ShapedRow[] = [];
  for (let row = last.row + 1; row < grid.endRow; row += 1) {
    const name = grid.value(row, naming);
    // The title of the next table stands right above its header.
    if (typeof name !== "string" || !isName(name) || isSameHeader(table, row + 1)) break;
    let others = 0;
    for (let column = firstColumn; column < endColumn; column += 1) {
      const value = grid.value(row, column);
      if (column !== naming && typeof value === "string" && !isBlank(value) && !isName(value)) others += 1;
    }
    if (others > 0) break;
    further.push({ row, kind: "unit" });
  }
  return further.length === 0 ? table : { ...table, rows: [...rows, ...further] };
}

function isSameHeader(table: ShapedTable, row: number): boolean {
  const { grid, headerRows, firstColumn, endColumn } = table;
  if (headerRows === null) return false;
  for (let column = firstColumn; column < endColumn; column += 1) {
    if (grid.shown(row, column) !== grid.shown(headerRows[1], column)) return false;
  }
  return true;
}

function isName(text: string): boolean {
  const plain = plainText(text);
  if (plain === "" || plain.length > MAXIMUM_NAME_LENGTH || !NAME.test(plain) || !/\p{L}/u.test(plain))
    return false;
  if (/\d{4}|\d\D+\d/.test(plain)) return false;
  return !contains(text, "closing-line") && ![...SUMMARIES, ...NOTES].some((concept) => names(text, concept));
}

/** Lines right under the last row with a label and figures where the units have figures. */
function withSummaryBelow(table: ShapedTable): ShapedTable {
  const { grid, rows, firstColumn, endColumn } = table;
  const units = rows.filter(({ kind }) => kind === "unit");
  const last = rows.at(-1);
  if (last === undefined || units.length === 0) return table;
  const known = new Set(rows.map(({ row }) => row));
  const further: ShapedRow[] = [];
  for (let row = last.row + 1; row < grid.endRow && !known.has(row); row += 1) {
    let figures = 0;
    let labels = 0;
    for (let column = firstColumn; column < endColumn; column += 1) {
      const value = grid.value(row, column);
      if (
        typeof value === "number" &&
        units.some((unit) => typeof grid.value(unit.row, column) === "number")
      ) {
        figures += 1;
      } else if (typeof value === "string" && !isBlank(value)) labels += 1;
    }
    if (figures < LEAST_FIGURES || labels === 0 || labels > figures) break;
    further.push({ row, kind: "summary" });
  }
  return further.length === 0 ? table : { ...table, rows: [...rows, ...further] };
}
