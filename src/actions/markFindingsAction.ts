import { readMarkSheet } from "../core/marks/markSheet";
import { cellsToMark, fillLookup, planMarks } from "../core/marks/planMarks";
import type { Severity } from "../core/findings/finding";
import type { SheetCell } from "../core/workbook/address";
import type { Action } from "./action";
import { checkOutputOf, type CheckOutput } from "./checkAction";
import { beginStep, failed, isCancelled, prepare, type RunInput } from "./prepare";
import { withWritten } from "./withWritten";
import { writeFrom } from "./writeFrom";

/** Which findings are marked. */
export interface MarkFindingsInput extends RunInput {
  /** Without it, findings of every severity. */
  readonly severities?: readonly Severity[];
}

/** The check that was marked, and what became of the cells. */
export interface MarkFindingsOutput extends CheckOutput {
  readonly marked: readonly SheetCell[];
  /** Cells of earlier marks that have no finding any more: they have the clerk's own fill again. */
  readonly restored: readonly SheetCell[];
  /** Cells left alone, because of a pattern or gradient or because the clerk coloured them meanwhile. */
  readonly left: readonly SheetCell[];
}

/**
 * 标出问题单元格: checks the workbook and fills the cells that findings point at, by severity. The fills under the marks
 * are kept on a hidden sheet; `unmarkFindingsAction` puts them back. Marking again brings the marks up to date.
 */
export const markFindingsAction: Action<MarkFindingsInput, MarkFindingsOutput> = {
  id: "mark-findings",
  label: "action.mark-findings",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    await beginStep(context, "composing");
    const output = checkOutputOf(prepared.output);
    const { snapshot } = prepared.output;
    const { assessment, findings } = output;
    const { severities } = input;
    const told = severities ? findings.filter(({ severity }) => severities.includes(severity)) : findings;
    const wanted = cellsToMark(snapshot, told);
    const present = readMarkSheet(snapshot);
    const cells = [...wanted, ...present].map(({ cell }) => cell);
    const read = await context.port.readFills(cells, context.signal ? { signal: context.signal } : {});
    if (isCancelled(context)) return { status: "cancelled" };
    if (!read.ok) return failed(read);
    const fillOf = fillLookup(cells, read.value);
    const { plan, marked, restored, left } = planMarks(snapshot, wanted, present, fillOf, context.translate);
    await beginStep(context, "writing");
    const written = await writeFrom(context, snapshot, plan);
    if (!written.ok) return failed(written);
    const renewed = withWritten(assessment, written.value);
    return {
      status: "done",
      output: { ...output, assessment: renewed, marked, restored, left },
    };
  },
};
