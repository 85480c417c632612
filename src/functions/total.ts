import { decimalOfNumber, decimalToNumber, formatDecimal, type Decimal } from "../core/numbers/decimal";
import type { Component } from "../core/scheme/scheme";
import { computeTotal, totalFormula, type ScoreSet, type TotalFormula } from "../core/scoring/total";
import type { FunctionWords } from "./words";
import { contentOf, rangeOf } from "./argument";
import { broadcast, type NamedRange } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { perScheme } from "./perScheme";
import { bonusOr, deductionOr } from "./points";
import { decimalOf, reasonOf } from "./reason";

/** `PERF.TOTAL`: the formula of part 四, unit by unit, with the same core as the ranking. */
export function createTotal(environment: FunctionEnvironment): PerfFunctions["total"] {
  return forScoreSets(environment, (formula, set, cells, translate) => {
    const result = computeTotal(formula, set);
    return result.kind === "total"
      ? decimalToNumber(result.total)
      : faultOf(formula, result, cells, translate);
  });
}

/** What a function makes of one unit's scores. */
export type OfScoreSet = (
  formula: TotalFormula,
  set: ScoreSet,
  cells: readonly unknown[],
  translate: FunctionWords,
) => CellResult;

/** A function of the four scores, bonus and deduction, unit by unit. */
export function forScoreSets(environment: FunctionEnvironment, evaluate: OfScoreSet): PerfFunctions["total"] {
  const formulaOf = perScheme((scheme) => totalFormula(scheme));
  return (result, process, leader, publicScore, bonus, deduction) => {
    const { scheme, translate } = environment;
    const formula = formulaOf(scheme);
    const given = [result, process, leader, publicScore];
    if (formula.components.length !== given.length) return [[componentsFault(formula, translate)]];
    return broadcast(namedScores(formula, given, bonus, deduction, translate), translate, (cells) => {
      const set = scoreSetOf(formula, cells, translate);
      return isFault(set) ? set : evaluate(formula, set, cells, translate);
    });
  };
}

/** `#VALUE!`: the scheme has not four components. */
export function componentsFault({ scheme, components }: TotalFormula, translate: FunctionWords): Fault {
  return invalidValue(translate("function.components", { scheme: scheme.name, count: components.length }));
}

/** Component scores in the formula's order, then bonus and deduction, under the names that messages use. */
export function namedScores(
  formula: TotalFormula,
  scores: readonly unknown[],
  bonus: unknown,
  deduction: unknown,
  translate: FunctionWords,
): NamedRange[] {
  return [
    ...formula.components.map(({ name }, index) => ({ name, range: rangeOf(scores[index]) })),
    { name: translate("function.bonus"), range: rangeOf(bonus) },
    { name: translate("function.deduction"), range: rangeOf(deduction) },
  ];
}

/** The scores and points of one unit. A component cell that holds no number is null: never 0 (rule 6). */
function scoreSetOf(
  formula: TotalFormula,
  cells: readonly unknown[],
  translate: FunctionWords,
): ScoreSet | Fault {
  const count = formula.components.length;
  const scores: (Decimal | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const cell = cells[index];
    scores.push(typeof cell === "number" ? decimalOfNumber(cell) : decimalOf(contentOf(cell)));
  }
  const bonus = bonusOr(cells[count], translate);
  if (isFault(bonus)) return bonus;
  const deduction = deductionOr(cells[count + 1], translate);
  if (isFault(deduction)) return deduction;
  return { scores, bonus, deduction };
}

/** Why there is no total: every missing component with what its cell holds instead, or the bound that is broken. */
export function faultOf(
  formula: TotalFormula,
  result: Exclude<ReturnType<typeof computeTotal>, { kind: "total" }>,
  cells: readonly unknown[],
  translate: FunctionWords,
): Fault {
  const contentAt = (component: Component) => contentOf(cells[formula.components.indexOf(component)]);
  if (result.kind === "out-of-range") {
    const { name, maximum } = result.component;
    const score = decimalOf(contentAt(result.component));
    const value = score === null ? "" : formatDecimal(score);
    return invalidValue(translate("function.bounds", { name, maximum: formatDecimal(maximum), value }));
  }
  const reasons = result.components.map((component) =>
    reasonOf(component.name, contentAt(component), translate),
  );
  return notAvailable(reasons.join(translate("function.separator")));
}
