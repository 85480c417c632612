import type { Language } from "./language";
import type { Translate } from "./translate";
import { translateWith } from "./translateWith";

/** Messages of one language for the pane, which loads no language that it does not show. */
export async function loadTranslate(language: Language): Promise<Translate> {
  return translateWith(
    language === "zh-CN" ? (await import("./zh-CN")).zhCN : (await import("./en-US")).enUS,
  );
}
