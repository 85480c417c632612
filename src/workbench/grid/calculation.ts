import { SetTriggerFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import type { GridContext } from "./gridContext";
import { isContentChange } from "./changes";

/** The grid calculates a moment after a change, and takes its time: what has to wait asks here. */
export class Calculation {
  private isDue = false;

  constructor(private readonly context: GridContext) {
    context.commands.onCommandExecuted((command, options) => {
      if (isContentChange(command, options)) this.isDue = true;
    });
  }

  /** Calculates every formula anew. */
  start(): void {
    this.isDue = true;
    this.context.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, {
      commands: [],
      forceCalculation: true,
    });
  }

  /** Resolves when all formulas show the results of all changes made so far. */
  async settled(): Promise<void> {
    const sessions = this.context.injector.get(FormulaCalculationSessionService);
    while (this.isDue) {
      this.isDue = false;
      await sessions.waitForLatestApplied();
    }
  }
}
