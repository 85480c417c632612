import { decimalOfNumber, decimalToNumber, formatDecimal, type Decimal } from "../core/numbers/decimal";
import type { Component } from "../core/scheme/scheme";
import { computeTotal, totalFormula, type ScoreSet, type TotalFormula } from "../core/scoring/total";
import { contentOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { perScheme } from "./perScheme";
import { bonusOr, deductionOr } from "./points";
import { decimalOf, reasonOf, textOf } from "./reason";
import type { FunctionWords } from "./words";

/** How many components the functions with an argument for each can take. */
const COMPONENTS = 4;

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
    if (formula.components.length !== COMPONENTS) return [[componentsFault(formula, translate)]];
    return broadcast(
      [result, process, leader, publicScore, bonus, deduction],
      (place) => nameOf(formula, place, translate),
      translate,
      (cells) => {
        const set = scoreSetOf(cells, translate);
        return isFault(set) ? set : evaluate(formula, set, cells, translate);
      },
    );
  };
}

/** `#VALUE!` when the scheme has another number of components than the arguments; for other schemes PERF.WEIGHTED. */
export function componentsFault({ scheme, components }: TotalFormula, translate: FunctionWords): Fault {
  return invalidValue(translate("function.components", { scheme: scheme.name, count: components.length }));
}

/** What messages call an argument by its place: the scheme's components, then bonus and deduction. */
export function nameOf(formula: TotalFormula, place: number, translate: FunctionWords): string {
  const component = formula.components[place];
  if (component) return component.name;
  return translate(place === formula.components.length ? "function.bonus" : "function.deduction");
}

/** The scores and points of one unit. A component cell that holds no number is null: never 0 (rule 6). */
function scoreSetOf(cells: readonly unknown[], translate: FunctionWords): ScoreSet | Fault {
  const scores = new Array<Decimal | null>(COMPONENTS);
  for (let index = 0; index < COMPONENTS; index += 1) {
    const cell = cells[index];
    scores[index] = typeof cell === "number" ? decimalOfNumber(cell) : decimalOf(contentOf(cell));
  }
  const bonus = bonusOr(cells[COMPONENTS], translate);
  if (isFault(bonus)) return bonus;
  const deduction = deductionOr(cells[COMPONENTS + 1], translate);
  if (isFault(deduction)) return deduction;
  return { scores, bonus, deduction };
}

/**
 * Why there is no total: every missing component with what its cell holds instead, or the bound that is broken. A
 * number that is too large to be exact is outside its bounds, too.
 */
export function faultOf(
  formula: TotalFormula,
  result: Exclude<ReturnType<typeof computeTotal>, { kind: "total" }>,
  cells: readonly unknown[],
  translate: FunctionWords,
): Fault {
  const contentAt = (component: Component) => contentOf(cells[formula.components.indexOf(component)]);
  if (result.kind === "too-large") {
    return invalidValue(translate("function.too-long", { name: translate("function.total") }));
  }
  const outside =
    result.kind === "out-of-range"
      ? result.component
      : result.components.find((component) => contentAt(component).kind === "number");
  if (outside !== undefined) {
    const content = contentAt(outside);
    const score = decimalOf(content);
    const value = score === null ? textOf(content) : formatDecimal(score);
    const maximum = formatDecimal(outside.maximum);
    return invalidValue(translate("function.bounds", { name: outside.name, maximum, value }));
  }
  const { components } = result.kind === "missing" ? result : { components: [] };
  const reasons = components.map((component) => reasonOf(component.name, contentAt(component), translate));
  return notAvailable(reasons.join(translate("function.separator")));
}
