import type { Words } from "../reports/words";
import { SheetBuilder } from "../reports/sheetBuilder";
import { cellAddress, cellOfKey, parseArea, sheetReference, type SheetCell } from "../workbook/address";
import { plainPage } from "../workbook/plainPage";
import type { CellFill, SheetPlan } from "../workbook/plan";
import { sheetMarked, valueAt, type Snapshot } from "../workbook/snapshot";

/** The mark of the hidden sheet on which PERF keeps the fills that its own fills cover. */
export const MARKS_MARK = { kind: "marks", key: "findings" } as const;

/** A fill that can be written back. */
export type PlainFill = Exclude<CellFill, "other">;

/** A cell that is filled because of a finding. */
export interface CellMark {
  readonly cell: SheetCell;
  /** The clerk's own fill, under ours. */
  readonly former: PlainFill;
  readonly fill: PlainFill;
}

/** Keys of the words of the sheet of marks. */
export type MarksWord = "marks.sheet-name" | "marks.note" | "marks.cell" | "marks.former-fill" | "marks.fill";

const COLUMN_WIDTHS = [24, 14, 14];

/**
 * The hidden sheet of marks, a mark a row. The cell is a reference in a formula, so that it follows its cell when
 * rows are inserted or the sheet is renamed.
 */
export function planMarkSheet(
  marks: readonly CellMark[],
  snapshot: Snapshot,
  words: Words<MarksWord>,
): SheetPlan {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const builder = new SheetBuilder(COLUMN_WIDTHS.length);
  builder.addRow([words("marks.note")]);
  builder.addRow([words("marks.cell"), words("marks.former-fill"), words("marks.fill")], { bold: true });
  for (const { cell, former, fill } of marks) {
    const sheet = sheets.get(cell.sheet);
    const formula = `=${sheetReference(cell.sheet, cellAddress(cell))}`;
    // A reference to an empty cell gives zero.
    const value = (sheet ? valueAt(sheet, cell) : null) ?? 0;
    builder.addRow([{ formula, value }, former, fill]);
  }
  return {
    name: words("marks.sheet-name"),
    mark: MARKS_MARK,
    visibility: "hidden",
    ...builder.content,
    columnWidths: COLUMN_WIDTHS,
    page: plainPage("portrait"),
  };
}

/**
 * The marks that the workbook keeps, in order; none without its sheet. Cells that are gone with their row, column or
 * sheet are left out, and so are rows that are no mark.
 */
export function readMarkSheet(snapshot: Snapshot): CellMark[] {
  const sheet = sheetMarked(snapshot, MARKS_MARK);
  if (!sheet) return [];
  const names = new Set(snapshot.sheets.filter(({ mark }) => mark === null).map(({ name }) => name));
  const textAt = (row: number, column: number) => valueAt(sheet, { row, column });
  return [...sheet.formulas].flatMap(([key, formula]): CellMark[] => {
    const { row, column } = cellOfKey(key);
    const cell = column === 0 ? referredCell(formula) : null;
    const former = plainFill(textAt(row, 1));
    const fill = plainFill(textAt(row, 2));
    if (cell === null || former === null || fill === null || !names.has(cell.sheet)) return [];
    return [{ cell, former, fill }];
  });
}

/** The cell that a formula of nothing but one reference names. */
function referredCell(formula: string): SheetCell | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(formula);
  if (!match) return null;
  const [, quoted, plain = "", address = ""] = match;
  const area = parseArea(address);
  if (area === null) return null;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain, row: area.row, column: area.column };
}

function plainFill(value: unknown): PlainFill | null {
  if (value === "none") return value;
  // The test settles the type, which the compiler cannot follow.
  return typeof value === "string" && /^#[0-9A-F]{6}$/.test(value) ? (value as PlainFill) : null;
}
