import { describe, expect, test } from "@jest/globals";
import { formatDecimal, ZERO } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parsePeriod } from "../../../src/core/scheme/period";
import { sheetOf } from "../sheets";
import { first, header, ranks, read } from "./scoreTables";

describe("periods", () => {
  test.each([
    ["2015年度绩效考评成绩汇总表", "2015-annual"],
    ["2015年第三季度绩效考评动态成绩", "2015-q3"],
    ["2016年上半年考核成绩", "2016-h1"],
    ["鞍山市2015年5月份月调度成绩", "2015-m05"],
    ["成绩汇总表", "2015-annual"],
  ])("%s is %s", (title, id) => {
    expect(
      read([sheetOf("Sheet1", [[title], header, ...first], { merges: ["A1:G1"] })]).assessment.period.id,
    ).toBe(id);
  });

  test("a quarter without leader and public scores is scored out of 85 (rule 6)", () => {
    const rows = [
      ["2015年第一季度成绩"],
      ["单位", "结果得分", "过程得分", "加分", "扣分"],
      ["海城市政府", 92.5, 88, 2, 1],
    ];
    const recognition = read([sheetOf("一季度", rows)]);
    expect(recognition.assessment.dynamic).toBe(true);
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 78.28"]);
  });

  test("a year without them is incomplete, not zero", () => {
    const rows = [["2015年度成绩"], ["单位", "结果得分", "过程得分"], ["海城市政府", 92.5, 88]];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(ranks(recognition)).toEqual([]);
    expect(recognition.findings.filter(({ code }) => code === "component-column-missing")).toHaveLength(2);
    const [group] = rankAssessment(anshan2015, recognition.assessment).groups;
    expect(group?.unranked.map(({ status }) => status)).toEqual(["incomplete"]);
  });

  test("of a sheet a quarter only the asked one is used", () => {
    const sheets = ["第一季度", "第二季度"].map((name, index) =>
      sheetOf(name, [
        ["单位", "结果得分", "过程得分"],
        ["海城市政府", 90 + index, 90],
      ]),
    );
    const period = parsePeriod("2015-q1");
    if (!period) throw new Error("no period");
    const recognition = read(sheets, anshan2015, period);
    expect(
      recognition.assessment.units.map((unit) => formatDecimal(unit.components.get("result")?.value ?? ZERO)),
    ).toEqual(["90"]);
    expect(recognition.assessment.tables.map(({ kind }) => kind)).toEqual(["scores", "other-period"]);
  });
});
