import { findings as englishFindings } from "../i18n/en-US/findings";
import { functions as english } from "../i18n/en-US/functions";
import { fillIn } from "../i18n/fillIn";
import type { Language } from "../i18n/language";
import type { Translate } from "../i18n/translate";
import { findings as chineseFindings } from "../i18n/zh-CN/findings";
import { functions as chinese } from "../i18n/zh-CN/functions";

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  "zh-CN": { ...chineseFindings, ...chinese },
  "en-US": { ...englishFindings, ...english },
};

/** Messages of functions and findings only: they load before the pane and everything that it says. */
export type FunctionKey = keyof typeof chinese | keyof typeof chineseFindings;

/** A message of a function in the reader's language. */
export type FunctionWords = (key: FunctionKey, parameters?: Parameters<Translate>[1]) => string;

/** The functions' messages in one language. */
export function functionWords(language: Language): FunctionWords {
  const words = WORDS[language];
  return (key, parameters = {}) => fillIn(words[key] ?? key, parameters);
}

/** Whether a text is the key of one of these messages: for codes that come as data. */
export function isFunctionKey(text: string): text is FunctionKey {
  return Object.hasOwn(WORDS["zh-CN"], text);
}
