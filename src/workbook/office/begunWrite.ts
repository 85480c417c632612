import { MARK_NAME, decodeMark } from "../sheetMark";
import { carryOut, type PlannedChange } from "./plannedChange";
import { restoreWorkbook, type WorkbookBefore } from "./restore";
import { lookAtSheets } from "./sheetsById";
import { PLACING_MARK } from "./stagedSheet";

/** How a write that was cut off has ended after all. */
export type Ending = "done" | "taken-back";

/**
 * A write that has begun. Wherever it is cut off, it is either finished or taken back whole: what has been done is
 * looked up in the workbook, because an error says nothing sure about it.
 */
export class BegunWrite {
  private stagedIds: readonly string[] = [];
  private change: PlannedChange | null = null;
  private settled = false;

  constructor(
    private readonly before: WorkbookBefore,
    private readonly temporaryNames: readonly string[],
  ) {}

  /** Whether nothing is left to finish or to take back. */
  get isSettled(): boolean {
    return this.settled;
  }

  /** All sheets stand under their temporary names. */
  noteStaged(stagedIds: readonly string[]): void {
    this.stagedIds = stagedIds;
  }

  /** From here on the workbook may change. */
  noteChange(change: PlannedChange): void {
    this.change = change;
  }

  noteDone(): void {
    this.settled = true;
  }

  /**
   * Finishes the write or takes it back, whichever is preferred, else the other. While a cell is being edited, Excel
   * waits for its end, where it can. Throws Excel's errors where neither can be done now; it may be tried again.
   */
  async settle(preferred: "finish" | "take-back"): Promise<Ending> {
    const ending = await this.endAs(preferred);
    this.settled = true;
    return ending;
  }

  private async endAs(preferred: "finish" | "take-back"): Promise<Ending> {
    const { change } = this;
    if (change === null) return this.takeBack();
    if (preferred === "take-back") {
      return (await this.mayTakeBack(change)) ? this.takeBack() : this.finish(change);
    }
    try {
      return await this.finish(change);
    } catch (error) {
      if (!(await this.mayTakeBack(change))) throw error;
      return this.takeBack();
    }
  }

  private finish(change: PlannedChange): Promise<Ending> {
    const watch = { onProgress: () => undefined, stopIfAsked: () => undefined };
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      await carryOut(context, change, await lookAtSheets(context), watch);
      return "done" as const;
    });
  }

  private async takeBack(): Promise<Ending> {
    await restoreWorkbook(this.before, { temporaryNames: this.temporaryNames, ids: this.stagedIds });
    return "taken-back";
  }

  /** Whether no sheet has been emptied or taken away yet, and no print area set: that is not remembered. */
  private async mayTakeBack({ placement, printAreas }: PlannedChange): Promise<boolean> {
    if (printAreas.length > 0) return false;
    const { placed, leaving } = placement;
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheets = await lookAtSheets(context);
      if (leaving.some(({ id }) => !sheets.has(id))) return false;
      const sources = placed.flatMap(({ stagedId, replaced }) => (replaced ? [sheets.get(stagedId)] : []));
      const marks = sources.map((sheet) => {
        const mark = sheet?.names.getItemOrNullObject(MARK_NAME);
        mark?.load("formula");
        return { sheet, mark };
      });
      await context.sync();
      return marks.every(({ sheet, mark }) => {
        if (!sheet || !mark || mark.isNullObject) return false;
        return decodeMark(String(mark.formula), sheet.name)?.key !== PLACING_MARK.key;
      });
    });
  }
}
