import { describe, expect, test } from "@jest/globals";
import Big from "big.js";
import fc from "fast-check";
import { parseScheme } from "../../src/core/scheme/parseScheme";
import { cellsOf, column, perf, single, testFunctions } from "./environment";

describe("PERF.UNIT and PERF.GROUP", () => {
  test("know full names and accepted short names", () => {
    expect(cellsOf(perf.unit(column("海城市政府", "海城", " 台安县 ", "")))).toEqual([
      "海城市政府",
      "海城市政府",
      "台安县政府",
      "",
    ]);
    expect(cellsOf(perf.group(column("海城", "铁东区", "")))).toEqual(["第一组", "第二组", ""]);
  });

  test("never settle an ambiguous name, and name the candidates", () => {
    const fault = single(perf.unit("千山"));
    expect(fault).toMatchObject({ error: "#N/A" });
    expect(JSON.stringify(fault)).toContain("千山区政府");
    expect(JSON.stringify(fault)).toContain("千山风景区管委会");
    for (const name of ["税务局", "开发区", "风景区", "监管局"]) {
      // Two candidates, each with its group.
      expect(JSON.stringify(single(perf.unit(name)))).toMatch(/可能指多个单位：\S+（第.组）、\S+（第.组）/);
    }
  });

  test("never take a near name for a unit", () => {
    expect(single(perf.group("铁南区政府"))).toMatchObject({ error: "#N/A" });
    expect(single(perf.unit("某某局"))).toEqual({ error: "#N/A", message: "“某某局”不在名册中" });
    expect(single(perf.unit("应急管理局"))).toEqual({
      error: "#N/A",
      message: "名册中没有“应急管理局”，可能是：市安全生产监管局（第四组）",
    });
  });

  test("say so when the scheme has no roster", () => {
    const outcome = parseScheme({
      id: "x",
      name: "无名册",
      fullMark: "100",
      components: [{ id: "a", name: "甲", max: "100", weight: "1" }],
      rounding: { places: 2, mode: "half-up" },
      ties: "competition",
      groups: null,
    });
    if (!outcome.ok) throw new Error(outcome.problem.path);
    const other = testFunctions("zh-CN", outcome.scheme);
    expect(single(other.unit("海城"))).toMatchObject({ error: "#N/A" });
  });
});

describe("PERF.NUMBER", () => {
  test("reads what clerks write", () => {
    expect(
      cellsOf(perf.number(column("９５．５分", "95%", " 1,234 ", "\u3000８８\u00a0", "-3", 7.25))),
    ).toEqual([95.5, 95, 1234, 88, -3, 7.25]);
  });

  test("guesses nothing", () => {
    const unreadable = column("", "—", "无", "abc", "12 34a", "1,23", "9 5分左右", true);
    expect(cellsOf(perf.number(unreadable))).toEqual(unreadable.map(() => "#VALUE!"));
    expect(single(perf.number("约90"))).toEqual({ error: "#VALUE!", message: "没有可读出的数值：“约90”" });
    expect(single(perf.number("95①"))).toEqual({ error: "#VALUE!", message: "没有可读出的数值：“95①”" });
  });

  test("says what it is that it cannot give", () => {
    expect(single(perf.number(1e21))).toEqual({
      error: "#VALUE!",
      message: "文本的数值过大，无法精确计算",
    });
    expect(single(perf.number({ code: "#REF!" }))).toEqual({
      error: "#N/A",
      message: "文本的单元格有错误：#REF!",
    });
  });
});

describe("PERF.ROUND", () => {
  test("rounds halves away from zero, exactly", () => {
    expect(cellsOf(perf.round(column(2.675, 1.005, -2.675, 85.105, ""), 2, null))).toEqual([
      2.68,
      1.01,
      -2.68,
      85.11,
      "",
    ]);
  });

  test("rounds halves to even when asked", () => {
    expect(cellsOf(perf.round(column(2.665, 2.675, 2.685), 2, "half-even"))).toEqual([2.66, 2.68, 2.68]);
  });

  test("rounds before the point too", () => {
    expect(cellsOf(perf.round(column(1250, 1350, 49), -2, "half-even"))).toEqual([1200, 1400, 0]);
    expect(single(perf.round(1250, -2, "half-up"))).toBe(1300);
  });

  test("agrees with big.js for every decimal of twelve digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom("half-up", "half-even"),
        (units, places, wanted, mode) => {
          const value = new Big(units).div(new Big(10).pow(places));
          const way = mode === "half-up" ? Big.roundHalfUp : Big.roundHalfEven;
          expect(single(perf.round(value.toNumber(), wanted, mode))).toBe(
            // Adding 0 makes big.js's −0 a plain 0.
            value.round(wanted, way).toNumber() + 0,
          );
        },
      ),
    );
  });

  test("refuses places that are no whole number, and other modes", () => {
    expect(single(perf.round(1, 1.5, null))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.round(1, 16, null))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.round(1, "", null))).toMatchObject({ error: "#N/A" });
    expect(single(perf.round(1, 2, "up"))).toMatchObject({ error: "#VALUE!" });
    expect(single(perf.round("x", 2, null))).toMatchObject({ error: "#VALUE!" });
  });
});

describe("PERF.CHECK", () => {
  test("is blank where all is well, hints included", () => {
    expect(single(perf.check("海城市政府", 92.5, 88, 90, 85.25, 2, 1))).toBe("");
    expect(single(perf.check("海城", 92.5, 0, 90, 85.25, null, null))).toBe("");
    expect(single(perf.check("", "", "", "", "", "", ""))).toBe("");
    expect(single(perf.check({ code: "#REF!" }, 90, 90, 90, 90, null, null))).toBe(
      "本行有得分但没有单位名称",
    );
  });

  test("says what is wrong with each row", () => {
    const messages = cellsOf(
      perf.check(column("海城", "某某局", "铁东区", ""), column(101, 90, "", 90), 90, 90, 90, null, null),
    );
    expect(messages[0]).toContain("结果得分为 101");
    expect(messages[1]).toContain("“某某局”不在名册中");
    expect(messages[2]).toContain("缺结果得分");
    expect(messages[3]).toContain("没有单位名称");
  });

  test("names the other rows of a unit that stands twice under two names", () => {
    const messages = cellsOf(perf.check(column("海城", "铁东区", "海城市"), 90, 90, 90, 90, null, null));
    expect(messages[0]).toContain("第 3 行");
    expect(messages[1]).toBe("");
    expect(messages[2]).toContain("第 1 行");
  });

  test("says more than one thing of a row in one cell", () => {
    const message = single(perf.check("海城", 101, "优", 90, 90, -1, -2));
    for (const part of ["结果得分为 101", "过程得分应为数字", "加分为负数", "扣分写成负数"]) {
      expect(message).toContain(part);
    }
  });

  test("warns of a total above the full mark", () => {
    expect(single(perf.check("海城", 100, 100, 100, 100, 3, 0))).toContain("103.00");
  });

  test("says which ranges do not fit", () => {
    expect(single(perf.check(column("海城", "铁东区"), column(1, 2, 3), 1, 1, 1, 0, 0))).toMatchObject({
      error: "#VALUE!",
    });
  });
});

describe("PERF.SCHEME", () => {
  test("is a table of the scheme in force", () => {
    const table = perf.scheme(null);
    expect(table[0]).toEqual(["方案", "2015年度市政府绩效管理"]);
    expect(table).toContainEqual(["结果得分", 0.55]);
    expect(table).toContainEqual(["弄虚作假", -10]);
    expect(table.every((row) => row.length === 2)).toBe(true);
  });

  test("gives one field", () => {
    expect(single(perf.scheme("name"))).toBe("2015年度市政府绩效管理");
    expect(single(perf.scheme("places"))).toBe(2);
    expect(perf.scheme("weights")).toEqual([
      ["结果得分", 0.55],
      ["过程得分", 0.3],
      ["领导评价得分", 0.1],
      ["公众评议得分", 0.05],
    ]);
    expect(single(perf.scheme("colour"))).toMatchObject({ error: "#VALUE!" });
  });

  test("names rounding and ties by the words that other functions take", () => {
    expect(single(perf.round(0.125, 2, single(perf.scheme("rounding"))))).toBe(0.13);
    expect(cellsOf(perf.rank(column(1, 1), null, single(perf.scheme("ties"))))).toEqual([1, 1]);
  });
});
