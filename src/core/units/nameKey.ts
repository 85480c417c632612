import { plainText } from "../numbers/readNumber";

/**
 * The key under which unit and group names are compared: NFKC, without white space and invisible characters
 * (rule 22). `市民委（市宗教局）` and `市民委 (市宗教局)` have one key. Nothing else is folded: no letter is dropped.
 */
export function nameKey(name: string): string {
  return plainText(name);
}
