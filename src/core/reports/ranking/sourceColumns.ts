import type { RankedUnit, UnrankedUnit } from "../../ranking/ranking";
import { formatFixed } from "../../numbers/decimal";
import { cellOfKey, columnLetters } from "../../workbook/address";
import { valueAt, type SheetSnapshot } from "../../workbook/snapshot";
import type { CellStyle, PlannedValue, SheetPlan, StyledArea } from "../../workbook/plan";
import type { Words } from "../words";
import type { FigureSources } from "./figureSources";
import type { RankingWord } from "./rankingWords";

/** What stands beside one unit's row. */
interface RowState {
  readonly row: number;
  /** A formula's text that is empty while the sources are as they were. */
  readonly changed: PlannedValue;
  /** Which figures are written as values. */
  readonly values: string | null;
}

/** How many units have other sources than when they were ranked, as the formulas of a written sheet tell. */
export function changedUnitsOn(sheet: SheetSnapshot): number {
  const summary = [...sheet.formulas.keys()].map(cellOfKey).find(({ row }) => row === SUMMARY_ROW);
  if (summary === undefined) return 0;
  const rows = Array.from({ length: sheet.area.row + sheet.area.rowCount }, (_, row) => row).slice(FIRST_ROW);
  return rows.filter((row) => {
    const value = valueAt(sheet, { row, column: summary.column });
    return typeof value === "string" && value !== "";
  }).length;
}

type SheetCells = Pick<SheetPlan, "cells" | "styles" | "columnWidths">;

const CHANGED: CellStyle = { fontSize: 10, bold: true, fontColor: "#C00000", vertical: "center" };
const QUIET: CellStyle = { fontSize: 9, fontColor: "#595959", vertical: "center" };
/** An empty column, what has changed, what is written as a value. */
const WIDTHS = [2, 46, 40];
/** Rows of the title, of when and from what the ranking was made: the summaries stand beside them. */
const SUMMARY_ROW = 0;
const FIGURES_ROW = 1;
const FIRST_ROW = 2;

/**
 * The columns right of the ranking's print area: whether the cells that a unit's figures come from still hold what
 * was ranked. They are formulas, because a ranking in an outdated order has to say so where PERF is not running, too:
 * names, scores and points are compared one by one with what they were, so that changes that make up for each other,
 * re-sorted rows and deleted cells all show. Units that are new in the workbook show in the task pane only.
 */
export class SourceColumns {
  private readonly states: RowState[] = [];
  private followed = 0;
  private written = 0;

  constructor(
    private readonly words: Words<RankingWord>,
    private readonly sources: FigureSources,
    private readonly places: number,
    /** Whether figures refer to their cells at all. */
    private readonly follows: boolean,
  ) {}

  /** A figure's cell: its reference where there is one, else its value, of which the row then tells by name. */
  figure(value: number, reference: string | null, name: string, values: string[]): PlannedValue {
    if (!this.follows) return value;
    if (reference === null) {
      this.written += 1;
      values.push(name);
      return value;
    }
    this.followed += 1;
    return { formula: `=${reference}`, value };
  }

  /** Watches over the sources of a ranked unit; `values` names its figures that do not follow them. */
  addRanked(row: number, { unit, total, rank }: RankedUnit, values: readonly string[]): void {
    const text = this.words("ranking.sources.unit-changed", { rank, total: formatFixed(total, this.places) });
    this.add(row, this.sources.unchanged(unit), text, values);
  }

  /** Watches over the sources of a unit without a rank. */
  addUnranked(row: number, { unit }: UnrankedUnit, values: readonly string[]): void {
    const text = this.words("ranking.sources.unranked-changed");
    this.add(row, this.sources.unchanged(unit), text, values);
  }

  private add(row: number, condition: string | null, text: string, values: readonly string[]): void {
    const changed =
      condition === null
        ? null
        : { formula: `=IF(IFERROR(${condition},FALSE),"","${text.replaceAll('"', '""')}")`, value: "" };
    const names =
      values.length === 0 ? null : this.words("ranking.sources.value-of", { names: values.join("、") });
    this.states.push({ row, changed, values: names });
  }

  /** The sheet's cells with these columns beside them. */
  beside({ cells, styles, columnWidths }: SheetCells): SheetCells {
    const first = columnWidths.length + 1;
    const rows = cells.map((row): PlannedValue[] => [...row, null, null, null]);
    const put = (row: number, column: number, value: PlannedValue) => {
      const target = rows[row];
      if (target) target[column] = value;
    };
    for (const { row, changed, values } of this.states) {
      put(row, first, changed);
      put(row, first + 1, values);
    }
    put(SUMMARY_ROW, first, this.summary(first, rows.length));
    put(FIGURES_ROW, first, this.figuresText());
    const rowCount = rows.length;
    const looks: StyledArea[] = [
      { area: { row: 0, column: first, rowCount, columnCount: 1 }, style: CHANGED },
      { area: { row: 0, column: first + 1, rowCount, columnCount: 1 }, style: QUIET },
      {
        area: { row: FIGURES_ROW, column: first, rowCount: 1, columnCount: 1 },
        style: { ...QUIET, bold: false },
      },
    ];
    return { cells: rows, styles: [...styles, ...looks], columnWidths: [...columnWidths, ...WIDTHS] };
  }

  private summary(column: number, rowCount: number): PlannedValue {
    if (!this.states.some(({ changed }) => changed !== null)) return null;
    const letters = columnLetters(column);
    const area = `${letters}${String(FIRST_ROW + 1)}:${letters}${String(rowCount)}`;
    const count = `SUMPRODUCT(--(LEN(${area})>0))`;
    // The count takes the place of a word of the sentence.
    const [before = "", after = ""] = this.words("ranking.sources.changed", { count: "\n" })
      .replaceAll('"', '""')
      .split("\n");
    return { formula: `=IF(${count}=0,"","${before}"&${count}&"${after}")`, value: "" };
  }

  private figuresText(): string {
    if (!this.follows) return this.words("ranking.sources.values");
    return this.written === 0
      ? this.words("ranking.sources.followed")
      : this.words("ranking.sources.some-values", { count: this.written });
  }
}
