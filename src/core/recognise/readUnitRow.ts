import type { Figure } from "../assessment/assessment";
import type { FindingCode } from "../checks/catalogue";
import { createFinding } from "../findings/createFinding";
import type { Finding, FindingParameters } from "../findings/finding";
import {
  absoluteDecimal,
  compareDecimals,
  equalDecimals,
  formatDecimal,
  negateDecimal,
  type Decimal,
} from "../numbers/decimal";
import { exactSum, narrow } from "../numbers/exactSum";
import type { Adjustment, Component, Scheme } from "../scheme/scheme";
import { computeAdjustments } from "../scoring/adjustments";
import type { SheetCell } from "../workbook/address";
import type { CellValue } from "../workbook/snapshot";
import type { TableBlock } from "./findTables";
import { readFigure, type FigureReading } from "./readFigure";
import { isFigure } from "./sheetView";
import type { TableColumn } from "./tableColumns";

/** One row of a score table as read: its figures, and what is wrong with them. */
export interface UnitRow {
  /** What the unit cell says. */
  readonly text: string;
  readonly source: SheetCell;
  readonly group: string | null;
  readonly components: ReadonlyMap<string, Figure>;
  /** Components whose cell is blank, by id: the cell. */
  readonly blanks: ReadonlyMap<string, SheetCell>;
  readonly bonus: Figure | null;
  readonly deduction: Figure | null;
  readonly statedTotal: Figure | null;
  readonly statedRank: Figure | null;
  readonly note: string | null;
  readonly blockers: readonly FindingCode[];
  readonly findings: readonly Finding[];
}

/** Reads the rows of one table: the view's row, and the group that stands for it. */
export type RowReader = (row: number, group: string | null) => UnitRow;

/** Makes the reader of a table's unit rows; its columns are looked up once. */
export function createRowReader(
  block: TableBlock,
  columns: readonly TableColumn[],
  scheme: Scheme,
): RowReader {
  const byRole = new Map(columns.toReversed().map((column) => [column.role, column]));
  const components = scheme.components.flatMap((component) => {
    const column = byRole.get(`component:${component.id}`);
    return column ? [{ component, column }] : [];
  });
  const table = { block, byRole, components, scheme };
  return (row, group) => new UnitRowReading(table, row).read(group);
}

/** A table as its rows are read. */
interface ReadableTable {
  readonly block: TableBlock;
  readonly byRole: ReadonlyMap<string, TableColumn>;
  readonly components: readonly { readonly component: Component; readonly column: TableColumn }[];
  readonly scheme: Scheme;
}

const NO_BLANKS: ReadonlyMap<string, SheetCell> = new Map();

/** Collects figures and findings of one row. */
class UnitRowReading {
  private readonly findings: Finding[] = [];
  private readonly blockers: FindingCode[] = [];
  private readonly components = new Map<string, Figure>();
  private blanks: Map<string, SheetCell> | null = null;

  constructor(
    private readonly table: ReadableTable,
    private readonly row: number,
  ) {}

  private get block(): TableBlock {
    return this.table.block;
  }

  private get scheme(): Scheme {
    return this.table.scheme;
  }

  read(group: string | null): UnitRow {
    const source = this.cellOf(this.block.unitColumn);
    if (this.hasFurtherScores()) this.blockWith("unit-merged", source, { unit: this.unitText() });
    for (const { component, column } of this.table.components) this.readComponent(component, column);
    const { bonus, deduction } = this.readAdjustments();
    return {
      text: this.unitText(),
      source,
      group,
      components: this.components,
      blanks: this.blanks ?? NO_BLANKS,
      bonus,
      deduction,
      statedTotal: this.stated("total"),
      statedRank: this.stated("rank"),
      note: this.noteText(),
      blockers: this.blockers,
      findings: this.findings,
    };
  }

  private readComponent(component: Component, column: TableColumn): void {
    const cell = this.cellOf(column.column);
    const name = component.name;
    if (column.fullMark !== null && !equalDecimals(column.fullMark, component.maximum)) {
      // Reported once, on the header: scores on another scale are no scores of this component.
      this.blockers.push("full-mark-differs");
      return;
    }
    if (this.sharesMerge(column.column)) {
      this.blockWith("component-merged", cell, { component: name });
      return;
    }
    const reading = this.figureAt(column.column);
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
        this.takeComponent(component, reading, cell);
    }
  }

  private takeComponent(
    component: Component,
    reading: FigureReading & { kind: "figure" },
    cell: SheetCell,
  ): void {
    const { value } = reading.figure;
    if (reading.findings.length > 0) this.findings.push(...reading.findings);
    this.components.set(component.id, reading.figure);
    if (value.units < 0 || compareDecimals(value, component.maximum) > 0) {
      this.blockWith("component-range", cell, {
        component: component.name,
        value: formatDecimal(value),
        maximum: formatDecimal(component.maximum),
      });
    }
  }

  /** Bonus and deduction: their own columns, else a net column, else the columns of the single adjustments. */
  private readAdjustments(): { bonus: Figure | null; deduction: Figure | null } {
    const bonus = this.readPoints("bonus");
    const deduction = this.readPoints("deduction");
    const hasColumns = this.columnOf("bonus") !== undefined || this.columnOf("deduction") !== undefined;
    const net = hasColumns ? null : this.readPoints("net");
    if (net) {
      return net.value.units >= 0
        ? { bonus: net, deduction: null }
        : { bonus: null, deduction: { ...net, value: absoluteDecimal(net.value) } };
    }
    const events = this.readEvents();
    return {
      bonus: this.columnOf("bonus") ? bonus : events.bonus,
      deduction: this.columnOf("deduction") ? deduction : events.deduction,
    };
  }

  private readPoints(role: "bonus" | "deduction" | "net"): Figure | null {
    const column = this.columnOf(role);
    if (!column) return null;
    const cell = this.cellOf(column.column);
    const reading = this.figureAt(column.column);
    if (reading.kind === "none") return null;
    if (reading.kind !== "figure") {
      this.blockWith("adjustment-text", cell, { column: column.header, text: reading.text });
      return null;
    }
    if (reading.findings.length > 0) this.findings.push(...reading.findings);
    const { figure } = reading;
    if (role === "net" || figure.value.units >= 0) return figure;
    if (role === "bonus") {
      this.blockWith("bonus-negative", cell, { value: formatDecimal(figure.value) });
      return null;
    }
    const points = negateDecimal(figure.value);
    this.report("deduction-negative", cell, {
      value: formatDecimal(figure.value),
      points: formatDecimal(points),
    });
    return { ...figure, value: points };
  }

  /** Columns of single adjustments: numbers of events, or points already; each column must be clearly one. */
  private readEvents(): { bonus: Figure | null; deduction: Figure | null } {
    if (!this.hasEventColumns()) return { bonus: null, deduction: null };
    const counts = new Map<string, number>();
    let bonus: Figure | null = null;
    let deduction: Figure | null = null;
    for (const adjustment of this.scheme.adjustments) {
      const column = this.columnOf(`adjustment:${adjustment.id}`);
      if (!column || adjustment.kind === "veto") continue;
      const figure = this.readEvent(adjustment, column);
      if (figure === null) continue;
      const meaning = eventMeaning(adjustment, column, figure.value);
      if (meaning === null) {
        this.blockWith("adjustment-unclear", figure.source, {
          adjustment: adjustment.name,
          value: formatDecimal(figure.value),
          points: formatDecimal(adjustment.points),
        });
        continue;
      }
      if (meaning.count > 1 && adjustment.per === "once") {
        this.report("counted-once", figure.source, {
          adjustment: adjustment.name,
          count: meaning.count,
          once: formatDecimal(adjustment.points),
          all: formatDecimal({
            units: adjustment.points.units * meaning.count,
            places: adjustment.points.places,
          }),
        });
      }
      counts.set(adjustment.id, meaning.count);
      const points = computeAdjustments(this.scheme, new Map([[adjustment.id, meaning.count]]));
      bonus = plus(bonus, points.bonus, figure.source);
      deduction = plus(deduction, points.deduction, figure.source);
    }
    const all = computeAdjustments(this.scheme, counts);
    return {
      bonus: bonus && { ...bonus, value: all.bonus },
      deduction: deduction && { ...deduction, value: all.deduction },
    };
  }

  private hasEventColumns(): boolean {
    return this.scheme.adjustments.some(({ id }) => this.columnOf(`adjustment:${id}`) !== undefined);
  }

  private readEvent(adjustment: Adjustment, column: TableColumn): Figure | null {
    const reading = this.figureAt(column.column);
    if (reading.kind === "none") return null;
    if (reading.kind !== "figure") {
      this.blockWith("adjustment-text", this.cellOf(column.column), {
        column: column.header,
        text: reading.text,
      });
      return null;
    }
    if (reading.findings.length > 0) this.findings.push(...reading.findings);
    const { figure } = reading;
    if (figure.value.units === 0) return null;
    if (figure.value.units > 0) return figure;
    if (adjustment.kind === "bonus") {
      this.blockWith("bonus-negative", figure.source, { value: formatDecimal(figure.value) });
      return null;
    }
    const value = negateDecimal(figure.value);
    this.report("deduction-negative", figure.source, {
      value: formatDecimal(figure.value),
      points: formatDecimal(value),
    });
    return { ...figure, value };
  }

  private stated(role: "total" | "rank"): Figure | null {
    const column = this.columnOf(role);
    if (!column) return null;
    const reading = this.figureAt(column.column);
    return reading.kind === "figure" ? reading.figure : null;
  }

  private unitText(): string {
    return textOf(this.block.view.shown(this.row, this.block.unitColumn));
  }

  /** Whether the unit's cell spans further rows that hold component figures of their own. */
  private hasFurtherScores(): boolean {
    const merge = this.block.view.merge(this.row, this.block.unitColumn);
    if (merge === null) return false;
    const { components } = this.table;
    for (let row = this.row + 1; row < merge.row + merge.rowCount; row += 1) {
      if (components.some(({ column }) => isFigure(this.block.view.value(row, column.column)))) return true;
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

  private cellOf(column: number): SheetCell {
    return { sheet: this.block.view.sheet.name, ...this.block.view.position(this.row, column) };
  }

  private figureAt(column: number): FigureReading {
    return readFigure(this.block.view.sheet, this.block.view.position(this.row, column));
  }

  /** Whether the cell is merged with the cells of other units: nobody can say whose score it is. */
  private sharesMerge(column: number): boolean {
    const merge = this.block.view.merge(this.row, column);
    const unit = this.block.view.merge(this.row, this.block.unitColumn);
    return merge !== null && merge.rowCount > (unit?.rowCount ?? 1);
  }

  private blockWith(code: FindingCode, cell: SheetCell, parameters: FindingParameters): void {
    if (!this.blockers.includes(code)) this.blockers.push(code);
    this.report(code, cell, parameters);
  }

  private report(code: FindingCode, { sheet, row, column }: SheetCell, parameters: FindingParameters): void {
    this.findings.push(createFinding(code, { sheet, cell: { row, column } }, parameters));
  }
}

/**
 * Whether a number under 约谈 is a number of talks or their points: the header says 次 or 分, or the number itself
 * (1 cannot be points when a talk takes 5). Null when both readings stand.
 */
function eventMeaning(adjustment: Adjustment, column: TableColumn, value: Decimal): { count: number } | null {
  const header = column.header.replaceAll("得分", "");
  const points = adjustment.points;
  const times = value.places === 0 ? value.units : null;
  const quotient =
    points.units > 0 && value.places === 0 && points.places === 0 && value.units % points.units === 0
      ? value.units / points.units
      : null;
  if (/次/.test(header)) return times === null ? null : { count: times };
  if (/分/.test(header) && quotient !== null) return { count: quotient };
  if (times !== null && times === quotient) return { count: times };
  if (quotient === null) return times === null ? null : { count: times };
  return null;
}

function plus(sum: Figure | null, points: Decimal, source: SheetCell): Figure | null {
  if (points.units === 0) return sum;
  if (sum === null) return { value: points, source };
  const value = narrow(exactSum([{ factor: sum.value }, { factor: points }]));
  return value === null ? sum : { ...sum, value };
}

function textOf(value: CellValue): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  return "";
}
