import { range } from "../numbers/range";
import { readTable, type WorkbookReading } from "../recognise/reading/readTables";
import type { TableReading } from "../recognise/reading/tableReading";
import { settledShape, standsAt } from "../recognise/settled/settledShape";
import type { Steps } from "../steps";
import type { HeaderPlace } from "./answers";
import { namesUnits } from "./suggest";

/** So many columns are looked at for the names of the units. */
const COLUMNS_LOOKED_AT = 6;

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
  const { column: first, columnCount } = found.sheet.area;
  const looked = range(first, first + Math.min(columnCount, COLUMNS_LOOKED_AT));
  for (const column of unitColumn === null ? looked : [unitColumn]) {
    const shape = settledShape(found.sheet, shapes, {
      ...place,
      unitColumn: column,
      weightRow: settled.weightRow,
    });
    if (shape === null) continue;
    const reading = yield* readTable(shape, snapshot);
    const profile = reading.columns.find((one) => one.column === column)?.profile;
    if (unitColumn !== null || (profile !== undefined && namesUnits(profile))) return reading;
  }
  return null;
}
