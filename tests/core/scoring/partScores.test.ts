import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import { formatDecimal, type Decimal } from "../../../src/core/numbers/decimal";
import { quotient } from "../../../src/core/numbers/quotient";
import { COMMON_GRADES, gradeOf } from "../../../src/core/scoring/gradeOf";
import { processScore } from "../../../src/core/scoring/processScore";
import { surveyScore } from "../../../src/core/scoring/surveyScore";
import { weightedTotal, weightShares } from "../../../src/core/scoring/weightedTotal";

const whole = (units: number): Decimal => ({ units, places: 0 });
const hundredths = (units: number): Decimal => ({ units, places: 2 });

describe("a quotient", () => {
  test("has fifteen significant digits", () => {
    expect(formatDecimal(quotient(whole(2), whole(3)) ?? whole(0))).toBe("0.666666666666667");
    expect(formatDecimal(quotient(whole(200), whole(3)) ?? whole(0))).toBe("66.6666666666667");
  });

  test("is exact where there is an exact one", () => {
    expect(formatDecimal(quotient({ units: 75, places: 1 }, hundredths(25)) ?? whole(0))).toBe("30");
  });

  test("does not exist for zero", () => {
    expect(quotient(whole(1), whole(0))).toBeNull();
  });
});

describe("the process score (rules 7 and 8)", () => {
  test("is done ÷ due × 100 for any numbers of nodes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (due, part) => {
        const done = part % (due + 1);
        const result = processScore(whole(done), whole(due));
        const exact = new Big(done).times(100).div(due).toNumber();
        expect(result.kind).toBe("score");
        if (result.kind === "score") expect(Number(formatDecimal(result.score))).toBeCloseTo(exact, 11);
      }),
    );
  });

  test("takes sums of node weights", () => {
    expect(processScore(hundredths(150), hundredths(200))).toMatchObject({ kind: "score" });
  });
});

describe("the survey score (rule 17)", () => {
  const scale = { satisfied: whole(100), fairlySatisfied: whole(75), dissatisfied: whole(55) };

  test("leaves 不了解 out", () => {
    const counts = { satisfied: 1, fairlySatisfied: 1, dissatisfied: 0 };
    const without = surveyScore({ ...counts, noOpinion: 0 }, scale);
    expect(without && formatDecimal(without)).toBe("87.5");
    expect(surveyScore({ ...counts, noOpinion: 1000 }, scale)).toEqual(without);
  });

  test("is between the lowest and the highest points for any counts", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        (satisfied, fairlySatisfied, dissatisfied) => {
          const score = surveyScore({ satisfied, fairlySatisfied, dissatisfied, noOpinion: 5 }, scale);
          if (satisfied + fairlySatisfied + dissatisfied === 0) {
            expect(score).toBeNull();
            return;
          }
          const exact = new Big(100 * satisfied + 75 * fairlySatisfied + 55 * dissatisfied).div(
            satisfied + fairlySatisfied + dissatisfied,
          );
          expect(Number(score && formatDecimal(score))).toBeCloseTo(exact.toNumber(), 11);
        },
      ),
    );
  });
});

describe("weights", () => {
  test("sum to 1 or to 100, to the last digit", () => {
    const texts = (shares: readonly Decimal[]) => shares.map(formatDecimal);
    const percent = weightShares([whole(55), whole(45)]);
    expect(percent.ok && texts(percent.shares)).toEqual(["0.55", "0.45"]);
    expect(weightShares([hundredths(55), hundredths(45)]).ok).toBe(true);
    expect(
      weightShares([
        { units: 333_333, places: 6 },
        { units: 666_666, places: 6 },
      ]).ok,
    ).toBe(false);
    expect(weightShares([whole(0), whole(0)]).ok).toBe(false);
  });

  test("of any kind give the exact total, rounded once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 100 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (parts) => {
          const total = weightedTotal(
            parts.map(([score]) => hundredths(score)),
            parts.map(([, weight]) => hundredths(weight)),
            whole(2),
            whole(1),
            { places: 2, mode: "half-up" },
          );
          const exact = parts
            .reduce((sum, [score, weight]) => sum.plus(new Big(score).times(weight).div(10_000)), new Big(1))
            .round(2, Big.roundHalfUp);
          expect(total && formatDecimal(total)).toBe(exact.toString());
        },
      ),
    );
  });
});

describe("grades (rule 16)", () => {
  test("begin at their line", () => {
    expect(gradeOf(whole(90), COMMON_GRADES)).toBe("优秀");
    expect(gradeOf(hundredths(8999), COMMON_GRADES)).toBe("良好");
    expect(gradeOf(whole(60), COMMON_GRADES)).toBe("合格");
    expect(gradeOf(hundredths(5999), COMMON_GRADES)).toBeNull();
  });
});
