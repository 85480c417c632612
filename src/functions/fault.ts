/**
 * What a function answers instead of a value. Excel shows a message of ours for these two errors only: `#N/A` says
 * that something is missing or not known, `#VALUE!` that something is wrong.
 */
export interface Fault {
  readonly error: "#N/A" | "#VALUE!";
  readonly message: string;
}

/** What one cell of a function's answer may hold. An empty text leaves the cell looking blank. */
export type CellResult = string | number | boolean | Fault;

/** Whether a result is a fault. */
export function isFault(result: unknown): result is Fault {
  return typeof result === "object" && result !== null && "message" in result;
}

/** `#N/A` with the reason. */
export function notAvailable(message: string): Fault {
  return { error: "#N/A", message };
}

/** `#VALUE!` with the reason. */
export function invalidValue(message: string): Fault {
  return { error: "#VALUE!", message };
}
