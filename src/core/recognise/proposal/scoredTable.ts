import { absoluteDecimal, negateDecimal, ZERO, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow } from "../../numbers/exactSum";
import { plainText, readNumber } from "../../numbers/readNumber";
import type { Fact } from "../../facts/fact";
import type { RankingOrder, TieRule } from "../../scheme/scheme";
import { columnMark } from "../../shape/columnMark";
import type { CellPosition } from "../../workbook/address";
import { isPercentFormat } from "../../workbook/numberFormat";
import type { SheetSnapshot } from "../../workbook/snapshot";
import type { ReadTable } from "../tables/classifySheet";
import { isScoreWord } from "../header/columnRole";
import { isAnnotation, readHeaderText } from "../../vocabulary/headerText";
import { figureIn } from "../../numbers/cellFigure";
import type { SheetView } from "../tables/sheetView";
import type { TableColumn } from "../columns/tableColumns";
import { contains } from "../../vocabulary/concepts";

/** Something that every unit of a table is scored on, under the table's own name for it. */
export interface ScoredItem {
  /** The column of the table; null for an item of a list. */
  readonly column: number | null;
  readonly name: string;
  /** As a fraction of 1, where the table states it. */
  readonly weight: Decimal | null;
  readonly fullMark: Decimal | null;
  /** A score a unit; null where the cell holds no number. */
  readonly values: readonly (Decimal | null)[];
  /** Where the scores stand on the sheet. */
  readonly cells: readonly CellPosition[];
}

/** What a table says of one unit beside its scores. */
export interface ScoredUnit {
  /** The author's total. */
  readonly total: Decimal | null;
  readonly totalCell: CellPosition | null;
  /** Bonus less deduction; null where a cell of them holds something else than a number. */
  readonly points: Decimal | null;
  readonly pointCells: readonly CellPosition[];
}

/** A table as a scheme can be made from it: what is scored, and what the author made of it. */
export interface ScoredTable {
  readonly sheet: SheetSnapshot;
  /** How the author's total comes about, by arithmetic; null where nothing tells. Its columns are those of `items`. */
  readonly fact: Fact | null;
  /** The rule for ties that the author's ranks follow. */
  readonly ties: TieRule;
  /** Whether the author ranks the highest total first. */
  readonly order: RankingOrder;
  readonly items: readonly ScoredItem[];
  /** Every column of figures but the total, weighted shares and points included, for the author's own rule. */
  readonly parts: readonly ScoredItem[];
  readonly units: readonly ScoredUnit[];
  /** The header of the author's total; null where there is none. */
  readonly totalName: string | null;
  /** The table's columns; null for a list of items. */
  readonly columns: readonly TableColumn[] | null;
}

/** How a table is scored shows in its first units: those after them are not looked at. */
const MAXIMUM_UNITS = 5_000;

/** Reads the items, totals and points of a table that was read without knowing a scheme. */
export function scoredTable(table: ReadTable): ScoredTable {
  const units = table.rows.filter((row) => row.kind === "unit").slice(0, MAXIMUM_UNITS);
  const rows = units.map(({ row }) => row);
  const total = latestTotal(table.columns);
  const points = table.columns.filter(({ role }) => /^(?:bonus|deduction|net)$/.test(role));
  const { view } = table.block;
  return {
    sheet: view.sheet,
    fact: total === null ? null : totalFact(table, total.column),
    items: itemsOf(table, rows, (column) => column.role === "unknown"),
    parts: itemsOf(
      table,
      rows,
      ({ role }) => role !== "total" && role !== "rank" && role !== "sequence",
      true,
    ),
    ties: tiesOf(table),
    order: table.reading?.result?.order ?? "descending",
    units: units.map(({ row }) => ({
      total: total === null ? null : figureIn(view.value(row, total.column)),
      totalCell: total === null ? null : view.position(row, total.column),
      points: pointsIn(table, row, points),
      pointCells: points.map(({ column }) => view.position(row, column)),
    })),
    totalName: total === null ? null : nameIn(table, total),
    columns: table.columns,
  };
}

/** The total; of one a year (2022年得分 beside 2023年得分) that of the latest. */
function latestTotal(columns: readonly TableColumn[]): TableColumn | null {
  const yearOf = ({ period }: TableColumn) => period?.year ?? Infinity;
  return columns
    .filter(({ role }) => role === "total")
    .reduce<TableColumn | null>(
      (best, column) => (best === null || yearOf(column) > yearOf(best) ? column : best),
      null,
    );
}

/** The fact by which the total follows from scores. */
function totalFact({ reading }: ReadTable, total: number): Fact | null {
  return (
    reading?.facts.find(({ column, kind }) => column === total && kind !== "rank" && kind !== "grade") ?? null
  );
}

/** The rule for ties that the author's ranks of the result show; without any, the usual one. */
function tiesOf({ reading }: ReadTable): TieRule {
  return reading?.result?.rank?.ties === "dense" ? "dense" : "competition";
}

/** Columns without a role of their own, most of whose cells are figures and no percentages; weighted shares beside the scores are none. */
function itemsOf(
  table: ReadTable,
  rows: readonly number[],
  isItem: (column: TableColumn) => boolean,
  shares = false,
): ScoredItem[] {
  const { view } = table.block;
  const numeric = table.columns.filter((column) => {
    if (!isItem(column) || nameIn(table, column) === "") return false;
    const filled = rows.filter((row) => figureIn(view.value(row, column.column)) !== null);
    return filled.length > 0 && filled.length * 2 >= rows.length && !areRates(view, column, filled);
  });
  const scored = numeric.filter((column) => shares || !isShare(column));
  const columns = scored.length > 0 ? scored : numeric;
  const names = columns.map((column) => nameIn(table, column));
  return columns.flatMap((column, index): ScoredItem[] => {
    const own = names[index] ?? "";
    const isAlone = names.filter((name) => name === own).length === 1;
    const name = isAlone ? own : wholeName(column);
    if (name === "") return [];
    return [
      {
        column: column.column,
        name,
        weight: column.weight,
        fullMark: column.fullMark,
        values: rows.map((row) => figureIn(view.value(row, column.column))),
        cells: rows.map((row) => view.position(row, column.column)),
      },
    ];
  });
}

/** 0.95 shown as 95% is no score: nobody can say what full mark it is of. */
function areRates(view: SheetView, { column }: TableColumn, rows: readonly number[]): boolean {
  const rates = rows.filter((row) => isPercentFormat(view.numberFormat(row, column)));
  return rates.length * 2 > rows.length;
}

/** 加权得分, 折算分: a score of another column times its weight. */
function isShare({ path }: TableColumn): boolean {
  return contains(plainText(lowestWords(path)), "weighted-score");
}

/** What a column of a table is called: in one without any header, by its letters. */
function nameIn({ block: { view, headerRows } }: ReadTable, column: TableColumn): string {
  const hasHeader = headerRows[0] <= headerRows[1];
  return hasHeader ? itemName(column) : columnMark(view, column.column);
}

/** What a column is called: its lowest words, or where these only say that a score stands there, those above. */
export function itemName({ path }: Pick<TableColumn, "path">): string {
  const texts = path.filter((text) => !isAnnotation(text)).map(readHeaderText);
  const named = texts.findLast(
    ({ words, plain }) => !isScoreWord(words) && !contains(plain, "weighted-score"),
  );
  const text = named ?? texts.at(-1);
  if (text === undefined) return "";
  // Words of Latin letters keep the spaces between them.
  const [spaced = ""] = /^[\p{Script=Latin}\p{N}][^()[\]（）【】]*/u.exec(text.whole) ?? [];
  return spaced.replace(/\s/g, "") === text.words ? spaced.trim() : text.words;
}

/** Columns of one name are told apart by what stands above them: 一季度/业绩. */
function wholeName({ path }: TableColumn): string {
  return path
    .filter((text) => !isAnnotation(text))
    .map((text) => readHeaderText(text).plain)
    .join("/");
}

function lowestWords(path: readonly string[]): string {
  return path.findLast((text) => !isAnnotation(text)) ?? "";
}

function pointsIn({ block }: ReadTable, row: number, columns: readonly TableColumn[]): Decimal | null {
  const addends: { factor: Decimal }[] = [];
  for (const { role, column } of columns) {
    const value = block.view.value(row, column);
    if (value === null || (typeof value === "string" && readNumber(value).kind === "none")) continue;
    const figure = figureIn(value);
    if (figure === null) return null;
    addends.push({ factor: role === "deduction" ? negateDecimal(absoluteDecimal(figure)) : figure });
  }
  return addends.length === 0 ? ZERO : narrow(exactSum(addends));
}
