import type { ColumnRole, Figure } from "../../assessment/assessment";
import type { FindingCode } from "../../checks/catalogue";
import { createFinding } from "../../findings/createFinding";
import type { Finding, FindingParameters } from "../../findings/finding";
import { compareDecimals, equalDecimals, formatDecimal, type Decimal } from "../../numbers/decimal";
import type { Component, Scheme } from "../../scheme/scheme";
import { panelScore } from "../../scoring/panelScore";
import { cellKey, type SheetCell } from "../../workbook/address";
import type { CellValue } from "../../workbook/snapshot";
import type { ReadTable } from "../tables/classifySheet";
import type { TableBlock } from "../tables/tableBlock";
import {
  adjustmentColumns,
  pointColumns,
  readAdjustments,
  type AdjustmentColumns,
  type RowReport,
} from "./readAdjustments";
import { readFigureIn, type FigureReading } from "./readFigure";
import { rankInText, saysNotRanked } from "./rankText";
import { isFigure } from "../tables/sheetView";
import type { TableColumn } from "../columns/tableColumns";

/** One row of a score table as read: its figures, and what is wrong with them. */
export interface UnitRow {
  readonly table: ReadTable;
  /** What the unit cell says. */
  readonly text: string;
  /** What tells the unit apart from others of the same name in its table, such as its class; empty where nothing has to. */
  readonly apart: string;
  readonly source: SheetCell;
  readonly group: string | null;
  readonly components: ReadonlyMap<string, Figure>;
  /** Components whose cell is blank, by id: the cell. */
  readonly blanks: ReadonlyMap<string, SheetCell>;
  readonly bonus: Figure | null;
  readonly deduction: Figure | null;
  /** Numbers of events by adjustment, where columns of single adjustments state them. */
  readonly counts: ReadonlyMap<string, number>;
  readonly statedTotal: Figure | null;
  readonly statedRank: Figure | null;
  readonly note: string | null;
  readonly blockers: readonly FindingCode[];
  readonly findings: readonly Finding[];
}

/** Reads the rows of one table: the view's row, and the group that stands for it. */
export type RowReader = (row: number, group: string | null) => UnitRow;

/** Makes the reader of a table's unit rows; its columns are looked up once. */
export function createRowReader(table: ReadTable, scheme: Scheme): RowReader {
  const { block, columns } = table;
  const byRole = new Map(columns.toReversed().map((column) => [column.role, column]));
  const components = scheme.components.flatMap((component) => {
    const role: ColumnRole = `component:${component.id}`;
    const column = byRole.get(role);
    const panel = columns.filter((one) => one.role === role);
    return column ? [{ component, column, panel, rates: holdsRates(block, column, component) }] : [];
  });
  const adjustments = adjustmentColumns(table, scheme);
  const apart = apartIn(table);
  const readable = { table, block, byRole, components, scheme, adjustments, apart };
  return (row, group) => new UnitRowReading(readable, row).read(group);
}

/** What tells units of one name apart: the texts of the further columns that the table's look names for it. */
function apartIn({ block, reading, rows }: ReadTable): (row: number) => string {
  const further = reading?.shape.unitColumns.filter((column) => column !== block.unitColumn) ?? [];
  if (further.length === 0) return () => "";
  const counts = new Map<string, number>();
  const nameAt = (row: number) => textOf(block.view.shown(row, block.unitColumn));
  for (const { kind, row } of rows) {
    if (kind === "unit") counts.set(nameAt(row), (counts.get(nameAt(row)) ?? 0) + 1);
  }
  return (row) =>
    (counts.get(nameAt(row)) ?? 0) < 2
      ? ""
      : further
          .map((column) => textOf(block.view.shown(row, column)))
          .filter((text) => text !== "")
          .join(" ");
}

const ONE: Decimal = { units: 1, places: 0 };

/** Whether a column of scores holds fractions of one only: 0.95 could be 0.95 points or 95 of 100. */
function holdsRates(block: TableBlock, { column }: TableColumn, { maximum }: Component): boolean {
  if (compareDecimals(maximum, ONE) <= 0) return false;
  let fractions = 0;
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const value = block.view.value(row, column);
    if (typeof value !== "number") continue;
    if (value < 0 || value > 1) return false;
    if (value > 0 && value < 1) fractions += 1;
  }
  return fractions > 1;
}

/** A table as its rows are read. */
interface ReadableTable {
  readonly table: ReadTable;
  readonly block: TableBlock;
  readonly byRole: ReadonlyMap<string, TableColumn>;
  readonly components: readonly {
    readonly component: Component;
    readonly column: TableColumn;
    /** All columns of the component: several of a panel, a judge each. */
    readonly panel: readonly TableColumn[];
    readonly rates: boolean;
  }[];
  readonly adjustments: AdjustmentColumns;
  readonly scheme: Scheme;
  readonly apart: (row: number) => string;
}

const NO_BLANKS: ReadonlyMap<string, SheetCell> = new Map();
const NO_COUNTS: ReadonlyMap<string, number> = new Map();
/** Stand for lists that nothing was put into; they stay empty. */
const NO_FINDINGS: Finding[] = [];
const NO_BLOCKERS: FindingCode[] = [];

/** Collects figures and findings of one row. */
class UnitRowReading implements RowReport {
  private findings: Finding[] = NO_FINDINGS;
  private blockers: FindingCode[] = NO_BLOCKERS;
  private readonly components = new Map<string, Figure>();
  private blanks: Map<string, SheetCell> | null = null;

  constructor(
    private readonly table: ReadableTable,
    private readonly row: number,
  ) {}

  private get block(): TableBlock {
    return this.table.block;
  }

  read(group: string | null): UnitRow {
    const source = this.cellOf(this.block.unitColumn);
    if (this.hasFurtherScores()) this.blockWith("unit-merged", source, { unit: this.unitText() });
    for (const { component, column, panel, rates } of this.table.components) {
      if (panel.length > 1) this.readPanel(component, column, panel);
      else this.readComponent(component, column, rates);
    }
    const { bonus, deduction, counts = NO_COUNTS } = this.adjustments();
    this.readStandingAside();
    return {
      table: this.table.table,
      text: this.unitText(),
      apart: this.table.apart(this.row),
      source,
      group,
      components: this.components,
      blanks: this.blanks ?? NO_BLANKS,
      bonus,
      deduction,
      counts,
      statedTotal: this.stated("total"),
      statedRank: this.stated("rank"),
      note: this.noteText(),
      blockers: this.blockers,
      findings: this.findings,
    };
  }

  private readComponent(component: Component, column: TableColumn, rates: boolean): void {
    const name = component.name;
    // Both are reported once, on the header: scores on another scale are no scores of this component.
    if (column.share) {
      this.addBlocker("scores-weighted");
      return;
    }
    if (column.fullMark !== null && !equalDecimals(column.fullMark, component.maximum)) {
      this.addBlocker("full-mark-differs");
      return;
    }
    if (this.sharesMerge(column.column)) {
      this.blockWith("component-merged", this.cellOf(column.column), { component: name });
      return;
    }
    const reading = this.figureAt(column.column);
    const cell = reading.kind === "figure" ? reading.figure : this.cellOf(column.column);
    switch (reading.kind) {
      case "none":
        (this.blanks ??= new Map()).set(component.id, cell);
        return;
      case "text":
        this.blockWith("component-text", cell, { component: name, text: reading.text });
        return;
      case "error":
        this.blockWith("component-error", cell, { component: name, text: reading.text });
        return;
      case "date":
        this.blockWith("component-date", cell, { component: name });
        return;
      case "percent":
        this.blockWith("component-percent", cell, { component: name, value: reading.text });
        return;
      case "figure":
        if (rates) {
          const value = formatDecimal(reading.figure.value);
          this.blockWith("component-percent", cell, { component: name, value });
        } else this.takeComponent(component, reading, cell);
    }
  }

  /** A panel's score is the mean of the ballots that were cast; one that is no figure keeps the unit out. */
  private readPanel(component: Component, first: TableColumn, panel: readonly TableColumn[]): void {
    const ballots: Decimal[] = [];
    for (const { column } of panel) {
      const reading = this.figureAt(column);
      if (reading.kind === "none") continue;
      if (reading.kind !== "figure") {
        const text = this.block.view.value(this.row, column);
        this.blockWith("component-text", this.cellOf(column), {
          component: component.name,
          text: textOf(text),
        });
        return;
      }
      ballots.push(reading.figure.value);
      this.takeComponent(component, reading, this.cellOf(column));
    }
    const { score } = panelScore(ballots, { trimFrom: Infinity }, component.maximum);
    const cell = this.cellOf(first.column);
    if (score === null) (this.blanks ??= new Map()).set(component.id, cell);
    else this.components.set(component.id, { value: score, ...cell });
  }

  private takeComponent(
    component: Component,
    reading: FigureReading & { kind: "figure" },
    cell: SheetCell,
  ): void {
    const { value } = reading.figure;
    this.add(reading.findings);
    this.components.set(component.id, reading.figure);
    if (value.units < 0 || compareDecimals(value, component.maximum) > 0) {
      this.blockWith("component-range", cell, {
        component: component.name,
        value: formatDecimal(value),
        maximum: formatDecimal(component.maximum),
      });
    }
  }

  private adjustments() {
    const { block, scheme, adjustments } = this.table;
    return readAdjustments(block, adjustments, scheme, this.row, this);
  }

  /** What the rank's cell or a remark keeps out of the ranking; a veto in a column of its own says so already. */
  private readStandingAside(): void {
    for (const role of ["rank", "note"]) {
      const column = this.columnOf(role);
      const text = column ? this.block.view.shown(this.row, column.column) : null;
      if (!column || typeof text !== "string" || !saysNotRanked(text)) continue;
      if (this.blockers.includes("unit-vetoed") || this.blockers.includes("unit-excluded")) return;
      const cell = this.cellOf(column.column);
      this.blockWith("unit-excluded", cell, { column: column.header, text: text.trim() });
    }
  }

  private stated(role: "total" | "rank"): Figure | null {
    const column = this.columnOf(role);
    if (!column) return null;
    const reading = this.figureAt(column.column);
    if (reading.kind === "figure") {
      if (role === "total" && !this.isCalculated(column.column)) this.add(reading.findings);
      return reading.figure;
    }
    const rank = role === "rank" && reading.kind === "text" ? rankInText(reading.text) : null;
    return rank === null ? null : { value: { units: rank, places: 0 }, ...this.cellOf(column.column) };
  }

  /** Whether a cell has a formula: one that makes a text of a number, such as TEXT, is meant so. */
  private isCalculated(column: number): boolean {
    const { row, column: sheetColumn } = this.cellOf(column);
    return this.block.view.sheet.formulas.has(cellKey(row, sheetColumn));
  }

  private unitText(): string {
    return textOf(this.block.view.shown(this.row, this.block.unitColumn));
  }

  /** Whether the unit's cell spans further rows that hold figures of their own. */
  private hasFurtherScores(): boolean {
    const merge = this.block.view.merge(this.row, this.block.unitColumn);
    if (merge === null) return false;
    const { components, adjustments } = this.table;
    const columns = [...components.map(({ column }) => column), ...pointColumns(adjustments)];
    for (let row = this.row + 1; row < merge.row + merge.rowCount; row += 1) {
      if (columns.some(({ column }) => isFigure(this.block.view.value(row, column)))) return true;
    }
    return false;
  }

  private noteText(): string | null {
    const column = this.columnOf("note");
    const text = column ? textOf(this.block.view.shown(this.row, column.column)) : "";
    return text === "" ? null : text;
  }

  private columnOf(role: string): TableColumn | undefined {
    return this.table.byRole.get(role);
  }

  cellOf(column: number): SheetCell {
    const { row, column: sheetColumn } = this.block.view.position(this.row, column);
    return { sheet: this.block.view.sheet.name, row, column: sheetColumn };
  }

  private figureAt(column: number): FigureReading {
    return readFigureIn(this.block.view, this.row, column);
  }

  /** Whether the cell is merged with the cells of other units: nobody can say whose score it is. */
  sharesMerge(column: number): boolean {
    const merge = this.block.view.merge(this.row, column);
    const unit = this.block.view.merge(this.row, this.block.unitColumn);
    return merge !== null && merge.rowCount > (unit?.rowCount ?? 1);
  }

  blockWith(code: FindingCode, cell: SheetCell, parameters: FindingParameters): void {
    if (!this.blockers.includes(code)) this.addBlocker(code);
    this.report(code, cell, parameters);
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.addFinding(finding);
  }

  report(code: FindingCode, cell: SheetCell, parameters: FindingParameters): void {
    this.addFinding(createFinding(code, { sheet: cell.sheet, cell }, parameters));
  }

  // Most rows are right: the lists are made with their first item.
  private addFinding(finding: Finding): void {
    if (this.findings === NO_FINDINGS) this.findings = [];
    this.findings.push(finding);
  }

  private addBlocker(code: FindingCode): void {
    if (this.blockers === NO_BLOCKERS) this.blockers = [];
    this.blockers.push(code);
  }
}

function textOf(value: CellValue): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  return "";
}
