import type { MessageParameters } from "./fillIn";
import { zhCN } from "./zh-CN";

/** Chinese is complete by definition: its keys are the keys. */
export type MessageKey = keyof typeof zhCN;

/** Every message of one language. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** A message in the reader's language, its `{name}` places filled in. */
export type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

/** Whether a text is a message key: for codes that come as data, such as a finding's. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(zhCN, text);
}
