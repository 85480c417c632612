import { BooleanNumber, mergeWorksheetSnapshotWithDefault, type IWorksheetData } from "@univerjs/core";
import { pixelsOfPoints } from "./lengths";
import { emptyRecord, sheetMetadata } from "./sheetRecord";

/** The grid draws at least this many rows and columns, and grows when something is written beyond them. */
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 26;
/** Room left free behind the last used row and column. */
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 6;

/** Excel's defaults with 11-point fonts, in points. */
const DEFAULT_ROW_HEIGHT = 15;
const DEFAULT_COLUMN_WIDTH = 54;

/**
 * A new sheet for the grid, empty unless data is given.
 *
 * @param used how many rows and columns have to have room
 */
export function newSheetData(
  id: string,
  name: string,
  used: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 },
  data: Partial<IWorksheetData> = {},
): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({
    id,
    name,
    hidden: BooleanNumber.FALSE,
    rowCount: Math.max(LEAST_ROWS, used.rows + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, used.columns + SPARE_COLUMNS),
    defaultRowHeight: pixelsOfPoints(DEFAULT_ROW_HEIGHT),
    defaultColumnWidth: pixelsOfPoints(DEFAULT_COLUMN_WIDTH),
    custom: sheetMetadata(emptyRecord),
    ...data,
  });
}
