import { fillIn, type MessageParameters } from "./fillIn";
import type { Language } from "./language";
import { start as chinese } from "./zh-CN/start";

/** The keys of what the pane says at first sight. */
export type StartKey = keyof typeof chinese;

/** A message of the pane's first sight; `Translate` fits, too. */
export type StartTranslate = (key: StartKey, parameters?: MessageParameters) => string;

/** The messages of the pane's first sight in one language: Chinese ones are at hand, others are loaded. */
export async function startTranslate(language: Language): Promise<StartTranslate> {
  const messages = language === "zh-CN" ? chinese : (await import("./en-US/start")).start;
  return (key, parameters = {}) => fillIn(messages[key], parameters);
}
