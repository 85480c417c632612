import type { Finding } from "../findings/finding";
import { createCheckSubject, type Check, type CheckedWork } from "./checkSubject";
import { checkConstantsAmongFormulas } from "./constantAmongFormulas";
import { checkExternalReferences } from "./externalReferences";
import { checkHiddenCells } from "./hiddenCells";
import { checkIdenticalRows } from "./identicalRows";
import { checkMergedFigures } from "./mergedFigures";
import { checkOddFormulas } from "./oddFormulas";
import { checkPiledDigits } from "./piledDigits";
import { checkRangeCoverage } from "./rangeCoverage";
import { checkRepeatedScores } from "./repeatedScores";
import { checkScoreDecimals } from "./scoreDecimals";
import { checkScoreJumps } from "./scoreJumps";
import { checkStaleResults } from "./staleResults";
import { checkStatedRanks } from "./statedRanks";
import { checkStatedTotals } from "./statedTotals";
import { checkTotalRange } from "./totalRange";
import { checkUnknownGroups } from "./unknownGroups";
import { checkUnusedSheets } from "./unusedSheets";
import { checkZeroScores } from "./zeroScores";

/** Every check, in the order in which its findings are listed. */
const CHECKS: readonly Check[] = [
  checkUnknownGroups,
  ({ ranking }) => checkStatedTotals(ranking),
  checkStatedRanks,
  ({ ranking }) => checkTotalRange(ranking),
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
  const subject = createCheckSubject(work);
  return [...work.recognition.findings, ...CHECKS.flatMap((check) => check(subject))];
}
