import type { ICellData, ICommandInfo, IExecutionOptions, IRange, Nullable } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  type IInsertSheetMutationParams,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from "@univerjs/sheets";
import type { Area } from "../../core/workbook/address";
import type { HostChange } from "../emulator/hostWorkbook";
import { areaOf, Bounds } from "./areas";

const structureChanges: Readonly<Record<string, "deleted" | "renamed" | "moved" | "activated">> = {
  [RemoveSheetMutation.id]: "deleted",
  [SetWorksheetNameMutation.id]: "renamed",
  [SetWorksheetOrderMutation.id]: "moved",
  [SetWorksheetActiveOperation.id]: "activated",
};

const shifts: Readonly<Record<string, "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted">> = {
  [InsertRowMutation.id]: "RowInserted",
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveRowMutation.id]: "RowDeleted",
  [RemoveColMutation.id]: "ColumnDeleted",
};

/** What one of the grid's commands changed, in the host's terms; null when it is nothing that the host reports. */
export function hostChangeOf(
  command: Readonly<ICommandInfo>,
  options?: IExecutionOptions,
): HostChange | null {
  // Each command's own type is known from its id, which is what the grid dispatches on too.
  const target = command.params as { readonly subUnitId: string } | undefined;
  if (!target) return null;
  const structure = structureChanges[command.id];
  if (structure) return { kind: structure, sheetId: target.subUnitId };
  if (command.id === InsertSheetMutation.id) {
    return { kind: "added", sheetId: (command.params as IInsertSheetMutationParams).sheet.id };
  }
  if (command.id === SetSelectionsOperation.id) {
    const selection = (command.params as ISetSelectionsOperationParams).selections.at(-1);
    return selection ? { kind: "selection", sheetId: target.subUnitId, area: areaOf(selection.range) } : null;
  }
  if (isContentChange(command, options)) {
    const area = changedArea(command);
    const shift = shifts[command.id];
    return area && { kind: "cells", sheetId: target.subUnitId, area, ...(shift ? { shift } : {}) };
  }
  if (command.id === SetRangeValuesMutation.id && isFormulaResult(options)) {
    return { kind: "calculated", sheetId: target.subUnitId };
  }
  return null;
}

/** Whether a command changed contents of cells, other than by showing results of formulas. */
export function isContentChange(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  if (command.id in shifts || command.id === MoveRangeMutation.id) return true;
  return (
    command.id === SetRangeValuesMutation.id && !isFormulaResult(options) && changedArea(command) !== null
  );
}

function isFormulaResult(options?: IExecutionOptions): boolean {
  return options?.["applyFormulaCalculationResult"] === true || options?.["fromFormula"] === true;
}

function changedArea(command: Readonly<ICommandInfo>): Area | null {
  if (command.id !== SetRangeValuesMutation.id) {
    const { range } = command.params as { readonly range?: IRange };
    return range ? areaOf(range) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  }
  const { cellValue } = command.params as ISetRangeValuesMutationParams;
  const bounds = new Bounds();
  for (const [row, line] of Object.entries(cellValue ?? {})) {
    for (const [column, cell] of Object.entries(line as Record<string, Nullable<ICellData>>)) {
      if (changesContent(cell)) bounds.include(Number(row), Number(column));
    }
  }
  return bounds.area();
}

function changesContent(cell: Nullable<ICellData>): boolean {
  return !cell || "v" in cell || "f" in cell || "p" in cell || "si" in cell;
}
