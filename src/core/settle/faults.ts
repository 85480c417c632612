import type { CellPosition } from "../workbook/address";
import type { SettleFault, SettleFaultCode, SettledRole } from "./answers";

/** Something that was made of the answers, or what is wrong with them. */
export type Settled<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: SettleFault };

/** What a fault is about, as far as it is about something. */
interface FaultPlace {
  readonly column?: string;
  readonly cell?: CellPosition;
  readonly text?: string;
  readonly role?: SettledRole;
}

/** The answers are wrong: `code` says how, the place says where. */
export function faulty(code: SettleFaultCode, { column = "", cell, text = "", role }: FaultPlace = {}) {
  const fault: SettleFault = { code, column, cell: cell ?? null, text, ...(role ? { role } : {}) };
  return { ok: false, fault } as const;
}

/** The value that the answers give. */
export function settled<Value>(value: Value): Settled<Value> {
  return { ok: true, value };
}
