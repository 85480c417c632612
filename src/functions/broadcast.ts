import type { FunctionWords } from "./words";
import type { Range } from "./argument";
import { invalidValue, type CellResult } from "./fault";

/** An argument and the name that a message calls it by; a null range is an optional argument left out. */
export interface NamedRange {
  readonly name: string;
  readonly range: Range | null;
}

/** Rows and columns of a range; ragged rows count by the longest. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** The shape of a range. */
export function shapeOf(range: Range): Shape {
  let columns = 1;
  for (const row of range) columns = Math.max(columns, row.length);
  return { rows: Math.max(range.length, 1), columns };
}

/**
 * Evaluates cell by cell over ranges that fit together: each has the full height or one row, the full width or one
 * column, and what has one is repeated (a column against a scalar, a column against a row). Arguments left out are
 * blank everywhere. Ranges that do not fit give one `#VALUE!` that names the two.
 *
 * @param evaluate gets one cell of each range, in their order; the array is reused for the next cell.
 */
export function broadcast(
  ranges: readonly NamedRange[],
  translate: FunctionWords,
  evaluate: (cells: readonly unknown[]) => CellResult,
): CellResult[][] {
  const shapes = ranges.map(({ range }) => (range ? shapeOf(range) : { rows: 1, columns: 1 }));
  const rows = Math.max(...shapes.map((shape) => shape.rows));
  const columns = Math.max(...shapes.map((shape) => shape.columns));
  const misfit = misfitOf(ranges, shapes, rows, columns, translate);
  if (misfit !== null) return [[invalidValue(misfit)]];
  const cells: unknown[] = new Array<unknown>(ranges.length).fill(null);
  const results: CellResult[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: CellResult[] = [];
    for (let column = 0; column < columns; column += 1) {
      for (const [index, { range }] of ranges.entries()) {
        const shape = shapes[index];
        cells[index] = range?.[shape?.rows === 1 ? 0 : row]?.[shape?.columns === 1 ? 0 : column] ?? null;
      }
      line.push(evaluate(cells));
    }
    results.push(line);
  }
  return results;
}

/** The sentence about the first range that fits neither by repeating nor by its size, or null when all fit. */
function misfitOf(
  ranges: readonly NamedRange[],
  shapes: readonly Shape[],
  rows: number,
  columns: number,
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
    name: ranges[wrong]?.name ?? "",
    size: tall ? wrongShape.rows : wrongShape.columns,
    other: ranges[other]?.name ?? "",
    otherSize: tall ? rows : columns,
  });
}
