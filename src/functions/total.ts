import {
  absoluteDecimal,
  compareDecimals,
  decimalOfNumber,
  decimalToNumber,
  formatDecimal,
  ZERO,
  type Decimal,
} from "../core/numbers/decimal";
import { readNumber } from "../core/numbers/readNumber";
import { roundedSum } from "../core/numbers/exactSum";
import { contentOf, rangeOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import type { Component } from "../core/scheme/scheme";

/** `PERF.TOTAL`: the formula of part 四, cell by cell, with the reading of scores that the ranking has. */
export function createTotal(environment: FunctionEnvironment): PerfFunctions["total"] {
  return (result, process, leader, publicScore, bonus, deduction) => {
    const { scheme, translate } = environment;
    const given = [result, process, leader, publicScore];
    if (scheme.components.length !== given.length) {
      return [
        [
          invalidValue(
            translate("function.components", { scheme: scheme.name, count: scheme.components.length }),
          ),
        ],
      ];
    }
    const ranges = [
      ...scheme.components.map(({ name }, index) => ({ name, range: rangeOf(given[index]) })),
      { name: translate("function.bonus"), range: rangeOf(bonus) },
      { name: translate("function.deduction"), range: rangeOf(deduction) },
    ];
    return broadcast(ranges, translate, (cells) => totalOf(cells, environment));
  };
}

function totalOf(cells: readonly unknown[], environment: FunctionEnvironment): CellResult {
  const { scheme, translate } = environment;
  const addends: { factor: Decimal; by?: Decimal }[] = [];
  for (const [index, component] of scheme.components.entries()) {
    const score = scoreOf(cells[index], component, environment);
    if (isFault(score)) return score;
    addends.push({ factor: score, by: component.weight });
  }
  const bonus = pointsOf(cells[scheme.components.length], translate("function.bonus"), environment);
  if (isFault(bonus)) return bonus;
  const deduction = pointsOf(
    cells[scheme.components.length + 1],
    translate("function.deduction"),
    environment,
  );
  if (isFault(deduction)) return deduction;
  const minus: Decimal = { units: -absoluteDecimal(deduction).units, places: deduction.places };
  const total = roundedSum([...addends, { factor: bonus }, { factor: minus }], scheme.rounding);
  return total === null ? invalidValue(translate("function.too-long")) : decimalToNumber(total);
}

/** A score of 0 to the component's maximum. Rule 6: what is missing is never 0. */
function scoreOf(cell: unknown, component: Component, { translate }: FunctionEnvironment): Decimal | Fault {
  const { name } = component;
  const content = contentOf(cell);
  switch (content.kind) {
    case "blank":
      return notAvailable(translate("function.missing", { name }));
    case "text":
      return notAvailable(translate("function.text", { name, text: content.text }));
    case "boolean":
      return notAvailable(translate("function.text", { name, text: String(content.boolean).toUpperCase() }));
    case "error":
      return notAvailable(translate("function.error", { name, error: content.error }));
    case "number": {
      const score = decimalOfNumber(content.number);
      const inside =
        score && compareDecimals(score, ZERO) >= 0 && compareDecimals(score, component.maximum) <= 0;
      if (inside) return score;
      const maximum = formatDecimal(component.maximum);
      return invalidValue(translate("function.bounds", { name, maximum, value: content.number }));
    }
  }
}

/** Bonus or deduction points; blank and the marks for "none" are 0 (rule 26), the sign of a deduction is dropped (25). */
function pointsOf(cell: unknown, name: string, { translate }: FunctionEnvironment): Decimal | Fault {
  const content = contentOf(cell);
  if (content.kind === "blank") return ZERO;
  if (content.kind === "number") {
    return decimalOfNumber(content.number) ?? invalidValue(translate("function.too-long"));
  }
  if (content.kind === "text" && readNumber(content.text).kind === "none") return ZERO;
  if (content.kind === "error")
    return notAvailable(translate("function.error", { name, error: content.error }));
  const text = content.kind === "text" ? content.text : String(content.boolean).toUpperCase();
  return invalidValue(translate("function.text", { name, text }));
}
