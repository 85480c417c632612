import { describe, expect, test } from "@jest/globals";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import { anshan2015, anshan2015File } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { baseFile } from "./baseScheme";
import { parseScheme, parseSchemeText, type SchemeProblem } from "../../../src/core/scheme/parseScheme";

/** The example of the contract, as an office would write it. */
const example = {
  id: "office",
  name: "某市绩效管理",
  fullMark: "100",
  components: [
    { id: "result", name: "结果得分", aliases: ["结果"], max: "100", weight: "0.55" },
    { id: "process", name: "过程得分", max: "100", weight: "0.45" },
  ],
  adjustments: [{ id: "talk", name: "约谈", kind: "deduction", points: "5", per: "time" }],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: [{ id: "g1", name: "第一组", units: [{ id: "g1-01", name: "海城市政府", aliases: ["海城市"] }] }],
};

function problemOf(data: unknown): SchemeProblem {
  const outcome = parseScheme(data);
  if (outcome.ok) throw new Error("the scheme was taken");
  return outcome.problem;
}

describe("the built-in scheme", () => {
  test("has the plan's weights, 70 units in groups of 3, 4, 3 and 60", () => {
    expect(anshan2015.components.map(({ weight }) => formatDecimal(weight))).toEqual([
      "0.55",
      "0.3",
      "0.1",
      "0.05",
    ]);
    expect(anshan2015.groups?.map(({ units }) => units.length)).toEqual([3, 4, 3, 60]);
    expect(anshan2015.adjustments.map(({ id, per }) => `${id} ${per}`)).toEqual([
      "commendation time",
      "criticism time",
      "talk time",
      "accountability time",
      "fraud once",
    ]);
  });

  test("takes the defaults of the rules for what the plan leaves open", () => {
    expect(formatDecimal(anshan2015.survey.fairlySatisfied)).toBe("75");
    expect(anshan2015.panel.trimFrom).toBe(6);
    expect(anshan2015.lines).toEqual({ praise: null, criticism: null });
    expect(anshan2015.grades).toEqual([]);
    expect([anshan2015.bonusCap, anshan2015.minimumTotal]).toEqual([null, null]);
  });
});

describe("a scheme file", () => {
  test("of the contract's form is taken", () => {
    expect(parseScheme(example).ok).toBe(true);
    expect(parseSchemeText(JSON.stringify(anshan2015File))).toEqual({ ok: true, scheme: anshan2015 });
    expect(parseScheme({ ...example, groups: null }).ok).toBe(true);
  });

  test("with an unknown key is refused with the key's path", () => {
    const components = [{ ...example.components[0], wieght: "0.55" }, example.components[1]];
    expect(problemOf({ ...example, components })).toMatchObject({
      code: "unknown-key",
      path: "components.0.wieght",
    });
    expect(problemOf({ ...example, extra: 1 })).toMatchObject({ code: "unknown-key", path: "extra" });
  });

  test("whose weights do not give the full mark is refused with the sum", () => {
    const components = [{ ...example.components[0], weight: "0.5" }, example.components[1]];
    expect(problemOf({ ...example, components })).toEqual({
      code: "weight-sum",
      path: "components",
      parameters: { sum: "95", fullMark: "100" },
    });
  });

  test("needs no items where every unit starts with a base score", () => {
    expect(parseScheme(baseFile).ok).toBe(true);
    expect(problemOf({ ...baseFile, base: undefined })).toMatchObject({ path: "components" });
  });

  test("whose base and weights do not give the full mark is refused with the sum", () => {
    // 20 + 100×0.55 + 100×0.45
    expect(problemOf({ ...example, base: "20" })).toMatchObject({
      code: "weight-sum",
      parameters: { sum: "120", fullMark: "100" },
    });
    expect(parseScheme({ ...example, base: "20", fullMark: "120" }).ok).toBe(true);
  });

  test("with a decimal that went through a number is refused", () => {
    const components = [{ ...example.components[0], weight: 0.55 }, example.components[1]];
    expect(problemOf({ ...example, components })).toMatchObject({
      code: "wrong-value",
      path: "components.0.weight",
    });
  });

  test("that lacks a key, names an id twice or a component that is not there is refused", () => {
    const { ties, ...withoutTies } = example;
    expect(ties).toBe("competition");
    expect(problemOf(withoutTies)).toMatchObject({ code: "missing-key", path: "ties" });
    expect(
      problemOf({ ...example, adjustments: [...example.adjustments, ...example.adjustments] }),
    ).toMatchObject({
      code: "duplicate",
      parameters: { id: "talk" },
    });
    expect(problemOf({ ...example, tieBreak: ["leader"] })).toMatchObject({
      code: "unknown-component",
      parameters: { id: "leader" },
    });
  });

  test("that is no JSON is refused as such", () => {
    const outcome = parseSchemeText("{ id: 1 }");
    expect(outcome.ok || outcome.problem.code).toBe("not-json");
  });

  test("with __proto__ as a key is refused like any unknown key", () => {
    const outcome = parseSchemeText(
      JSON.stringify(example).replace('"id":"office"', '"id":"office","__proto__":{}'),
    );
    expect(outcome.ok).toBe(false);
  });
});
