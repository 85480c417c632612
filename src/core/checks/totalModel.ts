import type { AssessedUnit, Figure } from "../assessment/assessment";
import { compareDecimals, equalDecimals, type Decimal } from "../numbers/decimal";
import { exactSum, narrow, roundedSum, type Addend } from "../numbers/exactSum";
import { roundDecimal, type RoundingMode } from "../numbers/rounding";
import type { ScoreSet, TotalFormula } from "../scoring/total";

/** A unit's total as the workbook states it, beside the exact one. */
export interface StatedTotal {
  readonly unit: AssessedUnit;
  readonly stated: Figure;
  readonly total: Decimal;
  readonly set: ScoreSet;
  /** Whether the stated total is the exact one, rounded or not yet rounded. */
  readonly right: boolean;
}

/** How bonus and deduction enter a total. */
export interface AdjustmentUse {
  readonly bonus: boolean;
  readonly deduction: "subtracted" | "left-out" | "added";
}

/** How a total is rounded; `down` cuts the digits off. `byStep` rounds every weighted score by itself. */
export interface ModelRounding {
  readonly places: number;
  readonly mode: RoundingMode | "down";
  readonly byStep: boolean;
}

/** A way in which the author may have calculated the totals. */
export interface TotalModel {
  /** In the order of the formula's components. */
  readonly weights: readonly Decimal[];
  readonly adjustments: AdjustmentUse;
  readonly rounding: ModelRounding;
}

/** The scheme's own way. */
export function schemeModel({ components, scheme }: TotalFormula): TotalModel {
  return {
    weights: components.map(({ weight }) => weight),
    adjustments: { bonus: true, deduction: "subtracted" },
    rounding: { ...scheme.rounding, byStep: false },
  };
}

/** The total that a model gives for a unit; null when it has more digits than a cell holds. */
export function modelTotal(formula: TotalFormula, model: TotalModel, set: ScoreSet): Decimal | null {
  const { rounding } = model;
  const { base } = formula.scheme;
  const addends: Addend[] = base === null ? [] : [{ factor: base }];
  for (const [index, score] of set.scores.entries()) {
    const weight = model.weights[index];
    if (score === null || weight === undefined) return null;
    addends.push({ factor: score, by: weight });
  }
  const points = adjustmentAddends(formula, model.adjustments, set);
  const sum = rounding.byStep
    ? steppedSum(addends, points, rounding)
    : roundedOnce([...addends, ...points], rounding);
  const { minimumTotal } = formula.scheme;
  return sum !== null && minimumTotal !== null && compareDecimals(sum, minimumTotal) < 0 ? minimumTotal : sum;
}

/** Whether a model gives the total that the workbook states. A total with all its digits is rounded first. */
export function reproduces(formula: TotalFormula, model: TotalModel, row: StatedTotal): boolean {
  const total = modelTotal(formula, model, row.set);
  if (total === null) return false;
  const { places, mode, byStep } = model.rounding;
  const own = formula.scheme.rounding;
  const unrounded = !byStep && mode === own.mode && places === own.places;
  return equalDecimals(unrounded ? roundDecimal(row.stated.value, own) : row.stated.value, total);
}

function adjustmentAddends(
  { scheme }: TotalFormula,
  use: AdjustmentUse,
  { bonus, deduction }: ScoreSet,
): Addend[] {
  const addends: Addend[] = [];
  if (use.bonus && bonus.units !== 0) addends.push({ factor: capped(bonus, scheme.bonusCap) });
  if (use.deduction !== "left-out" && deduction.units !== 0) {
    const { units, places } = capped(deduction, scheme.deductionCap);
    addends.push({ factor: { units: use.deduction === "added" ? units : -units, places } });
  }
  return addends;
}

function capped(points: Decimal, cap: Decimal | null): Decimal {
  return cap !== null && compareDecimals(points, cap) > 0 ? cap : points;
}

function steppedSum(
  scores: readonly Addend[],
  points: readonly Addend[],
  rounding: ModelRounding,
): Decimal | null {
  const steps: Addend[] = [];
  for (const score of scores) {
    const factor = roundedOnce([score], rounding);
    if (factor === null) return null;
    steps.push({ factor });
  }
  return narrow(exactSum([...steps, ...points]));
}

function roundedOnce(addends: readonly Addend[], { places, mode }: ModelRounding): Decimal | null {
  if (mode !== "down") return roundedSum(addends, { places, mode });
  const { units, places: digits } = exactSum(addends);
  if (digits <= places) return narrow({ units, places: digits });
  // Division of whole numbers cuts toward zero.
  return narrow({ units: units / 10n ** BigInt(digits - places), places });
}
