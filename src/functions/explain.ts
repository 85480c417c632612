import { explainTotal } from "../core/scoring/explainTotal";
import { computeTotal } from "../core/scoring/total";
import type { FunctionEnvironment } from "./environment";
import type { PerfFunctions } from "./host";
import { faultOf, forScoreSets } from "./total";

/** `PERF.EXPLAIN`: the total written out, `92.5×55%+88×30%+90×10%+85.25×5%+2−1 = 91.54`. */
export function createExplain(environment: FunctionEnvironment): PerfFunctions["explain"] {
  return forScoreSets(environment, (formula, set, cells, translate) => {
    const result = computeTotal(formula, set);
    if (result.kind !== "total") return faultOf(formula, result, cells, translate);
    return explainTotal(formula, set) ?? "";
  });
}
