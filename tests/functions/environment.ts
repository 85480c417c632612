import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { FunctionEnvironment } from "../../src/functions/environment";
import { createTranslate, type Language } from "../../src/i18n";

/** The built-in scheme, messages in one language. */
export function testEnvironment(language: Language): FunctionEnvironment {
  return { scheme: anshan2015, translate: createTranslate(language) };
}
