import { cellAddress, parseArea, type SheetCell } from "../workbook/address";
import { plainPage } from "../workbook/plainPage";
import type { SheetPlan } from "../workbook/plan";
import { sheetMarked, type Snapshot } from "../workbook/snapshot";
import type { Words } from "../reports/words";
import { SheetBuilder } from "../reports/sheetBuilder";

/** The mark of the sheet on which PERF keeps what it changed in the clerk's cells. */
export const JOURNAL_MARK = { kind: "journal", key: "repairs" } as const;

/** A change that was made, with what stood there before. */
export interface JournalEntry {
  /** Counted from one through the whole journal. */
  readonly number: number;
  /** When, as text. */
  readonly madeAt: string;
  readonly cell: SheetCell;
  readonly before: string | number;
  readonly after: string | number;
  /** The number format before; an empty text where it was not changed. */
  readonly formatBefore: string;
  /** Why, in the language of the time. */
  readonly reason: string;
  /** When it was undone; an empty text while it stands. */
  readonly undoneAt: string;
}

/** Keys of the journal's words. */
export type JournalWord =
  | "journal.sheet-name"
  | "journal.title"
  | "journal.note"
  | "journal.number"
  | "journal.made"
  | "journal.sheet"
  | "journal.cell"
  | "journal.before"
  | "journal.after"
  | "journal.format"
  | "journal.reason"
  | "journal.undone"
  | "journal.link";

const COLUMN_WIDTHS = [6, 17, 16, 8, 22, 22, 12, 30, 17];
const CELL_COLUMN = 3;
const BEFORE_COLUMN = 4;
/** Columns whose texts must stay texts, whatever they look like. */
const TEXT_COLUMNS = [1, 2, 6, 7, 8];

/** The journal as a sheet (A4 landscape): a change a row, the newest last. Old values stay as they were. */
export function planJournal(entries: readonly JournalEntry[], words: Words<JournalWord>): SheetPlan {
  const builder = new SheetBuilder(COLUMN_WIDTHS.length);
  builder.addBanner(words("journal.title"), { fontSize: 16, bold: true, vertical: "center" }, 30);
  builder.addBanner(words("journal.note"), { fontSize: 9, wrap: true, vertical: "center" }, 28);
  const header = builder.addRow(
    [
      words("journal.number"),
      words("journal.made"),
      words("journal.sheet"),
      words("journal.cell"),
      words("journal.before"),
      words("journal.after"),
      words("journal.format"),
      words("journal.reason"),
      words("journal.undone"),
    ],
    { bold: true, horizontal: "center", vertical: "center", borders: "thin", fill: "#E8EEF4" },
    22,
  );
  for (const entry of entries) addEntry(builder, entry, words);
  if (entries.length > 0) {
    for (const column of TEXT_COLUMNS)
      builder.style(header + 1, column, 1, { numberFormat: "@" }, entries.length);
  }
  return {
    name: words("journal.sheet-name"),
    mark: JOURNAL_MARK,
    visibility: "visible",
    ...builder.content,
    columnWidths: COLUMN_WIDTHS,
    page: {
      ...plainPage("landscape"),
      repeatRows: [header, header],
    },
    frozenRows: header + 1,
  };
}

function addEntry(builder: SheetBuilder, entry: JournalEntry, words: Words<JournalWord>): void {
  const address = cellAddress(entry.cell);
  const row = builder.addRow(
    [
      entry.number,
      entry.madeAt,
      entry.cell.sheet,
      address,
      entry.before,
      entry.after,
      entry.formatBefore,
      entry.reason,
      entry.undoneAt === "" ? null : entry.undoneAt,
    ],
    { borders: "thin", vertical: "center" },
  );
  if (typeof entry.before === "string") builder.style(row, BEFORE_COLUMN, 1, { numberFormat: "@" });
  // An undone change is grey; one that stands links to its cell.
  if (entry.undoneAt !== "") builder.style(row, 0, COLUMN_WIDTHS.length, { fontColor: "#808080" });
  const place = `${entry.cell.sheet}!${address}`;
  builder.links.push({
    cell: { row, column: CELL_COLUMN },
    target: entry.cell,
    tip: words("journal.link", { place }),
  });
}

/**
 * The entries of the workbook's journal, in order; none without one. Rows that are no entry (title, header, a clerk's
 * own remarks) are passed over: an entry has its number and a cell's address.
 */
export function readJournal(snapshot: Snapshot): JournalEntry[] {
  const sheet = sheetMarked(snapshot, JOURNAL_MARK);
  if (!sheet) return [];
  return sheet.values.flatMap((values): JournalEntry[] => {
    const [number, madeAt, name, address, before, after, formatBefore, reason, undoneAt] = values;
    const cell = typeof address === "string" ? parseArea(address) : null;
    if (typeof number !== "number" || typeof name !== "string" || cell === null) return [];
    if (!isChange(before) || !isChange(after)) return [];
    return [
      {
        number,
        madeAt: textOf(madeAt),
        cell: { sheet: name, row: cell.row, column: cell.column },
        before,
        after,
        formatBefore: textOf(formatBefore),
        reason: textOf(reason),
        undoneAt: textOf(undoneAt),
      },
    ];
  });
}

function isChange(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
