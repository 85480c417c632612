import { readWorkbookInSteps } from "../core/recognise/reading/readTables";
import { planSchemeSheet } from "../core/reports/schemeSheet";
import type { Scheme } from "../core/scheme/scheme";
import type { SchemeFault } from "../core/scheme/sheet/schemeFault";
import { storedScheme, withSchemeSheet } from "../core/scheme/sheet/storedScheme";
import type { Action } from "./action";
import { breathe } from "./breathe";
import { beginStep, failed, isCancelled, schemeFor, type RunInput } from "./prepare";
import { readSnapshot } from "./readSnapshot";
import { writeFrom } from "./writeFrom";

/** Where the workbook's scheme stands now. */
export interface SchemeSheetOutput {
  /** Name of the sheet 考评方案. */
  readonly sheet: string;
  /** Whether it stood there already: it is the office's own then, and was left as it is. */
  readonly isExisting: boolean;
  /** Null where the sheet that stands there has to be put right first. */
  readonly scheme: Scheme | null;
  /** What is wrong on the sheet that stands there. */
  readonly faults: readonly SchemeFault[];
}

/**
 * 考评方案: puts the scheme in force on a sheet that the office edits, and the hidden text of an older workbook with
 * it. A sheet that stands there already is never written over.
 */
export const schemeSheetAction: Action<RunInput, SchemeSheetOutput> = {
  id: "scheme-sheet",
  label: "action.scheme-sheet",
  async run(context, input) {
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const snapshot = withSchemeSheet(read.output);
    const stored = storedScheme(snapshot);
    if (stored !== null && stored.sheet !== null) {
      const { sheet, scheme, faults } = stored;
      return { status: "done", output: { sheet, isExisting: true, scheme, faults } };
    }
    const understood = await breathe(context, readWorkbookInSteps(snapshot));
    if (understood.status !== "done") return understood;
    const chosen = await breathe(context, schemeFor(context, understood.output, input));
    if (chosen.status !== "done") return chosen;
    if (!chosen.output.ok) return failed(chosen.output);
    const { scheme } = chosen.output.value;
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const sheets = [{ ...planSchemeSheet(scheme), activate: true }];
    const written = await writeFrom(context, snapshot, { sheets, edits: [], removals: [] });
    if (!written.ok) return failed(written);
    const sheet = written.value[0]?.name ?? "";
    return { status: "done", output: { sheet, isExisting: false, scheme, faults: [] } };
  },
};
