import { rangeOf, type Range } from "./argument";
import { invalidValue, type CellResult } from "./fault";
import type { FunctionWords } from "./words";

/** Rows and columns of a range; ragged rows count by the longest. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A whole column of a sheet twice over. */
const MOST_RESULTS = 2 ** 21;
const ONE_CELL: Shape = { rows: 1, columns: 1 };

/** The shape of a range. */
export function shapeOf(range: Range): Shape {
  let columns = 1;
  for (const row of range) if (row.length > columns) columns = row.length;
  return { rows: Math.max(range.length, 1), columns };
}

/**
 * Evaluates cell by cell over arguments that fit together: each has the full height or one row, the full width or one
 * column, and what has one is repeated (a column against a scalar, a column against a row). Arguments left out are
 * blank everywhere. Ranges that do not fit give one `#VALUE!` that names the two; a whole column against a whole row
 * gives one, too, because nobody could wait for so many results.
 *
 * @param nameOf what a message calls an argument, by its place; asked for only then.
 * @param evaluate gets one cell of each argument, in their order; the array is reused for the next cell.
 */
export function broadcast(
  parameters: readonly unknown[],
  nameOf: (place: number) => string,
  translate: FunctionWords,
  evaluate: (cells: readonly unknown[]) => CellResult,
): CellResult[][] {
  const single = singleCells(parameters);
  if (single !== null) return [[evaluate(single)]];
  const ranges = parameters.map(rangeOf);
  const shapes = ranges.map((range) => (range === null ? ONE_CELL : shapeOf(range)));
  const full = { rows: 1, columns: 1 };
  for (const { rows, columns } of shapes) {
    if (rows > full.rows) full.rows = rows;
    if (columns > full.columns) full.columns = columns;
  }
  if (full.rows * full.columns > MOST_RESULTS) {
    return [[invalidValue(translate("function.too-many", { ...full, most: MOST_RESULTS }))]];
  }
  const misfit = misfitOf(shapes, full, nameOf, translate);
  return misfit === null ? evaluateAll(ranges, shapes, full, evaluate) : [[invalidValue(misfit)]];
}

/**
 * The cells of arguments that are one cell each, or null. Thousands of formulas call with single cells, so that this
 * way is kept short.
 */
function singleCells(parameters: readonly unknown[]): unknown[] | null {
  const cells = new Array<unknown>(parameters.length);
  for (let place = 0; place < parameters.length; place += 1) {
    const parameter = parameters[place];
    if (!Array.isArray(parameter)) {
      cells[place] = parameter ?? null;
      continue;
    }
    const rows: readonly unknown[] = parameter;
    const [row] = rows;
    if (rows.length !== 1 || !Array.isArray(row) || row.length !== 1) return null;
    cells[place] = (row[0] as unknown) ?? null;
  }
  return cells;
}

function evaluateAll(
  ranges: readonly (Range | null)[],
  shapes: readonly Shape[],
  full: Shape,
  evaluate: (cells: readonly unknown[]) => CellResult,
): CellResult[][] {
  const places = ranges.length;
  const cells = new Array<unknown>(places).fill(null);
  const repeatsRow = shapes.map(({ rows }) => rows === 1);
  const repeatsColumn = shapes.map(({ columns }) => columns === 1);

  function evaluateAt(row: number, column: number): CellResult {
    for (let place = 0; place < places; place += 1) {
      const line = ranges[place]?.[repeatsRow[place] === true ? 0 : row];
      cells[place] = line?.[repeatsColumn[place] === true ? 0 : column] ?? null;
    }
    return evaluate(cells);
  }

  const results: CellResult[][] = [];
  for (let row = 0; row < full.rows; row += 1) {
    // An array that grows holds room for more than a dozen cells, and most results have one a row.
    const line = [evaluateAt(row, 0)];
    for (let column = 1; column < full.columns; column += 1) line.push(evaluateAt(row, column));
    results.push(line);
  }
  return results;
}

/** The sentence about the first range that fits neither by repeating nor by its size, or null when all fit. */
function misfitOf(
  shapes: readonly Shape[],
  { rows, columns }: Shape,
  nameOf: (place: number) => string,
  translate: FunctionWords,
): string | null {
  const wrong = shapes.findIndex(
    (shape) =>
      (shape.rows !== 1 && shape.rows !== rows) || (shape.columns !== 1 && shape.columns !== columns),
  );
  const wrongShape = shapes[wrong];
  if (wrongShape === undefined) return null;
  const tall = wrongShape.rows !== 1 && wrongShape.rows !== rows;
  const other = shapes.findIndex((shape) => (tall ? shape.rows === rows : shape.columns === columns));
  return translate(tall ? "function.heights" : "function.widths", {
    name: nameOf(wrong),
    size: tall ? wrongShape.rows : wrongShape.columns,
    other: nameOf(other),
    otherSize: tall ? rows : columns,
  });
}
