import { decimalToNumber } from "../core/numbers/decimal";
import { processScore } from "../core/scoring/processScore";
import { rangeOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable } from "./fault";
import type { PerfFunctions } from "./host";
import { numberOr } from "./reason";

/** `PERF.PROCESS`: node completion rate × 100 (rules 7 and 8). */
export function createProcess(environment: FunctionEnvironment): PerfFunctions["process"] {
  return (done, due) => {
    const { translate } = environment;
    const names = [translate("function.done"), translate("function.due")] as const;
    const ranges = [
      { name: names[0], range: rangeOf(done) },
      { name: names[1], range: rangeOf(due) },
    ];
    return broadcast(ranges, translate, ([doneCell, dueCell]) => {
      const doneNodes = numberOr(doneCell, names[0], translate);
      if (isFault(doneNodes)) return doneNodes;
      const dueNodes = numberOr(dueCell, names[1], translate);
      if (isFault(dueNodes)) return dueNodes;
      const result = processScore(doneNodes, dueNodes);
      switch (result.kind) {
        case "score":
          return decimalToNumber(result.score);
        case "none-due":
          return notAvailable(translate("function.none-due"));
        case "impossible":
          return invalidValue(
            translate("function.done-above-due", {
              done: decimalToNumber(doneNodes),
              due: decimalToNumber(dueNodes),
            }),
          );
      }
    });
  };
}
