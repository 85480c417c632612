import type { Area } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { followSheet } from "./followSheet";
import type { HostChange, HostName, HostSheet, HostWorkbook } from "./hostWorkbook";
import { MemorySheet } from "./memorySheet";

/** Gives a formula's value; `sheet` is the sheet that it stands on. */
export type Calculate = (formula: string, sheet: HostSheet, workbook: HostWorkbook) => CellValue;

/** What a memory workbook can be told about its host. */
export interface MemoryWorkbookOptions {
  readonly displayLanguage?: string;
  readonly hasCustomFunctions?: boolean;
  readonly dateSystem?: "1900" | "1904";
  /** How formulas are calculated. Without it each gives `#CALC!`: no value is made up. */
  readonly calculate?: Calculate;
}

/** A workbook in memory, for tests and for runs without a screen. It begins with the sheets named. */
export class MemoryWorkbook implements HostWorkbook {
  readonly displayLanguage: string;
  readonly hasCustomFunctions: boolean;
  readonly dateSystem: "1900" | "1904";
  private readonly calculateFormula: Calculate;
  private readonly list: MemorySheet[] = [];
  private readonly nameList = new Map<string, HostName>();
  private readonly listeners = new Set<(change: HostChange) => void>();
  private settingTexts: ReadonlyMap<string, string> = new Map();
  private structureProtected = false;
  private editing = false;
  private selected: Area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  private activeId: string;
  private nextId = 1;

  constructor(sheetNames: readonly string[] = ["Sheet1"], options: MemoryWorkbookOptions = {}) {
    this.displayLanguage = options.displayLanguage ?? "zh-CN";
    this.hasCustomFunctions = options.hasCustomFunctions ?? true;
    this.dateSystem = options.dateSystem ?? "1900";
    this.calculateFormula = options.calculate ?? (() => ({ error: "#CALC!" }));
    for (const name of sheetNames) this.addSheet(name);
    this.activeId = this.list[0]?.id ?? "";
  }

  sheets(): readonly MemorySheet[] {
    return this.list;
  }

  addSheet(name: string): MemorySheet {
    const id = `{SHEET-${String(this.nextId++)}}`;
    const sheet = new MemorySheet(id, name, {
      calculate: (formula, own) => this.calculateFormula(formula, own, this),
      changed: (change) => this.tell(change),
      renaming: (from, to) => this.followSheet(from, to),
    });
    this.list.push(sheet);
    this.tell({ kind: "added", sheetId: id });
    return sheet;
  }

  deleteSheet(id: string): void {
    const index = this.indexOf(id);
    const [gone] = this.list.splice(index, 1);
    if (gone) this.followSheet(gone.name(), null);
    if (this.activeId === id) {
      const next = [...this.list.slice(index), ...this.list.slice(0, index).reverse()].find(
        (sheet) => sheet.visibility() === "visible",
      );
      this.activeId = next?.id ?? "";
    }
    this.tell({ kind: "deleted", sheetId: id });
  }

  moveSheet(id: string, position: number): void {
    const [sheet] = this.list.splice(this.indexOf(id), 1);
    if (sheet) this.list.splice(position, 0, sheet);
    this.tell({ kind: "moved", sheetId: id });
  }

  isStructureProtected(): boolean {
    return this.structureProtected;
  }

  setStructureProtected(isProtected: boolean): void {
    this.structureProtected = isProtected;
  }

  names(): readonly HostName[] {
    return [...this.nameList.values()];
  }

  putName(name: HostName): void {
    this.nameList.set(name.name, name);
  }

  deleteName(name: string): void {
    this.nameList.delete(name);
  }

  activeSheetId(): string {
    return this.activeId;
  }

  activateSheet(id: string): void {
    this.activeId = id;
    this.tell({ kind: "activated", sheetId: id });
  }

  selection(): Area {
    return this.selected;
  }

  select(sheetId: string, area: Area): void {
    if (sheetId !== this.activeId) this.activateSheet(sheetId);
    this.selected = area;
    this.tell({ kind: "selection", sheetId, area });
  }

  isEditing(): boolean {
    return this.editing;
  }

  /** Says that the user is typing in a cell, or is done. */
  setEditing(isEditing: boolean): void {
    this.editing = isEditing;
  }

  calculate(): void {
    for (const sheet of this.list) {
      sheet.calculate();
      this.tell({ kind: "calculated", sheetId: sheet.id });
    }
  }

  settings(): ReadonlyMap<string, string> {
    return this.settingTexts;
  }

  saveSettings(settings: ReadonlyMap<string, string>): void {
    this.settingTexts = new Map(settings);
  }

  onChange(listener: (change: HostChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** As in Excel, formulas follow a sheet that is renamed, and break when it is deleted. */
  private followSheet(from: string, to: string | null): void {
    for (const sheet of this.list) sheet.followSheet(from, to);
    for (const name of this.nameList.values()) {
      this.nameList.set(name.name, { ...name, formula: followSheet(name.formula, from, to) });
    }
  }

  /** Tells all listeners what happened; a test may tell of something that this workbook does not model. */
  tell(change: HostChange): void {
    for (const listener of this.listeners) listener(change);
  }

  private indexOf(id: string): number {
    const index = this.list.findIndex((sheet) => sheet.id === id);
    if (index < 0) throw new Error(`There is no sheet with the id ${id}.`);
    return index;
  }
}
