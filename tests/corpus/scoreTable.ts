import { areaAddress } from "../../src/core/workbook/address";
import type { ExpectedTable } from "./corpusWorkbook";
import { address, type CellContent, type SheetDraft } from "./draft";
import type { MadeUnit } from "./oracle";

/** What a column's content is made from. */
export interface RowContext {
  readonly unit: MadeUnit;
  /** From 1, counted anew in each group. */
  readonly number: number;
  readonly row: number;
  /** The address of the cell of that role in this row; null when the table has no such column. */
  readonly at: (role: string) => string | null;
  /** `$I$3:$I$9`: the cells of that role in the rows of this unit's group, or of all units. */
  readonly range: (role: string, ofGroup: boolean) => string;
}

/** A column of a made table. */
export interface MadeColumn {
  /** The role that has to be recognised; a text that is no role keeps the column out of the measure. */
  readonly role: string;
  /** Header cells, top to bottom. */
  readonly header: readonly string[];
  readonly content: (context: RowContext) => CellContent;
  /** What stands in summary rows: a function's name, or nothing. */
  readonly summary?: boolean;
  /** Whether cells of equal content are merged downward. */
  readonly mergeDown?: boolean;
}

/** A row of a made table, top to bottom. */
export type MadeRow =
  | { readonly kind: "unit"; readonly unit: MadeUnit }
  /** A text over the whole width that names a group. */
  | { readonly kind: "section"; readonly text: string }
  | { readonly kind: "summary"; readonly label: string; readonly calculate: "AVERAGE" | "SUM" | "MAX" }
  /** Full marks, weights: a label in the unit column, texts or numbers by role. */
  | { readonly kind: "marks"; readonly label: string; readonly marks: Readonly<Record<string, CellContent>> }
  | { readonly kind: "header" }
  | { readonly kind: "blank" };

/** How a table is laid out. */
export interface TableLayout {
  readonly row: number;
  readonly column: number;
  readonly columns: readonly MadeColumn[];
  readonly rows: readonly MadeRow[];
  /** Header parts that several columns share: merged, written into each, or written once. */
  readonly sharedHeader?: "merged" | "repeated" | "first";
  readonly kind?: ExpectedTable["kind"];
}

/** A table that stands on a sheet, with the places in it. */
export interface LaidTable {
  readonly sheet: SheetDraft;
  readonly expected: ExpectedTable;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Whether the unit has a row in it. */
  readonly has: (unit: MadeUnit) => boolean;
  cell(unit: MadeUnit, role: string): { readonly row: number; readonly column: number };
  /** A1 address of a unit's cell. */
  address(unit: MadeUnit, role: string): string;
  /** A1 address of a role's whole column of units. */
  column(role: string): string;
}

/** Writes a table onto a sheet. */
export function layTable(sheet: SheetDraft, layout: TableLayout): LaidTable {
  const { row, column, columns, rows, sharedHeader = "merged", kind = "scores" } = layout;
  const depth = Math.max(...columns.map(({ header }) => header.length));
  writeHeader(sheet, layout, row, depth, sharedHeader);
  const firstRow = row + depth;
  const unitRows = placeUnits(rows, firstRow, depth);
  const columnAt = (role: string) => {
    const index = columns.findIndex((candidate) => candidate.role === role);
    return index < 0 ? null : column + index;
  };
  const range = (role: string, units: readonly MadeUnit[]) => {
    const at = columnAt(role) ?? 0;
    const lines = units.map((unit) => unitRows.get(unit) ?? 0);
    const first = { row: Math.min(...lines), column: at };
    return { ...first, rowCount: Math.max(...lines) - first.row + 1, columnCount: 1 };
  };
  const allUnits = [...unitRows.keys()];
  const counts = new Map<string, number>();
  let current = firstRow;
  let sectionStart = firstRow;
  for (const item of rows) {
    if (item.kind === "unit") {
      const { unit } = item;
      const number = (counts.get(unit.group) ?? 0) + 1;
      counts.set(unit.group, number);
      const line = current;
      columns.forEach((made, index) => {
        const content = made.content({
          unit,
          number,
          row: line,
          at: (role) => {
            const at = columnAt(role);
            return at === null ? null : address(line, at);
          },
          range: (role, ofGroup) =>
            absolute(
              areaAddress(
                range(role, ofGroup ? allUnits.filter((other) => other.group === unit.group) : allUnits),
              ),
            ),
        });
        sheet.put(line, column + index, content);
      });
    } else if (item.kind === "section") {
      sheet.title(current, column, columns.length, item.text);
      sectionStart = current + 1;
    } else if (item.kind === "summary") {
      writeSummary(sheet, layout, item, current, sectionStart);
      sectionStart = current + 1;
    } else if (item.kind === "marks") {
      sheet.put(current, columnAt("unit") ?? column, item.label);
      for (const [role, content] of Object.entries(item.marks)) {
        const at = columnAt(role);
        if (at !== null) sheet.put(current, at, content);
      }
      sectionStart = current + 1;
    } else if (item.kind === "header") {
      writeHeader(sheet, layout, current, depth, sharedHeader);
    }
    current += item.kind === "header" ? depth : 1;
  }
  columns.forEach((made, index) => {
    if (made.mergeDown === true) mergeDown(sheet, column + index, rows, firstRow, depth);
  });
  const lastRow = lastDataRow(rows, firstRow, depth);
  return {
    sheet,
    headerRow: row,
    firstRow,
    lastRow,
    expected: {
      sheet: sheet.name,
      range: areaAddress({ row, column, rowCount: lastRow - row + 1, columnCount: columns.length }),
      kind,
      roles: columns.map(({ role, header }, index) => ({
        at: column + index,
        header: header.join(" / "),
        role,
      })),
    },
    has: (unit) => unitRows.has(unit),
    cell: (unit, role) => ({ row: unitRows.get(unit) ?? 0, column: columnAt(role) ?? 0 }),
    address: (unit, role) => address(unitRows.get(unit) ?? 0, columnAt(role) ?? 0),
    column: (role) => areaAddress(range(role, allUnits)),
  };
}

function writeHeader(
  sheet: SheetDraft,
  { column, columns }: TableLayout,
  row: number,
  depth: number,
  shared: "merged" | "repeated" | "first",
): void {
  for (let level = 0; level < depth; level += 1) {
    for (let index = 0; index < columns.length; index += 1) {
      const header = columns[index]?.header ?? [];
      const text = header[level];
      if (text === undefined) continue;
      const isLeaf = level === header.length - 1;
      const begins = !startsAlike(columns[index - 1]?.header, header, level);
      let width = 1;
      if (!isLeaf) while (startsAlike(columns[index + width]?.header, header, level)) width += 1;
      if (isLeaf) {
        sheet.put(row + level, column + index, text);
        // Without merges a clerk leaves the cells under a single name empty.
        if (shared === "merged") sheet.merge(row + level, column + index, depth - level, 1);
      } else if (begins || shared === "repeated") {
        sheet.put(row + level, column + index, text);
        if (begins && shared === "merged") sheet.merge(row + level, column + index, 1, width);
      }
    }
  }
}

/** Whether the other header says the same down to that level and goes on below it. */
function startsAlike(
  other: readonly string[] | undefined,
  header: readonly string[],
  level: number,
): boolean {
  if (!other || other.length <= level + 1) return false;
  return header.slice(0, level + 1).every((text, index) => other[index] === text);
}

function placeUnits(rows: readonly MadeRow[], firstRow: number, depth: number): Map<MadeUnit, number> {
  const places = new Map<MadeUnit, number>();
  let current = firstRow;
  for (const item of rows) {
    if (item.kind === "unit") places.set(item.unit, current);
    current += item.kind === "header" ? depth : 1;
  }
  return places;
}

function lastDataRow(rows: readonly MadeRow[], firstRow: number, depth: number): number {
  let last = firstRow - 1;
  let current = firstRow;
  for (const item of rows) {
    if (item.kind === "unit" || item.kind === "summary" || item.kind === "marks") last = current;
    current += item.kind === "header" ? depth : 1;
  }
  return last;
}

function writeSummary(
  sheet: SheetDraft,
  { column, columns }: TableLayout,
  item: MadeRow & { kind: "summary" },
  row: number,
  sectionStart: number,
): void {
  columns.forEach((made, index) => {
    const at = column + index;
    if (made.role === "unit") sheet.put(row, at, item.label);
    if (made.summary !== true) return;
    const values: number[] = [];
    for (let line = sectionStart; line < row; line += 1) {
      const value = sheet.valueAt(line, at);
      if (typeof value === "number") values.push(value);
    }
    const sum = values.reduce((total, value) => total + value, 0);
    const value = {
      AVERAGE: Number((sum / values.length).toPrecision(15)),
      SUM: Number(sum.toPrecision(15)),
      MAX: Math.max(...values),
    }[item.calculate];
    const range = `${address(sectionStart, at)}:${address(row - 1, at)}`;
    sheet.put(row, at, { formula: `=${item.calculate}(${range})`, value, format: "0.00" });
  });
}

/** Merges the cells of a column over rows of equal content; only the first keeps it. */
function mergeDown(
  sheet: SheetDraft,
  column: number,
  rows: readonly MadeRow[],
  firstRow: number,
  depth: number,
): void {
  let start = -1;
  let current = firstRow;
  const close = (end: number) => {
    if (start < 0 || end - start < 2) return;
    sheet.merge(start, column, end - start, 1);
    for (let row = start + 1; row < end; row += 1) sheet.put(row, column, null);
  };
  for (const item of rows) {
    const same =
      start >= 0 && item.kind === "unit" && sheet.valueAt(current, column) === sheet.valueAt(start, column);
    if (!same) {
      close(current);
      start = item.kind === "unit" ? current : -1;
    }
    current += item.kind === "header" ? depth : 1;
  }
  close(current);
}

/** `I3:I9` → `$I$3:$I$9`. */
export function absolute(area: string): string {
  return area.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
