import type { FormulaIndex } from "../formulas/formulaIndex";
import type { Finding } from "../findings/finding";
import type { Ranking } from "../ranking/ranking";
import type { Recognition } from "../recognise/recognise";
import type { Snapshot } from "../workbook/snapshot";

/** What a check may look at. */
export interface CheckSubject {
  readonly snapshot: Snapshot;
  readonly recognition: Recognition;
  readonly ranking: Ranking;
  readonly formulas: FormulaIndex;
}

/** One rule: looks at the subject, changes nothing, gives what it finds. */
export type Check = (subject: CheckSubject) => readonly Finding[];
