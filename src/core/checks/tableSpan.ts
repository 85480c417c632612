import type { Assessment } from "../assessment/assessment";
import type { ReadTable } from "../recognise/tables/classifySheet";
import { isFigure } from "../recognise/tables/sheetView";
import { cellKey, type Area, type CellKey, type CellPosition } from "../workbook/address";

/** What is wrong with a range over a table's rows. */
export type RangeCoverage =
  /** Units of the groups that it covers are left out. */
  | { readonly kind: "short"; readonly missing: number }
  /** It takes in this row of averages or totals (zero-based, on the sheet's own axis of rows). */
  | { readonly kind: "summary"; readonly row: number };

/** Where the units of a table stand, for judging ranges over them. */
export interface TableSpan {
  /**
   * What is wrong with a range: null when it covers whole groups, lies elsewhere, or takes so few units that it can
   * not be meant for all. `own` is the formula's cell when it stands on the same sheet.
   */
  coverage(area: Area, own: CellPosition | null): RangeCoverage | null;
}

/** Reads where a table's units, groups and summary rows stand. Each question is answered in constant time. */
export function createTableSpan(table: ReadTable, groups: GroupIndex): TableSpan {
  const { view, firstColumn, endColumn, firstRow, endRow } = table.block;
  const length = Math.max(0, endRow - firstRow);
  const unitsBefore = new Uint32Array(length + 1);
  const summaries: number[] = [];
  const runs = readRuns(table, groups);
  const unitRows = new Set<number>();
  for (const { kind, row } of table.rows) {
    if (kind === "unit") unitRows.add(row);
    if (kind === "summary") summaries.push(row);
  }
  for (let index = 0; index < length; index += 1) {
    unitsBefore[index + 1] = (unitsBefore[index] ?? 0) + (unitRows.has(firstRow + index) ? 1 : 0);
  }
  const before = (row: number) => unitsBefore[Math.min(Math.max(row - firstRow, 0), length)] ?? 0;

  function coverage(sheetArea: Area, sheetOwn: CellPosition | null): RangeCoverage | null {
    const area = view.flipped ? flipArea(sheetArea) : sheetArea;
    if (area.column >= endColumn || area.column + area.columnCount <= firstColumn) return null;
    const first = before(area.row);
    const end = before(area.row + area.rowCount);
    const inside = end - first;
    if (inside < 2) return null;
    const own = sheetOwn === null ? null : view.flipped ? flipCell(sheetOwn) : sheetOwn;
    const summary = summaries.find(
      (row) =>
        row >= area.row &&
        row < area.row + area.rowCount &&
        row !== own?.row &&
        isFigure(view.value(row, Math.max(area.column, firstColumn))),
    );
    if (summary !== undefined) return { kind: "summary", row: summary };
    const from = runs[first]?.from ?? first;
    const to = runs[end - 1]?.to ?? end;
    const missing = to - from - inside;
    return missing > 0 && inside >= missing ? { kind: "short", missing } : null;
  }
  return { coverage };
}

/** For each unit, in order: the first unit of its group or section, and one past the last, as positions. */
function readRuns(table: ReadTable, index: GroupIndex): { from: number; to: number }[] {
  const { view, unitColumn } = table.block;
  const groups = index.get(view.sheet.name);
  const groupAt = (row: number) => {
    const cell = view.position(row, unitColumn);
    return groups?.get(cellKey(cell.row, cell.column));
  };
  const keys: number[] = [];
  let run = 0;
  let previous: string | null = null;
  let broken = true;
  for (const entry of table.rows) {
    if (entry.kind !== "unit") {
      broken ||= entry.kind !== "orphan" && entry.kind !== "note";
      continue;
    }
    const group: string | null = entry.group ?? groupAt(entry.row) ?? previous;
    if (broken || group !== previous) run += 1;
    broken = false;
    previous = group;
    keys.push(run);
  }
  const runs = keys.map((_, position) => ({ from: position, to: position + 1 }));
  for (let position = 1; position < keys.length; position += 1) {
    const [here, above] = [runs[position], runs[position - 1]];
    if (here && above && keys[position] === keys[position - 1]) here.from = above.from;
  }
  for (let position = keys.length - 2; position >= 0; position -= 1) {
    const [here, below] = [runs[position], runs[position + 1]];
    if (here && below && keys[position] === keys[position + 1]) here.to = below.to;
  }
  return runs;
}

/** Groups of known units by sheet and then by cell: read once for all tables. */
export type GroupIndex = ReadonlyMap<string, ReadonlyMap<CellKey, string>>;

/** Makes the index of an assessment's units. */
export function createGroupIndex({ units }: Assessment): GroupIndex {
  const sheets = new Map<string, Map<CellKey, string>>();
  for (const { source, group, id } of units) {
    if (id === null) continue;
    const cells = sheets.get(source.sheet) ?? new Map<CellKey, string>();
    cells.set(cellKey(source.row, source.column), group);
    sheets.set(source.sheet, cells);
  }
  return sheets;
}

function flipArea({ row, column, rowCount, columnCount }: Area): Area {
  return { row: column, column: row, rowCount: columnCount, columnCount: rowCount };
}

function flipCell({ row, column }: CellPosition): CellPosition {
  return { row: column, column: row };
}
