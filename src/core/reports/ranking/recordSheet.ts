import type { RankingRecord, RecordedUnit } from "../../ranking/rankingRecord";
import { valueAt, type CellValue, type SheetSnapshot, type Snapshot } from "../../workbook/snapshot";
import type { SheetPlan } from "../../workbook/plan";
import type { SheetLayout, WrittenText } from "./handEdits";
import { planStoreSheet } from "../../workbook/storeSheet";

/** The kind in the mark of the sheet that keeps what a ranking was; its key is the period's id. */
export const RECORD_KIND = "ranking-record";

/** What the rows of units begin with; a column for each component follows. */
const UNIT_COLUMNS = 8;
/** Excel takes 32,767 characters a cell. Texts that are more than that are not watched. */
const MAXIMUM_TEXTS = 30_000;

/** The sheet that keeps what a ranking was, hidden from the tab bar: the ranking, its components, a row each unit. */
export function planRecordSheet(record: RankingRecord, layout: SheetLayout): SheetPlan {
  const { period, madeAt, scheme, digest, components, units } = record;
  const width = UNIT_COLUMNS + components.length;
  const rows = [
    [madeAt, scheme, digest, layout.noteColumn, layout.rowCount, textsOf(layout)],
    ["组别", "单位", "名次", "总成绩", "加分", "扣分", "备注", "手填备注", ...components],
    ...units.map((unit) => [
      unit.group,
      unit.name,
      unit.rank,
      unit.total,
      unit.bonus,
      unit.deduction,
      unit.note,
      unit.ownNote,
      ...components.map((id) => unit.scores.get(id) ?? null),
    ]),
  ];
  return planStoreSheet({
    name: `PERF排名记录${period}`.slice(0, 31),
    mark: { kind: RECORD_KIND, key: period },
    cells: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    columnWidths: Array.from({ length: width }, () => 12),
  });
}

/** What the workbook keeps of a period's ranking; null where it keeps nothing. */
export function storedRecord({ sheets }: Snapshot, period: string): RankingRecord | null {
  const sheet = sheets.find(({ mark }) => mark?.kind === RECORD_KIND && mark.key === period);
  return sheet ? readRecord(sheet, period) : null;
}

/** How the period's ranking was laid out; null where nothing is kept of it. */
export function storedLayout({ sheets }: Snapshot, period: string): SheetLayout | null {
  const sheet = sheets.find(({ mark }) => mark?.kind === RECORD_KIND && mark.key === period);
  if (!sheet) return null;
  const noteColumn = numberOf(valueAt(sheet, { row: 0, column: 3 }));
  const rowCount = numberOf(valueAt(sheet, { row: 0, column: 4 }));
  if (noteColumn === null || rowCount === null) return null;
  return { noteColumn, rowCount, texts: readTexts(textOf(valueAt(sheet, { row: 0, column: 5 }))) };
}

function textsOf({ texts }: SheetLayout): string {
  const text = JSON.stringify(texts.map(({ row, column, text: written }) => [row, column, written]));
  return text.length > MAXIMUM_TEXTS ? "[]" : text;
}

/** The clerk cannot see the sheet, but may have got at it: what is not of our making is nothing. */
function readTexts(json: string): WrittenText[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) => {
    const [row, column, text] = Array.isArray(entry) ? (entry as unknown[]) : [];
    return typeof row === "number" && typeof column === "number" && typeof text === "string"
      ? [{ row, column, text }]
      : [];
  });
}

function readRecord(sheet: SheetSnapshot, period: string): RankingRecord {
  const at = (row: number, column: number) => valueAt(sheet, { row, column });
  const endColumn = sheet.area.column + sheet.area.columnCount;
  const components: string[] = [];
  for (let column = UNIT_COLUMNS; column < endColumn; column += 1) components.push(textOf(at(1, column)));
  const units: RecordedUnit[] = [];
  for (let row = 2; row < sheet.area.row + sheet.area.rowCount; row += 1) {
    const scores = components.flatMap((id, index) => {
      const score = numberOf(at(row, UNIT_COLUMNS + index));
      return score === null ? [] : [[id, score] as const];
    });
    units.push({
      group: textOf(at(row, 0)),
      name: textOf(at(row, 1)),
      rank: numberOf(at(row, 2)),
      total: numberOf(at(row, 3)),
      bonus: numberOf(at(row, 4)),
      deduction: numberOf(at(row, 5)),
      note: textOf(at(row, 6)),
      ownNote: at(row, 7) === null ? null : textOf(at(row, 7)),
      scores: new Map(scores),
    });
  }
  const [madeAt, scheme, digest] = [textOf(at(0, 0)), textOf(at(0, 1)), textOf(at(0, 2))];
  return { period, madeAt, scheme, digest, components, units };
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function numberOf(value: CellValue): number | null {
  return typeof value === "number" ? value : null;
}
