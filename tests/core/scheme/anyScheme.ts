import fc from "fast-check";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import type { Scheme } from "../../../src/core/scheme/scheme";
import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";

/** Names as offices have them and as they should never have them: signs that mean something to Excel or to the sheet. */
const name = fc
  .array(fc.constantFrom(..."甲乙丙海城市局办第一组（）、；;，,\"'=+-@%12.a B".split(""), "局\n"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((letters) => letters.join("").trim())
  .filter((text) => text !== "" && !text.startsWith("'"));

/** A decimal of up to `whole` digits and seven places. */
function decimalText(whole: number, places = 7): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 10 ** whole - 1 }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([integer, fraction]) => `${String(integer)}.${String(fraction).padStart(places, "0")}`);
}

const names = fc.uniqueArray(name, { maxLength: 3 });
const choice = <const Value extends string>(...values: Value[]) => fc.constantFrom(...values);

/** Weights in percent that sum to 100, one for each item. */
const percentages = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 }).map((parts) => {
  const kept = parts.filter(
    (_, index) => parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0) < 100,
  );
  return [...kept, 100 - kept.reduce((sum, part) => sum + part, 0)];
});

const line = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map((count) => ({ count })),
  fc
    .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.boolean())
    .map(([share, atLeastOne]) => ({ share: (share / 10_000_000).toFixed(7), atLeastOne })),
  decimalText(4).map((score) => ({ score })),
  fc.integer({ min: 1, max: 99 }).map((score) => ({ score: `-${String(score)}.5` })),
);

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Any scheme that a scheme file can hold, except a roster without a group and ids that no unit has. */
export const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    title: name,
    id: name,
    weights: percentages,
    inPoints: fc.boolean(),
    base: optional(fc.constantFrom("100", "60.5")),
    hasItems: fc.boolean(),
    itemNames: fc.uniqueArray(name, { minLength: 10, maxLength: 10 }),
    aliases: fc.array(names, { minLength: 10, maxLength: 10 }),
    adjustments: fc.uniqueArray(
      fc.record({
        id: name,
        name,
        aliases: names,
        kind: choice("bonus", "deduction", "veto"),
        points: decimalText(3),
        per: choice("time", "once"),
        cap: optional(decimalText(3)),
      }),
      { maxLength: 5, selector: ({ id }) => id },
    ),
    rounding: fc.record({ places: fc.integer({ min: 0, max: 6 }), mode: choice("half-up", "half-even") }),
    ties: choice("competition", "dense", "ordinal"),
    order: choice("descending", "ascending"),
    tied: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 4 }),
    annual: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 4 }),
    dynamic: choice("none", "plain", "convert"),
    groups: fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 3 })),
    units: fc.uniqueArray(fc.record({ name, aliases: names, likelyAliases: names }), {
      maxLength: 8,
      selector: (unit) => unit.name,
    }),
    refused: fc.array(fc.record({ text: name, why: name, units: choice("none", "any", "first") }), {
      maxLength: 3,
    }),
    bonusCap: optional(decimalText(8)),
    deductionCap: optional(decimalText(2)),
    minimumTotal: optional(decimalText(2).map((text) => `-${text}`)),
    sanctions: choice("sum", "highest"),
    year: optional(fc.integer({ min: 1900, max: 9999 })),
    periods: fc.subarray(["q1", "q2", "q3", "q4", "h1", "h2", "annual", "m01", "m05", "m12"]),
    praise: optional(line),
    criticism: optional(line),
    grades: fc.array(fc.record({ name, from: decimalText(3) }), { maxLength: 4 }),
    survey: fc.record({
      satisfied: decimalText(3),
      fairlySatisfied: decimalText(3),
      dissatisfied: decimalText(3),
    }),
    trimFrom: fc.integer({ min: 3, max: 99 }),
  })
  .map((given): SchemeFileInput => {
    const { base } = given;
    const weights = base !== undefined && !given.hasItems ? [] : given.weights;
    const components = weights.map((weight, index) => ({
      id: `item${String(index)}`,
      name: given.itemNames[index] ?? "",
      aliases: given.aliases[index] ?? [],
      ...(given.inPoints
        ? { max: String(weight), weight: "1" }
        : { max: "100", weight: (weight / 100).toFixed(2) }),
    }));
    const idAt = (index: number) => components[index]?.id ?? [];
    const groups = given.groups?.map((group, index, all) => ({
      id: `g${String(index)}`,
      name: group,
      units: given.units
        .map((unit, place) => ({ ...unit, id: `u${String(place)}` }))
        .filter((_, place) => place % all.length === index),
    }));
    const firstId = groups?.flatMap(({ units }) => units)[0]?.id;
    return {
      id: given.id,
      name: given.title,
      fullMark: String(Number(base ?? 0) + (weights.length > 0 ? 100 : 0)),
      base,
      components,
      adjustments: uniqueByName(given.adjustments),
      rounding: given.rounding,
      ties: given.ties,
      order: given.order,
      tieBreak: given.tied.flatMap(idAt),
      groups: groups ?? null,
      refusedNames: given.refused.map(({ text, why, units }) => ({
        text,
        why,
        ...(units === "any" ? {} : { units: units === "none" || firstId === undefined ? [] : [firstId] }),
      })),
      bonusCap: given.bonusCap,
      deductionCap: given.deductionCap,
      minimumTotal: given.minimumTotal,
      sanctions: given.sanctions,
      year: given.year,
      periods: given.periods,
      ...(given.dynamic === "none"
        ? {}
        : {
            dynamic: {
              without: [...given.annual].sort((one, other) => one - other).flatMap(idAt),
              convert: given.dynamic === "convert",
            },
          }),
      lines: { praise: given.praise, criticism: given.criticism },
      grades: given.grades,
      survey: given.survey,
      panel: { trimFrom: given.trimFrom },
    };
  })
  .map((file) => {
    const outcome = parseScheme(file);
    if (!outcome.ok) throw new Error(`${outcome.problem.code} at ${outcome.problem.path}`);
    return outcome.scheme;
  });

function uniqueByName<Named extends { readonly name: string }>(all: readonly Named[]): Named[] {
  return all.filter(({ name: one }, index) => all.findIndex((other) => other.name === one) === index);
}
