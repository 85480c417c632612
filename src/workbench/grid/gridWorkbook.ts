import { generateRandomId, type Workbook } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetWorksheetActiveOperation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import type { Area } from "../../core/workbook/address";
import type { HostChange, HostName, HostSheet, HostWorkbook } from "../emulator/hostWorkbook";
import { areaOf, rangeOf } from "./areas";
import { Calculation } from "./calculation";
import { hostChangeOf } from "./changes";
import { forgetUndo, gridContext, mutate, worksheetOf, type GridContext } from "./gridContext";
import { GridSheet } from "./gridSheet";
import { newSheetData } from "./sheetData";
import type { Grid } from "./startGrid";
import { putWorkbookRecord, workbookRecord } from "./workbookRecord";

/**
 * The workbook that the grid shows, as the host emulator works on it. It holds no cells of its own: the grid
 * is where they are, so that the pane reads what the clerk sees.
 */
export class GridWorkbook implements HostWorkbook {
  readonly hasCustomFunctions = true;
  private readonly workbook: Workbook;
  private readonly context: GridContext;
  private readonly calculation: Calculation;

  constructor(
    private readonly grid: Grid,
    workbook: Workbook,
    readonly displayLanguage: string,
  ) {
    this.workbook = workbook;
    this.context = gridContext(grid, workbook);
    this.calculation = new Calculation(this.context);
  }

  get dateSystem(): "1900" | "1904" {
    return workbookRecord(this.workbook).dateSystem;
  }

  sheets(): readonly GridSheet[] {
    return this.workbook.getSheets().map((worksheet) => new GridSheet(this.context, worksheet.getSheetId()));
  }

  addSheet(name: string): HostSheet {
    const sheet = newSheetData(generateRandomId(), name);
    mutate(this.context, InsertSheetMutation, { index: this.workbook.getSheetOrders().length, sheet });
    forgetUndo(this.context);
    return new GridSheet(this.context, sheet.id);
  }

  deleteSheet(id: string): void {
    if (this.activeSheetId() === id) this.activateSheet(this.visibleNeighbour(id));
    mutate(this.context, RemoveSheetMutation, {
      subUnitId: id,
      subUnitName: worksheetOf(this.context, id).getName(),
    });
    forgetUndo(this.context);
  }

  moveSheet(id: string, position: number): void {
    mutate(this.context, SetWorksheetOrderMutation, {
      subUnitId: id,
      fromOrder: this.workbook.getSheetOrders().indexOf(id),
      toOrder: position,
    });
  }

  isStructureProtected(): boolean {
    return workbookRecord(this.workbook).isStructureProtected;
  }

  setStructureProtected(isStructureProtected: boolean): void {
    putWorkbookRecord(this.workbook, { isStructureProtected });
  }

  names(): readonly HostName[] {
    return workbookRecord(this.workbook).names;
  }

  putName(name: HostName): void {
    putWorkbookRecord(this.workbook, { names: [...this.namesBut(name.name), name] });
  }

  deleteName(name: string): void {
    putWorkbookRecord(this.workbook, { names: this.namesBut(name) });
  }

  activeSheetId(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }

  activateSheet(id: string): void {
    mutate(this.context, SetWorksheetActiveOperation, { subUnitId: id });
  }

  selection(): Area {
    const range = this.facade().getActiveRange()?.getRange();
    return range ? areaOf(range) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  }

  select(sheetId: string, area: Area): void {
    this.activateSheet(sheetId);
    const sheet = this.facade().getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`No sheet with id ${sheetId}`);
    sheet.getRange(rangeOf(area)).activate();
    sheet.scrollToCell(Math.max(0, area.row - 3), Math.max(0, area.column - 3));
  }

  isEditing(): boolean {
    return this.context.injector.get(IEditorBridgeService).isVisible().visible;
  }

  calculate(): void {
    this.calculation.start();
  }

  /** Resolves when all formulas show the results of all changes made so far, or that they are busy. */
  settled(): Promise<void> {
    return this.calculation.settled();
  }

  /** Stops watching the grid. */
  dispose(): void {
    this.calculation.dispose();
  }

  settings(): ReadonlyMap<string, string> {
    return new Map(Object.entries(workbookRecord(this.workbook).settings));
  }

  saveSettings(settings: ReadonlyMap<string, string>): void {
    putWorkbookRecord(this.workbook, { settings: Object.fromEntries(settings) });
  }

  onChange(listener: (change: HostChange) => void): () => void {
    const subscription = this.context.commands.onCommandExecuted((command, options) => {
      const change = hostChangeOf(command, options);
      if (change) listener(change);
    });
    return () => {
      subscription.dispose();
    };
  }

  private facade() {
    const facade = this.grid.api.getWorkbook(this.workbook.getUnitId());
    if (!facade) throw new Error("The grid no longer shows this workbook");
    return facade;
  }

  private namesBut(name: string): readonly HostName[] {
    return this.names().filter((other) => other.name.toLowerCase() !== name.toLowerCase());
  }

  private visibleNeighbour(id: string): string {
    const visible = this.workbook.getUnhiddenWorksheets();
    const position = visible.indexOf(id);
    const neighbour = visible[position + 1] ?? visible[position - 1];
    if (neighbour === undefined) throw new Error("The last visible sheet cannot be taken away");
    return neighbour;
  }
}
