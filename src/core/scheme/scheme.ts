import type { Decimal } from "../numbers/decimal";
import type { Rounding } from "../numbers/rounding";

/** A scored part of the total, such as 结果得分: `maximum × weight` is its share of the full mark. */
export interface Component {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly maximum: Decimal;
  readonly weight: Decimal;
}

/** Points given or taken for an event, such as 约谈 −5 each time. A `veto` takes the unit out of the ranking. */
export interface Adjustment {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: "bonus" | "deduction" | "veto";
  /** Points for one event; never negative. */
  readonly points: Decimal;
  /** `once`: however many cases, the points count once a unit and period (rule 1). */
  readonly per: "time" | "once";
  /** The most points that this adjustment can come to in one period. */
  readonly cap: Decimal | null;
}

/** A unit of the roster. */
export interface SchemeUnit {
  readonly id: string;
  readonly name: string;
  /** Other names that are accepted for this unit. */
  readonly aliases: readonly string[];
  /** Names that only suggest this unit: the clerk has to say so (rule 22). */
  readonly likelyAliases: readonly string[];
}

/** A group of units that are ranked among themselves (rule 13). */
export interface SchemeGroup {
  readonly id: string;
  readonly name: string;
  readonly units: readonly SchemeUnit[];
}

/** A name that several units could carry, or none of them does, and why it is refused. */
export interface RefusedName {
  readonly text: string;
  readonly why: string;
  /** Ids of the units that it could mean; left out, those with the text in their names. */
  readonly units?: readonly string[] | undefined;
}

/** 1,2,2,4 / 1,2,2,3 / 1,2,3,4 by order of appearance (rule 12). */
export const TIE_RULES = ["competition", "dense", "ordinal"] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** Whether the highest total ranks first, or the lowest: penalty points, times. */
export const RANKING_ORDERS = ["descending", "ascending"] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** Who stands at the head or the foot of a group: by count, by share of its units, or by score (rule 15). */
export type Line =
  | { readonly by: "count"; readonly count: number }
  | { readonly by: "share"; readonly share: Decimal; readonly atLeastOne: boolean }
  | { readonly by: "score"; readonly score: Decimal };

/** A grade and the lowest total that earns it (rule 16). */
export interface Grade {
  readonly name: string;
  readonly from: Decimal;
}

/** Points for the four answers of a satisfaction survey; 不了解 is left out of the count (rule 17). */
export interface SurveyScale {
  readonly satisfied: Decimal;
  readonly fairlySatisfied: Decimal;
  readonly dissatisfied: Decimal;
}

/** One highest and one lowest ballot are dropped from this many valid ballots on (rule 18). */
export interface PanelRule {
  readonly trimFrom: number;
}

/** What stands in for the total in periods without the yearly scores (rule 6). */
export interface DynamicScore {
  /** Ids of the components that are given once a year. */
  readonly without: readonly string[];
  /** 折算百分制: bring the remaining weights up to the full mark before the adjustments. */
  readonly convert: boolean;
}

/** How an office assesses, as data (`parseScheme` reads it from a scheme file). */
export interface Scheme {
  readonly id: string;
  readonly name: string;
  readonly fullMark: Decimal;
  /** What every unit starts with (基础分 100), before scores, bonus and deduction; null: nothing. */
  readonly base: Decimal | null;
  /** Empty only where there is a base: then bonus and deduction alone make the difference. */
  readonly components: readonly Component[];
  readonly adjustments: readonly Adjustment[];
  readonly rounding: Rounding;
  readonly ties: TieRule;
  readonly order: RankingOrder;
  /** Component ids that break ties in this order; empty: no tie-break (rule 12). */
  readonly tieBreak: readonly string[];
  /** Null: groups and units are whatever the workbook has. */
  readonly groups: readonly SchemeGroup[] | null;
  readonly refusedNames: readonly RefusedName[];
  /** The most that all bonuses of a unit, or all its deductions, may come to; null: no limit (rule 5). */
  readonly bonusCap: Decimal | null;
  readonly deductionCap: Decimal | null;
  /** The lowest total there is, such as 0 for deductions that stop at zero; null: none (rule 5). */
  readonly minimumTotal: Decimal | null;
  /** `highest`: of several sanctions for one matter only the highest counts (rule 2). */
  readonly sanctions: "sum" | "highest";
  /** The year that periods without one belong to; null: the workbook has to say. */
  readonly year: number | null;
  /** Kinds of period that are assessed, as ids without the year: `annual`, `h1`, `q3`, `m05`… */
  readonly periods: readonly string[];
  readonly dynamic: DynamicScore | null;
  readonly lines: { readonly praise: Line | null; readonly criticism: Line | null };
  readonly grades: readonly Grade[];
  readonly survey: SurveyScale;
  readonly panel: PanelRule;
}
