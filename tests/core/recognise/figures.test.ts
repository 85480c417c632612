import { describe, expect, test } from "@jest/globals";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf } from "../sheets";
import { first, firstRanks, header, marks, ranks, read, rowOf } from "./scoreTables";

describe("figures as clerks write them", () => {
  test("spaces, full-width digits, thousands commas and 分 are read, each with a finding and a fix", () => {
    const rows: CellValue[][] = [
      ["海城市", "９２．５", " 88 ", "90分", 85.25, "2", "1"],
      ["台安县", 91.5, 88, 90, 85, "无", "—"],
      ["岫岩县", 90, 95, 85, 80, 1, "/"],
    ];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(marks(recognition)).toEqual(
      expect.arrayContaining([
        "number-full-width B2",
        "number-spaces C2",
        "number-unit-mark D2",
        "number-as-text F2",
        "number-as-text G2",
      ]),
    );
    expect(recognition.findings.find(({ code }) => code === "number-full-width")?.fix).toEqual({
      from: "９２．５",
      to: 92.5,
    });
  });

  test.each<[string, CellValue, string]>([
    ["a score of 101", 101, "component-range"],
    ["a negative score", -1, "component-range"],
    ["text", "缺考", "component-text"],
    ["a blank", null, "component-missing"],
    ["a dash", "—", "component-missing"],
    ["an error value", { error: "#DIV/0!" }, "component-error"],
    ["a truth value", true, "component-text"],
  ])("%s keeps its unit out, and only that unit", (_, value, code) => {
    const rows = [["海城市政府", 92.5, value, 90, 85.25, 2, 1], ...first.slice(1)];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    expect(marks(recognition)).toEqual([`${code} C2`]);
    expect(ranks(recognition)).toEqual(["第一组 1 岫岩县政府 91.50", "第一组 2 台安县政府 89.98"]);
  });

  test("a number shown as a percentage or a date has no single reading", () => {
    const rows = [header, ["海城市政府", 0.95, 42000, 90, 85.25], ...first.slice(1)];
    const sheet = sheetOf("第一组", rows, { numberFormats: { B2: "0.0%", C2: "yyyy/m/d" } });
    expect(marks(read([sheet]))).toEqual(["component-percent B2", "component-date C2"]);
  });

  test("a score shared by merged cells belongs to nobody", () => {
    const rows = [
      header,
      ["海城市政府", 92.5, 88, 90, 85.25],
      ["台安县政府", 90, null, 90, 85],
      rowOf(first, 2),
    ];
    const recognition = read([sheetOf("第一组", rows, { merges: ["C2:C3"] })]);
    expect(marks(recognition)).toEqual(["component-merged C2", "component-merged C3"]);
    expect(ranks(recognition)).toEqual(["第一组 1 岫岩县政府 91.50"]);
  });

  test("a deduction written as a negative number counts as its size, with a finding (rule 25)", () => {
    const rows = [["海城市政府", 92.5, 88, 90, 85.25, 2, -1], ...first.slice(1)];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(marks(recognition)).toEqual(["deduction-negative G2"]);
  });

  test("a typed zero is a zero (rule 26)", () => {
    const rows = [["海城市政府", 0, 88, 90, 85.25, 2, 1], ...first.slice(1)];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    // 26.4+9+4.2625+1 = 40.6625
    expect(ranks(recognition)).toContain("第一组 3 海城市政府 40.66");
  });

  test("counts of events become points by the scheme", () => {
    const rows: CellValue[][] = [
      [
        "单位",
        "结果得分",
        "过程得分",
        "领导评价",
        "公众评议",
        "通报表扬（次）",
        "通报批评（次）",
        "约谈（次）",
        "问责（次）",
        "弄虚作假（次）",
      ],
      ["海城市政府", 90, 90, 90, 90, 3, 1, 1, null, null],
      ["台安县政府", 90, 90, 90, 90, null, null, null, 1, 2],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    // 90 + 3 − 1 − 5 = 87; 90 − 5 − 10 (fraud counts once) = 75.
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 87.00", "第一组 2 台安县政府 75.00"]);
    expect(marks(recognition)).toEqual(["counted-once J3"]);
  });
});
