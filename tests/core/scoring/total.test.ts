import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import {
  formatDecimal,
  formatFixed,
  parseDecimal,
  ZERO,
  type Decimal,
} from "../../../src/core/numbers/decimal";
import { anshan2015, anshan2015File } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { baseScheme } from "../scheme/baseScheme";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";
import { explainTotal } from "../../../src/core/scoring/explainTotal";
import { computeTotal, totalFormula, type ScoreSet } from "../../../src/core/scoring/total";

const formula = totalFormula(anshan2015);

function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed) throw new Error(`not a decimal: ${text}`);
  return parsed;
}

function set(scores: readonly (string | null)[], bonus = "0", deduction = "0"): ScoreSet {
  return {
    scores: scores.map((score) => (score === null ? null : decimal(score))),
    bonus: decimal(bonus),
    deduction: decimal(deduction),
  };
}

function total(scores: ScoreSet, of = formula): string {
  const result = computeTotal(of, scores);
  return result.kind === "total" ? formatFixed(result.total, 2) : result.kind;
}

function variant(change: Partial<SchemeFileInput>) {
  const outcome = parseScheme({ ...anshan2015File, ...change });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.scheme;
}

/** A score as offices write it: 0 to 100, up to four decimals. */
const score = fc
  .record({ places: fc.nat(4), part: fc.nat(1_000_000) })
  .map(({ places, part }): Decimal => ({ units: part % (100 * 10 ** places + 1), places }));
const points = fc.record({ units: fc.nat(2000), places: fc.constant(2) });

describe("the total of part 四", () => {
  // Worked out by hand: 50.875 + 26.4 + 9 + 4.2625 + 2 − 1 = 91.5375.
  test("92.5×55% + 88×30% + 90×10% + 85.25×5% + 2 − 1 is 91.54", () => {
    expect(total(set(["92.5", "88", "90", "85.25"], "2", "1"))).toBe("91.54");
  });

  // 0.55×90.1 = 49.555, the other parts whole: 49.555 + 27 + 9 + 4.5 = 90.055, which binary sums give as 90.05.
  test("a half at the third decimal goes up", () => {
    expect(total(set(["90.1", "90", "90", "90"]))).toBe("90.06");
    expect(
      total(
        set(["90.1", "90", "90", "90"]),
        totalFormula(variant({ rounding: { places: 2, mode: "half-even" } })),
      ),
    ).toBe("90.06");
    // 0.55×90.3 = 49.665: 90.165 rounds up to 90.17, to even 90.16.
    expect(total(set(["90.3", "90", "90", "90"]))).toBe("90.17");
    expect(
      total(
        set(["90.3", "90", "90", "90"]),
        totalFormula(variant({ rounding: { places: 2, mode: "half-even" } })),
      ),
    ).toBe("90.16");
  });

  test("agrees with big.js for every set of scores", () => {
    const weights = ["0.55", "0.3", "0.1", "0.05"];
    fc.assert(
      fc.property(fc.tuple(score, score, score, score), points, points, (scores, bonus, deduction) => {
        const expected = scores
          .reduce(
            (sum, value, index) => sum.plus(new Big(formatDecimal(value)).times(weights[index] ?? "0")),
            new Big(0),
          )
          .plus(formatDecimal(bonus))
          .minus(formatDecimal(deduction))
          .round(2, Big.roundHalfUp);
        expect(total({ scores, bonus, deduction })).toBe(expected.toFixed(2));
      }),
      { numRuns: 1000 },
    );
  });

  test("a score with 13 decimals, as a division leaves it, is exact too", () => {
    // 17 of 19 nodes: 89.4736842105263 × 0.3 = 26.84210526315789; with 90 elsewhere 63 + 26.842… = 89.84.
    expect(total(set(["90", "89.4736842105263", "90", "90"]))).toBe("89.84");
  });

  test("a missing component is never zero", () => {
    const result = computeTotal(formula, set(["90", null, "90", null]));
    expect(result.kind === "missing" && result.components.map(({ id }) => id)).toEqual(["process", "public"]);
  });

  test("a component outside 0 to 100 has no total", () => {
    expect(total(set(["100.01", "90", "90", "90"]))).toBe("out-of-range");
    expect(total(set(["90", "-0.01", "90", "90"]))).toBe("out-of-range");
    expect(total(set(["100", "100", "100", "100"]))).toBe("100.00");
  });

  test("the total passes 100 and falls below 0 unless the scheme says otherwise", () => {
    expect(total(set(["100", "100", "100", "100"], "3"))).toBe("103.00");
    expect(total(set(["0", "0", "0", "0"], "0", "6"))).toBe("-6.00");
    const limited = totalFormula(variant({ minimumTotal: "0", bonusCap: "5", deductionCap: "8" }));
    expect(total(set(["0", "0", "0", "0"], "0", "6"), limited)).toBe("0.00");
    expect(total(set(["50", "50", "50", "50"], "7", "0"), limited)).toBe("55.00");
    expect(total(set(["50", "50", "50", "50"], "0", "9"), limited)).toBe("42.00");
  });

  test("more of anything but deductions never lowers the total", () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 4, maxLength: 4 }),
        fc.nat(3),
        score,
        (scores, index, other) => {
          const raised = scores.map((value, at) =>
            at === index && Number(formatDecimal(other)) > Number(formatDecimal(value)) ? other : value,
          );
          const before = Number(total({ scores, bonus: ZERO, deduction: ZERO }));
          expect(Number(total({ scores: raised, bonus: ZERO, deduction: ZERO }))).toBeGreaterThanOrEqual(
            before,
          );
        },
      ),
    );
  });
});

describe("the dynamic score of rule 6", () => {
  // 92.5×0.55 + 88×0.3 = 50.875 + 26.4 = 77.275, + 2 − 1 = 78.275.
  test("counts result and process out of 85", () => {
    const dynamic = totalFormula(anshan2015, true);
    expect(formatDecimal(dynamic.fullMark)).toBe("85");
    expect(total(set(["92.5", "88"], "2", "1"), dynamic)).toBe("78.28");
  });

  // 77.275 ÷ 0.85 = 90.911764…, + 1 = 91.91.
  test("is converted to 100 before the adjustments when the scheme says so", () => {
    const scheme = variant({ dynamic: { without: ["leader", "public"], convert: true } });
    const converted = totalFormula(scheme, true);
    expect(formatDecimal(converted.fullMark)).toBe("100");
    expect(total(set(["92.5", "88"], "2", "1"), converted)).toBe("91.91");
    expect(total(set(["100", "100"]), converted)).toBe("100.00");
  });
});

describe("other offices' schemes", () => {
  test("a points scheme with eight dimensions has weights of 1", () => {
    const marks = ["40", "8", "7", "5", "20", "10", "5", "5"];
    const outcome = parseScheme({
      id: "eight",
      name: "八个维度",
      fullMark: "100",
      components: marks.map((max, index) => ({
        id: `d${String(index)}`,
        name: `维度${String(index)}`,
        max,
        weight: "1",
      })),
      rounding: { places: 2, mode: "half-up" },
      ties: "competition",
      groups: null,
    });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    const points8 = totalFormula(outcome.scheme);
    // 38.5+7+6.25+5+18+9+4+5 = 92.75.
    const scores = set(["38.5", "7", "6.25", "5", "18", "9", "4", "5"]);
    expect(total(scores, points8)).toBe("92.75");
    expect(explainTotal(points8, scores)).toBe("38.5+7+6.25+5+18+9+4+5 = 92.75");
    expect(total(set(["40.5", "7", "6", "5", "18", "9", "4", "5"]), points8)).toBe("out-of-range");
  });
});

describe("the explanation of a total", () => {
  test("writes the sum out as a clerk would", () => {
    expect(explainTotal(formula, set(["92.5", "88", "90", "85.25"], "2", "1"))).toBe(
      "92.5×55%+88×30%+90×10%+85.25×5%+2−1 = 91.54",
    );
    expect(explainTotal(formula, set(["92.5", null, "90", "85.25"]))).toBeNull();
  });
});

describe("a base score that every unit starts with", () => {
  const base = totalFormula(baseScheme());

  test("is what deductions are taken from and bonuses added to", () => {
    // 100 + 2 − 3.5
    expect(total(set([], "2", "3.5"), base)).toBe("98.50");
    expect(explainTotal(base, set([], "2", "3.5"))).toBe("100+2−3.5 = 98.50");
    expect(total(set([]), base)).toBe("100.00");
  });

  test("stands beside weighted scores", () => {
    // 20 + 90×0.8 + 1 − 5 = 88
    const mixed = totalFormula(
      baseScheme({ base: "20", components: [{ id: "a", name: "业务", max: "100", weight: "0.8" }] }),
    );
    expect(total(set(["90"], "1", "5"), mixed)).toBe("88.00");
    expect(explainTotal(mixed, set(["90"], "1", "5"))).toBe("20+90×80%+1−5 = 88.00");
    expect(total(set([null]), mixed)).toBe("missing");
  });

  test("is brought up to the full mark with the scores of a shorter period", () => {
    const scheme = baseScheme({
      base: "20",
      components: [
        { id: "a", name: "业务", max: "100", weight: "0.5" },
        { id: "b", name: "评议", max: "100", weight: "0.3" },
      ],
      dynamic: { without: ["b"], convert: true },
    });
    // (20 + 80×0.5) ÷ (20 + 50) × 100 − 2 = 85.714… − 2
    expect(total(set(["80"], "0", "2"), totalFormula(scheme, true))).toBe("83.71");
    const plain = totalFormula({ ...scheme, dynamic: { without: ["b"], convert: false } }, true);
    // 20 + 40 − 2, out of 70
    expect(total(set(["80"], "0", "2"), plain)).toBe("58.00");
    expect(formatDecimal(plain.fullMark)).toBe("70");
  });

  test("stops at the scheme's lowest total and obeys its limits", () => {
    const limited = totalFormula(baseScheme({ minimumTotal: "0", bonusCap: "5" }));
    expect(total(set([], "0", "130"), limited)).toBe("0.00");
    expect(total(set([], "9", "0"), limited)).toBe("105.00");
  });
});
