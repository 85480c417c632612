import { decimalToNumber } from "../core/numbers/decimal";
import type { FunctionWords } from "./words";
import { contentOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, notAvailable, type CellResult } from "./fault";
import type { PerfFunctions } from "./host";
import { decimalOf, reasonOf, textOf } from "./reason";

/**
 * `PERF.NUMBER`: the number that a cell's text means, read as the check of a workbook reads it (95% is 95). Nothing
 * is guessed: blanks, marks for "none" and words are `#VALUE!`.
 */
export function createNumber(environment: FunctionEnvironment): PerfFunctions["number"] {
  return (text) => {
    const { translate } = environment;
    const name = () => translate("function.text-name");
    return broadcast([text], name, translate, ([cell]) => numberIn(cell, name, translate));
  };
}

function numberIn(cell: unknown, name: () => string, translate: FunctionWords): CellResult {
  const content = contentOf(cell);
  if (content.kind === "error") return notAvailable(reasonOf(name(), content, translate));
  const number = decimalOf(content);
  if (number !== null) return decimalToNumber(number);
  if (content.kind === "number") return invalidValue(reasonOf(name(), content, translate));
  return invalidValue(translate("function.no-number", { text: textOf(content) }));
}
