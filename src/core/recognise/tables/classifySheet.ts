import type { RecognisedTable, TableKind } from "../../assessment/assessment";
import type { Finding } from "../../findings/finding";
import type { Scheme } from "../../scheme/scheme";
import { nameKey } from "../../units/nameKey";
import type { Steps } from "../../steps";
import type { Roster } from "../../units/roster";
import type { ShapedTable } from "../../shape/shape";
import type { Area } from "../../workbook/address";
import type { RoleReader } from "../header/columnRole";
import { readTable, type SheetReading } from "../reading/readTables";
import type { TableReading } from "../reading/tableReading";
import { numberedGroupIn } from "./numberedGroup";
import { blockOf, type TableBlock } from "./tableBlock";
import { findPeriod, yearIn, type PeriodHint } from "../header/periodText";
import { findForms, isForm } from "../layouts/findForms";
import { groupsByTitle } from "./groupsByTitle";
import { applyMarkRows } from "./markRows";
import { pivotLongTable } from "../layouts/pivotLongTable";
import { createSheetView, isFigure, type SheetView } from "./sheetView";
import { readColumns, type RoleCorrections, type TableColumn } from "../columns/tableColumns";
import { weighRows } from "../layouts/weighRows";
import { readRows, type TableRow } from "./tableRows";

/** A table with everything that its sheet says about it. */
export interface ReadTable {
  readonly block: TableBlock;
  /** What the table says without a scheme; null where the caller itself says what its cells are. */
  readonly reading: TableReading | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly kind: "scores" | "ledger" | "other" | "not-data";
  /** The group that the title or the sheet's name states for the whole table. */
  readonly group: string | null;
  readonly period: PeriodHint | null;
  /** The year in the title or the sheet's name, even where no period is named. */
  readonly year: number | null;
  /** What was found while the table was put together from a list. */
  readonly findings?: readonly Finding[];
  /** The list of events that the table was made of, a row for each of them. */
  readonly list?: { readonly block: TableBlock; readonly columns: readonly TableColumn[] };
}

/** What telling units apart works with, once it is known what each column is. */
export interface UnitRules {
  readonly scheme: Scheme;
  readonly roster: Roster | null;
}

/** What recognition works with. */
export interface RecognitionRules extends UnitRules {
  readonly reader: RoleReader;
  readonly corrections: RoleCorrections;
}

/**
 * Finds and reads the tables of one sheet: forms of one unit each; else as it stands; else as a list with a row per
 * unit and item, whose weights are the scheme's or its own; else with units as columns.
 */
export function* readTablesInSteps(
  { sheet, tables: found, isSettled, records = [] }: SheetReading,
  rules: RecognitionRules,
): Steps<ReadTable[]> {
  if (isSettled) return [...(yield* tablesOf(found, rules)), ...(yield* recordsIn(records, rules))];
  const view = createSheetView(sheet);
  const asForm = isForm(view, rules.roster);
  if (asForm) {
    const forms = yield* formsOf(view, rules);
    if (hasScores(forms)) return forms;
  }
  const upright: ReadTable[] = [];
  for (const table of (yield* tablesOf(found, rules)).flatMap(splitByPeriod)) {
    upright.push(...(yield* eventList(table, rules)));
  }
  if (hasScores(upright)) return upright;
  const long: ReadTable[] = [];
  for (const table of upright) long.push(...(yield* pivoted(table, rules)));
  if (hasScores(long)) return long;
  const weighed: ReadTable[] = [];
  for (const table of upright) weighed.push(...(yield* weighedRows(table, rules)));
  if (hasScores(weighed)) return weighed;
  const forms = asForm ? [] : yield* formsOf(view, rules);
  return hasScores(forms) ? forms : upright;
}

function* formsOf(view: SheetView, rules: RecognitionRules): Steps<ReadTable[]> {
  const titles = textsIn(view, view.firstRow, view.firstRow + 6, view.firstColumn, view.endColumn);
  const said = stated(titles, [...titles, view.sheet.name], rules.roster);
  const tables: ReadTable[] = [];
  for (const form of findForms(view, rules.reader, rules.roster)) {
    // Forms of one unit each are not groups of one unit: without a stated group they stand together.
    const read = yield* tablesOf([yield* virtualTable(form, 0)], rules);
    tables.push(...read.map((table) => ({ ...table, ...said, group: said.group ?? "" })));
  }
  return tables;
}

/** A list of events (单位 | 类型 | 分值) as the ledger that it is; any other table as it stands. */
function* eventList(table: ReadTable, rules: RecognitionRules): Steps<ReadTable[]> {
  if (table.kind !== "other") return [table];
  const lists = yield* pivoted(table, rules, true);
  const { block, columns } = table;
  return lists.length > 0 && lists.every(({ kind }) => kind === "ledger")
    ? lists.map((ledger) => ({ ...ledger, list: { block, columns } }))
    : [table];
}

/** Those of the tables that are records of bonus and deduction. */
function* recordsIn(tables: readonly TableReading[], rules: RecognitionRules): Steps<ReadTable[]> {
  const records: ReadTable[] = [];
  for (const table of yield* tablesOf(tables, rules)) {
    records.push(...(yield* eventList(table, rules)).filter(({ kind }) => kind === "ledger"));
  }
  return records;
}

/** A table whose rows name several periods (a row per unit and quarter) is one table a period. */
function splitByPeriod(table: ReadTable): ReadTable[] {
  const column = table.columns.find(({ role }) => role === "period")?.column;
  if (column === undefined || table.kind !== "scores") return [table];
  const byPeriod = new Map<string, { period: PeriodHint; rows: TableRow[] }>();
  for (const row of table.rows) {
    if (row.kind !== "unit") continue;
    const shown = table.block.view.shown(row.row, column);
    const period = findPeriod(
      typeof shown === "number" ? `${String(shown)}月` : table.block.view.text(row.row, column),
    );
    if (period === null) return [table];
    const part = byPeriod.get(period.key) ?? { period, rows: [] };
    part.rows.push(row);
    byPeriod.set(period.key, part);
  }
  if (byPeriod.size < 2) return [table];
  return [...byPeriod.values()].map(({ period, rows }) => ({ ...table, rows, period }));
}

function hasScores(tables: readonly ReadTable[]): boolean {
  return tables.some(({ kind }) => kind === "scores");
}

function* pivoted(table: ReadTable, rules: RecognitionRules, events = false): Steps<ReadTable[]> {
  const { block, columns } = table;
  const pivots = (yield* pivotLongTable(block, columns, rules.reader, rules.roster, events)) ?? [];
  const tables: ReadTable[] = [];
  for (const { view, period } of pivots) {
    for (const read of yield* tablesOf([yield* virtualTable(view, 1)], rules)) {
      const { group, year } = table;
      tables.push({ ...read, group, period: findPeriod(period) ?? table.period, year });
    }
  }
  return tables;
}

/** A list whose units are scored on items with weights of their own, as a table of their weighted sums. */
function* weighedRows(table: ReadTable, rules: RecognitionRules): Steps<ReadTable[]> {
  const weighed = weighRows(table.block, table.columns, rules.scheme);
  if (weighed === null) return [];
  const { group, period, year } = table;
  const { view, findings } = weighed;
  return (yield* tablesOf([yield* virtualTable(view, 0)], rules)).map((read) => ({
    ...read,
    group,
    period,
    year,
    findings,
  }));
}

/** A layout's units and columns as a table: its first row is the header, every further row a unit. */
function virtualTable(view: SheetView, unitColumn: number): Steps<TableReading> {
  const rows = Array.from({ length: Math.max(0, view.endRow - 1) }, (_, index) => index + 1);
  return readTable(
    {
      grid: view,
      firstColumn: 0,
      endColumn: view.endColumn,
      headerRows: [0, 0],
      rows: rows.map((row) => ({ row, kind: "unit" })),
      unitColumns: [unitColumn],
      doubts: [],
      long: null,
    },
    // Its header is made of texts: no date is read there.
    { sheets: [view.sheet], dateSystem: "1900" },
  );
}

function* tablesOf(readings: readonly TableReading[], rules: RecognitionRules): Steps<ReadTable[]> {
  const above: { block: TableBlock; lastRow: number }[] = [];
  const tables: ReadTable[] = [];
  for (const reading of readings) {
    yield;
    const block = blockOf(reading, firstBelow(reading, readings));
    const { view } = block;
    const named = readColumns(block, reading, rules.reader, rules.corrections, rules.roster === null);
    const all = yield* readRows(block, reading.shape.rows, named, rules.roster);
    const isGrouped = rules.roster !== null || named.some(({ role }) => role === "group");
    const rows = isGrouped || !isRankedThrough(reading) ? all : all.map(withoutGroup);
    const columns = applyMarkRows(block, named, rows);
    const from = above
      .filter((other) => overlaps(other.block, block) && other.lastRow < block.headerRows[0])
      .reduce((row, { lastRow }) => Math.max(row, lastRow + 1), view.firstRow);
    above.push({ block, lastRow: rows.findLast(({ kind }) => kind === "unit")?.row ?? block.headerRows[1] });
    tables.push({
      block,
      reading,
      columns,
      rows,
      kind: kindOf(block, columns, rows, rules.scheme),
      ...stated(titleTexts(view, from, block), sheetTitles(view, from, block), rules.roster),
    });
  }
  return rules.roster === null ? groupsByTitle(tables) : tables;
}

/** Whether the author ranks all units together, whatever lines stand between them. */
function isRankedThrough({ result }: TableReading): boolean {
  const rank = result?.rank ?? null;
  return rank !== null && rank.within === null && !rank.withinBlocks;
}

function withoutGroup(row: TableRow): TableRow {
  return row.kind === "unit" ? { ...row, group: null } : row;
}

/** The first row of the next table under another. */
function firstBelow({ shape }: TableReading, readings: readonly TableReading[]): number {
  const top = ({ headerRows, rows, grid }: ShapedTable) => headerRows?.[0] ?? rows[0]?.row ?? grid.endRow;
  return readings
    .filter((other) => other.shape.grid.flipped === shape.grid.flipped && top(other.shape) > top(shape))
    .filter(({ shape: other }) => other.firstColumn < shape.endColumn && shape.firstColumn < other.endColumn)
    .reduce((first, other) => Math.min(first, top(other.shape)), Infinity);
}

function overlaps(left: TableBlock, right: TableBlock): boolean {
  return left.firstColumn < right.endColumn && right.firstColumn < left.endColumn;
}

/**
 * What is stated for a whole table: its group by the titles right above it, else by the sheet's name; its period by
 * any title of the sheet.
 */
function stated(
  titles: readonly string[],
  sheetTexts: readonly string[],
  roster: Roster | null,
): Pick<ReadTable, "group" | "period" | "year"> {
  return {
    group: statedGroup([...titles.toReversed(), sheetTexts.at(-1) ?? ""], roster),
    period: firstPeriod([...titles, ...sheetTexts]),
    year: firstYear([...titles, ...sheetTexts]),
  };
}

/**
 * What a table holds, by its columns. Under a scheme of a base alone the points of units that stand once each are what
 * makes their totals; a row an event is a ledger there, too.
 */
export function kindOf(
  block: TableBlock,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  scheme: Scheme,
): ReadTable["kind"] {
  if (!rows.some(({ kind }) => kind === "unit")) return "not-data";
  const components = columns.filter(({ role }) => role.startsWith("component:"));
  const points = columns.filter(({ role }) => /^(bonus|deduction|net|adjustment)/.test(role));
  const isFromBase = scheme.components.length === 0 && points.length > 0 && standOnce(block, rows);
  const scored = isFromBase ? points : components;
  if (scored.length === 0) return points.length > 0 ? "ledger" : "other";
  const filled = rows.some(
    ({ kind, row }) => kind === "unit" && scored.some(({ column }) => block.view.value(row, column) !== null),
  );
  return filled ? "scores" : "not-data";
}

function standOnce({ view, unitColumn }: TableBlock, rows: readonly TableRow[]): boolean {
  const names = rows.flatMap(({ kind, row }) =>
    kind === "unit" ? [nameKey(view.text(row, unitColumn))] : [],
  );
  return new Set(names).size === names.length;
}

/** Texts above a table's own columns, top to bottom; a merged title once. */
function titleTexts(view: SheetView, from: number, block: TableBlock): string[] {
  return textsIn(view, from, block.headerRows[0], block.firstColumn, block.endColumn);
}

/** Texts above a table anywhere on the sheet, and the sheet's name as the last. */
function sheetTitles(view: SheetView, from: number, block: TableBlock): string[] {
  return [...textsIn(view, from, block.headerRows[0], view.firstColumn, view.endColumn), view.sheet.name];
}

function textsIn(
  view: SheetView,
  fromRow: number,
  toRow: number,
  fromColumn: number,
  toColumn: number,
): string[] {
  const texts: string[] = [];
  for (let row = fromRow; row < Math.min(toRow, view.endRow); row += 1) {
    for (let column = fromColumn; column < toColumn; column += 1) {
      const text = isFigure(view.value(row, column)) ? "" : view.text(row, column);
      if (text !== "" && texts.at(-1) !== text) texts.push(text);
    }
  }
  return texts;
}

function statedGroup(texts: readonly string[], roster: Roster | null): string | null {
  for (const text of texts) {
    const known = roster?.group(text);
    if (known) return known.name;
    const numbered = numberedGroupIn(text);
    if (numbered !== null) return numbered;
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

/** The table as the clerk sees it in the pane and in `check --json`; `allRows` with those of its other periods. */
export function describeTable(
  table: ReadTable,
  kind: TableKind,
  allRows: readonly TableRow[] = table.rows,
): RecognisedTable {
  const { block, columns } = table;
  return {
    sheet: block.view.sheet.name,
    area: block.view.extent ?? areaOnSheet(block, allRows),
    kind,
    headerRows: block.headerRows,
    columns: columns.map(({ header, key, column, role, reason }) => ({
      header,
      key,
      column,
      role,
      reason,
      ...(role === "unknown" && !SETTLED_WITHOUT_ROLE.has(reason) && holdsFigures(table, column)
        ? { unusedFigures: true as const }
        : {}),
    })),
    group: table.group,
    facts: table.reading?.facts ?? [],
    unitCount: table.rows.reduce((count, row) => (row.kind === "unit" ? count + 1 : count), 0),
  };
}

/** Reasons for which it is known why a column has no role: nobody has to be asked. */
const SETTLED_WITHOUT_ROLE: ReadonlySet<string> = new Set(["corrected", "weaker", "other-period"]);

/** So many units are looked at to see whether a column without a role holds figures. */
const LOOKED_AT = 100;

function holdsFigures({ block, rows }: ReadTable, column: number): boolean {
  let units = 0;
  for (const { kind, row } of rows) {
    if (kind !== "unit") continue;
    if (isFigure(block.view.value(row, column))) return true;
    if ((units += 1) === LOOKED_AT) break;
  }
  return false;
}

/** The rectangle of the sheet that the table's header and rows take up, whichever way it is laid out. */
function areaOnSheet(
  { view, headerRows, firstColumn, endColumn }: TableBlock,
  rows: readonly TableRow[],
): Area {
  let [, lastRow] = headerRows;
  for (const { kind, row } of rows) {
    if (row > lastRow && (kind === "unit" || kind === "summary" || kind === "marks")) lastRow = row;
  }
  const first = view.position(headerRows[0], firstColumn);
  const last = view.position(lastRow, endColumn - 1);
  return { ...first, rowCount: last.row - first.row + 1, columnCount: last.column - first.column + 1 };
}
