import type { CellValue } from "../../core/workbook/snapshot";
import type { HostMessage } from "./hostMessage";

/** What a cell passes to a custom function: a value, the rows of a range, or nothing for one left out. */
export type FunctionArgument = CellValue | readonly (readonly CellValue[])[] | undefined;

/** Cells that a formula hands over by reference: an address with its sheet, such as `汇总!B2:B9`. */
export interface CellsArgument {
  readonly cells: string;
}

/** Whether an argument refers to cells of the workbook. */
export function isCellsArgument(argument: FunctionArgument | CellsArgument): argument is CellsArgument {
  return typeof argument === "object" && argument !== null && "cells" in argument;
}

/** Values of a call's arguments, and for each the cells that they came from; null for one that is no reference. */
export interface GivenArguments {
  readonly values: readonly FunctionArgument[];
  readonly addresses: readonly (string | null)[];
}

/** What a custom function gave: a value or rows, errors inside with the text that Excel shows on hovering. */
export type FunctionResult = FunctionValue | readonly (readonly FunctionValue[])[];
export type FunctionValue = Exclude<CellValue, { readonly error: string }> | FunctionFault;

/** An error value, and the add-in's own words for it where it gave some. */
export interface FunctionFault {
  readonly error: string;
  readonly message?: string;
}

/** Numbers of the client for the errors that a function can end with. */
const errorTexts: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

/** The same errors by the names that the client uses inside an array of results. */
const errorNames: Readonly<Record<string, string>> = {
  "#N/A": "#N/A",
  "#DIV/0!": "#DIV/0!",
  "#NUM!": "#NUM!",
  "#VALUE!": "#VALUE!",
  "#NULL!": "#NULL!",
};

/** The add-in's metadata asks for errors among the arguments (`allowErrorForDataTypeAny`); without, Excel would not call. */
const ERRORS_AS_ARGUMENTS = 4;

const invocationCategory = 1;
const invocationType = 1000;

/** Calls custom functions over the wire and brings each result back to who asked for it. */
export class FunctionCalls {
  private readonly waiting = new Map<number, (result: FunctionResult) => void>();
  private readonly unsent: HostMessage[] = [];
  private nextId = 1;

  /**
   * @param isReady Whether the client takes calls already; if not, they are kept until `start`.
   * @param blanksAsZero Whether a blank cell arrives as the number 0, as desktop versions of some years send it.
   */
  constructor(
    private readonly send: (messages: readonly HostMessage[]) => void,
    private isReady: boolean,
    private readonly blanksAsZero = false,
  ) {}

  /** Sends the calls made so far: the client takes them from now on. What comes earlier it drops without a word. */
  start(): void {
    this.isReady = true;
    if (this.unsent.length > 0) this.send(this.unsent.splice(0));
  }

  /**
   * Calls a function by its id, as a cell does.
   *
   * @param name The function's id, such as `TOTAL`.
   * @param address The calling cell, such as `Sheet1!A1`.
   */
  call(name: string, { values, addresses }: GivenArguments, address: string): Promise<FunctionResult> {
    const id = this.nextId++;
    const parameters = values.map((value) => wireArgument(value, this.blanksAsZero));
    const invocation = [id, name, parameters, address, ERRORS_AS_ARGUMENTS, addresses];
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      const message: HostMessage = [
        invocationCategory,
        invocationType,
        "",
        JSON.stringify(invocation),
        id,
        false,
      ];
      if (this.isReady) this.send([message]);
      else this.unsent.push(message);
    });
  }

  /** Takes a batch of results as the client sends them. */
  takeResults(results: readonly unknown[]): void {
    for (const result of results) {
      if (typeof result !== "object" || result === null) continue;
      const { id, value, failed, errorCode } = result as Readonly<Record<string, unknown>>;
      if (typeof id !== "number") continue;
      const resolve = this.waiting.get(id);
      this.waiting.delete(id);
      resolve?.(failed === true ? failure(errorCode, value) : resultOf(value));
    }
  }
}

function isRows(parameter: FunctionArgument): parameter is readonly (readonly CellValue[])[] {
  return Array.isArray(parameter);
}

function isError(value: CellValue): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}

/**
 * Empty cells go over the wire as empty texts inside a range, and as null on their own; as 0 from an older host. What
 * was left out is null from every host.
 */
function wireArgument(parameter: FunctionArgument, blanksAsZero: boolean): unknown {
  if (isRows(parameter)) {
    return parameter.map((row) => row.map((cell) => wireValue(cell ?? (blanksAsZero ? 0 : ""))));
  }
  if (parameter === undefined) return null;
  return wireValue(parameter === null && blanksAsZero ? 0 : parameter);
}

function wireValue(value: CellValue): unknown {
  return isError(value) ? { type: "CustomFunctionError", code: value.error } : value;
}

function failure(errorCode: unknown, message: unknown): FunctionFault {
  const error = (typeof errorCode === "number" ? errorTexts[errorCode] : undefined) ?? "#VALUE!";
  return typeof message === "string" && message !== "" ? { error, message } : { error };
}

function resultOf(value: unknown): FunctionResult {
  if (!Array.isArray(value)) return cellResult(value);
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(cellResult) : [cellResult(row)]));
}

function cellResult(value: unknown): FunctionValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const { code, basicValue, message } = value as Readonly<Record<string, unknown>>;
  const error = errorNames[String(basicValue ?? code)] ?? "#VALUE!";
  return typeof message === "string" && message !== "" ? { error, message } : { error };
}
