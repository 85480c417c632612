import type { Candidate } from "./candidates";
import type { FigureLines } from "./figureLines";
import type { Rule } from "./rule";

/**
 * Where a figure times a second is a third, either of the two is a quotient. Of candidates that tell the same in these two ways
 * the one is kept that is the quotient by its place and its decimals, and it is worth as much as the other.
 */
export function directQuotients(candidates: readonly Candidate[]): Candidate[] {
  const byParts = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.rule);
    const alike = byParts.get(key);
    if (alike) alike.push(candidate);
    else byParts.set(key, [candidate]);
  }
  return candidates.flatMap((own) => {
    if (own.rule.kind !== "Division") return [own];
    const others = (byParts.get(keyOf(turned(own.rule))) ?? []).filter((other) => overlap(own, other));
    if (others.length === 0) return [own];
    if (!isQuotient(own)) return [];
    const gain = Math.max(0, ...others.map(({ score }) => score - own.score));
    const rule: Rule = { ...own.rule, cost: own.rule.cost - gain };
    return [{ ...own, rule, score: own.score + gain }];
  });
}

function keyOf({ kind, target, parts, factor }: Rule): string {
  return [kind, target, ...parts, factor].join(" ");
}

/** The same rule with the denominator as the figure that follows. */
function turned(rule: Rule): Rule {
  const [over = 0, under = 0] = rule.parts;
  return { ...rule, target: under, parts: [over, rule.target] };
}

function overlap({ segment: one, claims }: Candidate, { segment: other, claims: same }: Candidate): boolean {
  return claims === same && one.first <= other.last && other.first <= one.last;
}

/**
 * Before their product, the first of the two factors is the quotient; otherwise the one with more decimals is, or the one that
 * comes later.
 */
function isQuotient({ claims: { lines }, rule, segment }: Candidate): boolean {
  const [over = 0, under = 0] = rule.parts;
  if (over > rule.target && over > under) return rule.target < under;
  const finer =
    fineness(lines, rule.target, segment.first, segment.last) -
    fineness(lines, under, segment.first, segment.last);
  return finer === 0 ? rule.target > under : finer > 0;
}

/** How fine the figures at a position of some lines are, as the mean logarithm of their units, without sign. */
function fineness(
  { values, units, positionCount }: FigureLines,
  position: number,
  first: number,
  last: number,
) {
  let [sum, count] = [0, 0];
  for (let line = first; line <= last; line += 1) {
    const at = line * positionCount + position;
    if (Number.isNaN(values[at] ?? Number.NaN)) continue;
    sum -= Math.log10(units[at] ?? 1);
    count += 1;
  }
  return count === 0 ? 0 : Math.round((10 * sum) / count) / 10;
}
