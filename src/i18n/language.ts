/** The languages of the screen. */
export type Language = "zh-CN" | "en-US";

/** The language for a locale tag such as Office's display language: `zh-TW` → Chinese, `en-GB` → English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US";
}
