import { zhCN } from "./zh-CN";
import { enUS } from "./en-US";

/** The languages of the screen. Chinese is complete by definition: its keys are the keys. */
export type Language = "zh-CN" | "en-US";
export type MessageKey = keyof typeof zhCN;
export type MessageParameters = Readonly<Record<string, string | number>>;

/** A message in the reader's language, its `{name}` places filled in. */
export type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  "zh-CN": zhCN,
  "en-US": enUS,
};

/** The language for a locale tag such as Office's display language: `zh-TW` → Chinese, `en-GB` → English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US";
}

/** Looks messages up in one language. A place without its parameter stays visible as `{name}`. */
export function createTranslate(language: Language): Translate {
  const table = messages[language];
  return (key, parameters = {}) =>
    table[key].replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}

/** Whether a text is a message key: for codes that come as data, such as a finding's. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(zhCN, text);
}
