import type { Steps } from "../../steps";
import { candidatesOf, type Candidate } from "./candidates";
import type { Claims } from "./claims";
import { BREAKS, outcomeOf, type Rule } from "./rule";

/** A rule that is settled on a stretch of lines: those that keep it and those that break it. */
export interface Settled {
  readonly claims: Claims;
  readonly rule: Rule;
  readonly kept: readonly number[];
  readonly broken: readonly number[];
}

/**
 * Takes candidates by score. What is taken stands: a later one loses the lines on which it can't be had any more, and is
 * weighed again without them.
 */
export function* settle(candidates: readonly Candidate[], further = false): Steps<Settled[]> {
  const waiting = [...candidates].sort((one, other) => one.score - other.score);
  const settled: Settled[] = [];
  for (let turn = 0; ; turn += 1) {
    if (turn % 100 === 99) yield;
    const candidate = waiting.pop();
    if (!candidate) return settled;
    const { claims, rule, segment, score } = candidate;
    const rest = candidatesOf(claims, rule, segment.first, segment.last, further);
    if (rest.some((part) => part.score >= score)) settled.push(take(candidate, further));
    else for (const part of rest) insert(waiting, part);
  }
}

function linesOf({ first, last }: { first: number; last: number }): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function take(candidate: Candidate, further: boolean): Settled {
  const { claims, rule, segment } = candidate;
  const kept: number[] = [];
  const broken: number[] = [];
  for (const line of linesOf(segment)) {
    if (claims.forbids(line, rule, further)) continue;
    const outcome = outcomeOf(rule, claims.lines, line);
    if (outcome === BREAKS) broken.push(line);
    else if (!Number.isNaN(outcome)) kept.push(line);
  }
  for (const line of kept) claims.claim(line, rule);
  return { claims, rule, kept, broken };
}

function insert(waiting: Candidate[], candidate: Candidate): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((waiting[middle]?.score ?? 0) < candidate.score) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, candidate);
}
