import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import { formatDecimal, type Decimal } from "../../../src/core/numbers/decimal";
import { panelScore } from "../../../src/core/scoring/panelScore";

const HUNDRED: Decimal = { units: 100, places: 0 };
const rule = { trimFrom: 6 };

function ballots(...values: readonly number[]): Decimal[] {
  return values.map((value) => ({ units: Math.round(value * 100), places: 2 }));
}

/** Rule 18 by its words: sort, drop one at each end from six on, add up, divide. */
function oracle(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const counted = sorted.length >= 6 ? sorted.slice(1, sorted.length - 1) : sorted;
  const sum = counted.reduce((total, value) => total.plus(new Big(value).div(100)), new Big(0));
  return Number(sum.div(counted.length).toNumber().toPrecision(12));
}

describe("a panel's score (rule 18)", () => {
  test("drops one highest and one lowest of six, none of five", () => {
    expect(panelScore(ballots(60, 70, 80, 90, 100), rule, HUNDRED)).toMatchObject({ trimmed: false });
    const six = panelScore(ballots(60, 60, 70, 80, 90, 100), rule, HUNDRED);
    expect(six.trimmed).toBe(true);
    expect(six.score && formatDecimal(six.score)).toBe("75");
  });

  test("reports ballots outside the bounds by their place", () => {
    expect(panelScore(ballots(60, -1, 80, 100.01), rule, HUNDRED).voided).toEqual([1, 3]);
  });

  test("has no score without a valid ballot", () => {
    expect(panelScore(ballots(101), rule, HUNDRED)).toEqual({ score: null, voided: [0], trimmed: false });
    expect(panelScore([], rule, HUNDRED).score).toBeNull();
  });

  test("is the mean by exact arithmetic for any ballots in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 }), (units) => {
        const { score } = panelScore(
          units.map((value) => ({ units: value, places: 2 })),
          rule,
          HUNDRED,
        );
        expect(Number(Number(score && formatDecimal(score)).toPrecision(12))).toBe(oracle(units));
      }),
    );
  });
});
