import { describe, expect, test } from "@jest/globals";
import { formatDecimal, formatFixed } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { areaAddress } from "../../../src/core/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Ranks as `1 name total (author's total)`; units and figures are made up. */
function ranks(recognition: Recognition, scheme: Scheme): string[] {
  return rankAssessment(scheme, recognition.assessment).groups.flatMap(({ ranked }) =>
    ranked.map(({ rank, unit, total }) => {
      const stated = unit.statedTotal ? ` (${formatDecimal(unit.statedTotal.value)})` : "";
      return `${String(rank)} ${unit.name} ${formatFixed(total, 2)}${stated}`;
    }),
  );
}

function read(sheets: readonly SheetSnapshot[], scheme: Scheme): Recognition {
  const recognition = recognise(workbookOf(...sheets), scheme, { defaultYear: 2015 });
  if (!recognition) throw new Error("nothing was recognised");
  return recognition;
}

function readByOwnScheme(...sheets: readonly SheetSnapshot[]) {
  const proposal = proposeScheme(workbookOf(...sheets));
  if (!proposal) throw new Error("no scheme is proposed");
  const recognition = read(sheets, proposal.scheme);
  return {
    recognition,
    components: proposal.file.components.map(({ name, max, weight }) => `${name} ${max} ${weight}`),
    ranks: ranks(recognition, proposal.scheme),
  };
}

function planForm(unit: string, result: number, total: number): SheetSnapshot {
  return sheetOf(unit, [
    ["2015年度绩效考评登记表"],
    ["单位名称", unit],
    ["考评项目", "权重", "得分", "折算得分"],
    ["结果得分", "55%", result, result * 0.55],
    ["过程得分", "30%", 80, 24],
    ["领导评价得分", "10%", 90, 9],
    ["公众评议得分", "5%", 88, 4.4],
    ["加分", null, 1, 1],
    ["总成绩", null, null, total],
  ]);
}

describe("forms of one unit each", () => {
  test("scores are taken, not their weighted shares; the total stands among the shares", () => {
    // 49.5+24+9+4.4+1 = 87.9; 50.05+38.4 = 88.45.
    const forms = [planForm("海城市政府", 90, 87.9), planForm("台安县政府", 91, 88.45)];
    expect(ranks(read(forms, anshan2015), anshan2015)).toEqual([
      "1 台安县政府 88.45 (88.45)",
      "2 海城市政府 87.90 (87.9)",
    ]);
  });

  test("items of two levels: the lower one is scored, by the assessor and not by the unit itself", () => {
    const form = (unit: string, sales: number, total: number) =>
      sheetOf(
        unit,
        [
          ["部门季度绩效考核表"],
          [`部门：${unit}`, null, null, null, "考核期：第一季度"],
          ["一级指标", "二级指标", "权重", "评分标准", "自评得分", "考核得分"],
          ["业绩", "销售额", 0.4, "完成目标得满分", 95, sales],
          [null, "回款率", 0.3, null, 96, 90],
          ["管理", "培训", 0.3, null, 90, 88],
          ["合计", null, 1, null, null, total],
          ["考核人签字：", null, null, "日期："],
        ],
        { merges: ["A4:A5"] },
      );
    // 36.8+27+26.4 = 90.2; 36+53.4 = 89.4.
    const { components, ranks: found } = readByOwnScheme(form("客服部", 90, 89.4), form("销售部", 92, 90.2));
    expect(components).toEqual(["销售额 100 0.4", "回款率 100 0.3", "培训 100 0.3"]);
    expect(found).toEqual(["1 销售部 90.20 (90.2)", "2 客服部 89.40 (89.4)"]);
  });

  test("full marks in a column of their own; what an item contains is no item", () => {
    const form = (unit: string, safety: number) =>
      sheetOf(unit, [
        ["安全生产考核评分表"],
        ["被考核单位：", unit],
        ["序号", "考核项目", "考核内容", "标准分", "扣分", "得分"],
        [1, "组织机构", "机构健全", 60, 0, 60],
        [2, "隐患排查", "整改到位", 40, 40 - safety, safety],
        ["合计", null, null, 100, 40 - safety, 60 + safety],
      ]);
    const { components, ranks: found } = readByOwnScheme(form("一车间", 35), form("二车间", 38));
    expect(components).toEqual(["组织机构 60 1", "隐患排查 40 1"]);
    expect(found).toEqual(["1 二车间 98.00 (98)", "2 一车间 95.00 (95)"]);
  });

  test("English forms, with the scale of the scores in their header", () => {
    const form = (name: string, quality: number, teamwork: number) =>
      sheetOf(name, [
        ["Performance Appraisal"],
        ["Employee:", name, null, "Period:", "2023"],
        ["Criteria", "Weight", "Rating (1-5)", "Weighted Score"],
        ["Quality", "60%", quality, quality * 0.6],
        ["Teamwork", "40%", teamwork, teamwork * 0.4],
        ["Total", "100%", null, quality * 0.6 + teamwork * 0.4],
      ]);
    const { components, ranks: found } = readByOwnScheme(form("Clerk A", 3, 4), form("Clerk B", 4, 5));
    expect(components).toEqual(["Quality 5 0.6", "Teamwork 5 0.4"]);
    expect(found).toEqual(["1 Clerk B 4.40 (4.4)", "2 Clerk A 3.40 (3.4)"]);
  });

  test("several forms under each other on one sheet are a unit each", () => {
    const form = (unit: string, quality: number): CellValue[][] => [
      ["被考核单位：", unit],
      ["考核项目", "满分", "得分"],
      ["质量", 60, quality],
      ["安全", 40, 38],
      ["合计", 100, quality + 38],
      [],
    ];
    const sheet = sheetOf("全部", [...form("一车间", 55), ...form("二车间", 57), ...form("三车间", 52)]);
    const { recognition, ranks: found } = readByOwnScheme(sheet);
    expect(found).toEqual(["1 二车间 95.00 (95)", "2 一车间 93.00 (93)", "3 三车间 90.00 (90)"]);
    expect(recognition.assessment.tables.map(({ area }) => areaAddress(area))).toEqual([
      "A2:C5",
      "A8:C11",
      "A14:C17",
    ]);
  });

  test("a scored item that the scheme does not know is shown as a column without a role", () => {
    const form = sheetOf("海城市政府", [
      ["单位名称：海城市政府"],
      ["考评项目", "权重", "得分"],
      ["结果得分", "55%", 90],
      ["过程得分", "30%", 80],
      ["领导评价得分", "10%", 90],
      ["公众评议得分", "5%", 88],
      ["创新突破", null, 3],
    ]);
    const [table] = read([form], anshan2015).assessment.tables;
    expect(table?.columns.find(({ header }) => header === "创新突破")).toMatchObject({
      role: "unknown",
      unusedFigures: true,
    });
  });

  test("a person's form names the person and the department: the person is meant", () => {
    const form = (name: string, score: number) =>
      sheetOf(name, [
        ["员工考核表"],
        ["部门：", "销售部", "姓名：", name],
        ["考核指标", "权重", "得分"],
        ["业绩", 0.7, score],
        ["态度", 0.3, 80],
      ]);
    const { ranks: found } = readByOwnScheme(form("员工甲", 90), form("员工乙", 80));
    expect(found).toEqual(["1 员工甲 87.00", "2 员工乙 80.00"]);
  });
});
