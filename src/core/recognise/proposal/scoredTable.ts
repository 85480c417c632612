import { absoluteDecimal, decimalToNumber, negateDecimal, ZERO, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow } from "../../numbers/exactSum";
import { plainText, readNumber } from "../../numbers/readNumber";
import type { CellPosition } from "../../workbook/address";
import { numberFormatAt, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";
import type { ReadTable } from "../tables/classifySheet";
import { isAnnotation, isScoreWord } from "../header/columnRole";
import { readHeaderText } from "../header/headerText";
import { figureIn } from "../header/itemFigures";
import type { SheetView } from "../tables/sheetView";
import type { TableColumn } from "../columns/tableColumns";
import { WEIGHTED_WORDS } from "../header/vocabulary";

/** Something that every unit of a table is scored on, under the table's own name for it. */
export interface ScoredItem {
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
  /** The author's rank, and the group that it counts in. */
  readonly rank: number | null;
  readonly group: string | null;
}

/** A table as a scheme can be made from it: what is scored, and what the author made of it. */
export interface ScoredTable {
  readonly sheet: SheetSnapshot;
  /** All sheets of its workbook: formulas may look at them. */
  readonly workbook: readonly SheetSnapshot[];
  readonly items: readonly ScoredItem[];
  readonly units: readonly ScoredUnit[];
  /** The header of the author's total; null where there is none. */
  readonly totalName: string | null;
  readonly hasPoints: boolean;
}

/** How a table is scored shows in its first units: those after them are not looked at. */
const MAXIMUM_UNITS = 5_000;

/** Reads the items, totals and points of a table that was read without knowing a scheme. */
export function scoredTable(table: ReadTable, workbook: readonly SheetSnapshot[]): ScoredTable {
  const units = table.rows.filter((row) => row.kind === "unit").slice(0, MAXIMUM_UNITS);
  const rows = units.map(({ row }) => row);
  const rank = latest(table.columns, "rank");
  const total = latest(table.columns, "total");
  const points = table.columns.filter(({ role }) => /^(?:bonus|deduction|net)$/.test(role));
  const { view } = table.block;
  return {
    sheet: view.sheet,
    workbook,
    items: itemsOf(table, rows),
    units: units.map(({ row, group }) => ({
      total: total === null ? null : figureIn(view.value(row, total.column)),
      totalCell: total === null ? null : view.position(row, total.column),
      points: pointsIn(table, row, points),
      pointCells: points.map(({ column }) => view.position(row, column)),
      rank: rank === null ? null : rankIn(view.value(row, rank.column)),
      group,
    })),
    totalName: total === null ? null : itemName(total),
    hasPoints: points.length > 0,
  };
}

/** The column of a role; of one a year (2022年得分 beside 2023年得分) that of the latest. */
function latest(columns: readonly TableColumn[], role: "rank" | "total"): TableColumn | null {
  const yearOf = ({ period }: TableColumn) => period?.year ?? Infinity;
  return columns
    .filter((column) => column.role === role)
    .reduce<TableColumn | null>(
      (best, column) => (best === null || yearOf(column) > yearOf(best) ? column : best),
      null,
    );
}

function rankIn(value: CellValue): number | null {
  const figure = figureIn(value);
  return figure === null ? null : decimalToNumber(figure);
}

/** Columns without a role of their own, most of whose cells are figures and no percentages; weighted shares beside the scores are none. */
function itemsOf(table: ReadTable, rows: readonly number[]): ScoredItem[] {
  const { view } = table.block;
  const numeric = table.columns.filter((column) => {
    if (column.role !== "unknown" || column.path.length === 0) return false;
    const filled = rows.filter((row) => figureIn(view.value(row, column.column)) !== null);
    return filled.length > 0 && filled.length * 2 >= rows.length && !areRates(view, column, filled);
  });
  const scored = numeric.filter((column) => !isShare(column));
  const columns = scored.length > 0 ? scored : numeric;
  const names = columns.map(itemName);
  return columns.flatMap((column, index): ScoredItem[] => {
    const own = names[index] ?? "";
    const isAlone = names.filter((name) => name === own).length === 1;
    const name = isAlone ? own : wholeName(column);
    if (name === "") return [];
    return [
      {
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
  const rates = rows.filter((row) => numberFormatAt(view.sheet, view.position(row, column)).includes("%"));
  return rates.length * 2 > rows.length;
}

/** 加权得分, 折算分: a score of another column times its weight. */
function isShare({ path }: TableColumn): boolean {
  return WEIGHTED_WORDS.test(plainText(lowestWords(path)));
}

/** What a column is called: its lowest words, or where these only say that a score stands there, those above. */
function itemName({ path }: TableColumn): string {
  const texts = path.filter((text) => !isAnnotation(text)).map(readHeaderText);
  const named = texts.findLast(({ words, plain }) => !isScoreWord(words) && !WEIGHTED_WORDS.test(plain));
  return (named ?? texts.at(-1))?.words ?? "";
}

/** Columns of one name are told apart by what stands above them: 一季度/业绩. */
function wholeName({ path }: TableColumn): string {
  return path
    .filter((text) => !isAnnotation(text))
    .map((text) => readHeaderText(text).words)
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
