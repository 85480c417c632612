export {
  createTranslate,
  isMessageKey,
  languageOf,
  type Language,
  type MessageKey,
  type MessageParameters,
  type Translate,
} from "./translate";
