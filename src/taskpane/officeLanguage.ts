// From their own files: the index would bring every language into the pane's first load.
import { languageOf, type Language } from "../i18n/language";
import { loadTranslate } from "../i18n/loadTranslate";
import type { Translate } from "../i18n/translate";

/** The language of the pane: Office's display language. */
export function officeLanguage(): Language {
  return languageOf(Office.context.displayLanguage);
}

/** Messages in Office's display language. */
export function officeTranslate(): Promise<Translate> {
  return loadTranslate(officeLanguage());
}
