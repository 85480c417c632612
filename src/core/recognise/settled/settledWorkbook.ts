import type { SheetReading, WorkbookReading } from "../reading/readTables";
import type { TableReading } from "../reading/tableReading";

/**
 * The workbook with the table that the clerk settled, and those tables of other sheets that have the same header: they
 * are read alike, a sheet for each group or each month. What else stands on the sheets counts nothing.
 */
export function settledWorkbook(
  { snapshot, sheets }: WorkbookReading,
  settled: TableReading,
): WorkbookReading {
  return {
    snapshot,
    sheets: sheets.map((reading): SheetReading =>
      reading.sheet === settled.sheet
        ? { ...reading, tables: [settled], isSettled: true }
        : {
            ...reading,
            tables: reading.tables.filter((table) => hasHeaderOf(table, settled)),
            isSettled: true,
          },
    ),
  };
}

function hasHeaderOf(table: TableReading, settled: TableReading): boolean {
  const [unit] = settled.shape.unitColumns;
  if (unit === undefined || settled.shape.headerRows === null) return false;
  const sameUnits =
    (table.shape.unitColumns[0] ?? -1) - table.shape.firstColumn === unit - settled.shape.firstColumn;
  return sameUnits && headerOf(table) === headerOf(settled);
}

function headerOf({ columns }: TableReading): string {
  return JSON.stringify(columns.map(({ path }) => path));
}
