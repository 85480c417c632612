import {
  BooleanNumber,
  generateRandomId,
  type IBorderData,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { cellKey, cellOfKey, type CellKey } from "../../core/workbook/address";
import {
  isCellError,
  numberFormatAt,
  valueAt,
  type SheetSnapshot,
  type Snapshot,
} from "../../core/workbook/snapshot";
import type { CellLook } from "../../workbook/file/cellLooks";
import type { SheetLook } from "../../workbook/file/sheetLook";
import { encodeMark, MARK_NAME } from "../../workbook/sheetMark";
import { rangeOf } from "./areas";
import { cellOfInput } from "./cellContent";
import { dateShift, shifted } from "./dateShift";
import { gridLineOf, gridStyleOf } from "./cellStyle";
import { pixelsOfCharacters, pixelsOfPoints } from "./lengths";
import { newSheetData } from "./sheetData";
import { emptyRecord, sheetMetadata } from "./sheetRecord";
import { emptyWorkbookRecord, workbookMetadata } from "./workbookRecord";

/** A workbook for the grid: what a file says, and how its sheets look, by sheet name. */
export function workbookData(
  name: string,
  snapshot: Snapshot,
  looks: ReadonlyMap<string, SheetLook>,
): Partial<IWorkbookData> {
  const styles = new StyleTable();
  const sheets = snapshot.sheets.map((sheet) =>
    sheetData(sheet, snapshot.dateSystem, looks.get(sheet.name), styles),
  );
  return {
    id: generateRandomId(),
    name,
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    styles: styles.byId,
    custom: workbookMetadata({
      ...emptyWorkbookRecord,
      dateSystem: snapshot.dateSystem,
      isStructureProtected: snapshot.structureProtected,
    }),
  };
}

function sheetData(
  sheet: SheetSnapshot,
  dateSystem: Snapshot["dateSystem"],
  look: SheetLook | undefined,
  styles: StyleTable,
): IWorksheetData {
  const cells = cellsOf(sheet, dateSystem);
  for (const { row, column, look: cellLook } of look?.cells ?? []) {
    styles.put(cells, row, column, gridStyleOfLook(cellLook));
  }
  for (const [key, format] of sheet.numberFormats) {
    const { row, column } = cellOfKey(key);
    styles.put(cells, row, column, { n: { pattern: format } });
  }
  const used = {
    rows: sheet.area.row + sheet.area.rowCount,
    columns: sheet.area.column + sheet.area.columnCount,
  };
  return newSheetData(sheet.id, sheet.name, used, {
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    cellData: cells,
    mergeData: sheet.merges.map(rangeOf),
    rowData: rowsOf(sheet, look),
    columnData: columnsOf(sheet, look),
    freeze: {
      startRow: look?.frozenRows ? look.frozenRows : -1,
      startColumn: look?.frozenColumns ? look.frozenColumns : -1,
      ySplit: look?.frozenRows ?? 0,
      xSplit: look?.frozenColumns ?? 0,
    },
    custom: sheetMetadata({
      ...emptyRecord,
      names: sheet.mark
        ? [{ name: MARK_NAME, formula: encodeMark(sheet.mark, sheet.name), isVisible: false }]
        : [],
      dropDowns: look?.dropDowns ?? [],
      tables: sheet.tables,
      filterArea: sheet.filtered ? sheet.area : null,
      isProtected: sheet.protected,
      isVeryHidden: sheet.visibility === "veryHidden",
    }),
  });
}

type CellTable = Record<number, Record<number, ICellData>>;

function cellsOf(sheet: SheetSnapshot, dateSystem: Snapshot["dateSystem"]): CellTable {
  const cells: CellTable = {};
  const spilled = spilledKeys(sheet);
  sheet.values.forEach((values, rowOffset) => {
    values.forEach((value, columnOffset) => {
      const row = sheet.area.row + rowOffset;
      const column = sheet.area.column + columnOffset;
      if (value === null || spilled.has(cellKey(row, column))) return;
      const days =
        typeof value === "number" ? dateShift(dateSystem, numberFormatAt(sheet, { row, column })) : 0;
      (cells[row] ??= {})[column] = compact(cellOfInput(shifted(value, days)));
    });
  });
  for (const [key, formula] of sheet.formulas) {
    const { row, column } = cellOfKey(key);
    const line = (cells[row] ??= {});
    // On opening, the grid calculates what has no result: what a formula lacked for one may be there now.
    const isError = isCellError(valueAt(sheet, { row, column }));
    line[column] = isError ? { f: formula } : { ...line[column], f: formula };
  }
  // The grid spills a result only when it has calculated it.
  for (const { row, column } of sheet.spills ?? []) {
    const formula = cells[row]?.[column]?.f;
    if (cells[row] && formula) cells[row][column] = { f: formula };
  }
  return cells;
}

/** Cells that a formula elsewhere fills: as constants they would stand in its way. */
function spilledKeys(sheet: SheetSnapshot): ReadonlySet<CellKey> {
  const keys = new Set<CellKey>();
  for (const { row, column, rowCount, columnCount } of sheet.spills ?? []) {
    for (let down = 0; down < rowCount; down += 1) {
      for (let right = 0; right < columnCount; right += 1) keys.add(cellKey(row + down, column + right));
    }
    keys.delete(cellKey(row, column));
  }
  return keys;
}

/** A cell without the empty fields that only matter when it takes the place of another. */
function compact(cell: ICellData): ICellData {
  return Object.fromEntries(Object.entries(cell).filter(([, field]) => field !== null));
}

function rowsOf(sheet: SheetSnapshot, look: SheetLook | undefined): Record<number, IRowData> {
  const rows: Record<number, IRowData> = {};
  for (const [row, height] of look?.rowHeights ?? []) {
    rows[row] = { h: pixelsOfPoints(height), ia: BooleanNumber.FALSE };
  }
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(sheet: SheetSnapshot, look: SheetLook | undefined): Record<number, IColumnData> {
  const columns: Record<number, IColumnData> = {};
  for (const [column, width] of look?.columnWidths ?? []) columns[column] = { w: pixelsOfCharacters(width) };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

/** Styles of all cells, each kept once: the grid's cells name them. */
class StyleTable {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();

  /** Adds a style to what a cell has already. */
  put(cells: CellTable, row: number, column: number, style: IStyleData): void {
    const line = (cells[row] ??= {});
    const cell = (line[column] ??= {});
    const standing = typeof cell.s === "string" ? this.byId[cell.s] : undefined;
    cell.s = this.idOf({ ...standing, ...style });
  }

  private idOf(style: IStyleData): string {
    const text = JSON.stringify(style);
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = `s${String(this.ids.size)}`;
    this.ids.set(text, id);
    this.byId[id] = style;
    return id;
  }
}

function gridStyleOfLook({ lines, ...look }: CellLook): IStyleData {
  const { top, bottom, left, right } = lines;
  const borders: IBorderData = {
    ...(top ? { t: gridLineOf(top) } : {}),
    ...(bottom ? { b: gridLineOf(bottom) } : {}),
    ...(left ? { l: gridLineOf(left) } : {}),
    ...(right ? { r: gridLineOf(right) } : {}),
  };
  return { ...gridStyleOf(look), ...(Object.keys(borders).length > 0 ? { bd: borders } : {}) };
}
