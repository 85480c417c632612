import { readJournal, type JournalEntry } from "../core/repairs/journal";
import { planUndo } from "../core/repairs/planRepairs";
import type { Action } from "./action";
import { formatTime } from "./formatTime";
import { beginStep, failed } from "./prepare";
import { readSnapshot } from "./readSnapshot";
import { writeFrom } from "./writeFrom";

/** Which changes to take back: by their numbers in the journal, or all that stand. */
export interface UndoRepairInput {
  readonly entries: "all" | readonly number[];
}

/** 撤销修复: puts the old values of the journal back. Refused whole when a cell was changed since. */
export const undoRepairAction: Action<UndoRepairInput, readonly JournalEntry[]> = {
  id: "undo-repair",
  label: "action.undo-repair",
  async run(context, { entries }) {
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const journal = readJournal(read.output);
    const undone = journal.filter(
      ({ number, undoneAt }) => undoneAt === "" && (entries === "all" || entries.includes(number)),
    );
    if (undone.length === 0) return { status: "done", output: [] };
    await beginStep(context, "writing");
    const plan = planUndo(undone, journal, context.translate, formatTime(context.now()));
    const written = await writeFrom(context, read.output, plan);
    return written.ok ? { status: "done", output: undone } : failed(written);
  },
};
