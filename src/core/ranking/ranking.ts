import type { AssessedUnit } from "../assessment/assessment";
import type { Decimal } from "../numbers/decimal";
import type { Period } from "../scheme/period";
import type { Scheme } from "../scheme/scheme";

/** A unit with its exact total, rounded once, and its rank inside its group (rules 10 to 13). */
export interface RankedUnit {
  readonly unit: AssessedUnit;
  readonly total: Decimal;
  readonly rank: number;
}

/** A unit that is in the workbook but not in the ranking, with the codes of the findings that say why. */
export interface UnrankedUnit {
  readonly unit: AssessedUnit;
  /** `incomplete`: a component is missing (rule 6). `not-ranked`: another finding blocks it. */
  readonly status: "incomplete" | "not-ranked";
  readonly reasons: readonly string[];
}

export interface RankedGroup {
  readonly name: string;
  /** In rank order; of equal ranks, in the order of the workbook. */
  readonly ranked: readonly RankedUnit[];
  /** In the order of the workbook. */
  readonly unranked: readonly UnrankedUnit[];
  /** Names of roster units of this group that the workbook lacks (rule 28). */
  readonly missing: readonly string[];
}

/** The ranking of one period. */
export interface Ranking {
  readonly scheme: Scheme;
  readonly period: Period;
  /** Whether the totals are 动态成绩, without the yearly components (rule 6). */
  readonly dynamic: boolean;
  readonly groups: readonly RankedGroup[];
}

/** How many units of all groups have a rank. */
export function rankedCount({ groups }: Pick<Ranking, "groups">): number {
  return groups.reduce((sum, { ranked }) => sum + ranked.length, 0);
}
