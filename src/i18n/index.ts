export { createTranslate } from "./createTranslate";
export { fillIn, type MessageParameters } from "./fillIn";
export { languageOf, type Language } from "./language";
export { isMessageKey, loadTranslate, type MessageKey, type Translate } from "./translate";
