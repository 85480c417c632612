import { BREAKS } from "./rule";

/** A stretch of lines on which a rule holds: `first` and `last` are lines that keep it. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  /** Bits of the lines that keep the rule, less those of the lines that break it. */
  readonly bits: number;
  readonly kept: number;
  readonly broken: number;
}

/** So far under its peak a stretch is over: what comes after it has to stand by itself. */
const FALL_BITS = 16;
/** At least this share of the lines that tell anything keep the rule. */
const KEPT_SHARE = 0.75;

/**
 * The stretches of lines on which a rule holds, from what each line says about it (`outcomeOf`): stacked tables with rules of
 * their own come apart by themselves.
 */
export function segmentsOf(outcomes: Float64Array): Segment[] {
  const segments: Segment[] = [];
  let line = 0;
  while (line < outcomes.length) {
    if (!((outcomes[line] ?? BREAKS) > 0)) {
      line += 1;
      continue;
    }
    const segment = segmentFrom(outcomes, line);
    if (segment.kept >= KEPT_SHARE * (segment.kept + segment.broken)) {
      segments.push({ ...segment, first: firstBefore(outcomes, segment.first, segments.at(-1)?.last ?? -1) });
      line = segment.last + 1;
    } else line += 1;
  }
  return segments;
}

/** Lines before a stretch that say nothing against it, such as those with zeros only, belong to it. */
function firstBefore(outcomes: Float64Array, first: number, taken: number): number {
  let found = first;
  while (found - 1 > taken && outcomes[found - 1] === 0) found -= 1;
  return found;
}

function segmentFrom(outcomes: Float64Array, first: number): Segment {
  let [bits, kept, broken] = [0, 0, 0];
  let best: Segment = { first, last: first, bits: 0, kept: 0, broken: 0 };
  for (let line = first; line < outcomes.length; line += 1) {
    const outcome = outcomes[line] ?? Number.NaN;
    if (Number.isNaN(outcome)) continue;
    if (outcome === BREAKS) {
      bits += BREAKS;
      broken += 1;
      if (bits <= 0 || bits < best.bits - FALL_BITS) break;
    } else {
      bits += outcome;
      kept += 1;
      if (bits <= 0) break;
      if (bits >= best.bits) best = { first, last: line, bits, kept, broken };
    }
  }
  return best;
}
