import { readMarkSheet } from "../core/marks/markSheet";
import { fillLookup, planUnmarks } from "../core/marks/planMarks";
import type { SheetCell } from "../core/workbook/address";
import type { Action } from "./action";
import { beginStep, failed, type RunInput } from "./prepare";
import { readSnapshot } from "./readSnapshot";
import { writeFrom } from "./writeFrom";

/** As every run; all marks go, whatever it says. */
export type UnmarkFindingsInput = RunInput;

/** What became of the marked cells. */
export interface UnmarkFindingsOutput {
  /** Cells that have the clerk's own fill again. */
  readonly restored: readonly SheetCell[];
  /** Cells left alone, because the clerk coloured them after they were marked. */
  readonly left: readonly SheetCell[];
}

/** 清除标记: gives the marked cells their own fills back. */
export const unmarkFindingsAction: Action<UnmarkFindingsInput, UnmarkFindingsOutput> = {
  id: "unmark-findings",
  label: "action.unmark-findings",
  async run(context) {
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const standing = readMarkSheet(read.output);
    const cells = standing.map(({ cell }) => cell);
    const fills = await context.port.readFills(cells, context.signal ? { signal: context.signal } : {});
    if (!fills.ok) return failed(fills);
    const { plan, restored, left } = planUnmarks(standing, fillLookup(cells, fills.value));
    await beginStep(context, "writing");
    const written = await writeFrom(context, read.output, plan);
    return written.ok ? { status: "done", output: { restored, left } } : failed(written);
  },
};
