import type { Decimal } from "../../numbers/decimal";
import type { Fact, FactTable } from "../../facts/fact";
import type { SheetGrid, ShapedTable } from "../../shape/shape";
import { readNumberFormat } from "../../workbook/numberFormat";
import type { SheetSnapshot } from "../../workbook/snapshot";

/** The body of a table as the arithmetic looks at it: rows of units and columns, both counted from 0. */
export function factTable(
  { grid, firstColumn, endColumn }: ShapedTable,
  unitRows: readonly number[],
  stated: readonly (readonly (Decimal | null)[])[],
  workbook: readonly SheetSnapshot[],
): FactTable {
  const rowAt = (row: number) => unitRows[row] ?? grid.endRow;
  return {
    rowCount: unitRows.length,
    columnCount: endColumn - firstColumn,
    value: (row, column) => grid.value(rowAt(row), firstColumn + column),
    formula: (row, column) => grid.formula(rowAt(row), firstColumn + column),
    place: (row, column) => ({
      sheet: grid.sheet.name,
      ...grid.position(rowAt(row), firstColumn + column),
    }),
    shownPlaces: (row, column) => shownPlaces(grid, rowAt(row), firstColumn + column),
    stated,
    workbook,
    full: true,
  };
}

/** Decimals that a cell's number format shows; null where it shows as many as there are. */
function shownPlaces(grid: SheetGrid, row: number, column: number): number | null {
  const format = grid.numberFormat(row, column);
  return format === "General" ? null : readNumberFormat(format).places;
}

/** The fact with the columns of the grid instead of those counted from the table's first. */
export function onGrid(fact: Fact, firstColumn: number): Fact {
  const moved = (column: number) => column + firstColumn;
  return {
    ...fact,
    column: moved(fact.column),
    of: fact.of.map(moved),
    plus: fact.plus.map(moved),
    minus: fact.minus.map(moved),
    unused: fact.unused.map(moved),
    broken: fact.broken.map((cell) => ({ ...cell, column: moved(cell.column) })),
    within: fact.within === null ? null : moved(fact.within),
  };
}
