import { BooleanNumber, type IStyleData, type Worksheet } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import { cellKey, cellOfKey, contains, type Area, type CellPosition } from "../../core/workbook/address";
import type { DeclaredTable } from "../../core/workbook/snapshot";
import type {
  HostAreaBorders,
  HostCellBorders,
  HostDropDown,
  HostCells,
  HostFilter,
  HostFrozen,
  HostInput,
  HostLink,
  HostName,
  HostPage,
  HostSheet,
  HostStyle,
  SheetVisibility,
} from "../emulator/hostWorkbook";
import { withDropDown } from "../emulator/dropDowns";
import { areaOf, rangeOf, rectangle } from "./areas";
import {
  clearCells,
  copyCells,
  formatAt,
  formatCells,
  makeRoom,
  readCells,
  spilledAreas,
  styleCells,
  styleWholeSheet,
  usedArea,
  writeCells,
} from "./cells";
import { gridBordersAt, gridStyleOf, hostBordersOf, hostStyleOf } from "./cellStyle";
import { forgetUndo, mutate, worksheetOf, type GridContext } from "./gridContext";
import { pixelsOfPoints, pointsOfPixels } from "./lengths";
import { putSheetRecord, sheetRecord, type SheetRecord } from "./sheetRecord";

/** A sheet of the grid, as the host emulator works on it. It holds no data: the grid does. */
export class GridSheet implements HostSheet {
  constructor(
    private readonly context: GridContext,
    readonly id: string,
  ) {}

  name(): string {
    return this.worksheet().getName();
  }

  rename(name: string): void {
    // The command, not its mutation: formulas that name the sheet follow, as in Excel.
    const { workbook, commands } = this.context;
    commands.syncExecuteCommand(SetWorksheetNameCommand.id, {
      unitId: workbook.getUnitId(),
      subUnitId: this.id,
      name,
    });
    forgetUndo(this.context);
  }

  visibility(): SheetVisibility {
    if (this.worksheet().isSheetHidden() !== BooleanNumber.TRUE) return "visible";
    return this.record().isVeryHidden ? "veryHidden" : "hidden";
  }

  setVisibility(visibility: SheetVisibility): void {
    const hidden = visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    mutate(this.context, SetWorksheetHideMutation, { subUnitId: this.id, hidden });
    this.putRecord({ isVeryHidden: visibility === "veryHidden" });
  }

  tabColor(): string {
    return this.worksheet().getTabColor() ?? "";
  }

  setTabColor(color: string): void {
    mutate(this.context, SetTabColorMutation, { subUnitId: this.id, color });
  }

  usedArea(valuesOnly: boolean): Area | null {
    return usedArea(this.context, this.worksheet(), valuesOnly);
  }

  read(area: Area): HostCells {
    return readCells(this.context, this.worksheet(), area);
  }

  /** Areas of more than one cell that the formula in their corner fills. */
  spilledAreas(): readonly Area[] {
    return spilledAreas(this.context, this.worksheet());
  }

  write(area: Area, inputs: readonly (readonly HostInput[])[]): void {
    writeCells(this.context, this.worksheet(), area, inputs);
  }

  numberFormats(area: Area): readonly (readonly string[])[] {
    const worksheet = this.worksheet();
    return rectangle(area, (row, column) => formatAt(worksheet, row, column));
  }

  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void {
    formatCells(this.context, this.worksheet(), area, formats);
  }

  copyCells(source: HostSheet, area: Area): void {
    const from = worksheetOf(this.context, source.id);
    this.unmerge(area);
    copyCells(this.context, from, this.worksheet(), area);
    const merges = source.merges().filter((merge) => contains(area, merge));
    if (merges.length > 0) {
      mutate(this.context, AddWorksheetMergeMutation, { subUnitId: this.id, ranges: merges.map(rangeOf) });
    }
    const isInside = ([key]: [string, HostLink]): boolean => contains(area, cellOfKey(Number(key)));
    const kept = Object.entries(this.record().links).filter((entry) => !isInside(entry));
    const copied = Object.entries(sheetRecord(from).links).filter(isInside);
    this.putRecord({ links: Object.fromEntries([...kept, ...copied]) });
  }

  clear(area: Area, what: "all" | "contents" | "formats"): void {
    clearCells(this.context, this.worksheet(), area, what);
  }

  merges(): readonly Area[] {
    return this.worksheet().getMergeData().map(areaOf);
  }

  merge(area: Area): void {
    makeRoom(this.context, this.worksheet(), area);
    mutate(this.context, AddWorksheetMergeMutation, { subUnitId: this.id, ranges: [rangeOf(area)] });
  }

  unmerge(area: Area): void {
    mutate(this.context, RemoveWorksheetMergeMutation, { subUnitId: this.id, ranges: [rangeOf(area)] });
  }

  hiddenRows(): ReadonlySet<number> {
    const rows = this.worksheet().getHiddenRows();
    return new Set(rows.flatMap(({ startRow, endRow }) => integers(startRow, endRow)));
  }

  hiddenColumns(): ReadonlySet<number> {
    const columns = this.worksheet().getHiddenCols();
    return new Set(columns.flatMap(({ startColumn, endColumn }) => integers(startColumn, endColumn)));
  }

  setRowsHidden(first: number, count: number, isHidden: boolean): void {
    const ranges = [rangeOf(this.rows(first, count))];
    mutate(this.context, isHidden ? SetRowHiddenMutation : SetRowVisibleMutation, {
      subUnitId: this.id,
      ranges,
    });
  }

  setColumnsHidden(first: number, count: number, isHidden: boolean): void {
    const ranges = [rangeOf(this.columns(first, count))];
    mutate(this.context, isHidden ? SetColHiddenMutation : SetColVisibleMutation, {
      subUnitId: this.id,
      ranges,
    });
  }

  rowHeight(row: number): number {
    return pointsOfPixels(this.worksheet().getRowManager().getRowHeight(row));
  }

  setRowHeight(first: number, count: number, height: number): void {
    const target = { subUnitId: this.id, ranges: [rangeOf(this.rows(first, count))] };
    mutate(this.context, SetWorksheetRowHeightMutation, { ...target, rowHeight: pixelsOfPoints(height) });
    mutate(this.context, SetWorksheetRowIsAutoHeightMutation, {
      ...target,
      autoHeightInfo: BooleanNumber.FALSE,
    });
  }

  columnWidth(column: number): number {
    return pointsOfPixels(this.worksheet().getColumnWidth(column));
  }

  setColumnWidth(first: number, count: number, width: number): void {
    mutate(this.context, SetWorksheetColWidthMutation, {
      subUnitId: this.id,
      ranges: [rangeOf(this.columns(first, count))],
      colWidth: pixelsOfPoints(width),
    });
  }

  styleAt(cell: CellPosition): HostStyle {
    return hostStyleOf(this.worksheet().getComposedCellStyle(cell.row, cell.column));
  }

  setStyle(area: Area, style: HostStyle): void {
    this.style(area, () => gridStyleOf(style));
  }

  bordersAt(cell: CellPosition): HostCellBorders {
    return hostBordersOf(this.worksheet().getComposedCellStyle(cell.row, cell.column));
  }

  setBorders(area: Area, borders: HostAreaBorders): void {
    this.style(area, (row, column) => ({ bd: gridBordersAt(area, { row, column }, borders) }));
  }

  page(): HostPage {
    return this.record().page;
  }

  setPage(page: HostPage): void {
    this.putRecord({ page: { ...this.record().page, ...page } });
  }

  frozen(): HostFrozen {
    const { xSplit, ySplit } = this.worksheet().getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  setFrozen({ rows, columns }: HostFrozen): void {
    mutate(this.context, SetFrozenMutation, {
      subUnitId: this.id,
      // The grid's way to say "nothing is frozen in this direction" is a start of -1.
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  names(): readonly HostName[] {
    return this.record().names;
  }

  putName(name: HostName): void {
    this.putRecord({ names: [...without(this.names(), name.name), name] });
  }

  deleteName(name: string): void {
    this.putRecord({ names: without(this.names(), name) });
  }

  tables(): readonly DeclaredTable[] {
    return this.record().tables;
  }

  filter(): HostFilter | null {
    const area = this.record().filterArea;
    if (!area) return null;
    const hidden = this.hiddenRows();
    return {
      area,
      isFiltering: integers(area.row, area.row + area.rowCount - 1).some((row) => hidden.has(row)),
    };
  }

  setFilter(area: Area | null): void {
    this.putRecord({ filterArea: area });
  }

  linkAt(cell: CellPosition): HostLink | null {
    return this.record().links[cellKey(cell.row, cell.column)] ?? null;
  }

  setLink(cell: CellPosition, link: HostLink | null): void {
    const key = cellKey(cell.row, cell.column);
    const others = Object.entries(this.record().links).filter(([other]) => Number(other) !== key);
    this.putRecord({ links: Object.fromEntries(link ? [...others, [key, link]] : others) });
  }

  dropDowns(): readonly HostDropDown[] {
    return this.record().dropDowns ?? [];
  }

  setDropDown(area: Area, source: string | null): void {
    this.putRecord({ dropDowns: withDropDown(this.dropDowns(), area, source) });
  }

  isProtected(): boolean {
    return this.record().isProtected;
  }

  setProtected(isProtected: boolean): void {
    this.putRecord({ isProtected });
  }

  private worksheet(): Worksheet {
    return worksheetOf(this.context, this.id);
  }

  private record(): SheetRecord {
    return sheetRecord(this.worksheet());
  }

  private putRecord(change: Partial<SheetRecord>): void {
    putSheetRecord(this.worksheet(), change);
  }

  private style(area: Area, styleFor: (row: number, column: number) => IStyleData): void {
    const worksheet = this.worksheet();
    const isWholeSheet =
      area.row === 0 &&
      area.column === 0 &&
      area.rowCount > worksheet.getRowCount() &&
      area.columnCount > worksheet.getColumnCount();
    if (isWholeSheet) styleWholeSheet(this.context, worksheet, styleFor(0, 0));
    else styleCells(this.context, worksheet, area, styleFor);
  }

  private rows(first: number, count: number): Area {
    const area = { row: first, column: 0, rowCount: count, columnCount: 1 };
    makeRoom(this.context, this.worksheet(), area);
    return area;
  }

  private columns(first: number, count: number): Area {
    const area = { row: 0, column: first, rowCount: 1, columnCount: count };
    makeRoom(this.context, this.worksheet(), area);
    return area;
  }
}

function without(names: readonly HostName[], name: string): readonly HostName[] {
  return names.filter((other) => other.name.toLowerCase() !== name.toLowerCase());
}

function integers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}
