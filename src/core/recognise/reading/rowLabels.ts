import { plainText } from "../../numbers/readNumber";
import type { ShapedRow, ShapedTable } from "../../shape/shape";
import type { Concept } from "../../vocabulary/concept";
import { contains, names } from "../../vocabulary/concepts";
import { isBlank } from "../tables/sheetView";
import { figureIn } from "../../numbers/cellFigure";
import { isSingle, LEAST_FIGURES, LEAST_REPEATED } from "./rowLooks";

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
  const grouped = withFirstGroupLines(table, renamed);
  // A list of sums is a list all the same.
  return grouped.some(({ kind }) => kind === "unit") ? { ...table, rows: grouped } : table;
}

/**
 * Where the table has lines that head groups, a single name under the header, or under the sum of the group before, heads
 * one too: nothing else stands before its units.
 */
function withFirstGroupLines(table: ShapedTable, rows: readonly ShapedRow[]): ShapedRow[] {
  if (!rows.some(({ kind }) => kind === "group")) return [...rows];
  return rows.map((shaped, index) => {
    const [above, below] = [rows[index - 1]?.kind ?? "header", rows[index + 1]?.kind];
    const isFirst = above !== "unit" && above !== "group" && below === "unit";
    return shaped.kind === "unit" && isFirst && isSingle(table, shaped.row)
      ? { ...shaped, kind: "group" }
      : shaped;
  });
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

/** A row with a number of its own where the units are numbered is a unit, however well it fits a sum or a mean. */
export function withNumbered(table: ShapedTable): ShapedTable {
  const { grid, rows, firstColumn, unitColumns } = table;
  const units = rows.filter(({ kind }) => kind === "unit");
  const [naming = firstColumn] = unitColumns;
  const numberAt = (row: number, column: number) => {
    const figure = figureIn(grid.value(row, column));
    return figure?.places === 0 ? figure.units : null;
  };
  const isNumbered = (column: number) => {
    const numbers = units.map(({ row }) => numberAt(row, column)).filter((number) => number !== null);
    return numbers.length > units.length * SHARE_NUMBERED && new Set(numbers).size === numbers.length;
  };
  const numbering = [...new Set([naming, firstColumn])].filter(isNumbered);
  if (numbering.length === 0) return table;
  const isUnit = ({ row, kind }: ShapedRow) =>
    kind === "summary" && numbering.some((column) => numberAt(row, column) !== null);
  return { ...table, rows: rows.map((row) => (isUnit(row) ? { ...row, kind: "unit" } : row)) };
}

/** Single numbers may be left out. */
const SHARE_NUMBERED = 0.9;

/** Longer texts at the end of a list are remarks. */
const MAXIMUM_NAME_LENGTH = 12;

const NAME = /^[\p{L}\p{M}\p{N}()·.\s-]+$/u;

/** Names right under the last unit belong to units whose figures are yet to come. */
export function withNamesBelow(table: ShapedTable): ShapedTable {
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
export function withSummaryBelow(table: ShapedTable): ShapedTable {
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
