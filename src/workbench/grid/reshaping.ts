import type { ICellData, ICommandInfo, ICommandService, IDisposable, Nullable } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";

const reshapingMutations: ReadonlySet<string> = new Set([
  AddWorksheetMergeMutation.id,
  InsertColMutation.id,
  InsertRowMutation.id,
  MoveColsMutation.id,
  MoveRowsMutation.id,
  RemoveColMutation.id,
  RemoveRowMutation.id,
  RemoveWorksheetMergeMutation.id,
  ReorderRangeMutation.id,
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetRowHiddenMutation.id,
  SetRowVisibleMutation.id,
  SetWorksheetColWidthMutation.id,
  SetWorksheetRowHeightMutation.id,
]);

/**
 * Remembers which sheets have changed in more than the contents and number formats of cells since the workbook
 * was opened: rows and columns, merges, looks.
 */
export class Reshaping {
  private readonly reshaped = new Set<string>();
  private readonly subscription: IDisposable;

  constructor(commands: ICommandService) {
    this.subscription = commands.onCommandExecuted((command) => {
      const target = command.params as { readonly subUnitId?: string } | undefined;
      if (target?.subUnitId !== undefined && reshapes(command)) this.reshaped.add(target.subUnitId);
    });
  }

  /** Ids of the sheets. */
  get sheets(): ReadonlySet<string> {
    return this.reshaped;
  }

  /** Stops watching. */
  dispose(): void {
    this.subscription.dispose();
  }
}

function reshapes(command: Readonly<ICommandInfo>): boolean {
  if (reshapingMutations.has(command.id)) return true;
  if (command.id !== SetRangeValuesMutation.id) return false;
  const { cellValue } = command.params as ISetRangeValuesMutationParams;
  return Object.values(cellValue ?? {}).some((line) =>
    Object.values(line as Record<string, Nullable<ICellData>>).some(changesLook),
  );
}

/** Whether a change to a cell is to its looks, number format aside. What is typed brings the editor's font along. */
function changesLook(cell: Nullable<ICellData>): boolean {
  if (!cell || "v" in cell || "f" in cell) return false;
  if (cell.s === undefined || cell.s === null) return cell.s === null;
  return typeof cell.s === "string" || Object.keys(cell.s).some((field) => field !== "n");
}
