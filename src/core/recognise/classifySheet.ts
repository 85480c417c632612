import type { RecognisedTable, TableKind } from "../assessment/assessment";
import { plainText } from "../numbers/readNumber";
import type { Scheme } from "../scheme/scheme";
import type { Roster } from "../units/roster";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { RoleReader } from "./columnRole";
import { findTables, type TableBlock } from "./findTables";
import { findPeriod, yearIn, type PeriodHint } from "./periodText";
import { createSheetView, isFigure, type SheetView } from "./sheetView";
import { readColumns, type RoleCorrections, type TableColumn } from "./tableColumns";
import { readRows, type TableRow } from "./tableRows";

/** A table with everything that its sheet says about it. */
export interface ReadTable {
  readonly block: TableBlock;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly kind: "scores" | "ledger" | "other" | "not-data";
  /** The group that the title or the sheet's name states for the whole table. */
  readonly group: string | null;
  readonly period: PeriodHint | null;
  /** The year in the title or the sheet's name, even where no period is named. */
  readonly year: number | null;
}

/** What recognition works with. */
export interface RecognitionRules {
  readonly scheme: Scheme;
  readonly roster: Roster | null;
  readonly reader: RoleReader;
  readonly corrections: RoleCorrections;
}

/** Finds and reads the tables of one sheet; as it stands, else with units as columns. */
export function readTables(sheet: SheetSnapshot, rules: RecognitionRules): ReadTable[] {
  const upright = tablesOf(createSheetView(sheet), rules);
  if (upright.some(({ kind }) => kind === "scores")) return upright;
  const flipped = tablesOf(createSheetView(sheet, true), rules).filter(({ kind }) => kind === "scores");
  return flipped.length > 0 ? flipped : upright;
}

function tablesOf(view: SheetView, rules: RecognitionRules): ReadTable[] {
  let previousEnd = view.firstRow;
  return findTables(view, rules.reader, rules.roster).map((block) => {
    const columns = readColumns(block, rules.reader, rules.corrections);
    const rows = readRows(block, columns, rules.roster);
    const titles = titleTexts(view, previousEnd, block);
    previousEnd = Math.max(previousEnd, block.firstRow);
    return {
      block,
      columns,
      rows,
      kind: kindOf(block, columns, rows),
      group: statedGroup([...titles].reverse(), view.sheet.name, rules.roster),
      period: firstPeriod([...titles, view.sheet.name]),
      year: firstYear([...titles, view.sheet.name]),
    };
  });
}

function kindOf(
  block: TableBlock,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): ReadTable["kind"] {
  const components = columns.filter(({ role }) => role.startsWith("component:"));
  const units = rows.filter(({ kind }) => kind === "unit");
  if (units.length === 0) return "not-data";
  if (components.length > 0) {
    const filled = units.some(({ row }) =>
      components.some(({ column }) => block.view.value(row, column) !== null),
    );
    return filled ? "scores" : "not-data";
  }
  return columns.some(({ role }) => /^(bonus|deduction|net|adjustment)/.test(role)) ? "ledger" : "other";
}

/** Texts of the rows between the table above and this header, top to bottom; each merged title once. */
function titleTexts(view: SheetView, from: number, block: TableBlock): string[] {
  const texts: string[] = [];
  for (let row = from; row < block.headerRows[0]; row += 1) {
    for (let column = view.firstColumn; column < view.endColumn; column += 1) {
      const value = view.value(row, column);
      if (isFigure(value)) continue;
      if (typeof value === "string" && plainText(value) !== "") texts.push(plainText(value));
    }
  }
  return texts;
}

const GROUP_IN_TEXT = /第[一二三四五六七八九十\d]+(?:考核)?组/;

function statedGroup(titles: readonly string[], sheetName: string, roster: Roster | null): string | null {
  for (const text of [sheetName, ...titles]) {
    const known = roster?.group(text);
    if (known) return known.name;
    const match = GROUP_IN_TEXT.exec(plainText(text));
    if (match) return match[0];
  }
  return null;
}

function firstPeriod(texts: readonly string[]): PeriodHint | null {
  const hints = texts.map(findPeriod).filter((hint) => hint !== null);
  // 2015年度第三季度考核: the shorter period is the one meant.
  return hints.find(({ kind }) => kind !== "annual") ?? hints[0] ?? null;
}

function firstYear(texts: readonly string[]): number | null {
  return texts.map(yearIn).find((year) => year !== null) ?? null;
}

/** The table as the clerk sees it in the pane and in `check --json`. */
export function describeTable(table: ReadTable, kind: TableKind): RecognisedTable {
  const { block, columns } = table;
  const lastUnit = table.rows.findLast(
    ({ kind: row }) => row === "unit" || row === "summary" || row === "marks",
  );
  const area = {
    row: block.headerRows[0],
    column: block.firstColumn,
    rowCount: (lastUnit?.row ?? block.headerRows[1]) - block.headerRows[0] + 1,
    columnCount: block.endColumn - block.firstColumn,
  };
  return {
    sheet: block.view.sheet.name,
    area: block.view.flipped ? flip(area) : area,
    kind,
    headerRows: block.headerRows,
    columns: columns.map(({ header, column, role, confidence, reason }) => ({
      header,
      column,
      role,
      confidence,
      reason,
    })),
    group: table.group,
    unitCount: table.rows.filter(({ kind: row }) => row === "unit").length,
  };
}

function flip(area: Area): Area {
  return { row: area.column, column: area.row, rowCount: area.columnCount, columnCount: area.rowCount };
}
