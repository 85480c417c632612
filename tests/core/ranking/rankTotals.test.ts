import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rankTotals, type GroupedTotal } from "../../../src/core/ranking/rankTotals";

const rounding = { places: 2, mode: "half-up" } as const;
const totals = fc.array(
  fc.record({
    group: fc.constantFrom("甲", "乙", "丙"),
    // Three decimals, so that rounding makes ties.
    total: fc.integer({ min: -2000, max: 2000 }).map((units) => ({ units, places: 3 })),
  }),
  { maxLength: 60 },
);

/** What is printed, in hundredths: half away from zero. */
function printed({ total }: GroupedTotal): number {
  const size = Math.floor((Math.abs(total.units) + 5) / 10);
  return total.units < 0 ? -size : size;
}

describe("ranks of totals", () => {
  test("count the printed totals of the group that are higher", () => {
    fc.assert(
      fc.property(totals, (rows) => {
        const { ranks } = rankTotals(rows, rounding, "competition");
        const naive = rows.map(
          (row) =>
            1 + rows.filter((other) => other.group === row.group && printed(other) > printed(row)).length,
        );
        expect(ranks).toEqual(naive);
      }),
    );
  });

  test("count the different printed totals that are higher, when dense", () => {
    fc.assert(
      fc.property(totals, (rows) => {
        const { ranks } = rankTotals(rows, rounding, "dense");
        const naive = rows.map((row) => {
          const higher = rows.filter((other) => other.group === row.group && printed(other) > printed(row));
          return 1 + new Set(higher.map(printed)).size;
        });
        expect(ranks).toEqual(naive);
      }),
    );
  });

  test("list every row once, groups as they first appear, ranks upwards", () => {
    fc.assert(
      fc.property(totals, (rows) => {
        const { ranks, order } = rankTotals(rows, rounding, "ordinal");
        expect([...order].sort((left, right) => left - right)).toEqual([...rows.keys()]);
        const groups = [...new Set<string>(rows.map(({ group }) => group))];
        const listed = order.map((index) => [groups.indexOf(rows[index]?.group ?? ""), ranks[index]]);
        const sorted = [...listed].sort(
          ([leftGroup = 0, leftRank = 0], [rightGroup = 0, rightRank = 0]) =>
            leftGroup - rightGroup || leftRank - rightRank,
        );
        expect(listed).toEqual(sorted);
      }),
    );
  });
});
