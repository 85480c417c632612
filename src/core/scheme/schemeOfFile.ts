import { parseDecimal, ZERO, type Decimal } from "../numbers/decimal";
import type { Line, Scheme } from "./scheme";
import type { SchemeFile } from "./schemeFile";

/** A scheme of a scheme file that was checked already, its defaults filled in. */
export function schemeOfFile(file: SchemeFile): Scheme {
  return {
    id: file.id,
    name: file.name,
    fullMark: checkedDecimal(file.fullMark),
    base: optionalDecimal(file.base),
    components: file.components.map(({ id, name, aliases, max, weight }) => ({
      id,
      name,
      aliases,
      maximum: checkedDecimal(max),
      weight: checkedDecimal(weight),
    })),
    adjustments: file.adjustments.map(({ id, name, aliases, kind, points, per, cap }) => ({
      id,
      name,
      aliases,
      kind,
      points: checkedDecimal(points),
      per,
      cap: optionalDecimal(cap),
    })),
    rounding: file.rounding,
    ties: file.ties,
    order: file.order,
    tieBreak: file.tieBreak,
    groups: file.groups,
    refusedNames: file.refusedNames,
    bonusCap: optionalDecimal(file.bonusCap),
    deductionCap: optionalDecimal(file.deductionCap),
    minimumTotal: optionalDecimal(file.minimumTotal),
    sanctions: file.sanctions,
    year: file.year ?? null,
    periods: file.periods,
    dynamic: file.dynamic ?? null,
    lines: {
      praise: file.lines.praise ? lineOf(file.lines.praise) : null,
      criticism: file.lines.criticism ? lineOf(file.lines.criticism) : null,
    },
    grades: file.grades.map(({ name, from }) => ({ name, from: checkedDecimal(from) })),
    survey: {
      satisfied: checkedDecimal(file.survey.satisfied),
      fairlySatisfied: checkedDecimal(file.survey.fairlySatisfied),
      dissatisfied: checkedDecimal(file.survey.dissatisfied),
    },
    panel: file.panel,
  };
}

function lineOf(line: NonNullable<SchemeFile["lines"]["praise"]>): Line {
  if ("count" in line) return { by: "count", count: line.count };
  if ("share" in line) return { by: "share", share: checkedDecimal(line.share), atLeastOne: line.atLeastOne };
  return { by: "score", score: checkedDecimal(line.score) };
}

/** A decimal that the schema has checked already. */
export function checkedDecimal(text: string): Decimal {
  return parseDecimal(text) ?? ZERO;
}

function optionalDecimal(text: string | undefined): Decimal | null {
  return text === undefined ? null : checkedDecimal(text);
}
