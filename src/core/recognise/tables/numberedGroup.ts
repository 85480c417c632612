import { plainText } from "../../numbers/readNumber";
import { wordsNaming } from "../../vocabulary/concepts";

/**
 * The group that a title names by its number, as it is written there: 2015年第一组成绩 → 第一组. Null where it names none,
 * or in words of an alphabet: there the whole title names it.
 */
export function numberedGroupIn(title: string): string | null {
  const words = wordsNaming(title, "numbered-group");
  return words !== null && plainText(title).includes(words) ? words : null;
}
