import { fillIn, type MessageParameters } from "./fillIn";
import type { Language } from "./language";
import { zhCN } from "./zh-CN";

/** Chinese is complete by definition: its keys are the keys. */
export type MessageKey = keyof typeof zhCN;

/** Every message of one language. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** A message in the reader's language, its `{name}` places filled in. */
export type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

/** Looks messages up in one language. */
export function translateWith(messages: Messages): Translate {
  return (key, parameters = {}) => fillIn(messages[key], parameters);
}

/** Messages of one language for the pane, which loads no language that it does not show. */
export async function loadTranslate(language: Language): Promise<Translate> {
  if (language === "zh-CN") return translateWith(zhCN);
  const { enUS } = await import("./en-US");
  return translateWith(enUS);
}

/** Whether a text is a message key: for codes that come as data, such as a finding's. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(zhCN, text);
}
