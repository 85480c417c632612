import { fillIn } from "./fillIn";
import type { Messages, Translate } from "./translate";

/** Looks messages up in one language. */
export function translateWith(messages: Messages): Translate {
  return (key, parameters = {}) => fillIn(messages[key], parameters);
}
