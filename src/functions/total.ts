import {
  absoluteDecimal,
  decimalOfNumber,
  decimalToNumber,
  formatDecimal,
  ZERO,
  type Decimal,
} from "../core/numbers/decimal";
import { readNumber } from "../core/numbers/readNumber";
import type { Component } from "../core/scheme/scheme";
import { computeTotal, totalFormula, type ScoreSet, type TotalFormula } from "../core/scoring/total";
import type { Translate } from "../i18n";
import { contentOf, rangeOf, type Content } from "./argument";
import { broadcast, type NamedRange } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";

/** `PERF.TOTAL`: the formula of part 四, unit by unit, with the same core as the ranking. */
export function createTotal(environment: FunctionEnvironment): PerfFunctions["total"] {
  return (result, process, leader, publicScore, bonus, deduction) => {
    const { scheme, translate } = environment;
    const formula = totalFormula(scheme);
    const given = [result, process, leader, publicScore];
    if (formula.components.length !== given.length) {
      const count = formula.components.length;
      return [[invalidValue(translate("function.components", { scheme: scheme.name, count }))]];
    }
    return broadcast(namedScores(formula, given, bonus, deduction, translate), translate, (cells) => {
      const set = scoreSetOf(formula, cells, translate);
      return isFault(set) ? set : totalOf(formula, set, cells, translate);
    });
  };
}

/** Component scores in the formula's order, then bonus and deduction, under the names that messages use. */
export function namedScores(
  formula: TotalFormula,
  scores: readonly unknown[],
  bonus: unknown,
  deduction: unknown,
  translate: Translate,
): NamedRange[] {
  return [
    ...formula.components.map(({ name }, index) => ({ name, range: rangeOf(scores[index]) })),
    { name: translate("function.bonus"), range: rangeOf(bonus) },
    { name: translate("function.deduction"), range: rangeOf(deduction) },
  ];
}

/**
 * The scores and points of one unit from its cells. A component cell that holds no number is null (rule 6); blank
 * points and the marks for "none" are 0 (rule 26); a negative deduction counts by its size (rule 25).
 */
export function scoreSetOf(
  formula: TotalFormula,
  cells: readonly unknown[],
  translate: Translate,
): ScoreSet | Fault {
  const count = formula.components.length;
  const scores: (Decimal | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const cell = cells[index];
    scores.push(typeof cell === "number" ? decimalOfNumber(cell) : decimalOfContent(contentOf(cell)));
  }
  const bonus = pointsOf(cells[count], "function.bonus", translate);
  if (isFault(bonus)) return bonus;
  if (bonus.units < 0) return invalidValue(translate("function.negative-bonus"));
  const deduction = pointsOf(cells[count + 1], "function.deduction", translate);
  if (isFault(deduction)) return deduction;
  return { scores, bonus, deduction: absoluteDecimal(deduction) };
}

function totalOf(
  formula: TotalFormula,
  set: ScoreSet,
  cells: readonly unknown[],
  translate: Translate,
): CellResult {
  const result = computeTotal(formula, set);
  switch (result.kind) {
    case "total":
      return decimalToNumber(result.total);
    case "missing":
      return missingFault(formula, result.components, cells, translate);
    case "out-of-range": {
      const { name, maximum } = result.component;
      const value = String(cells[formula.components.indexOf(result.component)]);
      return invalidValue(translate("function.bounds", { name, maximum: formatDecimal(maximum), value }));
    }
  }
}

/** `#N/A` that says of each missing component what its cell holds instead of a number. */
function missingFault(
  formula: TotalFormula,
  missing: readonly Component[],
  cells: readonly unknown[],
  translate: Translate,
): Fault {
  const reasons = missing.map((component) =>
    reasonOf(component.name, contentOf(cells[formula.components.indexOf(component)]), translate),
  );
  return notAvailable(reasons.join(translate("function.separator")));
}

function reasonOf(name: string, content: Content, translate: Translate): string {
  switch (content.kind) {
    case "blank":
      return translate("function.missing", { name });
    case "error":
      return translate("function.error", { name, error: content.error });
    case "text":
      return translate("function.text", { name, text: content.text });
    case "boolean":
      return translate("function.text", { name, text: content.boolean ? "TRUE" : "FALSE" });
    case "number":
      return translate("function.too-long", { name });
  }
}

function decimalOfContent(content: Content): Decimal | null {
  return content.kind === "number" ? decimalOfNumber(content.number) : null;
}

function pointsOf(
  cell: unknown,
  key: "function.bonus" | "function.deduction",
  translate: Translate,
): Decimal | Fault {
  const content = contentOf(cell);
  if (content.kind === "blank") return ZERO;
  if (content.kind === "text" && readNumber(content.text).kind === "none") return ZERO;
  const points = decimalOfContent(content);
  if (points !== null) return points;
  const reason = reasonOf(translate(key), content, translate);
  return content.kind === "error" ? notAvailable(reason) : invalidValue(reason);
}
