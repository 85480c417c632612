import {
  ICommandService,
  IUndoRedoService,
  type IMutation,
  type IOperation,
  type Injector,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Grid } from "./startGrid";

/**
 * The grid's inner parts that reading and writing a workbook needs. Changes go through the grid's own
 * mutations, so that it draws and recalculates, but past its undo list: Excel has no undo for an add-in's
 * writing either.
 */
export interface GridContext {
  readonly workbook: Workbook;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly formulas: FormulaDataModel;
}

/** Gathers what is needed to work on a workbook of the grid. */
export function gridContext(grid: Grid, workbook: Workbook): GridContext {
  const injector = grid.univer.__getInjector();
  return {
    workbook,
    injector,
    commands: injector.get(ICommandService),
    formulas: injector.get(FormulaDataModel),
  };
}

/** Runs one of the grid's mutations or operations on the workbook; throws when the grid refuses it. */
export function mutate<Parameters extends object>(
  context: GridContext,
  mutation: IMutation<Parameters> | IOperation<Parameters>,
  parameters: Omit<Parameters, "unitId">,
): void {
  const done = context.commands.syncExecuteCommand(mutation.id, {
    unitId: context.workbook.getUnitId(),
    ...parameters,
  });
  if (!done) throw new Error(`The grid refused ${mutation.id}`);
}

/** Forgets what could be undone: an undo from before a sheet came or went would act on one that is not there. */
export function forgetUndo(context: GridContext): void {
  context.injector.get(IUndoRedoService).clearUndoRedo(context.workbook.getUnitId());
}

/** The sheet with this id. That there is none is a bug: ids come from the workbook itself. */
export function worksheetOf(context: GridContext, id: string): Worksheet {
  const worksheet = context.workbook.getSheetBySheetId(id);
  if (!worksheet) throw new Error(`No sheet with id ${id}`);
  return worksheet;
}
