import { anshan2015 } from "../core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../core/scheme/scheme";
import { languageOf } from "../i18n/language";
import type { FunctionEnvironment } from "./environment";
import { functionWords, type FunctionWords } from "./words";

let schemeInForce: Scheme = anshan2015;
let translate: FunctionWords | null = null;

/** The environment of functions in Excel's shared runtime: the workbook's scheme, Office's display language. */
export const hostEnvironment: FunctionEnvironment = {
  get scheme() {
    return schemeInForce;
  },
  get translate() {
    // Office knows its language once it is ready, which it is before it calls a function.
    translate ??= functionWords(languageOf(Office.context.displayLanguage));
    return translate;
  },
};

/**
 * Puts another scheme in force for every function. Cells that were calculated before keep their values until the
 * caller has the host recalculate.
 */
export function setSchemeInForce(scheme: Scheme): void {
  schemeInForce = scheme;
}
