import type { WrittenSheet } from "../port";
import { MARK_NAME, decodeMark } from "../sheetMark";
import { carryOut, type PlannedChange } from "./plannedChange";
import { restoreWorkbook, type BegunChange } from "./restore";
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
  private begun: BegunChange | null = null;
  private settled = false;

  constructor(private readonly temporaryNames: readonly string[]) {}

  /** Whether nothing is left to finish or to take back. */
  get isSettled(): boolean {
    return this.settled;
  }

  /** The sheets that stand when the write is finished, in the plan's order. */
  get written(): readonly WrittenSheet[] {
    const placed = this.begun?.change.placement.placed ?? [];
    return placed.map(({ plan: { mark }, name }) => ({ name, mark }));
  }

  /** All sheets stand under their temporary names. */
  noteStaged(stagedIds: readonly string[]): void {
    this.stagedIds = stagedIds;
  }

  /** From here on the workbook may change. */
  noteChange(begun: BegunChange): void {
    this.begun = begun;
  }

  /** The cells to be edited or filled, as they were at the very moment before. */
  noteCells(found: Pick<BegunChange, "cells" | "fills">): void {
    if (this.begun) this.begun = { ...this.begun, ...found };
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
    const change = this.begun?.change;
    if (!change) return this.takeBack();
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
    const nothing = () => undefined;
    const watch = {
      ...{ queueLast: nothing, onProgress: nothing, stopIfAsked: nothing },
      checkLast: () => Promise.resolve(),
    };
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      await carryOut(context, change, await lookAtSheets(context), watch);
      return "done" as const;
    });
  }

  private async takeBack(): Promise<Ending> {
    await restoreWorkbook({ temporaryNames: this.temporaryNames, ids: this.stagedIds }, this.begun);
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
