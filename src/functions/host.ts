import type * as declarations from "./declarations";
import { isFault, type CellResult, type Fault } from "./fault";
import type { Invocation, ReadArguments } from "./readArguments";

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

type Implementation = (...parameters: unknown[]) => CellResult[][];

/** Every function's name: known before what the functions do is loaded. */
const DECLARED: { readonly [Name in keyof PerfFunctions]: true } = {
  total: true,
  weighted: true,
  process: true,
  adjust: true,
  rank: true,
  ranking: true,
  grade: true,
  survey: true,
  panel: true,
  unit: true,
  group: true,
  number: true,
  round: true,
  check: true,
  explain: true,
  scheme: true,
};

/** What the functions do, and how their arguments are read. */
export interface LoadedFunctions {
  readonly functions: PerfFunctions;
  readonly readArguments: ReadArguments;
}

/**
 * Registers every function under its id, which is its name in capitals. What the functions do is loaded when one of
 * them is called for the first time; from then on they answer at once, but for calls whose zeros may be blanks. Office.js
 * appends an invocation object to the arguments, however many there are; it is taken off here, so that it never stands
 * in for an argument left out.
 *
 * @param load Gives what the functions do, or what a cell says where it cannot be had; then the next call asks again.
 */
export function associateFunctions(host: FunctionHost, load: () => Promise<LoadedFunctions | Fault>): void {
  let loaded: LoadedFunctions | null = null;

  async function answerOnceLoaded(name: keyof PerfFunctions, parameters: unknown[]): Promise<unknown> {
    const functions = await load();
    if (isFault(functions)) return errorOf(host, functions);
    loaded = functions;
    return answer(functions, name, parameters);
  }

  function answer(
    { functions, readArguments }: LoadedFunctions,
    name: keyof PerfFunctions,
    parameters: unknown[],
  ): unknown {
    const implementation: Implementation = functions[name];
    const given = readArguments(name, parameters.slice(0, -1), invocationOf(parameters.at(-1)));
    if (!(given instanceof Promise)) return toHost(host, implementation(...given));
    return given.then((read) =>
      isFault(read) ? errorOf(host, read) : toHost(host, implementation(...read)),
    );
  }

  for (const name of Object.keys(DECLARED) as (keyof PerfFunctions)[]) {
    host.associate(name.toUpperCase(), (...parameters) =>
      loaded ? answer(loaded, name, parameters) : answerOnceLoaded(name, parameters),
    );
  }
}

function invocationOf(last: unknown): Invocation {
  return typeof last === "object" && last !== null ? last : {};
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
