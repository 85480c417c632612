import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import { parseScheme } from "../../src/core/scheme/parseScheme";
import { createFunctions } from "../../src/functions/functions";
import { baseScheme } from "../core/scheme/baseScheme";
import { cellsOf, column, perf, single, testEnvironment, testFunctions } from "./environment";

/** Part 四 of the plan in big.js: exact products and sums, one rounding, half away from zero; no negative zero. */
function oracle([result, process, leader, open, bonus, deduction]: readonly string[]): number {
  const part = (score: string | undefined, weight: string) => new Big(score ?? 0).times(weight);
  const total = part(result, "0.55")
    .plus(part(process, "0.3"))
    .plus(part(leader, "0.1"))
    .plus(part(open, "0.05"))
    .plus(bonus ?? 0)
    .minus(deduction ?? 0)
    .round(2, Big.roundHalfUp)
    .toNumber();
  return total + 0;
}

const score = fc.integer({ min: 0, max: 1_000_000 }).map((units) => new Big(units).div(10_000).toFixed());
const points = fc.integer({ min: 0, max: 30 }).map(String);

describe("PERF.TOTAL", () => {
  test("is the formula of the plan", () => {
    // 50.875 + 26.4 + 9 + 4.2625 + 2 − 1 = 91.5375
    expect(single(perf.total(92.5, 88, 90, 85.25, 2, 1))).toBe(91.54);
    expect(single(perf.total(100, 100, 100, 100, null, null))).toBe(100);
    expect(single(perf.total(0, 0, 0, 0, undefined, undefined))).toBe(0);
  });

  test("rounds halves up where binary arithmetic would round them down", () => {
    // 60.3 × 0.55 + 90 × 0.3 + 90 × 0.1 + 90 × 0.05 = 33.165 + 40.5 = 73.665; the sum of doubles is a little below.
    expect(60.3 * 0.55 + 90 * 0.3 + 90 * 0.1 + 90 * 0.05).toBeLessThan(73.665);
    expect(single(perf.total(60.3, 90, 90, 90, 0, 0))).toBe(73.67);
  });

  test("agrees with exact decimal arithmetic for any scores with four decimals", () => {
    fc.assert(
      fc.property(fc.tuple(score, score, score, score, points, points), (texts) => {
        const [result, process, leader, open, bonus, deduction] = texts.map(Number);
        expect(single(perf.total(result, process, leader, open, bonus, deduction))).toBe(oracle(texts));
      }),
    );
  });

  test("takes ranges and repeats single cells along them", () => {
    const totals = perf.total(column(92.5, 80, 70), 88, 90, 85.25, column(2, "", "无"), 1);
    // 39.6625 for the three scores that repeat, less 1.
    expect(cellsOf(totals)).toEqual([91.54, 82.66, 77.16]);
  });

  test.each(["88.26分", "８８．２６", " 88.26 ", "88.26"])(
    "reads %j as the ranking reads it: 88.26",
    (text) => {
      expect(single(perf.total(text, text, text, text, null, null))).toBe(88.26);
      expect(single(perf.total(80, 80, 80, 80, "2分", "－1"))).toBe(81);
      expect(single(perf.weighted([[text, 88.26]], [["50%", "50%"]], null, null))).toBe(88.26);
      expect(cellsOf(perf.rank(column(88.25, text, 88.27), null, null))).toEqual([3, 2, 1]);
    },
  );

  test("takes no text for a score that can be read in two ways, as the ranking does not", () => {
    expect(single(perf.total("(88)", 90, 90, 90, null, null))).toEqual({
      error: "#N/A",
      message: "结果得分不是数值：“(88)”",
    });
    expect(single(perf.total("88,5", 90, 90, 90, null, null))).toMatchObject({ error: "#N/A" });
  });

  test("takes units in a row as well as in a column", () => {
    expect(perf.total([[100, 0]], [[100, 0]], [[100, 0]], [[100, 0]], null, null)).toEqual([[100, 0]]);
  });

  test("names the component that is missing or is text, and counts it as no score", () => {
    expect(single(perf.total(92.5, "", 90, 85, 0, 0))).toEqual({ error: "#N/A", message: "缺少过程得分" });
    expect(single(perf.total("优秀", 88, 90, null, 0, 0))).toEqual({
      error: "#N/A",
      message: "结果得分不是数值：“优秀”；缺少公众评议得分",
    });
    expect(single(perf.total(true, 88, 90, 85, 0, 0))).toMatchObject({ error: "#N/A" });
  });

  test("names the score outside its bounds, and the bounds", () => {
    expect(single(perf.total(92.5, 101, 90, 85, 0, 0))).toEqual({
      error: "#VALUE!",
      message: "过程得分应在 0 到 100 之间，现为 101",
    });
    expect(single(perf.total(-0.01, 90, 90, 85, 0, 0))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.total(100, 100, 100, 100.01, 0, 0))).toMatchObject({ error: "#VALUE!" });
  });

  test("takes a score too large for any exact number for one outside its bounds", () => {
    expect(single(perf.total(90, 1e21, 90, "", 0, 0))).toEqual({
      error: "#VALUE!",
      message: "过程得分应在 0 到 100 之间，现为 1e+21",
    });
  });

  test("gives no total, and never a zero, where points are too large to be exact", () => {
    for (const result of [
      perf.total(90.55, 90, 90, 90, 99_999_999_999_999.9, 0),
      perf.explain(90.55, 90, 90, 90, 99_999_999_999_999.9, 0),
    ]) {
      expect(single(result)).toEqual({ error: "#VALUE!", message: "总成绩的数值过大，无法精确计算" });
    }
  });

  test("never answers with minus zero", () => {
    expect(Object.is(single(perf.total(-0, -0, -0, -0, -0, -0)), 0)).toBe(true);
  });

  test("refuses a whole column against a whole row: nobody could wait for the results", () => {
    const row = [new Array<number>(16_384).fill(90)];
    expect(single(perf.total(column(...new Array<number>(1000).fill(90)), row, 90, 90, 0, 0))).toMatchObject({
      error: "#VALUE!",
    });
  });

  test("says what is wrong in English where Office speaks English", () => {
    const english = testFunctions("en-US");
    expect(single(english.total(92.5, "", 90, 85, 0, 0))).toEqual({
      error: "#N/A",
      message: "过程得分 is missing",
    });
  });

  test("keeps one bad row to itself", () => {
    const totals = perf.total(column(90, "", 120, { code: "#REF!" }), 90, 90, 90, null, null);
    expect(cellsOf(totals)).toEqual([90, "#N/A", "#VALUE!", "#N/A"]);
  });

  test("counts a deduction by its size, and no negative bonus", () => {
    expect(single(perf.total(90, 90, 90, 90, 0, -5))).toBe(85);
    expect(single(perf.total(90, 90, 90, 90, -5, 0))).toMatchObject({ error: "#VALUE!" });
  });

  test("counts blank points and the marks for none as none, and refuses other text", () => {
    expect(cellsOf(perf.total(90, 90, 90, 90, column("", "—", "/", "无", "很多"), null))).toEqual([
      90,
      90,
      90,
      90,
      "#VALUE!",
    ]);
  });

  test("neither stops at 100 nor at 0", () => {
    expect(single(perf.total(100, 100, 100, 100, 3, 0))).toBe(103);
    expect(single(perf.total(1, 1, 1, 1, 0, 10))).toBe(-9);
  });

  test("refuses ranges that do not fit, and says which", () => {
    expect(single(perf.total(column(1, 2, 3), column(1, 2), 1, 1, 0, 0))).toEqual({
      error: "#VALUE!",
      message: "过程得分有 2 行，结果得分有 3 行，行数不一致",
    });
    expect(single(perf.total([[1, 2, 3]], 1, 1, 1, [[1, 2]], 0))).toEqual({
      error: "#VALUE!",
      message: "加分有 2 列，结果得分有 3 列，列数不一致",
    });
  });

  test("follows the workbook's scheme, and points elsewhere when that has not four components", () => {
    const outcome = parseScheme({
      id: "two",
      name: "两项",
      fullMark: "100",
      components: [
        { id: "a", name: "甲", max: "60", weight: "1" },
        { id: "b", name: "乙", max: "40", weight: "1" },
      ],
      rounding: { places: 1, mode: "half-even" },
      ties: "dense",
      groups: null,
    });
    if (!outcome.ok) throw new Error(outcome.problem.path);
    const other = testFunctions("zh-CN", outcome.scheme);
    expect(single(other.total(1, 1, 1, 1, 0, 0))).toEqual({
      error: "#VALUE!",
      message: "方案“两项”有 2 项得分：各项得分放在一行，写成 PERF.TOTAL(得分, 加分, 扣分)",
    });
  });
});

describe("PERF.TOTAL with a row of scores", () => {
  /** A scheme of so many items of 10 points each, weighing 1. */
  function schemeOf(count: number) {
    const outcome = parseScheme({
      id: "many",
      name: "多项",
      fullMark: String(10 * count),
      components: Array.from({ length: count }, (_, index) => ({
        id: `i${String(index)}`,
        name: `第${String(index + 1)}项`,
        max: "10",
        weight: "1",
      })),
      rounding: { places: 2, mode: "half-up" },
      ties: "competition",
      groups: null,
    });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return testFunctions("zh-CN", outcome.scheme);
  }

  test("gives what four arguments give", () => {
    const cents = fc.integer({ min: 0, max: 10_000 });
    const scores = fc.tuple(cents, cents, cents, cents).map((row) => row.map((one) => one / 100));
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 5 }), cents, (rows, points) => {
        const bonus = points / 100;
        const apart = [0, 1, 2, 3].map((index) => rows.map((row) => [row[index]]));
        expect(perf.total(rows, bonus, 1)).toEqual(
          perf.total(apart[0], apart[1], apart[2], apart[3], bonus, 1),
        );
      }),
    );
  });

  test("sums any number of items, with bonus and deduction a unit", () => {
    for (const count of [1, 2, 3, 5, 8, 12]) {
      const rows = [Array.from({ length: count }, (_, index) => index % 10), Array<number>(count).fill(9.5)];
      const sums = rows.map((row) => row.reduce((sum, one) => sum + one, 0));
      expect(schemeOf(count).total(rows, [[1], [2]], [[0.5], [null]])).toEqual([
        [(sums[0] ?? 0) + 0.5],
        [(sums[1] ?? 0) + 2],
      ]);
    }
  });

  test("says which score is missing, out of bounds, or one column too many", () => {
    const five = schemeOf(5);
    expect(single(five.total([[1, 2, null, 4, 5]]))).toEqual({ error: "#N/A", message: "缺少第3项" });
    expect(single(five.total([[1, 2, 3, 4, 11]]))).toMatchObject({ error: "#VALUE!" });
    expect(single(five.total([[1, 2, 3, 4]]))).toEqual({
      error: "#VALUE!",
      message: "得分有 4 列，方案“多项”有 5 项，应按方案的顺序一项一列",
    });
  });

  test("one blank score of four is still the missing one", () => {
    expect(single(perf.total(90, 90, 90, null))).toMatchObject({ error: "#N/A" });
    expect(single(perf.total(90, 90, 90))).toMatchObject({ error: "#N/A" });
  });
});

describe("PERF.EXPLAIN", () => {
  test("writes the calculation out", () => {
    expect(single(perf.explain(92.5, 88, 90, 85.25, 2, 1))).toBe(
      "92.5×55%+88×30%+90×10%+85.25×5%+2−1 = 91.54",
    );
    expect(single(perf.explain(90, 90, 90, 90, null, null))).toBe("90×55%+90×30%+90×10%+90×5% = 90.00");
    expect(single(perf.explain(1, 1, 1, 1, 0, 10))).toBe("1×55%+1×30%+1×10%+1×5%−10 = −9.00");
  });

  test("fails as PERF.TOTAL does", () => {
    const scores = [92.5, column("", "x", 101, 90), 90, 85.25, 0, 0] as const;
    const faults = (results: ReturnType<typeof perf.total>) => results.slice(0, 3);
    expect(faults(perf.explain(...scores))).toEqual(faults(perf.total(...scores)));
  });
});

describe("the functions under a base score without items", () => {
  const based = createFunctions(testEnvironment("zh-CN", baseScheme()));

  test("take bonus and deduction after an empty place for the scores", () => {
    // 100 + 1 − 3, 100 − 0.5
    expect(based.total(null, [[1], [null]], [[3], [0.5]])).toEqual([[98], [99.5]]);
    expect(single(based.total([[""]], 2))).toBe(102);
    expect(single(based.explain(null, 1, 3))).toBe("100+1−3 = 98.00");
  });

  test("refuse scores that the scheme has none of", () => {
    expect(single(based.total([[90]], 1, 3))).toMatchObject({ error: "#VALUE!" });
  });
});
