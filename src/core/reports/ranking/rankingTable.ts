import type { AssessedUnit } from "../../assessment/assessment";
import { decimalToNumber } from "../../numbers/decimal";
import type { RankedGroup, RankedUnit, Ranking, UnrankedUnit } from "../../ranking/ranking";
import type { CellStyle, PlannedValue } from "../../workbook/plan";
import type { SheetBuilder } from "../sheetBuilder";
import { TABLE_HEADER } from "../tableHeaderStyle";
import { lineCount } from "../textWidth";
import type { Words } from "../words";
import type { FigureSources, Points } from "./figureSources";
import { FIRST_COMPONENT, type RankingColumns } from "./rankingColumns";
import { totalCell, type TotalCells } from "./rankingTotal";
import type { RankingWord } from "./rankingWords";
import type { SourceColumns } from "./sourceColumns";

/** What the tables of a ranking are written with. */
export interface RankingTableParts {
  readonly ranking: Ranking;
  readonly columns: RankingColumns;
  readonly words: Words<RankingWord>;
  readonly totals: TotalCells;
  readonly sources: FigureSources;
  readonly beside: SourceColumns;
  /** Why a unit is not ranked, as one short text. */
  readonly reason: (unit: UnrankedUnit) => string;
  /** What its 备注 says. */
  readonly note: (unit: AssessedUnit) => string;
}

/** The font of official tables. */
export const FONT = "宋体";
export const UNIT_WIDTH = 24;
export const NOTE_WIDTH = 16;
export const POINTS_WIDTH = 7;
export const TOTAL_WIDTH = 10;

const HEADER: CellStyle = { ...TABLE_HEADER, wrap: true };
const BODY: CellStyle = {
  horizontal: "center",
  vertical: "center",
  fontName: FONT,
  fontSize: 11,
  borders: "thin",
};
const HEADING: CellStyle = { fontName: "黑体", fontSize: 12, horizontal: "left", vertical: "center" };

/** Writes the tables of a ranking: one a group in rank order, then the units without a rank. */
export class RankingTables {
  constructor(
    private readonly builder: SheetBuilder,
    private readonly parts: RankingTableParts,
  ) {}

  /** Writes a group's heading, header and rows; gives the header's row. */
  writeGroup(group: RankedGroup): number {
    const { words } = this.parts;
    this.writeHeading(
      words("ranking.group", {
        group: group.name === "" ? words("ranking.no-group") : group.name,
        count: group.ranked.length + group.unranked.length,
        ranked: group.ranked.length,
      }),
    );
    const header = this.builder.addRow(this.headerCells(), HEADER, 32);
    for (const unit of group.ranked) this.writeRanked(unit);
    return header;
  }

  /** Writes the units without a rank, those that the workbook lacks last; nothing where there are none. */
  writeUnranked(): void {
    const { ranking, words, columns } = this.parts;
    const unranked = ranking.groups.flatMap((group) => group.unranked);
    const missing = ranking.groups.flatMap(({ name, missing: names }) =>
      names.map((unit) => ({ name, unit })),
    );
    if (unranked.length + missing.length === 0) return;
    this.writeHeading(words("ranking.unranked", { count: unranked.length + missing.length }));
    const cells = this.headerCells().slice(0, this.reasonColumn);
    const header = this.builder.addRow(["", ...cells.slice(1), words("ranking.unranked-reason")], HEADER, 32);
    this.builder.merge(header, this.reasonColumn, columns.count - this.reasonColumn);
    for (const item of unranked) this.writeUnrankedRow(item.unit.name, item, this.parts.reason(item));
    for (const { name, unit } of missing) {
      this.writeUnrankedRow(unit, null, words("ranking.missing-unit", { group: name }));
    }
  }

  /** Where the reason stands: from the column after the scores to the last one. */
  private get reasonColumn(): number {
    return FIRST_COMPONENT + this.parts.columns.components.length;
  }

  private writeHeading(text: string): void {
    this.builder.addRow([], undefined, 8);
    this.builder.addBanner(text, HEADING, 20);
  }

  private headerCells(): string[] {
    const { words, ranking, columns } = this.parts;
    return [
      words("ranking.rank"),
      words("ranking.unit"),
      ...columns.components.map(({ name }) => name),
      ...(columns.bonus === null ? [] : [words("ranking.bonus")]),
      ...(columns.deduction === null ? [] : [words("ranking.deduction")]),
      words(ranking.dynamic ? "ranking.dynamic-total" : "ranking.total"),
      words("ranking.note"),
    ];
  }

  private writeRanked(ranked: RankedUnit): void {
    const { ranking, columns, totals, beside } = this.parts;
    const { unit, rank, total } = ranked;
    const row = this.builder.nextRow;
    const note = this.parts.note(unit);
    const values: string[] = [];
    this.builder.addRow(
      [
        rank,
        unit.name,
        ...this.scoreCells(unit, values),
        ...(columns.bonus === null ? [] : [this.pointsCell(unit, "bonus", values)]),
        ...(columns.deduction === null ? [] : [this.pointsCell(unit, "deduction", values)]),
        totalCell(ranking.scheme, columns, totals, row, total),
        note === "" ? null : note,
      ],
      BODY,
      rowHeight([unit.name, UNIT_WIDTH], [note, NOTE_WIDTH]),
    );
    this.styleFigures(row);
    this.builder.style(row, columns.total, 1, { bold: true });
    beside.addRanked(row, ranked, values);
  }

  private scoreCells(unit: AssessedUnit, values: string[]): PlannedValue[] {
    const { columns, beside, sources } = this.parts;
    return columns.components.map(({ id, name }) => {
      const figure = unit.components.get(id);
      if (figure === undefined) return null;
      return beside.figure(decimalToNumber(figure.value), sources.score(figure), name, values);
    });
  }

  private pointsCell(unit: AssessedUnit, side: Points, values: string[]): PlannedValue {
    const { words, beside, sources } = this.parts;
    const figure = unit[side];
    const source = sources.points(unit, side);
    // No points and no cell for them: the 0 stands for the absence of both.
    if (figure === null && source === null) return 0;
    const value = figure === null ? 0 : decimalToNumber(figure.value);
    return beside.figure(value, source, words(`ranking.${side}`), values);
  }

  private styleFigures(row: number): void {
    const { columns, ranking } = this.parts;
    const { places } = ranking.scheme.rounding;
    this.builder.style(row, FIRST_COMPONENT, columns.total - FIRST_COMPONENT + 1, {
      numberFormat: `0${places > 0 ? "." + "0".repeat(places) : ""}`,
    });
    this.builder.style(row, 1, 1, { horizontal: "left", wrap: true });
    this.builder.style(row, columns.note, 1, { horizontal: "left", wrap: true });
  }

  private writeUnrankedRow(name: string, item: UnrankedUnit | null, reason: string): void {
    const { builder, reasonColumn } = this;
    const values: string[] = [];
    const scores = item === null ? [] : this.scoreCells(item.unit, values);
    const blanks = this.parts.columns.components.slice(scores.length).map(() => null);
    const row = builder.addRow(
      ["—", name, ...scores, ...blanks, reason],
      BODY,
      rowHeight([name, UNIT_WIDTH], [reason, this.reasonWidth]),
    );
    this.styleFigures(row);
    const width = this.parts.columns.count - reasonColumn;
    builder.style(row, reasonColumn, width, { horizontal: "left", wrap: true, numberFormat: "@" });
    builder.merge(row, reasonColumn, width);
    if (item !== null) this.parts.beside.addUnranked(row, item, values);
  }

  private get reasonWidth(): number {
    const { bonus, deduction } = this.parts.columns;
    const points = [bonus, deduction].filter((column) => column !== null).length;
    return points * POINTS_WIDTH + TOTAL_WIDTH + NOTE_WIDTH;
  }
}

/** Height in points for the tallest of some texts in columns of given widths, at 11 points. */
function rowHeight(...texts: readonly (readonly [string, number])[]): number {
  const lines = Math.max(1, ...texts.map(([text, width]) => lineCount(text, width - 2)));
  return 5 + 15 * lines;
}
