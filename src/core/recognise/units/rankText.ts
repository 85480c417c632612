import { plainText } from "../../numbers/readNumber";
import { names } from "../../vocabulary/concepts";
import { withoutEnding, withoutWords } from "../../vocabulary/fillerWords";
import { firstNumberIn } from "../../vocabulary/numerals";

const LAST_RANK = 9_999;
const CLAUSE_ENDS = ",，.。;；、)）!";
/** What is not ranked stands right before the words that say so. */
const SUBJECT_LENGTH = 20;

/** The rank that a text names: 第3名, 并列第三, 3(并列), T5; null for anything else. */
export function rankInText(text: string): number | null {
  if (!names(text, "rank-text")) return null;
  const rank = firstNumberIn(plainText(text));
  return rank !== null && rank <= LAST_RANK ? rank : null;
}

/**
 * Whether a rank's cell or a remark says that its unit is not ranked: 不参加排名, 不计名次 at the end of a clause;
 * 加分不计入排名 speaks of points.
 */
export function saysNotRanked(text: string): boolean {
  return clausesOf(plainText(text)).some((clause) => {
    const said = withoutWords(clause, "not-ranked-filler");
    const subject = withoutEnding(said, "not-ranked");
    return subject !== said && !names(subject.slice(-SUBJECT_LENGTH), "not-of-unit");
  });
}

function clausesOf(text: string): string[] {
  const clauses = [""];
  for (const character of text) {
    if (CLAUSE_ENDS.includes(character)) clauses.push("");
    else clauses.push((clauses.pop() ?? "") + character);
  }
  return clauses;
}
