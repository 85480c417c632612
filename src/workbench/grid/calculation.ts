import type { IDisposable } from "@univerjs/core";
import { SetTriggerFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import type { GridContext } from "./gridContext";
import { isContentChange } from "./changes";
import { isFunctionAnswer } from "./functionAnswers";

/** How long a calculation may take to begin after a change; a busy computer needs more than the grid's own half second. */
const START_PATIENCE_MILLISECONDS = 2_000;

/** The grid calculates a moment after a change, and takes its time: what has to wait asks here. */
export class Calculation {
  private isDue = false;
  private readonly subscription: IDisposable;

  constructor(private readonly context: GridContext) {
    this.subscription = context.commands.onCommandExecuted((command, options) => {
      // The grid starts by itself, too: when it has taken in a workbook.
      const starts = command.id === SetTriggerFormulaCalculationStartMutation.id;
      if (starts || isContentChange(command, options) || isFunctionAnswer(command)) this.isDue = true;
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

  /**
   * Resolves when all formulas show the results of all changes made so far. Cells whose custom function has
   * not answered yet show that they are busy.
   */
  async settled(): Promise<void> {
    const sessions = this.context.injector.get(FormulaCalculationSessionService);
    while (this.isDue) {
      this.isDue = false;
      await sessions.waitForLatestApplied(undefined, START_PATIENCE_MILLISECONDS);
    }
  }

  /** Stops watching the grid. */
  dispose(): void {
    this.subscription.dispose();
  }
}
