import type { Figure } from "../../assessment/assessment";
import type { FindingCode } from "../../checks/catalogue";
import type { Finding, FindingParameters } from "../../findings/finding";
import {
  absoluteDecimal,
  compareDecimals,
  formatDecimal,
  negateDecimal,
  type Decimal,
} from "../../numbers/decimal";
import { exactSum, narrow } from "../../numbers/exactSum";
import type { Adjustment, Scheme } from "../../scheme/scheme";
import { computeAdjustments } from "../../scoring/adjustments";
import type { SheetCell } from "../../workbook/address";
import { contains, names, type Concept } from "../../vocabulary/concepts";
import { namesVeto, suggestsAdjustment } from "../header/adjustmentRole";
import type { ReadTable } from "../tables/classifySheet";
import type { TableBlock } from "../tables/tableBlock";
import { negativeColumns, type NegativeColumn } from "../columns/negativeDeductions";
import { readFigureIn, type FigureReading } from "./readFigure";
import { isBlank } from "../tables/sheetView";
import type { TableColumn } from "../columns/tableColumns";

type Side = "bonus" | "deduction";

/** The columns of a table that give or take points, looked up once. */
export interface AdjustmentColumns {
  readonly sums: Readonly<Record<Side, TableColumn | null>>;
  /** Columns that add up to the bonus or the deduction. */
  readonly parts: Readonly<Record<Side, readonly TableColumn[]>>;
  readonly net: TableColumn | null;
  readonly events: readonly { readonly adjustment: Adjustment; readonly column: TableColumn }[];
  /** The scheme's vetoes, and columns that say of themselves that they are one, with what findings call them. */
  readonly vetoes: readonly { readonly name: string; readonly column: TableColumn }[];
  /** Columns that speak of points but that no role could be given to. */
  readonly unplaced: readonly TableColumn[];
  /** Whether each row is an event of a ledger: its minus sign only says that points are taken. */
  readonly listed: boolean;
  /** Columns that write every deduction below zero: told once, at the first. */
  readonly negative: ReadonlyMap<TableColumn, NegativeColumn>;
}

/** Where the findings of a row go. */
export interface RowReport {
  cellOf(column: number): SheetCell;
  /** Whether the cell is merged with the cells of other units. */
  sharesMerge(column: number): boolean;
  /** Reports a finding that keeps the unit out of the ranking. */
  blockWith(code: FindingCode, cell: SheetCell, parameters: FindingParameters): void;
  report(code: FindingCode, cell: SheetCell, parameters: FindingParameters): void;
  add(findings: readonly Finding[]): void;
}

/** Bonus and deduction of a row; null where it has none. */
export interface RowAdjustments {
  readonly bonus: Figure | null;
  readonly deduction: Figure | null;
  /** Numbers of events by adjustment, where columns of single adjustments state them. */
  readonly counts?: ReadonlyMap<string, number>;
}

const NO_ADJUSTMENTS: RowAdjustments = { bonus: null, deduction: null };

/** Looks up a table's columns of bonus and deduction. */
export function adjustmentColumns(table: ReadTable, scheme: Scheme): AdjustmentColumns {
  const { block, columns, rows, list } = table;
  const listed = list !== undefined;
  const sideColumns = (side: Side) => columns.filter(({ role }) => role === side);
  const sumOf = (side: Side) => sideColumns(side).find(({ part }) => !part) ?? null;
  const partsOf = (side: Side) => sideColumns(side).filter(({ part }) => part);
  const events = scheme.adjustments.flatMap((adjustment) => {
    const column = columns.find(({ role }) => role === `adjustment:${adjustment.id}`);
    return column ? [{ adjustment, column }] : [];
  });
  const ownVetoes = columns.filter(({ role, path }) => role === "unknown" && namesVeto(path.at(-1) ?? ""));
  const placed = columns.some(({ role }) => /^(?:bonus|deduction|net|adjustment)/.test(role));
  return {
    sums: { bonus: sumOf("bonus"), deduction: sumOf("deduction") },
    parts: { bonus: partsOf("bonus"), deduction: partsOf("deduction") },
    net: columns.find(({ role }) => role === "net") ?? null,
    events,
    listed,
    vetoes: [
      ...events.flatMap(({ adjustment, column }) =>
        adjustment.kind === "veto" ? [{ name: adjustment.name, column }] : [],
      ),
      ...ownVetoes.map((column) => ({ name: column.header, column })),
    ],
    negative: new Map(negativeColumns(block, columns, rows).map((negative) => [negative.column, negative])),
    unplaced: columns.filter(
      ({ role, reason, header, path }) =>
        role === "unknown" &&
        !namesVeto(path.at(-1) ?? "") &&
        (listed || (suggestsAdjustment(header) && (reason === "twice" || (reason === "none" && !placed)))),
    ),
  };
}

/** All columns that give or take points. */
export function pointColumns({ sums, parts, net, events }: AdjustmentColumns): TableColumn[] {
  const others = [sums.bonus, sums.deduction, net].filter((column) => column !== null);
  return [...others, ...parts.bonus, ...parts.deduction, ...events.map(({ column }) => column)];
}

/**
 * Reads the bonus and the deduction of a row: the columns that sum them up, else what their parts come to, else a
 * net column. A sum that is not what its parts come to has two readings, so the unit is not ranked (rules 25, 26).
 */
export function readAdjustments(
  block: TableBlock,
  columns: AdjustmentColumns,
  scheme: Scheme,
  row: number,
  report: RowReport,
): RowAdjustments {
  return new AdjustmentReading(block, columns, scheme, row, report).read();
}

class AdjustmentReading {
  constructor(
    private readonly block: TableBlock,
    private readonly columns: AdjustmentColumns,
    private readonly scheme: Scheme,
    private readonly row: number,
    private readonly rowReport: RowReport,
  ) {}

  read(): RowAdjustments {
    this.readVetoes();
    this.blockUnplaced();
    const { sums, parts, net } = this.columns;
    const noSides = !sums.bonus && !sums.deduction && parts.bonus.length + parts.deduction.length === 0;
    if (net && noSides) {
      const points = this.readPoints(net, "net");
      if (points !== null) return bySign(points);
    }
    const stated = {
      bonus: sums.bonus && this.readPoints(sums.bonus, "bonus"),
      deduction: sums.deduction && this.readPoints(sums.deduction, "deduction"),
    };
    const events = this.readEvents(stated);
    return {
      bonus: this.settle("bonus", stated.bonus, events.bonus),
      deduction: this.settle("deduction", stated.deduction, events.deduction),
      ...(events.counts ? { counts: events.counts } : {}),
    };
  }

  /** The stated sum where there is one; else what the parts come to. */
  private settle(side: Side, stated: Figure | null, events: Figure | null): Figure | null {
    let parts = events;
    for (const column of this.columns.parts[side]) {
      const points = this.readPoints(column, side);
      if (points !== null) parts = plus(parts, points.value, points);
    }
    if (stated === null || parts === null || parts.value.units === 0) return stated ?? parts;
    if (compareDecimals(stated.value, parts.value) !== 0) {
      this.rowReport.blockWith("adjustment-sum-differs", stated, {
        column: this.columns.sums[side]?.header ?? "",
        value: formatDecimal(stated.value),
        parts: formatDecimal(parts.value),
      });
    }
    return stated;
  }

  private readPoints(column: TableColumn, role: Side | "net"): Figure | null {
    const figure = this.ownFigure(column);
    if (figure === null || role === "net" || figure.value.units >= 0) return figure;
    return this.negative(role, figure, this.columns.negative.get(column));
  }

  /** The figure in a row's cell; text, and a figure that several units share, keep the unit out of the ranking. */
  private ownFigure({ column, header, role }: TableColumn): Figure | null {
    if (this.rowReport.sharesMerge(column)) {
      if (!isBlank(this.block.view.shown(this.row, column))) {
        this.rowReport.blockWith("component-merged", this.rowReport.cellOf(column), { component: header });
      }
      return null;
    }
    const reading = this.figureAt(column);
    if (reading.kind === "none") return null;
    if (reading.kind === "text" && saysNone(role, reading.text)) return null;
    if (reading.kind !== "figure") {
      this.rowReport.blockWith("adjustment-text", this.rowReport.cellOf(column), {
        column: header,
        text: reading.text,
      });
      return null;
    }
    this.rowReport.add(reading.findings);
    return reading.figure;
  }

  /** A deduction with a minus sign counts as its absolute value (rule 25); a negative bonus has no reading. */
  private negative(side: Side, figure: Figure, habit?: NegativeColumn): Figure | null {
    if (side === "bonus") {
      this.rowReport.blockWith("bonus-negative", figure, { value: formatDecimal(figure.value) });
      return null;
    }
    const points = negateDecimal(figure.value);
    if (habit?.firstRow === this.row) {
      const { column, count } = habit;
      this.rowReport.report("deductions-negative", figure, { column: column.header, count });
    }
    if (!habit && !this.columns.listed) {
      this.rowReport.report("deduction-negative", figure, {
        value: formatDecimal(figure.value),
        points: formatDecimal(points),
      });
    }
    return { ...figure, value: points };
  }

  /** Columns of single adjustments: numbers of events, or points already; each column must be clearly one. */
  private readEvents(stated: RowAdjustments): RowAdjustments {
    if (this.columns.events.length === 0) return NO_ADJUSTMENTS;
    const counts = new Map<string, number>();
    let bonus: Figure | null = null;
    let deduction: Figure | null = null;
    const unclear = new Set<Side>();
    for (const { adjustment, column } of this.columns.events) {
      if (adjustment.kind === "veto") continue;
      const figure = this.readEvent(adjustment, column);
      if (figure === null) continue;
      const meaning = this.columns.listed
        ? listedMeaning(adjustment, column, figure.value)
        : eventMeaning(adjustment, column, figure.value);
      if (meaning === null) {
        unclear.add(adjustment.kind);
        // Where the sum is stated, nothing hangs on the reading of its part.
        if (stated[adjustment.kind] === null) this.reportUnclear(adjustment, figure);
        continue;
      }
      if (meaning.count > 1 && adjustment.per === "once") this.reportOnce(adjustment, figure, meaning.count);
      counts.set(adjustment.id, meaning.count);
      const points = computeAdjustments(this.scheme, new Map([[adjustment.id, meaning.count]]));
      bonus = plus(bonus, points.bonus, figure);
      deduction = plus(deduction, points.deduction, figure);
    }
    const all = computeAdjustments(this.scheme, counts);
    return {
      bonus: bonus && !unclear.has("bonus") ? { ...bonus, value: all.bonus } : null,
      deduction: deduction && !unclear.has("deduction") ? { ...deduction, value: all.deduction } : null,
      counts,
    };
  }

  private reportUnclear(adjustment: Adjustment, figure: Figure): void {
    this.rowReport.blockWith("adjustment-unclear", figure, {
      adjustment: adjustment.name,
      value: formatDecimal(figure.value),
      points: formatDecimal(adjustment.points),
    });
  }

  private reportOnce(adjustment: Adjustment, figure: Figure, count: number): void {
    const { units, places } = adjustment.points;
    this.rowReport.report("counted-once", figure, {
      adjustment: adjustment.name,
      count,
      once: formatDecimal(adjustment.points),
      all: formatDecimal({ units: units * count, places }),
    });
  }

  private readEvent(adjustment: Adjustment, column: TableColumn): Figure | null {
    const figure = this.ownFigure(column);
    if (figure === null || figure.value.units === 0 || adjustment.kind === "veto") return null;
    return figure.value.units > 0 ? figure : this.negative(adjustment.kind, figure);
  }

  /** 一票否决: whatever a veto's cell says, other than none, takes the unit out of the ranking. */
  private readVetoes(): void {
    for (const { name, column } of this.columns.vetoes) {
      const reading = this.figureAt(column.column);
      if (reading.kind === "none") continue;
      if (reading.kind === "figure" && reading.figure.value.units === 0) continue;
      const text = reading.kind === "figure" ? formatDecimal(reading.figure.value) : reading.text;
      if (names(text, "no-veto")) continue;
      const cell = this.rowReport.cellOf(column.column);
      this.rowReport.blockWith("unit-vetoed", cell, { adjustment: name, text });
    }
  }

  /** Points in a column that could not be placed leave the unit's total in doubt. */
  private blockUnplaced(): void {
    for (const column of this.columns.unplaced) {
      const reading = this.figureAt(column.column);
      if (reading.kind !== "figure" || reading.figure.value.units === 0) continue;
      this.rowReport.blockWith("adjustment-unplaced", reading.figure, {
        column: column.header,
        value: formatDecimal(reading.figure.value),
      });
    }
  }

  private figureAt(column: number): FigureReading {
    return readFigureIn(this.block.view, this.row, column);
  }
}

/** 无 with the column's own word after it (rule 26): 无加分 under 加分. Under 扣分 it would be a slip, and is asked about. */
const NO_POINTS: ReadonlyMap<string, Concept> = new Map([
  ["bonus", "no-bonus"],
  ["deduction", "no-deduction"],
  ["net", "no-net"],
]);

function saysNone(role: string, text: string): boolean {
  const concept = NO_POINTS.get(role);
  return concept !== undefined && names(text, concept);
}

function bySign(points: Figure): RowAdjustments {
  return points.value.units >= 0
    ? { bonus: points, deduction: null }
    : { bonus: null, deduction: { ...points, value: absoluteDecimal(points.value) } };
}

/**
 * Whether a number under 约谈 is a number of talks or their points: the header says 次 or 分, or the number itself
 * (1 cannot be points when a talk takes 5). Null when both readings stand.
 */
function eventMeaning(adjustment: Adjustment, column: TableColumn, value: Decimal): { count: number } | null {
  const points = adjustment.points;
  const times = value.places === 0 ? value.units : null;
  const quotient =
    points.units > 0 && value.places === 0 && points.places === 0 && value.units % points.units === 0
      ? value.units / points.units
      : null;
  if (contains(column.header, "events-mark")) return times === null ? null : { count: times };
  if (contains(column.header, "points-mark") && quotient !== null) return { count: quotient };
  if (times !== null && times === quotient) return { count: times };
  if (quotient === null) return times === null ? null : { count: times };
  return null;
}

/** An event of a ledger by its points: other points than the scheme's are asked about, not read as a number of events. */
function listedMeaning(
  adjustment: Adjustment,
  column: TableColumn,
  value: Decimal,
): { count: number } | null {
  if (!names(column.header, "in-points")) return eventMeaning(adjustment, column, value);
  return compareDecimals(value, adjustment.points) === 0 ? { count: 1 } : null;
}

function plus(sum: Figure | null, points: Decimal, source: SheetCell): Figure | null {
  if (points.units === 0) return sum;
  if (sum === null) return { value: points, sheet: source.sheet, row: source.row, column: source.column };
  const value = narrow(exactSum([{ factor: sum.value }, { factor: points }]));
  return value === null ? sum : { ...sum, value };
}
