import { compareNumbers } from "../numbers/compareNumbers";
import { cellKey, type Area } from "../workbook/address";
import { isCellError, type CellValue, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";

/** What the numbers of a range come to. */
export interface RangeSummary {
  readonly sum: number;
  /** How many numbers, and how many cells that hold anything. */
  readonly numbers: number;
  readonly filled: number;
  readonly errors: number;
}

/** Reads ranges of a workbook for recalculation. Long ranges that many formulas share are added up once. */
export interface RangeValues {
  /** The value of a cell; null on a sheet that is not there. */
  value(sheet: string, row: number, column: number): CellValue;
  /** What a range comes to; null when the sheet is not there. */
  summary(sheet: string, area: Area): RangeSummary | null;
  /** The numbers of a range in ascending order; null when there are too many ranges to sort within reason. */
  sorted(sheet: string, area: Area): readonly number[] | null;
  /** All values of a range, row by row; of a large one those in use. Null when they are too many to go through. */
  list(sheet: string, area: Area): readonly CellValue[] | null;
}

/** Ranges up to this many cells are added up cell by cell. */
const SHORT = 64;
const MAXIMUM_LIST = 4096;
/** Cells that may be sorted or listed in all, for each cell of the workbook, so that sliding ranges stay cheap. */
const VISITS_PER_CELL = 4;
const MINIMUM_VISITS = 1_000_000;

/** Makes the reader of ranges over a snapshot. */
export function createRangeValues(snapshot: Snapshot): RangeValues {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const asWritten = new Map<string, SheetSnapshot | null>();
  const columnSums = new Map<SheetSnapshot, Map<number, ColumnSums>>();
  const orders = new Map<string, readonly number[]>();
  let lastOrder: {
    readonly sheet: SheetSnapshot;
    readonly used: Area;
    readonly numbers: readonly number[];
  } | null = null;
  let visits =
    MINIMUM_VISITS +
    VISITS_PER_CELL *
      snapshot.sheets.reduce((cells, { area }) => cells + area.rowCount * area.columnCount, 0);

  function sheetOf(name: string): SheetSnapshot | null {
    const known = asWritten.get(name);
    if (known !== undefined) return known;
    const sheet = sheets.get(name.toLowerCase()) ?? null;
    asWritten.set(name, sheet);
    return sheet;
  }

  function sumsOf(sheet: SheetSnapshot, column: number): ColumnSums {
    const columns = columnSums.get(sheet) ?? new Map<number, ColumnSums>();
    columnSums.set(sheet, columns);
    const known = columns.get(column);
    if (known) return known;
    const sums = sumColumn(sheet, column);
    columns.set(column, sums);
    return sums;
  }

  function summary(name: string, area: Area): RangeSummary | null {
    const sheet = sheetOf(name);
    if (sheet === null) return null;
    const used = clip(sheet, area);
    if (used.rowCount * used.columnCount <= SHORT) return addUp(valuesOf(sheet, used));
    const total = { sum: 0, numbers: 0, filled: 0, errors: 0 };
    for (let column = used.column; column < used.column + used.columnCount; column += 1) {
      const sums = sumsOf(sheet, column);
      const from = used.row - sheet.area.row;
      const to = from + used.rowCount;
      total.sum += (sums.sum[to] ?? 0) - (sums.sum[from] ?? 0);
      total.numbers += (sums.numbers[to] ?? 0) - (sums.numbers[from] ?? 0);
      total.filled += (sums.filled[to] ?? 0) - (sums.filled[from] ?? 0);
      total.errors += (sums.errors[to] ?? 0) - (sums.errors[from] ?? 0);
    }
    return total;
  }

  function visit(count: number): boolean {
    visits -= count;
    return visits >= 0;
  }

  function inOrder(sheet: SheetSnapshot, area: Area): readonly number[] | null {
    if (!visit(area.rowCount * area.columnCount)) return null;
    const numbers = valuesOf(sheet, area).filter((value) => typeof value === "number");
    return numbers.sort(compareNumbers);
  }

  return {
    value(name, row, column) {
      const sheet = sheetOf(name);
      if (sheet === null) return null;
      return sheet.values[row - sheet.area.row]?.[column - sheet.area.column] ?? null;
    },
    summary,
    sorted(name, area) {
      const sheet = sheetOf(name);
      if (sheet === null) return null;
      const used = clip(sheet, area);
      // The formulas of a group ask for one range, one after the other.
      if (lastOrder?.sheet === sheet && sameArea(lastOrder.used, used)) return lastOrder.numbers;
      const key = `${name}\n${String(cellKey(used.row, used.column))}:${String(used.rowCount)}:${String(used.columnCount)}`;
      const numbers = orders.get(key) ?? inOrder(sheet, used);
      if (numbers === null) return null;
      orders.set(key, numbers);
      lastOrder = { sheet, used, numbers };
      return numbers;
    },
    list(name, area) {
      const sheet = sheetOf(name);
      if (sheet === null) return null;
      const cells = area.rowCount * area.columnCount;
      // Whole columns are listed from their first row, so that those beside each other keep step.
      const listed = cells > MAXIMUM_LIST ? upTo(area, clip(sheet, area)) : area;
      const count = listed.rowCount * listed.columnCount;
      return count > MAXIMUM_LIST || !visit(count) ? null : valuesOf(sheet, listed);
    },
  };
}

/** Running sums of a column: entry `i` is what stands above its used row `i`. */
interface ColumnSums {
  readonly sum: Float64Array;
  readonly numbers: Uint32Array;
  readonly filled: Uint32Array;
  readonly errors: Uint32Array;
}

function sumColumn(sheet: SheetSnapshot, column: number): ColumnSums {
  const rows = sheet.area.rowCount;
  const sums = {
    sum: new Float64Array(rows + 1),
    numbers: new Uint32Array(rows + 1),
    filled: new Uint32Array(rows + 1),
    errors: new Uint32Array(rows + 1),
  };
  for (let row = 0; row < rows; row += 1) {
    const value = sheet.values[row]?.[column - sheet.area.column] ?? null;
    sums.sum[row + 1] = (sums.sum[row] ?? 0) + (typeof value === "number" ? value : 0);
    sums.numbers[row + 1] = (sums.numbers[row] ?? 0) + (typeof value === "number" ? 1 : 0);
    sums.filled[row + 1] = (sums.filled[row] ?? 0) + (value === null ? 0 : 1);
    sums.errors[row + 1] = (sums.errors[row] ?? 0) + (isCellError(value) ? 1 : 0);
  }
  return sums;
}

function addUp(values: readonly CellValue[]): RangeSummary {
  let sum = 0;
  let numbers = 0;
  let filled = 0;
  let errors = 0;
  for (const value of values) {
    if (value !== null) filled += 1;
    if (isCellError(value)) errors += 1;
    if (typeof value !== "number") continue;
    sum += value;
    numbers += 1;
  }
  return { sum, numbers, filled, errors };
}

function sameArea(left: Area, right: Area): boolean {
  return (
    left.row === right.row &&
    left.column === right.column &&
    left.rowCount === right.rowCount &&
    left.columnCount === right.columnCount
  );
}

function clip(sheet: SheetSnapshot, area: Area): Area {
  const row = Math.max(area.row, sheet.area.row);
  const column = Math.max(area.column, sheet.area.column);
  const endRow = Math.min(area.row + area.rowCount, sheet.area.row + sheet.area.rowCount);
  const endColumn = Math.min(area.column + area.columnCount, sheet.area.column + sheet.area.columnCount);
  return {
    row,
    column,
    rowCount: Math.max(0, endRow - row),
    columnCount: Math.max(0, endColumn - column),
  };
}

/** The beginning of an area up to where its used part ends. */
function upTo(area: Area, used: Area): Area {
  return {
    ...area,
    rowCount: Math.max(0, used.row + used.rowCount - area.row),
    columnCount: Math.max(0, used.column + used.columnCount - area.column),
  };
}

function valuesOf(sheet: SheetSnapshot, area: Area): CellValue[] {
  const values: CellValue[] = [];
  for (let row = area.row; row < area.row + area.rowCount; row += 1) {
    const cells = sheet.values[row - sheet.area.row];
    for (let column = area.column; column < area.column + area.columnCount; column += 1) {
      values.push(cells?.[column - sheet.area.column] ?? null);
    }
  }
  return values;
}
