import type { SheetReading, WorkbookReading } from "../reading/readTables";
import type { TableReading } from "../reading/tableReading";

/**
 * The workbook with the table that the clerk settled, and those tables of other sheets that have the same header: they
 * are read alike, a sheet for each group or each month. With `countsRecords`, tables of other sheets that are records
 * of bonus and deduction count too. What else stands on the sheets counts nothing.
 */
export function settledWorkbook(
  { snapshot, sheets }: WorkbookReading,
  settled: TableReading,
  countsRecords = false,
): WorkbookReading {
  return {
    snapshot,
    sheets: sheets.map((reading): SheetReading => {
      if (reading.sheet === settled.sheet) return { ...reading, tables: [settled], isSettled: true };
      const alike = reading.tables.filter((table) => hasHeaderOf(table, settled));
      const others = reading.tables.filter((table) => !alike.includes(table));
      return {
        ...reading,
        tables: alike,
        ...(countsRecords ? { records: others } : {}),
        isSettled: true,
      };
    }),
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
