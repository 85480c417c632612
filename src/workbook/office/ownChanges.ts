import { cellAddress } from "../../core/workbook/address";
import type { Plan } from "../../core/workbook/plan";
import type { Outcome, WrittenSheet } from "../port";
import { TEMPORARY_NAME } from "./stagedSheet";

/** What a port has written lately, to know its own changes where Excel does not say whose a change is. */
export class OwnChanges {
  private readonly sheets = new Set<string>();
  /** Cells that were edited and whose change has not been told yet. */
  private readonly cells = new Set<string>();

  /** Remembers a plan while and after it is written. */
  async during(
    plan: Plan,
    work: Promise<Outcome<readonly WrittenSheet[]>>,
  ): Promise<Outcome<readonly WrittenSheet[]>> {
    for (const { name } of plan.sheets) this.sheets.add(name);
    const cells = plan.edits.map(({ cell }) => placeKey(cell.sheet, cellAddress(cell)));
    for (const cell of cells) this.cells.add(cell);
    const outcome = await work;
    if (outcome.ok) for (const { name } of outcome.value) this.sheets.add(name);
    else for (const cell of cells) this.cells.delete(cell);
    return outcome;
  }

  /** Whether a change is one that was written. A cell's change counts once: the next one is the clerk's. */
  take(sheet: string, address: string): boolean {
    return (
      this.sheets.has(sheet) ||
      sheet.startsWith(TEMPORARY_NAME) ||
      this.cells.delete(placeKey(sheet, address.replaceAll("$", "")))
    );
  }
}

function placeKey(sheet: string, address: string): string {
  return `${address} ${sheet}`;
}
