import type { Language } from "../../i18n/language";
import { help as english } from "../../i18n/en-US/help";
import { help as chinese } from "../../i18n/zh-CN/help";

/** The help page's own words, apart from the add-in's messages: the page is not part of what Excel loads first. */
export type HelpWords = Readonly<Record<keyof typeof chinese, string>>;

/** The words of one language. */
export function helpWords(language: Language): HelpWords {
  return language === "zh-CN" ? chinese : english;
}
