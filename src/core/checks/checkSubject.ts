import { createFormulaIndex, type FormulaIndex } from "../formulas/formulaIndex";
import type { Finding } from "../findings/finding";
import type { Ranking } from "../ranking/ranking";
import type { Recognition } from "../recognise/recognise";
import type { Steps } from "../steps";
import type { Snapshot } from "../workbook/snapshot";
import { readFormulaColumns, type FormulaColumn } from "./formulaColumns";
import { rightFigures, type RightFigures } from "./rightFigures";
import { readScoreColumns, type ScoreColumn } from "./scoreColumns";

/** A workbook read, understood and ranked: what checks start from. */
export interface CheckedWork {
  readonly snapshot: Snapshot;
  readonly recognition: Recognition;
  readonly ranking: Ranking;
}

/** What a check may look at. */
export interface CheckSubject extends CheckedWork {
  readonly formulas: FormulaIndex;
  /** The columns of the score tables that have formulas. */
  readonly formulaColumns: readonly FormulaColumn[];
  /** The components' columns of the score tables, read once for all checks. */
  readonly scoreColumns: readonly ScoreColumn[];
  /** What should stand in cells that break the author's own rules. */
  readonly rightFigures: RightFigures;
}

/** One rule: looks at the subject, changes nothing, gives what it finds; at once, or in steps where that takes long. */
export type Check = (subject: CheckSubject) => readonly Finding[] | Steps<readonly Finding[]>;

/** Reads what several checks share, once. */
export function* createCheckSubject(work: CheckedWork): Steps<CheckSubject> {
  const formulas = yield* createFormulaIndex(work.snapshot);
  yield;
  const { tables } = work.recognition;
  return {
    ...work,
    formulas,
    formulaColumns: yield* readFormulaColumns(tables, formulas),
    scoreColumns: yield* readScoreColumns(tables, work.ranking.scheme.components, formulas),
    rightFigures: rightFigures(work.recognition),
  };
}
