import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cellsOf, column, perf, single } from "./environment";

/** Hundredths, so that totals are exact and ties are common. */
const hundredths = fc.integer({ min: 0, max: 200 });
const groups = fc.constantFrom("甲", "乙", "丙");

describe("PERF.RANK", () => {
  test("ranks inside each group", () => {
    const totals = column(90, 95, 80, 85);
    expect(cellsOf(perf.rank(totals, null, null))).toEqual([2, 1, 4, 3]);
    expect(cellsOf(perf.rank(totals, column("甲", "甲", "乙", "乙"), null))).toEqual([2, 1, 2, 1]);
  });

  test("gives ties the same rank, by three methods", () => {
    const totals = column(90, 95, 90, 80);
    expect(cellsOf(perf.rank(totals, null, "competition"))).toEqual([2, 1, 2, 4]);
    expect(cellsOf(perf.rank(totals, null, "Dense"))).toEqual([2, 1, 2, 3]);
    expect(cellsOf(perf.rank(totals, null, "ordinal"))).toEqual([2, 1, 3, 4]);
    expect(single(perf.rank(totals, null, "middle"))).toMatchObject({ error: "#VALUE!" });
  });

  test("is for every total one more than the totals of its group that print higher", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hundredths, groups), { minLength: 1, maxLength: 40 }), (rows) => {
        const ranks = cellsOf(
          perf.rank(
            column(...rows.map(([units]) => units / 100)),
            column(...rows.map(([, group]) => group)),
            null,
          ),
        );
        const naive = rows.map(
          ([units, group]) => 1 + rows.filter(([other, own]) => own === group && other > units).length,
        );
        expect(ranks).toEqual(naive);
      }),
    );
  });

  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.record({ id: fc.nat(), units: hundredths }), {
            selector: ({ id }) => id,
            minLength: 1,
          })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          const ranksOf = (list: typeof rows) => {
            const ranks = cellsOf(perf.rank(column(...list.map(({ units }) => units / 100)), null, null));
            return new Map(list.map(({ id }, index) => [id, ranks[index]]));
          };
          expect(ranksOf(shuffled)).toEqual(new Map(shuffled.map(({ id }) => [id, ranksOf(rows).get(id)])));
        },
      ),
    );
  });

  test("ties totals that print alike although their doubles differ", () => {
    expect(cellsOf(perf.rank(column(0.1 + 0.2, 0.3, 91.5375, 91.54), null, null))).toEqual([3, 3, 1, 1]);
  });

  test("leaves blank totals blank and takes text out of the ranking", () => {
    expect(cellsOf(perf.rank(column(90, "", "待定", 95, { code: "#N/A" }), null, null))).toEqual([
      2,
      "",
      "#N/A",
      1,
      "#N/A",
    ]);
  });

  test("knows a group by any of its usual names, and asks for a group that is missing", () => {
    expect(cellsOf(perf.rank(column(90, 95, 80), column("第一组", "一组", "第1组"), null))).toEqual([
      2, 1, 3,
    ]);
    expect(cellsOf(perf.rank(column(90, 95), column("甲", ""), null))).toEqual([1, "#N/A"]);
  });

  test("ranks a row of totals too", () => {
    expect(perf.rank([[90, 95, 80]], null, null)).toEqual([[2, 1, 3]]);
  });

  test("says which ranges do not fit", () => {
    expect(single(perf.rank(column(1, 2, 3), column("甲", "乙"), null))).toEqual({
      error: "#VALUE!",
      message: "组别有 2 行，总成绩有 3 行，行数不一致",
    });
  });
});

describe("PERF.RANKING", () => {
  const units = column("甲一", "乙一", "甲二", "乙二", "甲三");
  const of = column("甲", "乙", "甲", "乙", "甲");
  const totals = column(80, 70, 90, "", 80);

  test("lists the groups, each in rank order, units without a total last", () => {
    expect(perf.ranking(units, of, totals, null)).toEqual([
      ["甲", 1, "甲二", 90],
      ["甲", 2, "甲一", 80],
      ["甲", 2, "甲三", 80],
      ["乙", 1, "乙一", 70],
      ["乙", "", "乙二", ""],
    ]);
  });

  test("lists one group without its column", () => {
    expect(perf.ranking(units, of, totals, "乙")).toEqual([
      [1, "乙一", 70],
      ["", "乙二", ""],
    ]);
    expect(single(perf.ranking(units, of, totals, "丙"))).toEqual({
      error: "#N/A",
      message: "“丙”中没有单位",
    });
  });

  test("passes over blank rows, and has nothing to list of nothing", () => {
    expect(perf.ranking(column("甲一", "", ""), column("甲", "", "甲"), column(1, "", ""), null)).toEqual([
      ["甲", 1, "甲一", 1],
    ]);
    expect(single(perf.ranking("", "", "", null))).toMatchObject({ error: "#N/A" });
  });

  test("ranks no total that is nobody's: its row is listed without a rank", () => {
    const missing = { error: "#N/A", message: "缺少单位" };
    expect(perf.ranking(column("甲一", "", "甲二"), "甲", column(80, 95, 90), null)).toEqual([
      ["甲", 1, "甲二", 90],
      ["甲", 2, "甲一", 80],
      ["甲", "", missing, 95],
    ]);
    const [, nobodys] = perf.ranking(column("甲一", "乙一"), column("甲", ""), column(80, 95), null);
    expect(nobodys?.slice(1)).toEqual(["", "乙一", 95]);
  });

  test("keeps a unit whose total is no number, without a rank", () => {
    const table = perf.ranking(column("甲一", "甲二"), "甲", column("待定", 60), null);
    expect(table[0]).toEqual(["甲", 1, "甲二", 60]);
    expect(table[1]?.slice(0, 3)).toEqual(["甲", "", "甲一"]);
    expect(table[1]?.[3]).toMatchObject({ error: "#N/A" });
  });
});
