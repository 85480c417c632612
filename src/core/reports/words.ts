/** Values that a sheet's words name. */
export type WordParameters = Readonly<Record<string, string | number>>;

/**
 * The words of the sheets that PERF writes, by key. Core knows the keys only; whoever calls it brings the language
 * (`Translate` of `src/i18n` fits, and the compiler checks that it has every key).
 */
export type Words<Key extends string> = (key: Key, parameters?: WordParameters) => string;
