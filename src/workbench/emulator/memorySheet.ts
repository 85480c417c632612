import type { Area, CellKey, CellPosition } from "../../core/workbook/address";
import { cellKey, cellOfKey } from "../../core/workbook/address";
import type { CellValue, DeclaredTable } from "../../core/workbook/snapshot";
import { boundingArea, changeAll, copyInto, cornerKeys, forEachKey, mapArea, overlap } from "./cellAreas";
import { cellBorders } from "./cellBorders";
import { withDropDown } from "./dropDowns";
import { followSheet } from "./followSheet";
import type {
  HostAreaBorders,
  HostCellBorders,
  HostCells,
  HostChange,
  HostDropDown,
  HostFilter,
  HostFrozen,
  HostInput,
  HostLink,
  HostName,
  HostPage,
  HostSheet,
  HostStyle,
  SheetVisibility,
} from "./hostWorkbook";
import { isHostFormula } from "./hostWorkbook";

/** What a sheet asks of its workbook. */
export interface MemorySheetOwner {
  readonly calculate: (formula: string, sheet: MemorySheet) => CellValue;
  readonly changed: (change: HostChange) => void;
  /** Called before a sheet takes another name. */
  readonly renaming: (from: string, to: string) => void;
}

interface Content {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** Excel's defaults for Calibri 11, in points. */
const defaultRowHeight = 15;
const defaultColumnWidth = 48;
const noBorders: HostCellBorders = { top: null, bottom: null, left: null, right: null };

/** One sheet of a workbook in memory: sparse maps by cell. */
export class MemorySheet implements HostSheet {
  private readonly contents = new Map<CellKey, Content>();
  private readonly formats = new Map<CellKey, string>();
  private readonly styles = new Map<CellKey, HostStyle>();
  private readonly borders = new Map<CellKey, HostCellBorders>();
  private readonly links = new Map<CellKey, HostLink>();
  private readonly nameList = new Map<string, HostName>();
  private readonly rowsHidden = new Set<number>();
  private readonly columnsHidden = new Set<number>();
  private readonly rowHeights = new Map<number, number>();
  private readonly columnWidths = new Map<number, number>();
  private mergeList: Area[] = [];
  private dropDownList: readonly HostDropDown[] = [];
  private tableList: DeclaredTable[] = [];
  private sheetVisibility: SheetVisibility = "visible";
  private color = "";
  private pageSetup: HostPage = {};
  private frozenPanes: HostFrozen = { rows: 0, columns: 0 };
  private ownFilter: HostFilter | null = null;
  private isLocked = false;

  constructor(
    readonly id: string,
    private ownName: string,
    private readonly owner: MemorySheetOwner,
  ) {}

  name(): string {
    return this.ownName;
  }

  rename(name: string): void {
    this.owner.renaming(this.ownName, name);
    this.ownName = name;
    this.owner.changed({ kind: "renamed", sheetId: this.id });
  }

  visibility(): SheetVisibility {
    return this.sheetVisibility;
  }

  setVisibility(visibility: SheetVisibility): void {
    this.sheetVisibility = visibility;
  }

  tabColor(): string {
    return this.color;
  }

  setTabColor(color: string): void {
    this.color = color;
  }

  usedArea(valuesOnly: boolean): Area | null {
    const area = boundingArea(
      valuesOnly
        ? [...this.contents.keys()]
        : [
            ...this.contents.keys(),
            ...this.formats.keys(),
            ...this.styles.keys(),
            ...this.borders.keys(),
            ...this.mergeList.flatMap((merge) => cornerKeys(merge)),
          ],
    );
    return area;
  }

  read(area: Area): HostCells {
    const values: CellValue[][] = [];
    const formulas: (string | null)[][] = [];
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      const rowValues: CellValue[] = [];
      const rowFormulas: (string | null)[] = [];
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        const content = this.contents.get(cellKey(row, column));
        rowValues.push(content?.value ?? null);
        rowFormulas.push(content?.formula ?? null);
      }
      values.push(rowValues);
      formulas.push(rowFormulas);
    }
    return { values, formulas };
  }

  write(area: Area, inputs: readonly (readonly HostInput[])[]): void {
    inputs.forEach((line, rowOffset) => {
      line.forEach((input, columnOffset) => {
        this.put(cellKey(area.row + rowOffset, area.column + columnOffset), input);
      });
    });
    this.owner.changed({ kind: "cells", sheetId: this.id, area });
  }

  /** Puts a formula with a result of its own, as a file brings it. */
  putCalculated(cell: CellPosition, formula: string, value: CellValue): void {
    this.contents.set(cellKey(cell.row, cell.column), { value, formula });
  }

  calculate(): void {
    for (const [key, content] of this.contents) {
      if (content.formula !== null) this.put(key, { formula: content.formula });
    }
  }

  /** Makes formulas follow a sheet to its new name, or break when the sheet is gone (null). */
  followSheet(from: string, to: string | null): void {
    for (const [key, { value, formula }] of this.contents) {
      const followed = formula === null ? null : followSheet(formula, from, to);
      if (followed === null || followed === formula) continue;
      this.contents.set(key, { formula: followed, value: to === null ? { error: "#REF!" } : value });
    }
  }

  numberFormats(area: Area): readonly (readonly string[])[] {
    return mapArea(area, (key) => this.formats.get(key) ?? "General");
  }

  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void {
    formats.forEach((line, rowOffset) => {
      line.forEach((format, columnOffset) => {
        if (format === undefined) return;
        const key = cellKey(area.row + rowOffset, area.column + columnOffset);
        if (format === "General") this.formats.delete(key);
        else this.formats.set(key, format);
      });
    });
  }

  copyCells(source: MemorySheet, area: Area): void {
    this.unmerge(area);
    this.clear(area, "all");
    copyInto(this.contents, source.contents, area);
    copyInto(this.formats, source.formats, area);
    copyInto(this.styles, source.styles, area);
    copyInto(this.borders, source.borders, area);
    copyInto(this.links, source.links, area);
    this.mergeList.push(...source.mergeList.filter((merge) => overlap(merge, area)));
    this.owner.changed({ kind: "cells", sheetId: this.id, area });
  }

  clear(area: Area, what: "all" | "contents" | "formats"): void {
    forEachKey(area, (key) => {
      if (what !== "formats") this.contents.delete(key);
      if (what === "contents") return;
      this.formats.delete(key);
      this.styles.delete(key);
      this.borders.delete(key);
    });
    this.owner.changed({ kind: "cells", sheetId: this.id, area });
  }

  merges(): readonly Area[] {
    return this.mergeList;
  }

  merge(area: Area): void {
    this.unmerge(area);
    this.mergeList.push(area);
    forEachKey(area, (key) => {
      if (key !== cellKey(area.row, area.column)) this.contents.delete(key);
    });
  }

  unmerge(area: Area): void {
    this.mergeList = this.mergeList.filter((merge) => !overlap(merge, area));
  }

  hiddenRows(): ReadonlySet<number> {
    return this.rowsHidden;
  }

  hiddenColumns(): ReadonlySet<number> {
    return this.columnsHidden;
  }

  setRowsHidden(first: number, count: number, isHidden: boolean): void {
    setMembers(this.rowsHidden, first, count, isHidden);
  }

  setColumnsHidden(first: number, count: number, isHidden: boolean): void {
    setMembers(this.columnsHidden, first, count, isHidden);
  }

  rowHeight(row: number): number {
    return this.rowHeights.get(row) ?? defaultRowHeight;
  }

  setRowHeight(first: number, count: number, height: number): void {
    for (let row = first; row < first + count; row++) this.rowHeights.set(row, height);
  }

  columnWidth(column: number): number {
    return this.columnWidths.get(column) ?? defaultColumnWidth;
  }

  setColumnWidth(first: number, count: number, width: number): void {
    for (let column = first; column < first + count; column++) this.columnWidths.set(column, width);
  }

  styleAt(cell: CellPosition): HostStyle {
    return this.styles.get(cellKey(cell.row, cell.column)) ?? {};
  }

  setStyle(area: Area, style: HostStyle): void {
    changeAll(this.styles, area, (old) => ({ ...old, ...style }));
  }

  bordersAt(cell: CellPosition): HostCellBorders {
    return this.borders.get(cellKey(cell.row, cell.column)) ?? noBorders;
  }

  setBorders(area: Area, borders: HostAreaBorders): void {
    forEachKey(area, (key) => {
      const old = this.borders.get(key) ?? noBorders;
      this.borders.set(key, cellBorders(borders, area, cellOfKey(key), old));
    });
  }

  page(): HostPage {
    return this.pageSetup;
  }

  setPage(page: HostPage): void {
    this.pageSetup = { ...this.pageSetup, ...page };
  }

  frozen(): HostFrozen {
    return this.frozenPanes;
  }

  setFrozen(frozen: HostFrozen): void {
    this.frozenPanes = frozen;
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

  tables(): readonly DeclaredTable[] {
    return this.tableList;
  }

  /** Declares a table, as a file brings it. */
  putTable(table: DeclaredTable): void {
    this.tableList = [...this.tableList.filter((other) => other.name !== table.name), table];
  }

  filter(): HostFilter | null {
    return this.ownFilter;
  }

  setFilter(area: Area | null): void {
    this.ownFilter = area === null ? null : { area, isFiltering: false };
  }

  /** Filters rows out, as a clerk's filter does. */
  filterRows(area: Area, hiddenRows: readonly number[]): void {
    this.ownFilter = { area, isFiltering: hiddenRows.length > 0 };
    for (const row of hiddenRows) this.rowsHidden.add(row);
  }

  linkAt(cell: CellPosition): HostLink | null {
    return this.links.get(cellKey(cell.row, cell.column)) ?? null;
  }

  setLink(cell: CellPosition, link: HostLink | null): void {
    const key = cellKey(cell.row, cell.column);
    if (link === null) this.links.delete(key);
    else this.links.set(key, link);
  }

  dropDowns(): readonly HostDropDown[] {
    return this.dropDownList;
  }

  setDropDown(area: Area, source: string | null): void {
    this.dropDownList = withDropDown(this.dropDownList, area, source);
  }

  isProtected(): boolean {
    return this.isLocked;
  }

  setProtected(isProtected: boolean): void {
    this.isLocked = isProtected;
  }

  private put(key: CellKey, input: HostInput): void {
    if (input === undefined) return;
    if (input === null) this.contents.delete(key);
    else if (isHostFormula(input)) {
      this.contents.set(key, { value: this.owner.calculate(input.formula, this), formula: input.formula });
    } else this.contents.set(key, { value: input, formula: null });
  }
}

function setMembers(set: Set<number>, first: number, count: number, isMember: boolean): void {
  for (let member = first; member < first + count; member++) {
    if (isMember) set.add(member);
    else set.delete(member);
  }
}
