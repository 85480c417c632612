import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { middleOf } from "../../../src/core/numbers/middleOf";

describe("the middle of numbers", () => {
  test("is the upper one of two, and 0 for none", () => {
    expect(middleOf(Float64Array.of())).toBe(0);
    expect(middleOf(Float64Array.of(7))).toBe(7);
    expect(middleOf(Float64Array.of(3, 1))).toBe(3);
    expect(middleOf(Float64Array.of(5, -2, 9))).toBe(5);
  });

  test("is what sorting would put there, however often numbers repeat", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 }), (numbers) => {
        const sorted = numbers.toSorted((left, right) => left - right);
        expect(middleOf(Float64Array.from(numbers))).toBe(sorted[Math.floor(sorted.length / 2)]);
      }),
    );
  });
});
