import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { assignRanks } from "../../../src/core/ranking/assignRanks";
import type { TieRule } from "../../../src/core/scheme/scheme";

function ranksOf(totals: readonly number[], rule: TieRule): readonly number[] {
  return assignRanks(totals.length, (left, right) => (totals[right] ?? 0) - (totals[left] ?? 0), rule).ranks;
}

/** Rank by definition, every total against every other. */
function naiveRanks(totals: readonly number[], rule: TieRule): number[] {
  return totals.map((total, index) => {
    if (rule === "dense") return new Set(totals.filter((other) => other > total)).size + 1;
    const before = totals.filter((other) => other > total).length;
    const earlier = totals.filter((other, at) => other === total && at < index).length;
    return before + 1 + (rule === "ordinal" ? earlier : 0);
  });
}

const totals = fc.array(fc.integer({ min: 8000, max: 8020 }), { maxLength: 80 });
const rules = fc.constantFrom<TieRule>("competition", "dense", "ordinal");

describe("ranks", () => {
  test("competition 1,2,2,4; dense 1,2,2,3; ordinal by order of appearance 1,2,3,4", () => {
    const scores = [9500, 9000, 9000, 8500];
    expect(ranksOf(scores, "competition")).toEqual([1, 2, 2, 4]);
    expect(ranksOf(scores, "dense")).toEqual([1, 2, 2, 3]);
    expect(ranksOf(scores, "ordinal")).toEqual([1, 2, 3, 4]);
  });

  test("agree with the definition for every set of totals", () => {
    fc.assert(
      fc.property(totals, rules, (scores, rule) => {
        expect(ranksOf(scores, rule)).toEqual(naiveRanks(scores, rule));
      }),
    );
  });

  test("do not depend on the order of the rows, but for ordinal ties", () => {
    const shuffled = totals.chain((scores) =>
      fc.record({
        scores: fc.constant(scores),
        order: fc.shuffledSubarray([...scores.keys()], { minLength: scores.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom<TieRule>("competition", "dense"), ({ scores, order }, rule) => {
        const ranks = ranksOf(scores, rule);
        const permuted = ranksOf(
          order.map((index) => scores[index] ?? 0),
          rule,
        );
        expect(permuted).toEqual(order.map((index) => ranks[index]));
      }),
    );
  });
});
