import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { ERROR_TYPE_SET, ErrorType } from "@univerjs/engine-formula";
import type { CellValue } from "../../core/workbook/snapshot";
import { isHostFormula, type HostInput } from "../emulator/hostWorkbook";

/** A grid cell's value as the host reports it: text, number, boolean, error, or null when it is empty. */
export function valueOfCell(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  if (cell.p?.body) return plainText(cell.p.body.dataStream);
  if (cell.v === undefined || cell.v === null) return null;
  switch (cell.t) {
    case CellValueType.BOOLEAN:
      return cell.v === true || Number(cell.v) === 1 || String(cell.v).toUpperCase() === "TRUE";
    case CellValueType.NUMBER:
      return Number(cell.v);
    case CellValueType.FORCE_STRING:
      return String(cell.v);
    default:
      if (typeof cell.v !== "string") return cell.v;
      return isErrorText(cell.v) ? { error: hostError(cell.v) } : cell.v;
  }
}

/**
 * The grid cell fields that put an input into a cell. Text that the grid might take for something else
 * (a number, a boolean, an error) is marked as text by force, as Excel does with an apostrophe.
 */
export function cellOfInput(input: Exclude<HostInput, undefined>): ICellData {
  const emptied = { p: null, f: null, si: null, ref: null, xf: null };
  if (input === null) return { ...emptied, v: null, t: null };
  if (typeof input === "number") return { ...emptied, v: input, t: CellValueType.NUMBER };
  if (typeof input === "boolean") return { ...emptied, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof input === "string") {
    return {
      ...emptied,
      v: input,
      t: isAmbiguous(input) ? CellValueType.FORCE_STRING : CellValueType.STRING,
    };
  }
  if (isHostFormula(input)) return { ...emptied, f: input.formula, v: null, t: null };
  const gridError = input.error === HOST_BUSY ? GRID_BUSY : input.error;
  return { ...emptied, v: gridError, t: CellValueType.STRING };
}

/** Whether a text is one of the error values. */
function isErrorText(text: string): boolean {
  return (ERROR_TYPE_SET as ReadonlySet<string>).has(text);
}

/** What the grid shows in a cell whose custom function has not answered yet, and what Excel calls it. */
const GRID_BUSY: string = ErrorType.CONNECT;
const HOST_BUSY = "#BUSY!";

function hostError(gridError: string): string {
  return gridError === GRID_BUSY ? HOST_BUSY : gridError;
}

function isAmbiguous(text: string): boolean {
  if (text.trim() === "") return true;
  return (
    !Number.isNaN(Number(text)) || /^(true|false)$/i.test(text) || isErrorText(text) || /^[=+\-@]/.test(text)
  );
}

/** Rich text carries its own line ends, and one more at its end. */
function plainText(stream: string): string {
  return stream.replace(/\r\n$/, "").replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}
