import { describe, expect, test } from "@jest/globals";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parsePeriod } from "../../../src/core/scheme/period";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";
import { first, firstRanks, header, marks, ranks, read, second, secondRanks } from "./scoreTables";

describe("workbooks without a table of scores", () => {
  test.each<[string, CellValue[][]]>([
    ["empty", []],
    ["text only", [["填表说明"], ["一、请如实填报。"]]],
    ["an empty form", [header, ["海城市政府"], ["台安县政府"]]],
  ])("%s: nothing is recognised", (_, rows) => {
    expect(recognise(workbookOf(sheetOf("Sheet1", rows)), anshan2015, { defaultYear: 2015 })).toBeNull();
  });
});

describe("other layouts", () => {
  test("a list with a row per unit and item", () => {
    const items = ["结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"];
    const rows = first.flatMap(([unit, ...figures]) =>
      items.map((item, index) => [index === 0 ? (unit ?? null) : null, item, figures[index] ?? null]),
    );
    const merges = first.map((_, index) => `A${String(2 + index * 6)}:A${String(7 + index * 6)}`);
    const recognition = read([sheetOf("明细", [["单位", "考核项目", "得分"], ...rows], { merges })]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(recognition.assessment.units[1]?.components.get("process")).toMatchObject({
      sheet: "明细",
      row: 8,
      column: 2,
    });
  });

  test("a list by period: only the asked period's rows count", () => {
    const rows: CellValue[][] = [
      ["单位", "季度", "指标", "得分"],
      ["海城市政府", "第一季度", "结果得分", 80],
      ["海城市政府", "第一季度", "过程得分", 80],
      ["海城市政府", "第二季度", "结果得分", 90],
      ["海城市政府", "第二季度", "过程得分", 90],
    ];
    const period = parsePeriod("2015-q2");
    if (!period) throw new Error("no period");
    // 90×0.85 = 76.5
    expect(ranks(read([sheetOf("明细", rows)], anshan2015, period))).toEqual(["第一组 1 海城市政府 76.50"]);
  });

  test("a sheet per unit, each a form with a small table", () => {
    const forms = first.map(([unit, result, process, leader, publicScore, bonus]) =>
      sheetOf(typeof unit === "string" ? unit : "", [
        ["2015年度绩效考评表"],
        ["被考核单位：", unit ?? null, null, "考核年度", "2015年"],
        ["考核项目", "满分", "权重", "得分", "备注"],
        ["结果得分", 100, 0.55, result ?? null, null],
        ["过程得分", 100, 0.3, process ?? null, null],
        ["领导评价", 100, 0.1, leader ?? null, null],
        ["公众评议", 100, 0.05, publicScore ?? null, null],
        ["加分", null, null, bonus ?? null, null],
      ]),
    );
    // Without its deduction 海城市政府 has 92.54.
    expect(ranks(read(forms))).toEqual(["第一组 1 海城市政府 92.54", ...firstRanks.slice(1)]);
  });

  test("a column a quarter: the asked quarter's columns count", () => {
    const rows: CellValue[][] = [
      ["单位", "第一季度", null, "第二季度", null],
      [null, "结果得分", "过程得分", "结果得分", "过程得分"],
      ["海城市政府", 80, 80, 90, 90],
      ["台安县政府", 90, 90, 80, 80],
    ];
    const sheet = sheetOf("季度", rows, { merges: ["A1:A2", "B1:C1", "D1:E1"] });
    const quarter = (id: string) => ranks(read([sheet], anshan2015, parsePeriod(id) ?? undefined));
    expect(quarter("2015-q1")[0]).toBe("第一组 1 台安县政府 76.50");
    expect(quarter("2015-q2")[0]).toBe("第一组 1 海城市政府 76.50");
  });

  test("tables side by side and stacked in one sheet", () => {
    const blank = Array<CellValue>(8).fill(null);
    const beside = [header, ...first].map((row, index) => [
      ...row,
      ...Array<CellValue>(7 - row.length).fill(null),
      null,
      ...([header, ...second.slice(0, 3)][index] ?? []),
    ]);
    expect(ranks(read([sheetOf("汇总", beside)]))).toHaveLength(6);
    const stacked = [["第一组"], header, ...first, blank, ["第二组"], header, ...second];
    expect(ranks(read([sheetOf("汇总", stacked)]))).toEqual([...firstRanks, ...secondRanks]);
  });

  test("full marks and weights in rows of their own", () => {
    const rows = [header, ["满分", 100, 100, 100, 100], ["权重", "55%", "30%", "10%", "5%"], ...first];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(marks(recognition)).toEqual([]);
    const other = [header, ["权重", 0.5, 0.35, 0.1, 0.05], ...first];
    expect(marks(read([sheetOf("汇总", other)]))).toEqual(["weight-differs B1", "weight-differs C1"]);
  });
});
