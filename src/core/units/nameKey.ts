import { plainText } from "../numbers/readNumber";

/**
 * The key under which unit and group names are compared: NFKC, without white space and invisible characters
 * (rule 22). `市民委（市宗教局）` and `市民委 (市宗教局)` have one key. Nothing else is folded: no letter is dropped.
 */
export function nameKey(name: string): string {
  return plainText(name);
}

const NUMBERING =
  /^(?:\(?\d{1,3}(?:\)[、.]?|[、.:,])|\(?[一二三四五六七八九十]{1,3}(?:\)|[、.])|\d{1,3}(?=\p{Script=Han}))/u;
const MARKS_BEFORE = /^[*★☆※●○◆◇■□▲△◎]+/u;
const MARKS = /[*★☆※:;,、.。]+$/;
const PART_PLAYED = /\((?:牵头|主办|主责|协办|配合|参与)(?:单位|部门)?\)$/;

/**
 * The key of a name without what is no part of any name: a number before it (`1.海城市政府`), a footnote mark before or after
 * it, and its part in the task (`海城市政府(牵头)`). Nothing of the name itself is dropped.
 */
export function bareNameKey(key: string): string {
  return key.replace(MARKS_BEFORE, "").replace(NUMBERING, "").replace(MARKS, "").replace(PART_PLAYED, "");
}
