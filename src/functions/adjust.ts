import { decimalToNumber } from "../core/numbers/decimal";
import { roundedSum } from "../core/numbers/exactSum";
import { computeAdjustments } from "../core/scoring/adjustments";
import { addendsOf, totalFormula } from "../core/scoring/total";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, type CellResult } from "./fault";
import type { PerfFunctions } from "./host";
import { perScheme } from "./perScheme";
import { pointsOr } from "./points";

/** The adjustments that the arguments count, in order, by their ids in the scheme. */
const ADJUSTMENT_IDS = ["commendation", "criticism", "talk", "accountability", "fraud"] as const;
const MOST_EVENTS = 10_000;

/** `PERF.ADJUST`: bonus less deduction for numbers of events, by the scheme's adjustments (rules 1 and 2). */
export function createAdjust(environment: FunctionEnvironment): PerfFunctions["adjust"] {
  const formulaOf = perScheme((scheme) => totalFormula(scheme));

  function nameOf(id: (typeof ADJUSTMENT_IDS)[number]): string {
    const own = environment.scheme.adjustments.find((adjustment) => adjustment.id === id)?.name;
    return own ?? environment.translate(`function.adjustment.${id}`);
  }

  function netOf(cells: readonly unknown[]): CellResult {
    const { scheme, translate } = environment;
    const counts = new Map<string, number>();
    for (const [index, id] of ADJUSTMENT_IDS.entries()) {
      const count = pointsOr(cells[index], () => nameOf(id), translate);
      if (isFault(count)) return count;
      const value = decimalToNumber(count);
      if (!Number.isInteger(value) || value < 0 || value > MOST_EVENTS) {
        const bounds = { lowest: 0, highest: MOST_EVENTS };
        return invalidValue(translate("function.whole", { name: nameOf(id), text: value, ...bounds }));
      }
      if (value > 0 && !scheme.adjustments.some((adjustment) => adjustment.id === id)) {
        return invalidValue(translate("function.no-adjustment", { name: nameOf(id), scheme: scheme.name }));
      }
      counts.set(id, value);
    }
    const { bonus, deduction } = computeAdjustments(scheme, counts);
    const addends = addendsOf(formulaOf(scheme), { scores: [], bonus, deduction });
    const sum = roundedSum(addends, scheme.rounding);
    if (sum !== null) return decimalToNumber(sum);
    return invalidValue(translate("function.too-long", { name: translate("function.adjustments") }));
  }

  return (commendations, criticisms, talks, accountability, fraud) => {
    const given = [commendations, criticisms, talks, accountability, fraud];
    return broadcast(
      given,
      (place) => nameOf(ADJUSTMENT_IDS[place] ?? "fraud"),
      environment.translate,
      netOf,
    );
  };
}
