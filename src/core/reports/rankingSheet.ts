import { decimalToNumber, formatDecimal, type Decimal } from "../numbers/decimal";
import type { RankedGroup, RankedUnit, Ranking, UnrankedUnit } from "../ranking/ranking";
import { totalFormula, type TotalFormula } from "../scoring/total";
import { formatWeight } from "../scoring/explainTotal";
import { columnLetters } from "../workbook/address";
import { plainPage } from "../workbook/plainPage";
import type { CellStyle, PlannedValue, SheetPlan } from "../workbook/plan";
import { periodLabel, type PeriodWord } from "./periodLabel";
import { SheetBuilder } from "./sheetBuilder";
import { TABLE_HEADER } from "./tableHeaderStyle";
import { lineCount } from "./textWidth";
import type { Words } from "./words";

/** How 总成绩 stands in the sheet: a PERF function, a formula that any spreadsheet knows, or the value alone. */
export type TotalCells = "function" | "native-formula" | "values";

/** Keys of the ranking sheet's words. */
export type RankingWord =
  | PeriodWord
  | "ranking.sheet-name"
  | "ranking.title"
  | "ranking.draft"
  | "ranking.approved"
  | "ranking.group"
  | "ranking.rank"
  | "ranking.unit"
  | "ranking.bonus"
  | "ranking.deduction"
  | "ranking.total"
  | "ranking.dynamic-total"
  | "ranking.note"
  | "ranking.no-group"
  | "ranking.unranked"
  | "ranking.unranked-reason"
  | "ranking.formula"
  | "ranking.dynamic"
  | "ranking.rounding.half-up"
  | "ranking.rounding.half-even"
  | "ranking.order.descending"
  | "ranking.order.ascending"
  | "ranking.ties.competition"
  | "ranking.ties.dense"
  | "ranking.ties.ordinal"
  | "ranking.made"
  | "ranking.missing-unit"
  | "ranking.footer";

/** What the sheet says beside the ranking itself. */
export interface RankingSheetOptions {
  readonly totals: TotalCells;
  /** When the ranking was made, as text. */
  readonly madeAt: string;
  /** The sheets that its figures come from. */
  readonly sources: readonly string[];
  /** The number under which this very ranking was approved; without it the sheet is a draft (rule 21). */
  readonly approvedAs?: string;
  /** Why a unit is not ranked, as one short text. */
  readonly reason: (unit: UnrankedUnit) => string;
}

/** The kind in the mark of a ranking sheet; its key is the period's id. */
const RANKING_SHEET_KIND = "ranking";

const FONT = "宋体";
const CENTERED: CellStyle = { horizontal: "center", vertical: "center" };
const HEADER: CellStyle = { ...TABLE_HEADER, wrap: true };
const BODY: CellStyle = { ...CENTERED, fontName: FONT, fontSize: 11, borders: "thin" };
const FOOTNOTE: CellStyle = { fontName: FONT, fontSize: 9, wrap: true, vertical: "top", horizontal: "left" };
const UNIT_WIDTH = 24;
const NOTE_WIDTH = 16;

/**
 * The ranking as a sheet fit to print (A4 portrait): a table per group in rank order, units not ranked below with
 * the reason, the formula and when and from which sheets it was made. It carries 送审稿 until approval (rule 21).
 */
export function planRankingSheet(
  ranking: Ranking,
  words: Words<RankingWord>,
  options: RankingSheetOptions,
): SheetPlan {
  const writer = new RankingWriter(ranking, words, options);
  return writer.plan();
}

/** The name of the ranking sheet of a period. */
function rankingSheetName(ranking: Ranking, words: Words<RankingWord>): string {
  return words("ranking.sheet-name", { period: periodLabel(ranking.period, words) });
}

class RankingWriter {
  private readonly formula: TotalFormula;
  private readonly builder: SheetBuilder;
  /** Zero-based columns: rank, unit, then the components, bonus, deduction, total, note. */
  private readonly bonusColumn: number;

  constructor(
    private readonly ranking: Ranking,
    private readonly words: Words<RankingWord>,
    private readonly options: RankingSheetOptions,
  ) {
    this.formula = totalFormula(ranking.scheme, ranking.dynamic);
    this.bonusColumn = 2 + this.formula.components.length;
    this.builder = new SheetBuilder(this.bonusColumn + 4);
  }

  plan(): SheetPlan {
    const { builder, words, ranking } = this;
    const { components } = this.formula;
    this.writeTitle();
    let repeated: number | null = null;
    for (const group of ranking.groups) {
      const header = this.writeGroup(group);
      repeated ??= header;
    }
    this.writeUnranked();
    this.writeFootnotes();
    return {
      name: rankingSheetName(ranking, words),
      mark: { kind: RANKING_SHEET_KIND, key: ranking.period.id },
      visibility: "visible",
      ...builder.content,
      columnWidths: [6, UNIT_WIDTH, ...components.map(() => 10), 7, 7, 10, NOTE_WIDTH],
      page: {
        ...plainPage("portrait"),
        ...(repeated === null ? {} : { repeatRows: [repeated, repeated] as const }),
        printArea: { row: 0, column: 0, rowCount: builder.nextRow, columnCount: builder.columnCount },
        footer: words("ranking.footer"),
        centerHorizontally: true,
      },
      activate: true,
    };
  }

  private writeTitle(): void {
    const { builder, words, ranking } = this;
    const period = periodLabel(ranking.period, words);
    builder.addBanner(
      words("ranking.title", { period }),
      { ...CENTERED, fontName: FONT, fontSize: 18, bold: true },
      34,
    );
    const row = builder.addRow([words("ranking.made", this.madeParameters())], undefined, 18);
    const left = builder.columnCount - 3;
    builder.style(row, 0, left, { fontName: FONT, fontSize: 10, horizontal: "left", vertical: "center" });
    builder.merge(row, 0, left);
    this.setCell(row, left, this.standing());
    builder.style(row, left, 3, {
      fontName: "黑体",
      fontSize: 14,
      bold: true,
      fontColor: "#C00000",
      horizontal: "right",
      vertical: "center",
    });
    builder.merge(row, left, 3);
  }

  /** 送审稿, or the number of the approval. */
  private standing(): string {
    const { approvedAs } = this.options;
    return approvedAs === undefined
      ? this.words("ranking.draft")
      : this.words("ranking.approved", { number: approvedAs });
  }

  private madeParameters() {
    return { time: this.options.madeAt, sheets: this.options.sources.join("、") };
  }

  private setCell(row: number, column: number, value: PlannedValue): void {
    // Rows are made by the builder with all their columns; this fills one in after the row's first text.
    const cells = this.builder.cells[row] as PlannedValue[] | undefined;
    if (cells) cells[column] = value;
  }

  /** Writes a group's heading, header and rows; gives the header's row. */
  private writeGroup(group: RankedGroup): number {
    const { builder, words } = this;
    builder.addRow([], undefined, 8);
    builder.addBanner(
      words("ranking.group", {
        group: group.name === "" ? words("ranking.no-group") : group.name,
        count: group.ranked.length + group.unranked.length,
        ranked: group.ranked.length,
      }),
      { fontName: "黑体", fontSize: 12, horizontal: "left", vertical: "center" },
      20,
    );
    const header = this.writeHeader();
    for (const unit of group.ranked) this.writeRanked(unit);
    return header;
  }

  private writeHeader(): number {
    const { words, ranking } = this;
    return this.builder.addRow(
      [
        words("ranking.rank"),
        words("ranking.unit"),
        ...this.formula.components.map(({ name }) => name),
        words("ranking.bonus"),
        words("ranking.deduction"),
        words(ranking.dynamic ? "ranking.dynamic-total" : "ranking.total"),
        words("ranking.note"),
      ],
      HEADER,
      32,
    );
  }

  private writeRanked({ unit, rank, total }: RankedUnit): void {
    const { builder } = this;
    const row = builder.nextRow;
    const note = unit.note ?? "";
    builder.addRow(
      [
        rank,
        unit.name,
        ...this.formula.components.map(({ id }) => numberOf(unit.components.get(id)?.value)),
        numberOf(unit.bonus?.value) ?? 0,
        numberOf(unit.deduction?.value) ?? 0,
        this.totalCell(row, total),
        note === "" ? null : note,
      ],
      BODY,
      rowHeight([unit.name, UNIT_WIDTH], [note, NOTE_WIDTH]),
    );
    this.styleFigures(row);
    builder.style(row, this.bonusColumn + 2, 1, { bold: true });
  }

  private styleFigures(row: number): void {
    const { builder, bonusColumn } = this;
    const places = this.ranking.scheme.rounding.places;
    builder.style(row, 2, bonusColumn + 1, {
      numberFormat: `0${places > 0 ? "." + "0".repeat(places) : ""}`,
    });
    builder.style(row, 1, 1, { horizontal: "left", wrap: true });
    builder.style(row, bonusColumn + 3, 1, { horizontal: "left", wrap: true });
  }

  private totalCell(row: number, total: Decimal): PlannedValue {
    const value = decimalToNumber(total);
    const { totals } = this.options;
    if (totals === "values") return value;
    const cells = [...this.formula.components.keys()].map(
      (index) => `${columnLetters(2 + index)}${String(row + 1)}`,
    );
    const bonus = `${columnLetters(this.bonusColumn)}${String(row + 1)}`;
    const deduction = `${columnLetters(this.bonusColumn + 1)}${String(row + 1)}`;
    if (totals === "function")
      return { formula: `=PERF.TOTAL(${[...cells, bonus, deduction].join(",")})`, value };
    const terms = this.formula.components.map(
      ({ weight }, index) => `${cells[index] ?? ""}*${formatDecimal(weight)}`,
    );
    // The inner ROUND takes away the noise of binary sums, so that a half rounds up as the plan has it.
    return {
      formula: `=ROUND(ROUND(${terms.join("+")}+${bonus}-${deduction},9),${String(this.ranking.scheme.rounding.places)})`,
      value,
    };
  }

  private writeUnranked(): void {
    const { builder, words, ranking, bonusColumn } = this;
    const unranked = ranking.groups.flatMap((group) => group.unranked.map((item) => ({ group, item })));
    const missing = ranking.groups.flatMap(({ name, missing: names }) =>
      names.map((unit) => ({ name, unit })),
    );
    if (unranked.length + missing.length === 0) return;
    builder.addRow([], undefined, 8);
    builder.addBanner(
      words("ranking.unranked", { count: unranked.length + missing.length }),
      { fontName: "黑体", fontSize: 12, horizontal: "left", vertical: "center" },
      20,
    );
    const header = this.writeHeader();
    this.setCell(header, 0, "");
    this.setCell(header, bonusColumn, words("ranking.unranked-reason"));
    for (const column of [bonusColumn + 1, bonusColumn + 2, bonusColumn + 3])
      this.setCell(header, column, null);
    builder.merge(header, bonusColumn, 4);
    for (const { item } of unranked) {
      this.writeUnrankedRow(item.unit.name, item, this.options.reason(item));
    }
    for (const { name, unit } of missing) {
      this.writeUnrankedRow(unit, null, words("ranking.missing-unit", { group: name }));
    }
  }

  private writeUnrankedRow(name: string, item: UnrankedUnit | null, reason: string): void {
    const { builder, bonusColumn } = this;
    const row = builder.addRow(
      [
        "—",
        name,
        ...this.formula.components.map(({ id }) => numberOf(item?.unit.components.get(id)?.value)),
        reason,
      ],
      BODY,
      rowHeight([name, UNIT_WIDTH], [reason, 24 + NOTE_WIDTH]),
    );
    this.styleFigures(row);
    builder.style(row, bonusColumn, 4, { horizontal: "left", wrap: true, numberFormat: "@" });
    builder.merge(row, bonusColumn, 4);
  }

  private writeFootnotes(): void {
    const { builder, words, ranking } = this;
    const { scheme } = ranking;
    const terms = this.formula.components.map(
      ({ name, weight }) => name + (formatDecimal(weight) === "1" ? "" : `×${formatWeight(weight)}`),
    );
    const rounding = words(`ranking.rounding.${scheme.rounding.mode}`, { places: scheme.rounding.places });
    const texts = [
      words("ranking.formula", {
        terms: terms.join("+"),
        rounding,
        order: words(`ranking.order.${scheme.order}`),
        ties: words(`ranking.ties.${scheme.ties}`),
      }),
      ...(ranking.dynamic ? [words("ranking.dynamic", { mark: formatDecimal(this.formula.fullMark) })] : []),
    ];
    builder.addRow([], undefined, 8);
    const width = 6 + UNIT_WIDTH + 10 * this.formula.components.length + 24 + NOTE_WIDTH;
    for (const text of texts) builder.addBanner(text, FOOTNOTE, 13 * lineCount(text, width * 1.15) + 2);
  }
}

function numberOf(value: Decimal | undefined): number | null {
  return value === undefined ? null : decimalToNumber(value);
}

/** Height in points for the tallest of some texts in columns of given widths, at 11 points. */
function rowHeight(...texts: readonly (readonly [string, number])[]): number {
  const lines = Math.max(1, ...texts.map(([text, width]) => lineCount(text, width - 2)));
  return 5 + 15 * lines;
}
