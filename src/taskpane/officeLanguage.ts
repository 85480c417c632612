import type { Language, Translate } from "../i18n";
import { languageOf, loadTranslate } from "../i18n";

/** The language of the pane: Office's display language. */
export function officeLanguage(): Language {
  return languageOf(Office.context.displayLanguage);
}

/** Messages in Office's display language. */
export function officeTranslate(): Promise<Translate> {
  return loadTranslate(officeLanguage());
}
