import { parseDecimal } from "../numbers/decimal";
import { plainText } from "../numbers/readNumber";
import type { Line } from "../scheme/scheme";

/**
 * Reads a line as a clerk writes it: `前3名`, `后3名` or `3名` is a count, `前10%` or `10%` a share, `90分`,
 * `90分及以上` or `60分以下` a score. A share takes at least one unit when `至少1名` or `至少一名` follows. Null for
 * anything else, a share above 100% and a count of zero among it.
 */
export function parseLine(text: string): Line | null {
  const plain = plainText(text);
  const count = /^[前后]?(\d{1,9})[名个家]$/.exec(plain);
  if (count) return Number(count[1]) > 0 ? { by: "count", count: Number(count[1]) } : null;
  const share = /^[前后]?(\d{1,3}(?:\.\d{1,5})?)%(?:[,(]?至少[1一][名个家]\)?)?$/.exec(plain);
  if (share) {
    const percent = parseDecimal(share[1] ?? "");
    if (percent === null || percent.units === 0 || percent.units > 100 * 10 ** percent.places) return null;
    const atLeastOne = plain.includes("至少");
    return { by: "share", share: { units: percent.units, places: percent.places + 2 }, atLeastOne };
  }
  const score = /^(-?\d{1,8}(?:\.\d{1,7})?)分(?:及?以上|以下)?$/.exec(plain);
  const value = score ? parseDecimal(score[1] ?? "") : null;
  return value === null ? null : { by: "score", score: value };
}
