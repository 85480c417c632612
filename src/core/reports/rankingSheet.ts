import type { AssessedUnit } from "../assessment/assessment";
import type { Ranking, UnrankedUnit } from "../ranking/ranking";
import { plainPage } from "../workbook/plainPage";
import type { CellStyle, PlannedValue, SheetPlan } from "../workbook/plan";
import { periodLabel } from "./periodLabel";
import type { FigureSources } from "./ranking/figureSources";
import { rankingColumns, type RankingColumns } from "./ranking/rankingColumns";
import { rankingFootnotes } from "./ranking/rankingFootnotes";
import {
  FONT,
  NOTE_WIDTH,
  POINTS_WIDTH,
  RankingTables,
  TOTAL_WIDTH,
  UNIT_WIDTH,
} from "./ranking/rankingTable";
import type { TotalCells } from "./ranking/rankingTotal";
import { RANKING_SHEET_KIND } from "./ranking/rankingStanding";
import type { RankingWord } from "./ranking/rankingWords";
import { SourceColumns } from "./ranking/sourceColumns";
import { SheetBuilder } from "./sheetBuilder";
import { lineCount } from "./textWidth";
import type { Words } from "./words";

/** What the sheet says beside the ranking itself. */
export interface RankingSheetOptions {
  readonly totals: TotalCells;
  /** Where the figures come from: with totals that are formulas, the figures refer there. */
  readonly figures: FigureSources;
  /** When the ranking was made, as text. */
  readonly madeAt: string;
  /** The sheets that its figures come from. */
  readonly sources: readonly string[];
  /** The number under which this very ranking was approved; without it the sheet is a draft (rule 21). */
  readonly approvedAs?: string;
  /** Why a unit is not ranked, as one short text. */
  readonly reason: (unit: UnrankedUnit) => string;
  /** What a unit's 备注 says, where that is not what its source says. */
  readonly note?: (unit: AssessedUnit) => string;
}

const RANK_WIDTH = 6;
const SCORE_WIDTH = 10;
/** Columns at the right end that the sheet's standing takes. */
const STANDING_COLUMNS = 3;
const FOOTNOTE: CellStyle = { fontName: FONT, fontSize: 9, wrap: true, vertical: "top", horizontal: "left" };

/**
 * The ranking as a sheet fit to print (A4 portrait): a table per group in rank order, units not ranked below with
 * the reason, the formula and when and from which sheets it was made. It carries 送审稿 until approval (rule 21).
 * Right of what prints it says which sources have changed since.
 */
export function planRankingSheet(
  ranking: Ranking,
  words: Words<RankingWord>,
  options: RankingSheetOptions,
): SheetPlan {
  const columns = rankingColumns(ranking);
  const builder = new SheetBuilder(columns.count);
  const { totals, figures, reason, note = (unit: AssessedUnit) => unit.note ?? "" } = options;
  const beside = new SourceColumns(words, figures, ranking.scheme.rounding.places, totals !== "values");
  const parts = { ranking, columns, words, totals, sources: figures, beside, reason, note };
  const tables = new RankingTables(builder, parts);
  writeTitle(builder, ranking, words, options);
  const headers = ranking.groups.map((group) => tables.writeGroup(group));
  tables.writeUnranked();
  const columnWidths = widthsOf(columns);
  writeFootnotes(builder, rankingFootnotes(ranking, columns, words), columnWidths);
  const [repeated] = headers;
  return {
    name: rankingSheetName(ranking, words),
    mark: { kind: RANKING_SHEET_KIND, key: ranking.period.id },
    visibility: "visible",
    ...builder.content,
    ...beside.beside({ ...builder.content, columnWidths }),
    page: {
      ...plainPage("portrait"),
      ...(repeated === undefined ? {} : { repeatRows: [repeated, repeated] as const }),
      printArea: { row: 0, column: 0, rowCount: builder.nextRow, columnCount: columns.count },
      footer: words("ranking.footer"),
      centerHorizontally: true,
    },
    activate: true,
  };
}

/** The name of the ranking sheet of a period. */
function rankingSheetName(ranking: Ranking, words: Words<RankingWord>): string {
  return words("ranking.sheet-name", { period: periodLabel(ranking.period, words) });
}

function widthsOf({ components, bonus, deduction }: RankingColumns): number[] {
  const points = [bonus, deduction].filter((column) => column !== null).map(() => POINTS_WIDTH);
  return [RANK_WIDTH, UNIT_WIDTH, ...components.map(() => SCORE_WIDTH), ...points, TOTAL_WIDTH, NOTE_WIDTH];
}

function writeTitle(
  builder: SheetBuilder,
  ranking: Ranking,
  words: Words<RankingWord>,
  options: RankingSheetOptions,
): void {
  const title = words("ranking.title", { period: periodLabel(ranking.period, words) });
  const look: CellStyle = {
    horizontal: "center",
    vertical: "center",
    fontName: FONT,
    fontSize: 18,
    bold: true,
  };
  builder.addBanner(title, look, 34);
  const left = builder.columnCount - STANDING_COLUMNS;
  const cells: PlannedValue[] = [words("ranking.made", madeParameters(options))];
  cells[left] = standing(options, words);
  const row = builder.addRow(cells, undefined, 18);
  builder.style(row, 0, left, { fontName: FONT, fontSize: 10, horizontal: "left", vertical: "center" });
  builder.merge(row, 0, left);
  builder.style(row, left, STANDING_COLUMNS, {
    fontName: "黑体",
    fontSize: 14,
    bold: true,
    fontColor: "#C00000",
    horizontal: "right",
    vertical: "center",
  });
  builder.merge(row, left, STANDING_COLUMNS);
}

/** 送审稿, or the number of the approval. */
function standing({ approvedAs }: RankingSheetOptions, words: Words<RankingWord>): string {
  return approvedAs === undefined
    ? words("ranking.draft")
    : words("ranking.approved", { number: approvedAs });
}

function madeParameters({ madeAt, sources }: RankingSheetOptions) {
  return { time: madeAt, sheets: sources.join("、") };
}

function writeFootnotes(builder: SheetBuilder, texts: readonly string[], widths: readonly number[]): void {
  builder.addRow([], undefined, 8);
  const width = widths.reduce((sum, each) => sum + each, 0);
  for (const text of texts) builder.addBanner(text, FOOTNOTE, 13 * lineCount(text, width * 1.15) + 2);
}
