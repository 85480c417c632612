import type { AssessedUnit, Assessment } from "../assessment/assessment";
import { compareDecimals, decimalToNumber, ZERO, type Decimal } from "../numbers/decimal";
import type { Scheme } from "../scheme/scheme";
import { finish, STEP_SIZE, type Steps } from "../steps";
import { computeTotal, totalFormula, type ScoreSet, type TotalFormula } from "../scoring/total";
import { assignRanks } from "./assignRanks";
import type { RankedGroup, RankedUnit, Ranking, UnrankedUnit } from "./ranking";

/**
 * Scores and ranks every unit of an assessment inside its group. What is ranked is the rounded total (rule 11).
 * A unit with a missing component is `incomplete`, one with another blocking finding is `not-ranked`; neither takes
 * a rank (rules 6, 27).
 */
export function rankAssessment(scheme: Scheme, assessment: Assessment): Ranking {
  return finish(rankInSteps(scheme, assessment));
}

/** `rankAssessment` as work that may be interrupted. */
export function* rankInSteps(scheme: Scheme, assessment: Assessment): Steps<Ranking> {
  const formula = totalFormula(scheme, assessment.dynamic);
  const byGroup = new Map<string, AssessedUnit[]>(assessment.groups.map((name) => [name, []]));
  for (const unit of assessment.units) byGroup.get(unit.group)?.push(unit);
  const groups: RankedGroup[] = [];
  for (const [name, units] of byGroup) {
    groups.push(yield* rankGroup(formula, name, units, assessment.missingUnits.get(name) ?? []));
  }
  return { scheme, period: assessment.period, dynamic: formula.dynamic, groups };
}

function* rankGroup(
  formula: TotalFormula,
  name: string,
  units: readonly AssessedUnit[],
  missing: readonly string[],
): Steps<RankedGroup> {
  const scored: { unit: AssessedUnit; total: Decimal }[] = [];
  const unranked: UnrankedUnit[] = [];
  yield;
  for (const [index, unit] of units.entries()) {
    if (index % STEP_SIZE === STEP_SIZE - 1) yield;
    const total = unit.blockers.length === 0 ? computeTotal(formula, scoreSetOf(formula, unit)) : null;
    if (total?.kind === "total") scored.push({ unit, total: total.total });
    else unranked.push(unrankedUnit(formula, unit));
  }
  if (units.length > STEP_SIZE) yield;
  const compare = comparison(formula.scheme, scored);
  const { order, ranks } = assignRanks(scored.length, compare, formula.scheme.ties);
  if (units.length > STEP_SIZE) yield;
  const ranked: RankedUnit[] = [];
  for (const index of order) {
    const item = scored[index];
    if (item) ranked.push({ unit: item.unit, total: item.total, rank: ranks[index] ?? 0 });
  }
  return { name, ranked, unranked, missing };
}

/** A unit's figures in the order of the formula's components; absent adjustments are zero (rule 26). */
export function scoreSetOf(formula: TotalFormula, unit: AssessedUnit): ScoreSet {
  return {
    scores: formula.components.map(({ id }) => unit.components.get(id)?.value ?? null),
    bonus: unit.bonus?.value ?? ZERO,
    deduction: unit.deduction?.value ?? ZERO,
  };
}

function unrankedUnit(formula: TotalFormula, unit: AssessedUnit): UnrankedUnit {
  const lacking = formula.components.some(({ id }) => !unit.components.has(id));
  const identityIsSure = unit.blockers.every((code) => COMPONENT_BLOCKERS.has(code));
  return {
    unit,
    status: lacking && identityIsSure ? "incomplete" : "not-ranked",
    reasons: unit.blockers,
  };
}

/** Findings that leave a component without a score; any other blocker makes the unit `not-ranked`. */
const COMPONENT_BLOCKERS: ReadonlySet<string> = new Set([
  "component-missing",
  "component-text",
  "component-error",
  "component-column-missing",
  "full-mark-differs",
  "scores-weighted",
]);

function comparison(
  scheme: Scheme,
  scored: readonly { unit: AssessedUnit; total: Decimal }[],
): (left: number, right: number) => number {
  // Totals of 15 digits at most are equal, or in order, exactly as their nearest doubles are.
  const sign = scheme.order === "ascending" ? -1 : 1;
  const totals = Float64Array.from(scored, ({ total }) => sign * decimalToNumber(total));
  return (leftIndex, rightIndex) => {
    const byTotal = (totals[rightIndex] ?? 0) - (totals[leftIndex] ?? 0);
    if (byTotal !== 0) return byTotal;
    const left = scored[leftIndex];
    const right = scored[rightIndex];
    if (!left || !right) return 0;
    for (const id of scheme.tieBreak) {
      const byComponent = compareDecimals(
        right.unit.components.get(id)?.value ?? ZERO,
        left.unit.components.get(id)?.value ?? ZERO,
      );
      if (byComponent !== 0) return sign * byComponent;
    }
    return 0;
  };
}
