import type * as declarations from "./declarations";
import { isFault, type CellResult, type Fault } from "./fault";

type Unchecked<Parameters extends readonly unknown[]> = { [Index in keyof Parameters]: unknown };

/**
 * An implementation for each declared function: the declaration's arguments, an array of results. Arguments are
 * `unknown`, because hosts send other things than declared (`rangeOf` sorts them out).
 */
export type PerfFunctions = {
  readonly [Name in keyof typeof declarations]: (
    ...parameters: Unchecked<Parameters<(typeof declarations)[Name]>>
  ) => CellResult[][];
};

/** The part of Office.js's `CustomFunctions` that registering takes. */
export interface FunctionHost {
  associate(id: string, implementation: (...parameters: unknown[]) => unknown): void;
  readonly Error: new (code: CustomFunctions.ErrorCode, message?: string) => unknown;
  readonly ErrorCode: {
    readonly invalidValue: CustomFunctions.ErrorCode;
    readonly notAvailable: CustomFunctions.ErrorCode;
  };
}

/**
 * Registers every function under its id, which is its name in capitals. Office.js appends an invocation object to the
 * arguments, however many there are; it is dropped here, so that it never stands in for an argument left out.
 */
export function associateFunctions(host: FunctionHost, functions: PerfFunctions): void {
  const implementations: Readonly<Record<string, (...parameters: unknown[]) => CellResult[][]>> = functions;
  for (const [name, implementation] of Object.entries(implementations)) {
    host.associate(name.toUpperCase(), (...parameters) =>
      toHost(host, implementation(...parameters.slice(0, -1))),
    );
  }
}

/** A single result goes as it is, an array as rows; faults become the host's own error objects. */
function toHost(host: FunctionHost, results: CellResult[][]): unknown {
  const [first] = results;
  if (results.length === 1 && first?.length === 1 && isFault(first[0])) return errorOf(host, first[0]);
  for (const row of results) {
    if (row.some(isFault))
      return results.map((line) => line.map((cell) => (isFault(cell) ? errorOf(host, cell) : cell)));
  }
  return results;
}

function errorOf(host: FunctionHost, fault: Fault): unknown {
  const code = fault.error === "#N/A" ? host.ErrorCode.notAvailable : host.ErrorCode.invalidValue;
  return new host.Error(code, fault.message);
}
