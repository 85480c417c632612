import type { Words } from "../reports/words";
import type { CellEdit, Plan } from "../workbook/plan";
import { planJournal, type JournalEntry, type JournalWord } from "./journal";
import type { Repair } from "./proposeRepairs";

/** What the journal says of a repair beside the repair itself. */
export interface RepairRecord {
  /** When, as text. */
  readonly madeAt: string;
  readonly reason: (repair: Repair) => string;
}

/** The number of the next entry of a journal, counted from one. */
export function nextNumber(journal: readonly JournalEntry[]): number {
  return Math.max(0, ...journal.map(({ number }) => number)) + 1;
}

/** The chosen repairs as edits, with the journal that keeps the old values; both are written or neither is. */
export function planRepairs(
  chosen: readonly Repair[],
  journal: readonly JournalEntry[],
  words: Words<JournalWord>,
  record: RepairRecord,
): Plan {
  const first = nextNumber(journal);
  const added = chosen.map((repair, index): JournalEntry => {
    const { cell, before, after, formatBefore, formatAfter } = repair;
    return {
      number: first + index,
      madeAt: record.madeAt,
      cell,
      before,
      after,
      formatBefore: formatAfter === formatBefore ? "" : formatBefore,
      reason: record.reason(repair),
      undoneAt: "",
    };
  });
  const edits = chosen.map(({ cell, before, after, formatBefore, formatAfter }): CellEdit => ({
    cell,
    expected: before,
    value: after,
    ...(formatAfter === formatBefore ? {} : { numberFormat: formatAfter }),
  }));
  return { sheets: [planJournal([...journal, ...added], words)], edits, removals: [] };
}

/** Puts the old values of some journal entries back, the newest first, and notes it in the journal. */
export function planUndo(
  undone: readonly JournalEntry[],
  journal: readonly JournalEntry[],
  words: Words<JournalWord>,
  undoneAt: string,
): Plan {
  const numbers = new Set(undone.map(({ number }) => number));
  const edits = undone.map(({ cell, before, after, formatBefore }): CellEdit => ({
    cell,
    expected: after,
    value: before,
    ...(formatBefore === "" ? {} : { numberFormat: formatBefore }),
  }));
  const entries = journal.map((entry) => (numbers.has(entry.number) ? { ...entry, undoneAt } : entry));
  return { sheets: [planJournal(entries, words)], edits, removals: [] };
}
