import type { Area } from "../../../core/workbook/address";
import { HostError, accessDenied, invalidArgument } from "../hostError";
import type { HostSheet, HostWorkbook } from "../hostWorkbook";

/** What the class models share: the workbook, and where events are asked for. */
export interface HostContext {
  /** What asking for more than 512 merged areas ends in: Microsoft's documentation leaves it open. */
  readonly tooManyMerges: "error" | "null";
  readonly workbook: HostWorkbook;
  /** Turns an event of a target (a sheet's id, or `Workbook`) on or off. */
  setEventWanted(type: number, target: string, isWanted: boolean): void;
  /** Hears that the client takes calls of custom functions from now on. */
  startFunctions(): void;
  /** Takes the results that custom functions gave. */
  takeInvocationResults(results: readonly unknown[]): void;
  /** Shows the add-in's pane, or hides it while its page goes on running. */
  showPane(isShown: boolean): void;
}

export interface SheetTarget {
  readonly context: HostContext;
  readonly sheet: HostSheet;
}

export interface RangeTarget extends SheetTarget {
  readonly area: Area;
}

/** Refuses work on a sheet that is gone. */
export function requireAlive({ context, sheet }: SheetTarget): void {
  if (!context.workbook.sheets().some((other) => other.id === sheet.id)) {
    throw new HostError(
      "InvalidReference",
      "This reference is not valid for the current operation: the sheet is gone.",
    );
  }
}

/** Refuses changes on a sheet that is protected or gone. */
export function requireUnlocked(target: SheetTarget): void {
  requireAlive(target);
  if (target.sheet.isProtected()) throw accessDenied(`the sheet "${target.sheet.name()}"`);
}

/** Refuses changes to the sheets of a workbook whose structure is protected. */
export function requireOpenStructure(context: HostContext): void {
  if (context.workbook.isStructureProtected()) throw accessDenied("the workbook's structure");
}

export function textParameter(parameters: readonly unknown[], index: number): string {
  const value = parameters[index];
  if (typeof value !== "string") throw invalidArgument(`Parameter ${String(index + 1)} has to be a text.`);
  return value;
}

export function numberParameter(parameters: readonly unknown[], index: number): number {
  const value = parameters[index];
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalidArgument(`Parameter ${String(index + 1)} has to be a number.`);
  }
  return value;
}

/** One of the values that Excel knows, without regard to case. */
export function oneOf<Name extends string>(value: unknown, names: readonly Name[]): Name {
  const found = names.find((name) => typeof value === "string" && name.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw invalidArgument(`${JSON.stringify(value)} is none of ${names.join(", ")}.`);
  return found;
}

export function booleanValue(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument(`${JSON.stringify(value)} is not a boolean.`);
  return value;
}

export function numberValue(value: unknown): number {
  return numberParameter([value], 0);
}

export function textValue(value: unknown): string {
  return textParameter([value], 0);
}

/** A colour as `#RRGGBB`. */
export function colorValue(value: unknown): string {
  const text = textValue(value);
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalidArgument(`${text} is not a colour of the form #RRGGBB.`);
  return text.toUpperCase();
}
