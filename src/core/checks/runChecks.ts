import type { Finding } from "../findings/finding";
import { finish, type Steps } from "../steps";
import { createCheckSubject, type Check, type CheckedWork } from "./checkSubject";
import { checkConstantsAmongFormulas } from "./constantAmongFormulas";
import { checkFacts } from "./factRows";
import { checkErrorResults } from "./errorResults";
import { checkExternalReferences } from "./externalReferences";
import { checkHiddenCells } from "./hiddenCells";
import { checkIdenticalRows } from "./identicalRows";
import { checkMergedFigures } from "./mergedFigures";
import { checkOddFormulas } from "./oddFormulas";
import { checkPiledDigits } from "./piledDigits";
import { checkRangeCoverage } from "./rangeCoverage";
import { checkRepeatedScores } from "./repeatedScores";
import { checkRestatedResults } from "./restatedResults";
import { checkScoreDecimals } from "./scoreDecimals";
import { checkScoreJumps } from "./scoreJumps";
import { checkStaleResults } from "./staleResults";
import { checkStatedRanks } from "./statedRanks";
import { checkStatedTotals } from "./statedTotals";
import { checkTotalRange } from "./totalRange";
import { checkUnitWeights } from "./unitWeights";
import { checkWeightSums } from "./weightSums";
import { checkUnknownGroups } from "./unknownGroups";
import { checkUnusedSheets } from "./unusedSheets";
import { checkZeroScores } from "./zeroScores";

/** Every check, in the order in which its findings are listed. */
const CHECKS: readonly Check[] = [
  checkUnknownGroups,
  checkWeightSums,
  checkUnitWeights,
  checkStatedTotals,
  checkStatedRanks,
  ({ ranking }) => checkTotalRange(ranking),
  checkRestatedResults,
  checkFacts,
  checkErrorResults,
  checkConstantsAmongFormulas,
  checkOddFormulas,
  checkRangeCoverage,
  checkExternalReferences,
  checkStaleResults,
  checkHiddenCells,
  checkMergedFigures,
  checkUnusedSheets,
  checkZeroScores,
  checkScoreDecimals,
  checkRepeatedScores,
  checkIdenticalRows,
  checkScoreJumps,
  checkPiledDigits,
];

/** Runs every check over what was recognised; the recogniser's own findings come first. */
export function runChecks(work: CheckedWork): Finding[] {
  return finish(checksInSteps(work));
}

/** `runChecks` as work that may be interrupted. */
export function* checksInSteps(work: CheckedWork): Steps<Finding[]> {
  const subject = yield* createCheckSubject(work);
  const findings: Finding[] = [...work.recognition.findings];
  for (const check of CHECKS) {
    yield;
    const found = check(subject);
    for (const finding of isSteps(found) ? yield* found : found) findings.push(finding);
  }
  return findings;
}

function isSteps(found: ReturnType<Check>): found is Exclude<ReturnType<Check>, readonly Finding[]> {
  return "next" in found;
}
