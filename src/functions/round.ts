import { decimalToNumber } from "../core/numbers/decimal";
import { ROUNDING_MODES, roundToPlaces } from "../core/numbers/rounding";
import { contentOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault } from "./fault";
import type { PerfFunctions } from "./host";
import { optionWord } from "./option";
import { numberOr } from "./reason";

/** As many places to either side of the point as a cell keeps digits. */
const MOST_PLACES = 15;

/** `PERF.ROUND`: exact rounding, half away from zero or half to even (rule 10). A blank number stays blank. */
export function createRound(environment: FunctionEnvironment): PerfFunctions["round"] {
  return (number, places, mode) => {
    const { scheme, translate } = environment;
    const chosen = optionWord(mode, translate("function.mode"), ROUNDING_MODES, translate);
    if (isFault(chosen)) return [[chosen]];
    const names = [() => translate("function.number-name"), () => translate("function.places")] as const;
    return broadcast(
      [number, places],
      (place) => names[place === 0 ? 0 : 1](),
      translate,
      ([cell, placesCell]) => {
        if (contentOf(cell).kind === "blank") return "";
        const value = numberOr(cell, names[0], translate);
        if (isFault(value)) return value;
        const wanted = numberOr(placesCell, names[1], translate);
        if (isFault(wanted)) return wanted;
        if (wanted.places > 0 || Math.abs(wanted.units) > MOST_PLACES) {
          const text = String(decimalToNumber(wanted));
          const bounds = { lowest: -MOST_PLACES, highest: MOST_PLACES };
          return invalidValue(translate("function.whole", { name: names[1](), text, ...bounds }));
        }
        return decimalToNumber(roundToPlaces(value, wanted.units, chosen ?? scheme.rounding.mode));
      },
    );
  };
}
