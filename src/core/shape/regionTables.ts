import { BLANK, type CellScan } from "./cellScan";
import { keyAt } from "./columnNames";
import type { RegionRows } from "./regionRows";
import type { RowRun } from "./rowRuns";
import type { EdgeDoubt, ShapedRow, ShapedTable } from "./shape";
import { flippedTable } from "./flippedTable";
import type { SheetGrid } from "./sheetGrid";
import { findLists } from "./sideBySide";
import { findNaming } from "./unitColumns";
import { findUnitsInColumns } from "./unitsInColumns";

/**
 * Makes the tables of a run of rows: one, or several lists that stand side by side. `flipped` gives the grid of a table
 * whose units stand in columns.
 */
export function tablesOfRun(
  rows: RegionRows,
  run: RowRun,
  doubts: readonly EdgeDoubt[],
  flipped: () => SheetGrid,
): readonly ShapedTable[] {
  const { scan } = rows;
  const unitRows = run.body.filter(({ kind }) => kind === "unit").map(({ row }) => rows.rows[row] ?? 0);
  const [firstColumn, endColumn] = usedColumns(rows, run);
  const inColumns = findUnitsInColumns(rows, run, firstColumn, endColumn);
  if (inColumns !== null) return [flippedTable(scan, flipped(), inColumns, [firstColumn, endColumn], doubts)];
  const lists = findLists(scan, unitRows, firstColumn, endColumn);
  return lists.map((first, index) =>
    tableOfList(rows, run, first, lists[index + 1] ?? endColumn, lists.length > 1, doubts),
  );
}

function tableOfList(
  rows: RegionRows,
  run: RowRun,
  firstColumn: number,
  endColumn: number,
  oneOfSeveral: boolean,
  doubts: readonly EdgeDoubt[],
): ShapedTable {
  const { scan } = rows;
  const { grid } = scan;
  const here = run.body.map(({ row, kind }) => ({ row: rows.rows[row] ?? 0, kind }));
  const body = oneOfSeveral ? here.filter(({ row }) => isUsed(scan, row, firstColumn, endColumn)) : here;
  const units = body.filter(({ kind }) => kind === "unit").map(({ row }) => row);
  const { unitColumns, long } = findNaming(scan, units, firstColumn, endColumn);
  const onGrid = (row: number) => row + grid.firstRow;
  const headers = run.headers?.map((row) => onGrid(rows.rows[row] ?? 0));
  return {
    grid,
    firstColumn: firstColumn + grid.firstColumn,
    endColumn: endColumn + grid.firstColumn,
    headerRows: headers === undefined ? null : [headers[0] ?? 0, headers[1] ?? 0],
    rows: withoutTemplates(scan, body, unitColumns[0]).map(({ row, kind }) => ({ row: onGrid(row), kind })),
    unitColumns: unitColumns.map((column) => column + grid.firstColumn),
    doubts,
    long: long?.map((column) => column + grid.firstColumn) ?? null,
  };
}

/** Rows at the end that have no name, where the rows before them have one: lines of a template that nobody filled in. */
function withoutTemplates(
  scan: CellScan,
  body: readonly ShapedRow[],
  unitColumn: number | undefined,
): ShapedRow[] {
  if (unitColumn === undefined) return [...body];
  const isNameless = ({ row, kind }: ShapedRow) => kind === "unit" && keyAt(scan, row, unitColumn) === "";
  const lastNamed = body.findLastIndex((row) => row.kind === "unit" && !isNameless(row));
  return body.map((row, index) => (index > lastNamed && isNameless(row) ? { ...row, kind: "note" } : row));
}

function usedColumns(rows: RegionRows, run: RowRun): [number, number] {
  const { scan, region } = rows;
  let [first, end] = [region.endColumn, region.firstColumn];
  const [firstHeader, lastHeader] = run.headers ?? [0, -1];
  const headers = Array.from({ length: lastHeader - firstHeader + 1 }, (_, index) => firstHeader + index);
  for (const row of [...headers, ...run.body.map((one) => one.row)]) {
    const start = (rows.rows[row] ?? 0) * scan.columnCount;
    for (let column = region.firstColumn; column < first; column += 1) {
      if (scan.kinds[start + column] !== BLANK) first = column;
    }
    for (let column = region.endColumn - 1; column >= end; column -= 1) {
      if (scan.kinds[start + column] !== BLANK) end = column + 1;
    }
  }
  return [first, end];
}

function isUsed(
  { kinds, columnCount }: CellScan,
  row: number,
  firstColumn: number,
  endColumn: number,
): boolean {
  for (let column = firstColumn; column < endColumn; column += 1) {
    if (kinds[row * columnCount + column] !== BLANK) return true;
  }
  return false;
}
