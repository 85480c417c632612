import type { LanguageWords } from "../concept";
import { EN } from "./en";
import { FURTHER_LANGUAGES } from "./furtherLanguages";
import { WESTERN_LANGUAGES } from "./westernLanguages";
import { ZH } from "./zh";

/** The words of all languages that headers are known in. */
export const LANGUAGES: readonly LanguageWords[] = [ZH, EN, ...WESTERN_LANGUAGES, ...FURTHER_LANGUAGES];
