export { createTranslate } from "./createTranslate";
export type { MessageParameters } from "./fillIn";
export { languageOf, type Language } from "./language";
export { isMessageKey, type MessageKey, type Translate } from "./translate";
