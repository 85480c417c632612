import { enUS } from "./en-US";
import type { Language } from "./language";
import type { Translate } from "./translate";
import { translateWith } from "./translateWith";
import { zhCN } from "./zh-CN";

/** Looks messages up in one language, with both at hand: where there is no page to load. */
export function createTranslate(language: Language): Translate {
  return translateWith(language === "zh-CN" ? zhCN : enUS);
}
