import { readWorkbookInSteps, type WorkbookReading } from "../core/recognise/reading/readTables";
import { withoutSettled } from "../core/recognise/settled/settledPlace";
import { withSchemeSheet } from "../core/scheme/sheet/storedScheme";
import { sheetChoices, type SheetChoice } from "../core/settle/candidates";
import type { Action } from "./action";
import { breathe } from "./breathe";
import { readSnapshot } from "./readSnapshot";

/** The workbook as the evidence alone reads it, and the sheets that scores could stand on. */
export interface OpenSettlingOutput {
  readonly workbook: WorkbookReading;
  /** Empty where no sheet holds a figure. */
  readonly sheets: readonly SheetChoice[];
}

/** Reads the workbook for the settling view, without what the clerk settled before. Writes nothing. */
export const openSettlingAction: Action<null, OpenSettlingOutput> = {
  id: "open-settling",
  label: "settle.change",
  async run(context) {
    const read = await readSnapshot(context);
    if (read.status !== "done") return read;
    const snapshot = withoutSettled(withSchemeSheet(read.output));
    const understood = await breathe(context, readWorkbookInSteps(snapshot));
    if (understood.status !== "done") return understood;
    const workbook = understood.output;
    return { status: "done", output: { workbook, sheets: sheetChoices(workbook) } };
  },
};
