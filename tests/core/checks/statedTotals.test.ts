import { describe, expect, test } from "@jest/globals";
import {
  exactTenThousandths,
  findingsIn,
  foundWith,
  halfUp,
  madeUnits,
  ranksInside,
  scoreSheet,
  type Faults,
  type MadeUnit,
} from "./scoreWorkbook";

/** A sheet with totals by some rule of the author's, ranked right by the exact totals. */
function withTotals(totalOf: (unit: MadeUnit) => number): Faults {
  const units = madeUnits();
  const right = units.map((unit) => halfUp(exactTenThousandths(unit)));
  return { totals: units.map(totalOf), ranks: ranksInside(units, right) };
}

function codesOf(faults: Faults): string[] {
  return findingsIn(scoreSheet(faults)).map(({ code }) => code);
}

describe("the author's totals", () => {
  test("single wrong totals are findings of their own, at their cells", () => {
    const units = madeUnits();
    const right = units.map((unit) => halfUp(exactTenThousandths(unit)));
    const totals = right.map((total, index) => (index === 5 || index === 40 ? total + 100 : total));
    expect(foundWith({ totals, ranks: ranksInside(units, right) })).toEqual([
      "total-differs@I8",
      "total-differs@I43",
    ]);
  });

  test("other weights are found from the figures and named", () => {
    const found = findingsIn(
      scoreSheet(withTotals((unit) => halfUp(exactTenThousandths(unit, [50, 30, 15, 5])))),
    );
    expect(found.map(({ code }) => code)).toEqual(["totals-other-weights"]);
    expect(found[0]?.parameters).toMatchObject({ count: 70, of: 70 });
    expect(String(found[0]?.parameters["weights"])).toContain("领导评价得分15%");
  });

  test("other weights are found in spite of a few wrong totals, which stay findings of their own", () => {
    const units = madeUnits();
    const totals = units.map(
      (unit, index) => halfUp(exactTenThousandths(unit, [60, 25, 10, 5])) + (index % 20 === 3 ? 700 : 0),
    );
    const ranks = ranksInside(
      units,
      units.map((unit) => halfUp(exactTenThousandths(unit))),
    );
    const codes = codesOf({ totals, ranks });
    expect(codes.filter((code) => code === "totals-other-weights")).toHaveLength(1);
    expect(codes.filter((code) => code === "total-differs")).toHaveLength(4);
  });

  test.each<[string, string, (unit: MadeUnit) => number]>([
    [
      "the bonus left out",
      "totals-without-bonus",
      (unit) => halfUp(exactTenThousandths(unit, undefined, -unit.deduction)),
    ],
    [
      "the deduction left out",
      "totals-without-deduction",
      (unit) => halfUp(exactTenThousandths(unit, undefined, unit.bonus)),
    ],
    [
      "the deduction added",
      "totals-deduction-added",
      (unit) => halfUp(exactTenThousandths(unit, undefined, unit.bonus + unit.deduction)),
    ],
    [
      "each weighted score rounded",
      "totals-rounded-by-step",
      ({ scores, bonus, deduction }) =>
        [55, 30, 10, 5].reduce((sum, weight, index) => sum + halfUp((scores[index] ?? 0) * weight), 0) +
        (bonus - deduction) * 100,
    ],
    ["digits cut off", "totals-truncated", (unit) => Math.floor(exactTenThousandths(unit) / 100)],
    [
      "one decimal place",
      "totals-fewer-places",
      (unit) => Math.floor((exactTenThousandths(unit) + 500) / 1000) * 10,
    ],
  ])("%s is one finding for the column", (_, code, totalOf) => {
    expect(codesOf(withTotals(totalOf))).toEqual([code]);
  });

  test("halves that go to the even digit are one finding", () => {
    // 80.1 × 55% and 0.2 × 55% end in 5 and 0 at the third decimal, the other terms earlier: every total is a half.
    const units = madeUnits().map((unit, index) => ({
      ...unit,
      scores: [8010 + 20 * (index % 40), 8000, 8000 + 100 * (index % 10), 8060] as const,
    }));
    const halfEven = (tenThousandths: number) => {
      const below = Math.floor(tenThousandths / 100);
      const rest = tenThousandths - below * 100;
      return rest > 50 || (rest === 50 && below % 2 === 1) ? below + 1 : below;
    };
    const totals = units.map((unit) => halfEven(exactTenThousandths(unit)));
    const right = units.map((unit) => halfUp(exactTenThousandths(unit)));
    const found = codesOf({ units, totals, ranks: ranksInside(units, right) });
    expect(found).toContain("totals-half-even");
    expect(found).not.toContain("total-differs");
  });

  test("totals without reason stay findings of their own", () => {
    const units = madeUnits();
    const totals = units.map((unit, index) => halfUp(exactTenThousandths(unit)) + ((index * 37) % 11) - 5);
    const ranks = ranksInside(
      units,
      units.map((unit) => halfUp(exactTenThousandths(unit))),
    );
    expect(new Set(codesOf({ totals, ranks }))).toEqual(new Set(["total-differs"]));
  });
});
