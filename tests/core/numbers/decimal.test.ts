import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import {
  compareDecimals,
  decimalOfNumber,
  decimalToNumber,
  formatDecimal,
  formatFixed,
  parseDecimal,
  type Decimal,
} from "../../../src/core/numbers/decimal";
import { exactSum, formatWide, roundedSum } from "../../../src/core/numbers/exactSum";
import { roundDecimal } from "../../../src/core/numbers/rounding";

/** Any decimal that a cell can hold: up to 15 digits, up to 15 places. */
const decimals = fc
  .record({ units: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), places: fc.nat(15) })
  .map(({ units, places }): Decimal => ({ units: units === 0 ? 0 : units, places }));

function big({ units, places }: Decimal): Big {
  return new Big(units).div(new Big(10).pow(places));
}

Big.DP = 40;

describe("exact decimals", () => {
  test("a cell's double is the decimal that Excel shows to 15 digits", () => {
    expect([92.5, 0.1 + 0.2, 85.24999999999999, 88, -0.25, 1e-7].map(text)).toEqual([
      "92.5",
      "0.3",
      "85.25",
      "88",
      "-0.25",
      "0.0000001",
    ]);
  });

  test("what no score can be is no decimal", () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e300].map(decimalOfNumber)).toEqual(
      Array(4).fill(null),
    );
    expect(["", "-", ".", "1.2.3", "12a", "1,000", "1234567890123456"].map(parseDecimal)).toEqual(
      Array(7).fill(null),
    );
  });

  test("every decimal of up to 15 digits survives being a cell's double", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const read = decimalOfNumber(decimalToNumber(decimal));
        expect(read).not.toBeNull();
        expect(formatDecimal(read ?? decimal)).toBe(formatDecimal(decimal));
      }),
    );
  });

  test("text says the same number as big.js, and reads back", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        expect(formatDecimal(decimal)).toBe(big(decimal).toFixed());
        expect(formatDecimal(parseDecimal(formatDecimal(decimal)) ?? decimal)).toBe(formatDecimal(decimal));
      }),
    );
  });

  test("fixed places pad and never round", () => {
    expect(formatFixed({ units: 915, places: 1 }, 2)).toBe("91.50");
    expect(formatFixed({ units: 91534, places: 3 }, 2)).toBe("91.534");
    expect(formatFixed({ units: -5, places: 2 }, 2)).toBe("-0.05");
  });

  test("comparison agrees with big.js", () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        expect(Math.sign(compareDecimals(left, right))).toBe(big(left).cmp(big(right)));
      }),
    );
  });

  test("rounding agrees with big.js in both modes", () => {
    fc.assert(
      fc.property(decimals, fc.nat(6), (decimal, places) => {
        for (const [mode, bigMode] of [
          ["half-up", Big.roundHalfUp],
          ["half-even", Big.roundHalfEven],
        ] as const) {
          const rounded = roundDecimal(decimal, { places, mode });
          expect(big(rounded).eq(big(decimal).round(places, bigMode))).toBe(true);
        }
      }),
    );
  });

  test("a half at the third decimal goes up in half-up, to the even digit in half-even, away from zero below it", () => {
    const half = { units: 91_535, places: 3 };
    expect(text(roundDecimal({ units: 91_545, places: 3 }, { places: 2, mode: "half-up" }))).toBe("91.55");
    expect(text(roundDecimal({ units: 91_545, places: 3 }, { places: 2, mode: "half-even" }))).toBe("91.54");
    expect(text(roundDecimal(half, { places: 2, mode: "half-even" }))).toBe("91.54");
    expect(text(roundDecimal({ ...half, units: -91_535 }, { places: 2, mode: "half-up" }))).toBe("-91.54");
  });

  test("sums of products are exact to the last digit, at any length", () => {
    const addends = fc.array(
      fc.oneof(
        fc.record({ factor: decimals, by: decimals }),
        decimals.map((factor) => ({ factor })),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(addends, (terms) => {
        const expected = terms.reduce(
          (sum, term) => sum.plus("by" in term ? big(term.factor).times(big(term.by)) : big(term.factor)),
          new Big(0),
        );
        expect(formatWide(exactSum(terms))).toBe(expected.toFixed());
        const rounded = roundedSum(terms, { places: 2, mode: "half-up" });
        if (rounded !== null) expect(big(rounded).eq(expected.round(2, Big.roundHalfUp))).toBe(true);
      }),
    );
  });
});

function text(value: number | Decimal): string {
  const decimal = typeof value === "number" ? decimalOfNumber(value) : value;
  return decimal === null ? "none" : formatDecimal(decimal);
}
