import { decimalToNumber } from "../core/numbers/decimal";
import { processScore } from "../core/scoring/processScore";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable } from "./fault";
import type { PerfFunctions } from "./host";
import { numberOr } from "./reason";

/** `PERF.PROCESS`: node completion rate × 100 (rules 7 and 8). */
export function createProcess(environment: FunctionEnvironment): PerfFunctions["process"] {
  return (done, due) => {
    const { translate } = environment;
    const names = [() => translate("function.done"), () => translate("function.due")] as const;
    return broadcast(
      [done, due],
      (place) => names[place === 0 ? 0 : 1](),
      translate,
      ([doneCell, dueCell]) => {
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
      },
    );
  };
}
