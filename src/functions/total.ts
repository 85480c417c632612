import { decimalOfNumber, decimalToNumber, formatDecimal, type Decimal } from "../core/numbers/decimal";
import type { Component } from "../core/scheme/scheme";
import { computeTotal, totalFormula, type ScoreSet, type TotalFormula } from "../core/scoring/total";
import { contentOf, rangeOf, type Range } from "./argument";
import { broadcast, shapeOf } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { perScheme } from "./perScheme";
import { bonusOr, deductionOr } from "./points";
import { decimalOf, reasonOf, textOf } from "./reason";
import type { FunctionWords } from "./words";

/** How many components the functions with an argument for each can take. */
const COMPONENTS = 4;
/** Scores in a row, bonus, deduction. */
const ROW_ARGUMENTS = 3;
const ROW_ARGUMENT_NAMES = ["function.scores", "function.bonus", "function.deduction"] as const;

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

/**
 * A function of scores, bonus and deduction, unit by unit: a row of scores in the scheme's order, or four scores each
 * in an argument of its own, for schemes that have four.
 */
export function forScoreSets(environment: FunctionEnvironment, evaluate: OfScoreSet): PerfFunctions["total"] {
  const formulaOf = perScheme((scheme) => totalFormula(scheme));
  return (result, process, leader, publicScore, bonus, deduction) => {
    const given = [result, process, leader, publicScore, bonus, deduction];
    const { scheme, translate } = environment;
    const formula = formulaOf(scheme);
    const evaluateCells = (cells: readonly unknown[]): CellResult => {
      const set = scoreSetOf(cells, formula.components.length, translate);
      return isFault(set) ? set : evaluate(formula, set, cells, translate);
    };
    if (formula.components.length === 0) return ofPoints(given, formula, translate, evaluateCells);
    const rows = scoreRows(given, formula);
    if (rows !== null) return ofScoreRows(rows, given, formula, translate, evaluateCells);
    if (formula.components.length !== COMPONENTS) return [[componentsFault(formula, translate)]];
    return broadcast(given, (place) => nameOf(formula, place, translate), translate, evaluateCells);
  };
}

/**
 * The first argument as rows of scores, where nothing stands beyond bonus and deduction; else null. One cell is the
 * first of four scores under a scheme that has four: the others were left blank.
 */
function scoreRows(given: readonly unknown[], { components }: TotalFormula): Range | null {
  const isLeftOut = (argument: unknown) => argument === undefined || argument === null;
  if (!given.slice(ROW_ARGUMENTS).every(isLeftOut)) return null;
  const rows = rangeOf(given[0]);
  if (rows === null || (components.length === COMPONENTS && shapeOf(rows).columns === 1)) return null;
  return rows;
}

/** Under a scheme of a base alone the place of the scores stays empty: `=PERF.TOTAL(,E5,F5)`. */
function ofPoints(
  [scores, bonus, deduction, ...others]: readonly unknown[],
  formula: TotalFormula,
  translate: FunctionWords,
  evaluate: (cells: readonly unknown[]) => CellResult,
): CellResult[][] {
  if (![scores, ...others].every(isBlankArgument)) return [[componentsFault(formula, translate)]];
  return broadcast([bonus, deduction], (place) => nameOf(formula, place, translate), translate, evaluate);
}

/** Whether an argument was left out, or is nothing but blank cells: hosts differ in what they send for none. */
function isBlankArgument(argument: unknown): boolean {
  return rangeOf(argument)?.every((row) => row.every((cell) => contentOf(cell).kind === "blank")) ?? true;
}

function ofScoreRows(
  rows: Range,
  [, bonus, deduction]: readonly unknown[],
  formula: TotalFormula,
  translate: FunctionWords,
  evaluate: (cells: readonly unknown[]) => CellResult,
): CellResult[][] {
  const { length } = formula.components;
  const { columns } = shapeOf(rows);
  if (columns !== length) {
    const { name } = formula.scheme;
    return [[invalidValue(translate("function.score-count", { columns, scheme: name, count: length }))]];
  }
  return broadcast(
    [rows.map((_, row) => [row]), bonus, deduction],
    (place) => translate(ROW_ARGUMENT_NAMES[place] ?? "function.scores"),
    translate,
    ([row, bonusCell, deductionCell]) => {
      const cells = Array.from({ length }, (_, index): unknown => rows[Number(row)]?.[index] ?? null);
      return evaluate([...cells, bonusCell, deductionCell]);
    },
  );
}

/** `#VALUE!` when the scheme has another number of components than the arguments: its scores go into one row. */
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
function scoreSetOf(cells: readonly unknown[], count: number, translate: FunctionWords): ScoreSet | Fault {
  const scores = new Array<Decimal | null>(count);
  for (let index = 0; index < count; index += 1) {
    const cell = cells[index];
    scores[index] = typeof cell === "number" ? decimalOfNumber(cell) : decimalOf(contentOf(cell));
  }
  const bonus = bonusOr(cells[count], translate);
  if (isFault(bonus)) return bonus;
  const deduction = deductionOr(cells[count + 1], translate);
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
