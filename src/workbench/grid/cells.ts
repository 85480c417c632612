import {
  ObjectMatrix,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type IStyleData,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetDefaultStyleMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import { contains, type Area } from "../../core/workbook/address";
import type { HostCells, HostInput } from "../emulator/hostWorkbook";
import { areaOf, Bounds, rectangle } from "./areas";
import { cellOfInput, valueOfCell } from "./cellContent";
import { dateShift } from "./dateShift";
import { mutate, type GridContext } from "./gridContext";
import { workbookRecord } from "./workbookRecord";

type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Days that the grid adds to the workbook's number in a cell; see `dateShift`. */
function shiftAt(context: GridContext, worksheet: Worksheet, row: number, column: number): number {
  const { dateSystem } = workbookRecord(context.workbook);
  return dateSystem === "1900" ? 0 : dateShift(dateSystem, formatAt(worksheet, row, column));
}

/** The number format of a cell. */
export function formatAt(worksheet: Worksheet, row: number, column: number): string {
  return worksheet.getComposedCellStyle(row, column).n?.pattern ?? "General";
}

/** Values and formulas of an area, the cells of spilled results included; dates as the workbook counts them. */
export function readCells(context: GridContext, worksheet: Worksheet, area: Area): HostCells {
  const unitId = context.workbook.getUnitId();
  const sheetId = worksheet.getSheetId();
  const spilled = spilledCells(context, sheetId);
  const cells = worksheet.getCellMatrix();
  return {
    values: rectangle(area, (row, column) => {
      const cell = cells.getValue(row, column);
      const value = valueOfCell(cell) ?? valueOfCell(spilled?.[row]?.[column]);
      return typeof value === "number" ? value - shiftAt(context, worksheet, row, column) : value;
    }),
    formulas: rectangle(area, (row, column) => {
      const cell = cells.getValue(row, column);
      if (!cell || (!cell.f && !cell.si)) return null;
      return context.formulas.getFormulaStringByCell(row, column, sheetId, unitId) ?? cell.f ?? null;
    }),
  };
}

/**
 * Areas of more than one cell that the formula in their corner fills. One that something blocks keeps to its cell,
 * which is then its area.
 */
export function spilledAreas(context: GridContext, worksheet: Worksheet): Area[] {
  const sheetId = worksheet.getSheetId();
  const unitId = context.workbook.getUnitId();
  const ranges = context.formulas.getArrayFormulaRange()[unitId]?.[sheetId];
  const results = spilledCells(context, sheetId);
  const areas: Area[] = [];
  new ObjectMatrix<Nullable<IRange>>(ranges ?? {}).forValue((_row, _column, range) => {
    if (!range) return;
    const area = areaOf(range);
    if (area.rowCount * area.columnCount === 1) return;
    // A spill that something blocks has a range, and no results in it.
    const isBlocked = !results?.[range.endRow]?.[range.endColumn];
    areas.push(isBlocked ? { ...area, rowCount: 1, columnCount: 1 } : area);
  });
  return areas;
}

/** Writes inputs of the area's size, dates as the workbook counts them; `undefined` leaves a cell alone. Formats stay. */
export function writeCells(
  context: GridContext,
  worksheet: Worksheet,
  area: Area,
  inputs: readonly (readonly HostInput[])[],
): void {
  makeRoom(context, worksheet, area);
  const cells: CellMatrix = {};
  inputs.forEach((line, row) => {
    line.forEach((input, column) => {
      if (input === undefined) return;
      const place = { row: area.row + row, column: area.column + column };
      const shown =
        typeof input === "number" ? input + shiftAt(context, worksheet, place.row, place.column) : input;
      (cells[place.row] ??= {})[place.column] = cellOfInput(shown);
    });
  });
  setCells(context, worksheet, cells);
}

/** Sets number formats of the area's size; `undefined` leaves a cell alone. The workbook's numbers stay. */
export function formatCells(
  context: GridContext,
  worksheet: Worksheet,
  area: Area,
  formats: readonly (readonly (string | undefined)[])[],
): void {
  const shifts = rectangle(area, (row, column) => shiftAt(context, worksheet, row, column));
  styleCells(context, worksheet, area, (row, column) => {
    const format = formats[row - area.row]?.[column - area.column];
    if (format === undefined) return null;
    return { n: format === "General" ? null : { pattern: format } };
  });
  const present = worksheet.getCellMatrix();
  const cells: CellMatrix = {};
  shifts.forEach((line, down) => {
    line.forEach((before, right) => {
      const [row, column] = [area.row + down, area.column + right];
      const days = shiftAt(context, worksheet, row, column) - before;
      const cell = present.getValue(row, column);
      const value = valueOfCell(cell);
      if (days === 0 || typeof value !== "number" || cell?.f || cell?.si) return;
      (cells[row] ??= {})[column] = cellOfInput(value + days);
    });
  });
  setCells(context, worksheet, cells);
}

/** Gives each cell of the area the style that the function returns for it; null leaves the cell alone. */
export function styleCells(
  context: GridContext,
  worksheet: Worksheet,
  area: Area,
  styleFor: (row: number, column: number) => IStyleData | null,
): void {
  makeRoom(context, worksheet, area);
  const present = worksheet.getCellMatrix();
  const cells: CellMatrix = {};
  for (let row = area.row; row < area.row + area.rowCount; row += 1) {
    for (let column = area.column; column < area.column + area.columnCount; column += 1) {
      const style = styleFor(row, column);
      if (!style) continue;
      // Without its type the grid would guess anew, and make a number of the text "95".
      const type = present.getValue(row, column)?.t;
      (cells[row] ??= {})[column] = type ? { s: style, t: type } : { s: style };
    }
  }
  setLooks(context, worksheet, cells);
}

/** Gives a style to every cell of the sheet that has none of its own. */
export function styleWholeSheet(context: GridContext, worksheet: Worksheet, style: IStyleData): void {
  mutate(context, SetWorksheetDefaultStyleMutation, {
    subUnitId: worksheet.getSheetId(),
    defaultStyle: { ...worksheet.getDefaultCellStyleInternal(), ...style },
  });
}

/** Makes an area's cells those of the same area of another sheet: contents and looks. */
export function copyCells(context: GridContext, source: Worksheet, target: Worksheet, area: Area): void {
  makeRoom(context, target, area);
  clearCells(context, target, area, "all");
  const styles = context.workbook.getStyles();
  const { formulas } = readCells(context, source, area);
  const cells: CellMatrix = {};
  source.getCellMatrix().forValue((row, column, cell) => {
    if (!cell || !contains(area, { row, column })) return;
    const formula = formulas[row - area.row]?.[column - area.column] ?? null;
    const { v, t, p } = cell;
    const content = formula === null ? { v, t, p } : cellOfInput({ formula });
    (cells[row] ??= {})[column] = { ...content, s: styles.getStyleByCell(cell) };
  });
  setCells(context, target, cells);
}

/** Empties contents, formats, or both, of the cells of an area. */
export function clearCells(
  context: GridContext,
  worksheet: Worksheet,
  area: Area,
  what: "all" | "contents" | "formats",
): void {
  const cells: CellMatrix = {};
  worksheet.getCellMatrix().forValue((row, column, cell) => {
    if (!cell || !contains(area, { row, column })) return;
    (cells[row] ??= {})[column] =
      what === "all"
        ? null
        : what === "contents"
          ? cellOfInput(null)
          : { s: null, ...(cell.t ? { t: cell.t } : {}) };
  });
  if (what === "formats") setLooks(context, worksheet, cells);
  else setCells(context, worksheet, cells);
}

/** The smallest area around everything used; see `HostSheet.usedArea`. */
export function usedArea(context: GridContext, worksheet: Worksheet, valuesOnly: boolean): Area | null {
  const bounds = new Bounds();
  worksheet.getCellMatrix().forValue((row, column, cell) => {
    if (cell && (hasContent(cell) || (!valuesOnly && cell.s))) bounds.include(row, column);
  });
  const spilled = spilledCells(context, worksheet.getSheetId()) ?? {};
  for (const [row, line] of Object.entries(spilled)) {
    for (const column of Object.keys(line as object)) bounds.include(Number(row), Number(column));
  }
  return bounds.area();
}

/** Makes the grid's sheet large enough for an area. */
export function makeRoom(context: GridContext, worksheet: Worksheet, area: Area): void {
  const subUnitId = worksheet.getSheetId();
  const rowCount = area.row + area.rowCount;
  const columnCount = area.column + area.columnCount;
  if (rowCount > worksheet.getRowCount())
    mutate(context, SetWorksheetRowCountMutation, { subUnitId, rowCount });
  if (columnCount > worksheet.getColumnCount()) {
    mutate(context, SetWorksheetColumnCountMutation, { subUnitId, columnCount });
  }
}

function hasContent(cell: ICellData): boolean {
  return (cell.v !== undefined && cell.v !== null) || Boolean(cell.f) || Boolean(cell.si) || Boolean(cell.p);
}

function setCells(context: GridContext, worksheet: Worksheet, cellValue: CellMatrix): void {
  if (Object.keys(cellValue).length === 0) return;
  mutate(context, SetRangeValuesMutation, { subUnitId: worksheet.getSheetId(), cellValue });
}

/** The grid takes a cell set without a formula for one that loses its formula, unless styling is said to be why. */
function setLooks(context: GridContext, worksheet: Worksheet, cellValue: CellMatrix): void {
  if (Object.keys(cellValue).length === 0) return;
  mutate(context, SetRangeValuesMutation, {
    subUnitId: worksheet.getSheetId(),
    cellValue,
    trigger: SetStyleCommand.id,
  });
}

/** Results of array formulas outside the cell that has the formula. */
function spilledCells(context: GridContext, sheetId: string): Nullable<CellMatrix> {
  return context.formulas.getArrayFormulaCellData()[context.workbook.getUnitId()]?.[sheetId];
}
