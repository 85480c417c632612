import { start as english } from "./en-US/start";
import { fillIn, type MessageParameters } from "./fillIn";
import type { Language } from "./language";
import { start as chinese } from "./zh-CN/start";

/** The keys of what the pane says at first sight. */
export type StartKey = keyof typeof chinese;

/** A message of the pane's first sight; `Translate` fits, too. */
export type StartTranslate = (key: StartKey, parameters?: MessageParameters) => string;

/** The messages of the pane's first sight in one language, without waiting for all others. */
export function startTranslate(language: Language): StartTranslate {
  const messages = language === "zh-CN" ? chinese : english;
  return (key, parameters = {}) => fillIn(messages[key], parameters);
}
