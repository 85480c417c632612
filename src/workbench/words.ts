import type { Language, MessageParameters } from "../i18n";
import { workbench as english } from "../i18n/en-US/workbench";
import { workbench as chinese } from "../i18n/zh-CN/workbench";

export type WordKey = keyof typeof chinese;

/** The workbench's own words in the reader's language, `{name}` places filled in. */
export type Words = (key: WordKey, parameters?: MessageParameters) => string;

/** The words of one language. */
export function wordsOf(language: Language): Words {
  const table: Readonly<Record<WordKey, string>> = language === "zh-CN" ? chinese : english;
  return (key, parameters = {}) =>
    table[key].replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}
