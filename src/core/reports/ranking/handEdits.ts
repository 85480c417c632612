import type { AssessedUnit } from "../../assessment/assessment";
import { unitKey, type RankingRecord } from "../../ranking/rankingRecord";
import type { PlannedValue, SheetPlan } from "../../workbook/plan";
import { valueAt, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";

/** A text of ours that stands in a written sheet: title, headings, headers, footnotes. */
export interface WrittenText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** How a ranking was laid out on its sheet: by this the clerk's own edits are told from what PERF wrote. */
export interface SheetLayout {
  readonly noteColumn: number;
  readonly rowCount: number;
  readonly texts: readonly WrittenText[];
}

/** What the clerk changed by hand on a ranking's sheet. */
export interface HandEdits {
  /** Notes typed over ours, by `unitKey`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Texts of ours that read otherwise now. */
  readonly texts: readonly (WrittenText & { readonly now: string })[];
  /** Rows that were added below the table, from the first one below it. */
  readonly rowsBelow: readonly (readonly PlannedValue[])[];
}

const UNIT_COLUMN = 1;
/** What stands for the rank of a unit without one. */
const NO_RANK = "—";

/** The layout of a planned ranking sheet. */
export function layoutOf({ cells, page }: SheetPlan, noteColumn: number): SheetLayout {
  const columns = page.printArea?.columnCount ?? 0;
  const texts = cells.flatMap((cellsOfRow, row) =>
    // Rows of units begin with a rank, or with what stands for it.
    typeof cellsOfRow[0] !== "string" || cellsOfRow[0] === NO_RANK
      ? []
      : cellsOfRow
          .slice(0, columns)
          .flatMap((value, column): WrittenText[] =>
            typeof value === "string" && value !== "" ? [{ row, column, text: value }] : [],
          ),
  );
  return { noteColumn, rowCount: cells.length, texts };
}

/** Finds what the clerk changed on a ranking's sheet since it was written. */
export function handEdits(sheet: SheetSnapshot, record: RankingRecord, layout: SheetLayout): HandEdits {
  return {
    notes: editedNotes(sheet, record, layout),
    texts: editedTexts(sheet, layout),
    rowsBelow: rowsBelow(sheet, layout),
  };
}

/** The clerk's note of each unit that has one; a unit that left the ranking for a while keeps its own. */
function editedNotes(
  sheet: SheetSnapshot,
  { units }: RankingRecord,
  { noteColumn }: SheetLayout,
): Map<string, string> {
  const notes = new Map<string, string>();
  for (const unit of units) if (unit.ownNote !== null) notes.set(unitKey(unit), unit.ownNote);
  // Names may stand in several groups: they are met in the order in which they were written.
  const left = units.filter(({ rank }) => rank !== null);
  for (let row = sheet.area.row; row < sheet.area.row + sheet.area.rowCount; row += 1) {
    const name = textOf(valueAt(sheet, { row, column: UNIT_COLUMN }));
    const index = left.findIndex((unit) => unit.name === name);
    const [unit] = index < 0 ? [] : left.splice(index, 1);
    if (!unit) continue;
    const note = textOf(valueAt(sheet, { row, column: noteColumn }));
    if (note === unit.note) notes.delete(unitKey(unit));
    else notes.set(unitKey(unit), note);
  }
  return notes;
}

/** A text that stands anywhere in its column, because rows were moved, is as it was. */
function editedTexts(sheet: SheetSnapshot, { texts }: SheetLayout): HandEdits["texts"] {
  const columns = new Map<number, Set<string>>();
  const textsIn = (column: number): Set<string> => {
    const known = columns.get(column);
    if (known) return known;
    const { row: first, rowCount } = sheet.area;
    const found = new Set(
      Array.from({ length: rowCount }, (_, index) => textOf(valueAt(sheet, { row: first + index, column }))),
    );
    columns.set(column, found);
    return found;
  };
  return texts.flatMap((written) => {
    if (textsIn(written.column).has(written.text.trim())) return [];
    const now = textOf(valueAt(sheet, written));
    return now === "" ? [] : [{ ...written, now }];
  });
}

function rowsBelow(sheet: SheetSnapshot, { rowCount }: SheetLayout): PlannedValue[][] {
  const end = sheet.area.row + sheet.area.rowCount;
  const columns = sheet.area.column + sheet.area.columnCount;
  const rows = Array.from({ length: Math.max(0, end - rowCount) }, (_, index) =>
    Array.from({ length: columns }, (_, column) =>
      plannedOf(valueAt(sheet, { row: rowCount + index, column })),
    ),
  );
  return rows.some((row) => row.some((value) => value !== null)) ? rows : [];
}

/** Puts the clerk's texts and rows into a new plan; `lost` names the texts that have no place in it any more. */
export function keepHandEdits(
  plan: SheetPlan,
  { texts, rowsBelow }: HandEdits,
): { readonly plan: SheetPlan; readonly lost: readonly string[] } {
  const cells = plan.cells.map((row) => [...row]);
  const lost: string[] = [];
  for (const { column, text, now } of texts) {
    const row = cells.find((candidate) => candidate[column] === text);
    if (row) row[column] = now;
    else lost.push(now);
  }
  const width = cells[0]?.length ?? 0;
  const below = rowsBelow.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  const { printArea } = plan.page;
  const page = printArea
    ? { ...plan.page, printArea: { ...printArea, rowCount: printArea.rowCount + below.length } }
    : plan.page;
  return { plan: { ...plan, cells: [...cells, ...below], page }, lost };
}

/** The note that a unit's row shows: the clerk's own where there is one. */
export function noteOf(unit: AssessedUnit, edits: HandEdits | null): string {
  return edits?.notes.get(unitKey(unit)) ?? unit.note ?? "";
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

function plannedOf(value: CellValue): PlannedValue {
  return typeof value === "object" ? null : value;
}
