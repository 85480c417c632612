import type { Scheme } from "../core/scheme/scheme";
import type { FunctionWords } from "./words";

/** What functions depend on beside their arguments. Both are looked up anew for each call. */
export interface FunctionEnvironment {
  /** The scheme in force: the workbook's, else the built-in one. */
  readonly scheme: Scheme;
  /** The language of messages. */
  readonly translate: FunctionWords;
}
