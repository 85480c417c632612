import type { Finding } from "../findings/finding";
import type { Ranking } from "../ranking/ranking";
import type { Recognition } from "../recognise/recognise";
import type { Snapshot } from "../workbook/snapshot";
import { checkStatedRanks } from "./statedRanks";
import { checkStatedTotals } from "./statedTotals";
import { checkTotalRange } from "./totalRange";

/** What a check may look at. */
export interface CheckSubject {
  readonly snapshot: Snapshot;
  readonly recognition: Recognition;
  readonly ranking: Ranking;
}

/** One rule: looks at the subject, changes nothing, gives what it finds. */
export type Check = (subject: CheckSubject) => readonly Finding[];

/** Every check, in the order in which its findings are listed. */
const CHECKS: readonly Check[] = [
  ({ ranking }) => checkStatedTotals(ranking),
  ({ ranking }) => checkStatedRanks(ranking),
  ({ ranking }) => checkTotalRange(ranking),
];

/** Runs every check over what was recognised; the recogniser's own findings come first. */
export function runChecks(subject: CheckSubject): Finding[] {
  return [...subject.recognition.findings, ...CHECKS.flatMap((check) => check(subject))];
}
