import { STEP_SIZE, type Steps } from "../../steps";
import type { Claims } from "./claims";
import { Proposals } from "./proposals";
import { directQuotients } from "./quotientDirection";
import { proposeQuotients } from "./proposeQuotients";
import { lineFigures, type LineFigures } from "./lineFigures";
import { proposeRuns } from "./proposeRuns";
import { proposePairs, proposeStrides } from "./proposeScattered";
import { SumTarget } from "./sumTarget";
import { isMultiple, outcomeOf, SILENT, type Rule, type RuleKind } from "./rule";
import { segmentsOf, type Segment } from "./segments";

/** A rule on a stretch of lines, and by how many bits it is above what it has to reach. */
export interface Candidate {
  readonly claims: Claims;
  readonly rule: Rule;
  readonly segment: Segment;
  readonly score: number;
}

/** So many bits a rule needs beyond what choosing it costs. */
const LEAST_BITS: Readonly<Record<RuleKind, number>> = {
  Sum: 6,
  Average: 10,
  Division: 8,
  RelativeChange: 8,
};
/** On sheets with more figures than this there is more to agree by chance. */
const SMALL_SHEET = 100;
/** Up to so many lines all propose. On more, fewer do, evenly spread: by their length, so many figures in all. What is proposed is tried on all lines. */
const MOST_PROPOSING = 120;
const MOST_FIGURES = 3_000;
const FEWEST_PROPOSING = 4;
const FEWEST_SAMPLED = 30;
/** Long lines take time by the square of their length: fewer propose, and past the longest none does. */
const PROPOSING_WORK = 1e7;
const LONGEST_LINE = 4_096;

/** A line whose figures are those of the one before times a number keeps each rule that the other keeps: it says no more than this. */
const REPEAT_BITS = 0.2;

/** One more form of a figure that follows already needs so many bits more. */
const FURTHER_BITS = 12;

/** The bits that a rule of a kind has to reach on a sheet. */
function leastBits(kind: RuleKind, { lines }: Claims): number {
  return LEAST_BITS[kind] + Math.max(0, Math.log2(lines.values.length / SMALL_SHEET));
}

/** What is looked for: sums among all figures, sums among those that are not hidden, quotients. */
export type Family = "sums" | "sums of the rest" | "quotients";

/** All rules of a family that hold on some stretch of lines well enough, for figures that are not settled yet. */
export function* findCandidates(claims: Claims, family: Family): Steps<Candidate[]> {
  const { lineCount, positionCount } = claims.lines;
  if (positionCount > LONGEST_LINE) return [];
  const affordable = Math.max(FEWEST_PROPOSING, PROPOSING_WORK / positionCount ** 2);
  const sample = Math.min(MOST_PROPOSING, Math.max(FEWEST_SAMPLED, MOST_FIGURES / positionCount));
  const most = lineCount <= MOST_PROPOSING ? lineCount : sample;
  const stride = Math.max(1, Math.ceil(lineCount / Math.min(most, affordable)));
  const proposing: LineFigures[] = [];
  for (let line = 0; line < lineCount; line += stride) {
    // Where nothing is hidden, there is nothing new to find.
    if (family !== "sums of the rest" || claims.patternOf(line) > 0)
      proposing.push(lineFigures(claims, line));
  }
  const candidates: Candidate[] = [];
  if (proposing.length === 0) return candidates;
  const least = Math.min(...Object.values(LEAST_BITS));
  let work = 0;
  for (let target = 0; target < positionCount; target += 1) {
    const proposals = new Proposals();
    for (const row of proposing) {
      if ((work += 1) % (STEP_SIZE / 20) === 0) yield;
      propose(claims, row, target, family, proposals);
    }
    for (const rule of proposals.worth(least, proposing.length, lineCount)) {
      if ((work += 1) % (STEP_SIZE / 20) === 0) yield;
      candidates.push(...candidatesOf(claims, rule, 0, lineCount - 1));
    }
  }
  return family === "quotients" ? directQuotients(candidates) : candidates;
}

function propose(
  claims: Claims,
  row: LineFigures,
  target: number,
  family: Family,
  proposals: Proposals,
): void {
  const { lines } = claims;
  const at = row.line * lines.positionCount + target;
  const stated = lines.values[at] ?? Number.NaN;
  if (Number.isNaN(stated) || stated === 0 || claims.isSettled(at)) return;
  if (family === "quotients") {
    proposeQuotients(lines, row.line, target, proposals);
    return;
  }
  const sumTarget = new SumTarget(claims, row.line, target, proposals, row.pattern);
  proposeRuns(row, sumTarget);
  if (sumTarget.mostSkipped === 0) return;
  proposePairs(row, sumTarget);
  if (family === "sums") proposeStrides(row, sumTarget);
}
/** The stretches between two lines on which a rule can be had: lines where it can't say nothing. */
export function candidatesOf(
  claims: Claims,
  rule: Rule,
  first: number,
  last: number,
  further = false,
): Candidate[] {
  const outcomes = new Float64Array(last - first + 1).fill(SILENT);
  let before = -1;
  for (let line = first; line <= last; line += 1) {
    if (claims.forbids(line, rule, further)) continue;
    const outcome = outcomeOf(rule, claims.lines, line);
    const repeats = outcome > REPEAT_BITS && before >= 0 && isMultiple(rule, claims.lines, line, before);
    outcomes[line - first] = repeats ? REPEAT_BITS : outcome;
    if (outcome > 0) before = line;
  }
  const least = leastBits(rule.kind, claims) + (further ? FURTHER_BITS : 0);
  return segmentsOf(outcomes).flatMap((segment) => {
    // A stretch of the lines costs more than all of them: there are more to choose from.
    const stretch = Math.log2(claims.lines.lineCount / (segment.last - segment.first + 1));
    const score = segment.bits - rule.cost - least - stretch;
    if (score < 0) return [];
    const moved = { ...segment, first: segment.first + first, last: segment.last + first };
    return [{ claims, rule, segment: moved, score }];
  });
}
