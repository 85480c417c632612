import {
  CommandType,
  ICommandService,
  type ICommandInfo,
  type IMutation,
  type IUnitRange,
} from "@univerjs/core";
import {
  IActiveDirtyManagerService,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { CellValue } from "../../core/workbook/snapshot";
import type { Grid } from "./startGrid";

/** Arguments as rows of cells, and results in the same shape. `undefined`: an argument that was left out. */
export type FunctionArgument = readonly (readonly CellValue[])[] | undefined;
export type FunctionAnswer = readonly (readonly CellValue[])[];

/**
 * Calls one of the add-in's custom functions where it runs, in the add-in's own page. Null when that page was closed
 * before it answered.
 *
 * @param id the function's id, without the namespace
 * @param cell the calling cell, such as `'汇总'!I4`
 */
export type CallFunction = (
  id: string,
  parameters: readonly FunctionArgument[],
  cell: string,
) => Promise<FunctionAnswer | null>;

/** Answers kept before all are forgotten: far more than a workbook of the size that the grid can show needs. */
const MOST_ANSWERS = 50_000;

interface AnswersArrived {
  readonly ranges: readonly IUnitRange[];
}

const answersArrived: IMutation<AnswersArrived> = {
  id: "perf.mutation.function-answers-arrived",
  type: CommandType.MUTATION,
  handler: () => true,
};

/** Whether a command of the grid says that answers of custom functions have come. */
export function isFunctionAnswer(command: Readonly<ICommandInfo>): boolean {
  return command.id === answersArrived.id;
}

/** Whether a command makes the grid calculate every formula anew. */
function calculatesAnew({ id, params }: Readonly<ICommandInfo>): boolean {
  if (id !== SetTriggerFormulaCalculationStartMutation.id) return false;
  return (params as { readonly forceCalculation?: boolean } | undefined)?.forceCalculation === true;
}

/**
 * What custom functions answered. A formula does not wait for its function: Excel too shows a cell as busy, asks
 * for all busy cells together, and calculates them again when the answers are there. Functions are pure, so an
 * answer holds for the same arguments until everything is calculated anew.
 */
export class FunctionAnswers {
  private readonly answers = new Map<string, FunctionAnswer>();
  private readonly waiting = new Map<string, IUnitRange[]>();
  private arrived: IUnitRange[] = [];
  /** Counts how often answers were forgotten: one that was asked for before is out of date. */
  private era = 0;
  private readonly commands: ICommandService;

  constructor(
    grid: Grid,
    private readonly call: CallFunction,
  ) {
    const injector = grid.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.commands.beforeCommandExecuted((command) => {
      if (calculatesAnew(command)) this.forget();
    });
    const dirtyRanges = injector.get(IActiveDirtyManagerService);
    if (dirtyRanges.has(answersArrived.id)) return;
    this.commands.registerCommand(answersArrived);
    dirtyRanges.register(answersArrived.id, {
      commandId: answersArrived.id,
      // The grid hands back what was executed under this id.
      getDirtyData: (command) => ({ dirtyRanges: [...(command.params as AnswersArrived).ranges] }),
    });
  }

  /** Whether any cell waits for an answer, or for the grid to hear of it. */
  get areAwaited(): boolean {
    return this.waiting.size > 0 || this.arrived.length > 0;
  }

  /** The answer for a cell, or null when it has been asked for and the cell is busy until it comes. */
  get(
    id: string,
    parameters: readonly FunctionArgument[],
    place: IUnitRange,
    cell: string,
  ): FunctionAnswer | null {
    const key = JSON.stringify([id, parameters]);
    const known = this.answers.get(key);
    if (known) return known;
    const alreadyWaiting = this.waiting.get(key);
    if (alreadyWaiting) alreadyWaiting.push(place);
    else {
      this.waiting.set(key, [place]);
      void this.ask(key, id, parameters, cell);
    }
    return null;
  }

  /** Forgets all answers, so that functions are asked anew. */
  forget(): void {
    this.answers.clear();
    this.era += 1;
  }

  private async ask(
    key: string,
    id: string,
    parameters: readonly FunctionArgument[],
    cell: string,
  ): Promise<void> {
    const { era } = this;
    let answer: FunctionAnswer | null;
    try {
      answer = await this.call(id, parameters, cell);
    } catch (error) {
      answer = [[{ error: "#VALUE!" }]];
      // The cell shows it; what it was is for whoever looks at the page's errors.
      reportError(new Error(`${id} failed in ${cell}`, { cause: error }));
    }
    if (this.answers.size >= MOST_ANSWERS) this.answers.clear();
    // A cell that got none, or one out of date, asks again when it is told: the page that answers next.
    if (answer !== null && era === this.era) this.answers.set(key, answer);
    const places = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    // Answers come many at a time: one calculation serves all of them.
    if (this.arrived.length === 0)
      setTimeout(() => {
        this.tell();
      }, 0);
    this.arrived.push(...places);
  }

  private tell(): void {
    const ranges = this.arrived;
    this.arrived = [];
    this.commands.syncExecuteCommand(answersArrived.id, { ranges });
  }
}
