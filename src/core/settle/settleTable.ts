import { readTable, type WorkbookReading } from "../recognise/reading/readTables";
import type { TableReading } from "../recognise/reading/tableReading";
import type { SettledPlace } from "../recognise/settled/settledPlace";
import { settledShape, standsAt } from "../recognise/settled/settledShape";
import type { Steps } from "../steps";
import type { HeaderPlace } from "./answers";

/**
 * Reads the table under a header that the clerk chose: as it was read already where nothing is otherwise, else anew
 * with the units in `unitColumn`, or in the column that the evidence suggests. Null where nothing stands there.
 */
export function* readTableAt(
  { snapshot, sheets }: WorkbookReading,
  place: HeaderPlace,
  settled: { readonly unitColumn: number | null; readonly weightRow: number | null },
): Steps<TableReading | null> {
  const found = sheets.find(({ sheet }) => sheet.name === place.sheet);
  if (found === undefined) return null;
  const known = found.tables.find(({ shape }) => standsAt(shape, place));
  const unitColumn = settled.unitColumn ?? known?.shape.unitColumns[0] ?? null;
  if (known !== undefined && settled.unitColumn === null && settled.weightRow === null) return known;
  const shapes = found.tables.map(({ shape }) => shape);
  for (const column of unitColumn === null ? namingColumns(found.sheet.area) : [unitColumn]) {
    const shape = settledShape(found.sheet, shapes, {
      ...place,
      unitColumn: column,
      weightRow: settled.weightRow,
    });
    if (shape === null) continue;
    const reading = yield* readTable(shape, snapshot);
    if (unitColumn !== null || namesUnits(reading, column)) return reading;
  }
  return null;
}

/** The first columns are looked at for the names of the units. */
const COLUMNS_LOOKED_AT = 6;

function namingColumns({ column, columnCount }: { column: number; columnCount: number }): number[] {
  const columns = Array.from(
    { length: Math.min(columnCount, COLUMNS_LOOKED_AT) },
    (_, index) => column + index,
  );
  // Where no column names the units, the first has to do.
  return columns;
}

function namesUnits({ columns }: TableReading, column: number): boolean {
  const profile = columns.find((one) => one.column === column)?.profile;
  return profile !== undefined && profile.texts > profile.numbers && profile.distinct * 2 > profile.texts;
}

/** The place of a table as the workbook keeps it. */
export function settledPlaceOf(
  place: HeaderPlace,
  unitColumn: number,
  weightRow: number | null,
): SettledPlace {
  return { ...place, unitColumn, weightRow };
}
