import type { FunctionEnvironment } from "./environment";
import type { PerfFunctions } from "./host";
import { createTotal } from "./total";

/** Every PERF function, as declared in `declarations.ts`. They keep nothing between calls but their environment. */
export function createFunctions(environment: FunctionEnvironment): PerfFunctions {
  return {
    total: createTotal(environment),
  };
}
