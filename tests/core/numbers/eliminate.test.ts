import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { eliminate } from "../../../src/core/numbers/eliminate";

const solve = (lines: readonly (readonly number[])[]) =>
  eliminate(
    lines.map((line) => Float64Array.from(line)),
    1e-9,
  );

describe("linear equations", () => {
  test("are solved, whatever line a factor is missing in", () => {
    // y + z = 5, x + z = 4, x + y = 3
    expect(
      solve([
        [0, 1, 1, 5],
        [1, 0, 1, 4],
        [1, 1, 0, 3],
      ]),
    ).toEqual([1, 2, 3]);
  });

  test("without one answer have none", () => {
    expect(
      solve([
        [1, 2, 3],
        [2, 4, 6],
      ]),
    ).toBeNull();
  });

  test("give back the unknowns that they were made of", () => {
    const whole = fc.integer({ min: -20, max: 20 });
    const three = fc.tuple(whole, whole, whole);
    fc.assert(
      fc.property(fc.tuple(three, three, three), three, (factors, unknowns) => {
        const lines = factors.map((line) => [
          ...line,
          line.reduce((sum, factor, at) => sum + factor * (unknowns[at] ?? 0), 0),
        ]);
        const answer = solve(lines);
        if (answer === null) return;
        for (const [at, unknown] of unknowns.entries()) expect(answer[at]).toBeCloseTo(unknown, 6);
      }),
    );
  });
});
