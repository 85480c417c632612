import { decimalToNumber } from "../core/numbers/decimal";
import type { Scheme } from "../core/scheme/scheme";
import type { FunctionWords } from "./words";
import type { FunctionEnvironment } from "./environment";
import { isFault, type CellResult } from "./fault";
import type { PerfFunctions } from "./host";
import { optionWord } from "./option";

const FIELDS = ["name", "full-mark", "weights", "adjustments", "places", "rounding", "ties"] as const;
type Field = (typeof FIELDS)[number];

/**
 * `PERF.SCHEME`: the scheme in force as a table of labels and values, or one field of it: a value by itself, or the
 * lines of a list. `rounding` and `ties` are the words that PERF.ROUND and PERF.RANK take.
 */
export function createScheme(environment: FunctionEnvironment): PerfFunctions["scheme"] {
  return (field) => {
    const { scheme, translate } = environment;
    const chosen = optionWord(field, translate("function.field"), FIELDS, translate);
    if (isFault(chosen)) return [[chosen]];
    if (chosen === null) return FIELDS.flatMap((each) => linesOf(scheme, each, translate));
    const lines = linesOf(scheme, chosen, translate);
    return isList(chosen) ? lines : lines.map(([, value = ""]) => [value]);
  };
}

function isList(field: Field): boolean {
  return field === "weights" || field === "adjustments";
}

function linesOf(scheme: Scheme, field: Field, translate: FunctionWords): CellResult[][] {
  switch (field) {
    case "name":
      return [[translate("function.scheme.name"), scheme.name]];
    case "full-mark":
      return [[translate("function.scheme.full-mark"), decimalToNumber(scheme.fullMark)]];
    case "weights":
      return scheme.components.map(({ name, weight }) => [name, decimalToNumber(weight)]);
    case "adjustments":
      return scheme.adjustments.length === 0
        ? [[translate("function.scheme.no-adjustments"), ""]]
        : scheme.adjustments.map(({ name, kind, points }) => [
            name,
            kind === "deduction" ? -decimalToNumber(points) : decimalToNumber(points),
          ]);
    case "places":
      return [[translate("function.scheme.places"), scheme.rounding.places]];
    case "rounding":
      return [[translate("function.scheme.rounding"), scheme.rounding.mode]];
    case "ties":
      return [[translate("function.scheme.ties"), scheme.ties]];
  }
}
