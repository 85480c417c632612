import type { Settled } from "./settle";
import { reckon, TRACE } from "./rule";

/** So many lines, and this share of all, meet a rule to the last place: then it is exact. */
const FEWEST_EXACT = 4;
const EXACT_SHARE = 0.8;
/** A figure among the lines that keep a rule is meant to keep it too where it is off by no more than this share of itself. */
const NEAR = 0.15;

/** If more break a rule than this share of those that keep it, another rule holds for them. */
const MOST_BROKEN = 0.2;

/**
 * The lines on which a figure slipped from a rule that others keep exactly: those that break it among them, and those without a
 * rule among them, right before and right after, where the figure is near what the rule gives. None where the rule is not sure.
 */
export function slipsOf(settled: Settled): number[] {
  const { claims, rule, kept, broken } = settled;
  if (rule.parts.length < 2 || broken.length > Math.max(1, MOST_BROKEN * kept.length)) return [];
  const near = kept.filter((line) => (lineError(settled, line)?.steps ?? 0) > EXACT_STEPS);
  const exact = kept.length - near.length;
  if (exact < FEWEST_EXACT || exact < EXACT_SHARE * kept.length) return [];
  const known = new Set([...kept, ...broken]);
  const [first, last] = [Math.min(...kept), Math.max(...kept)];
  // Rounding of the parts would excuse a figure that is off by little, were the others not exact.
  const slips = [...broken, ...near];
  if (rule.kind !== "Sum" && rule.kind !== "Average") return slips;
  for (let line = Math.max(first - 1, 0); line <= Math.min(last + 1, claims.lines.lineCount - 1); line += 1) {
    if (known.has(line) || claims.forbids(line, rule, false)) continue;
    const error = lineError(settled, line);
    if (error && error.steps > EXACT_STEPS && error.share <= NEAR && error.telling > 1) slips.push(line);
  }
  return slips;
}
const EXACT_STEPS = 0.5 + 1e-6;

/** How far the figure of a line is from what the rule gives: in steps of its unit, and as a share of it. */
function lineError(
  { claims: { lines }, rule }: Settled,
  line: number,
): { steps: number; share: number; telling: number } | null {
  const at = line * lines.positionCount + rule.target;
  const reckoned = reckon(rule, lines, line);
  const stated = lines.values[at] ?? Number.NaN;
  if (reckoned === null || Number.isNaN(stated)) return null;
  const error = Math.max(0, Math.abs(stated - reckoned.value) - Math.abs(reckoned.value) * TRACE);
  return {
    steps: error / (lines.units[at] ?? 1),
    share: error / Math.abs(reckoned.value || Number.MIN_VALUE),
    telling: reckoned.telling,
  };
}
