import { describe, expect, test } from "@jest/globals";
import { formatFixed } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import type { CellValue, Snapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf, type SheetExtras } from "../sheets";

function rankByOwnScheme(
  rows: readonly (readonly CellValue[])[],
  extras: SheetExtras = {},
): { basis: string | undefined; ranks: string[] } {
  const snapshot = workbookOf(sheetOf("考核表", rows, extras));
  return { basis: proposeScheme(snapshot)?.basis, ranks: ranksIn(snapshot) };
}

function ranksIn(snapshot: Snapshot): string[] {
  const proposal = proposeScheme(snapshot);
  const recognition =
    proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2015, corrections: proposal.roles });
  if (!recognition) return [];
  return rankAssessment(proposal.scheme, recognition.assessment).groups.flatMap(({ ranked }) =>
    ranked.map(({ rank, unit, total }) => `${String(rank)} ${unit.name} ${formatFixed(total, 2)}`),
  );
}

function componentsOf(snapshot: Snapshot): string[] {
  const components = proposeScheme(snapshot)?.file.components ?? [];
  return components.map(({ name, max, weight }) => `${name} ${max} ${weight}`);
}

describe("a scheme from a workbook's own headers (made-up companies and schools)", () => {
  test("weights in the headers", () => {
    const rows: CellValue[][] = [
      ["部门", "工作业绩（70%）", "工作态度（20%）", "团队协作（10%）", "总分", "排名"],
      ["销售部", 90, 80, 70],
      ["财务部", 80, 95, 90],
    ];
    // 63+16+7 = 86; 56+19+9 = 84.
    expect(rankByOwnScheme(rows)).toEqual({ basis: "weights", ranks: ["1 销售部 86.00", "2 财务部 84.00"] });
  });

  test("full marks in the headers, with bonus and deduction columns", () => {
    const rows: CellValue[][] = [
      ["单位", "党建工作（40分）", "经济发展（35分）", "安全生产（25分）", "加分", "扣分", "合计"],
      ["甲乡", 38, 30.5, 24, 1, null],
      ["乙乡", 39, 31, 25, null, 2],
    ];
    // 38+30.5+24+1 = 93.5; 39+31+25−2 = 93.
    expect(rankByOwnScheme(rows)).toEqual({ basis: "full-marks", ranks: ["1 甲乡 93.50", "2 乙乡 93.00"] });
  });

  test("weights in a row of their own", () => {
    const rows: CellValue[][] = [
      ["学校", "教学质量", "安全管理", "总分"],
      ["权重", 0.6, 0.4],
      ["一中", 90, 80],
      ["二中", 85, 95],
    ];
    // 54+32 = 86; 51+38 = 89.
    expect(rankByOwnScheme(rows)).toEqual({ basis: "weights", ranks: ["1 二中 89.00", "2 一中 86.00"] });
  });

  test("an author's total that is the plain sum", () => {
    const rows: CellValue[][] = [
      ["姓名", "语文", "数学", "英语", "总分"],
      ["学生甲", 90, 80, 70, 240],
      ["学生乙", 85, 95, 90, 270],
    ];
    expect(rankByOwnScheme(rows)).toEqual({
      basis: "plain-sum",
      ranks: ["1 学生乙 270.00", "2 学生甲 240.00"],
    });
  });

  test("where nothing says how the totals come about, they are ranked as they stand", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩", "态度", "总分"],
      ["销售部", 90, 80, 84.5],
      ["财务部", 80, 95, 87],
    ];
    expect(rankByOwnScheme(rows)).toEqual({
      basis: "stated-totals",
      ranks: ["1 财务部 87.00", "2 销售部 84.50"],
    });
  });

  test("totals of the best four scores are ranked as they stand, though most rows have four and look like a sum", () => {
    const few = Array.from({ length: 27 }, (_, index): CellValue[] => {
      const missing = [index % 6, (index + 1 + (index % 5)) % 6];
      const scores = Array.from({ length: 6 }, (_score, month) =>
        missing.includes(month) ? 0 : 35 + ((index * (month + 3) * 7) % 23),
      );
      return [`单位${String(index)}`, ...scores, scores.reduce((sum, score) => sum + score, 0)];
    });
    const rows: CellValue[][] = [
      ["单位", "一月", "二月", "三月", "四月", "五月", "六月", "总分"],
      // 90+85+88+92 without 70 and 80; 88+91+90+87 without 60 and 85; 92+93+91+94 without 70 and 90.
      ["东河镇", 90, 85, 88, 92, 70, 80, 355],
      ["西河镇", 88, 91, 60, 85, 90, 87, 356],
      ["南河镇", 70, 92, 93, 91, 90, 94, 370],
      ...few,
    ];
    const { basis, ranks } = rankByOwnScheme(rows);
    expect(basis).toBe("own-rule");
    expect(ranks.slice(0, 3)).toEqual(["1 南河镇 370.00", "2 西河镇 356.00", "3 东河镇 355.00"]);
  });

  test("where bonus stands beside totals of unknown origin they are ranked as they stand; without totals none is proposed", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩", "加分", "总分"],
      ["销售部", 90, 2, 84.5],
      ["财务部", 80, null, 87],
    ];
    expect(rankByOwnScheme(rows)).toEqual({
      basis: "stated-totals",
      ranks: ["1 财务部 87.00", "2 销售部 84.50"],
    });
    expect(proposeScheme(workbookOf(sheetOf("说明", [["本表无数据"]])))).toBeNull();
  });

  test("two rows of headers: an item is called by what stands above its score; its weighted share is no item", () => {
    const rows: CellValue[][] = [
      ["乡镇", "经济发展", null, "社会治理", null, "总得分"],
      [null, "原始分×60%", "折算分", "原始分×40%", "折算分", null],
      ["甲镇", 90, 54, 80, 32, 86],
      ["乙乡", 85, 51, 95, 38, 89],
    ];
    const merges = ["A1:A2", "B1:C1", "D1:E1", "F1:F2"];
    const snapshot = workbookOf(sheetOf("考核表", rows, { merges }));
    expect(componentsOf(snapshot)).toEqual(["经济发展 100 0.6", "社会治理 100 0.4"]);
  });

  test("items of one name in two quarters are two items", () => {
    const rows: CellValue[][] = [
      ["部门", "一季度", null, "二季度", null, "合计"],
      [null, "业绩", "态度", "业绩", "态度", null],
      ["销售部", 40, 50, 41, 45, 176],
      ["财务部", 44, 48, 42, 47, 181],
      ["行政部", 41, 46, 40, 48, 175],
    ];
    const merges = ["A1:A2", "B1:C1", "D1:E1", "F1:F2"];
    expect(rankByOwnScheme(rows, { merges })).toEqual({
      basis: "plain-sum",
      ranks: ["1 财务部 181.00", "2 销售部 176.00", "3 行政部 175.00"],
    });
  });

  test("units as columns", () => {
    const rows: CellValue[][] = [
      ["部门", "一车间", "二车间"],
      ["产量（70%）", 90, 80],
      ["安全（30%）", 80, 100],
    ];
    // 63+24 = 87; 56+30 = 86.
    expect(rankByOwnScheme(rows)).toEqual({ basis: "weights", ranks: ["1 一车间 87.00", "2 二车间 86.00"] });
  });

  test("forms of one unit each, with the weights in a column of their own", () => {
    const form = (unit: string, quality: number, delivery: number) =>
      sheetOf(unit, [
        ["部门绩效考核表"],
        ["被考核部门：", unit],
        ["序号", "考核指标", "权重", "得分"],
        [1, "产品质量", 0.6, quality],
        [2, "交货期", 0.4, delivery],
        [null, "合计", 1, null],
      ]);
    const snapshot = workbookOf(form("装配车间", 90, 70), form("机加车间", 80, 95));
    expect(componentsOf(snapshot)).toEqual(["产品质量 100 0.6", "交货期 100 0.4"]);
    // 54+28 = 82; 48+38 = 86.
    expect(ranksIn(snapshot)).toEqual(["1 机加车间 86.00", "2 装配车间 82.00"]);
  });
});

describe("a scheme from how the author's totals come about", () => {
  test("the author's formulas give the weights, through columns of weighted shares and cells of weights", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩", "业绩加权分", "态度", "加分", "总分"],
      [null, 0.7],
      ["销售部", 90, 63, 80, 1, 88],
      ["财务部", 80, 56, 95, null, 84.5],
    ];
    const formulas = {
      C3: "=B3*$B$2",
      F3: "=ROUND(C3+D3*0.3+E3,2)",
      C4: "=B4*$B$2",
      F4: "=ROUND(C4+D4*0.3+E4,2)",
    };
    expect(rankByOwnScheme(rows, { formulas })).toEqual({
      basis: "formulas",
      ranks: ["1 销售部 88.00", "2 财务部 84.50"],
    });
  });

  test("weights on a sheet of their own are read through the formulas", () => {
    const scores = sheetOf(
      "评分",
      [
        ["项目组", "进度", "成本", "加权总分"],
        ["甲组", 80, 90, 83],
        ["乙组", 90, 70, 84],
      ],
      { formulas: { D2: "=B2*权重!$B$2+C2*权重!$B$3", D3: "=B3*权重!$B$2+C3*权重!$B$3" } },
    );
    const weights = sheetOf("权重", [
      ["指标", "权重"],
      ["进度", 0.7],
      ["成本", 0.3],
    ]);
    const snapshot = workbookOf(scores, weights);
    expect(componentsOf(snapshot)).toEqual(["进度 100 0.7", "成本 100 0.3"]);
    // 56+27 = 83; 63+21 = 84.
    expect(ranksIn(snapshot)).toEqual(["1 乙组 84.00", "2 甲组 83.00"]);
  });

  test("a total that is called weighted is ranked as it stands where nothing says how it comes about", () => {
    const rows: CellValue[][] = [
      ["项目组", "进度", "加权总分"],
      ["甲组", 80, 83],
      ["乙组", 90, 84],
    ];
    expect(rankByOwnScheme(rows)).toEqual({
      basis: "stated-totals",
      ranks: ["1 乙组 84.00", "2 甲组 83.00"],
    });
  });

  test("formulas that are no weighted sum, or that differ, are not taken", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩", "态度", "总分"],
      ["销售部", 90, 80, 90],
      ["财务部", 80, 95, 95],
    ];
    const largest = { D2: "=MAX(B2:C2)", D3: "=MAX(B3:C3)" };
    expect(rankByOwnScheme(rows, { formulas: largest }).basis).toBe("own-rule");
    const differing = { D2: "=B2*0.4+C2*0.6", D3: "=B3*0.5+C3*0.5" };
    expect(rankByOwnScheme(rows, { formulas: differing }).basis).toBe("stated-totals");
  });

  test("weights that reproduce the totals are found, though one total is wrong and another column counts nothing", () => {
    // 0.5, 0.3, 0.2; 人数 does not count. The last total should be 79.9.
    const rows: CellValue[][] = [
      ["部门", "人数", "业绩", "质量", "态度", "综合得分"],
      ["一部", 12, 92, 81, 77, 85.7],
      ["二部", 31, 85, 94, 68, 84.3],
      ["三部", 8, 78, 88, 95, 84.4],
      ["四部", 25, 96, 72, 83, 86.2],
      ["五部", 17, 67, 91, 74, 75.6],
      ["六部", 22, 88, 69, 90, 82.7],
      ["七部", 14, 73, 85, 62, 74.4],
      ["八部", 9, 81, 77, 93, 82.2],
      ["九部", 20, 79, 84, 76, 89.9],
    ];
    const snapshot = workbookOf(sheetOf("考核表", rows));
    expect(proposeScheme(snapshot)?.basis).toBe("found-weights");
    expect(componentsOf(snapshot)).toEqual(["业绩 100 0.5", "质量 100 0.3", "态度 100 0.2"]);
  });

  test("scores that are added up as they are, under headers with percentages, are weighted shares already", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩（60%）", "态度（40%）", "总分"],
      ["销售部", 55, 36, 91],
      ["财务部", 50, 39, 89],
    ];
    expect(rankByOwnScheme(rows)).toEqual({ basis: "weights", ranks: ["1 销售部 91.00", "2 财务部 89.00"] });
    expect(componentsOf(workbookOf(sheetOf("考核表", rows)))).toEqual(["业绩 60 1", "态度 40 1"]);
  });

  test("totals are rounded as the author rounds them: to one place, or not at all", () => {
    const oneplace: CellValue[][] = [
      ["部门", "业绩（70%）", "态度（30%）", "总分"],
      ["销售部", 91, 85, 89.2],
      ["财务部", 88, 92, 89.2],
      ["行政部", 80, 81, 80.3],
    ];
    // 63.7+25.5 = 89.2; 61.6+27.6 = 89.2; 56+24.3 = 80.3.
    expect(rankByOwnScheme(oneplace).ranks).toEqual(["1 销售部 89.20", "1 财务部 89.20", "3 行政部 80.30"]);
    const whole: CellValue[][] = [
      ["部门", "业绩（70%）", "态度（30%）", "总分"],
      ["销售部", 91, 84, 89],
      ["财务部", 88, 92, 89],
      ["行政部", 80, 81, 80],
    ];
    // 63.7+25.2 = 88.9 and 89.2 are both 89 to the author.
    expect(rankByOwnScheme(whole).ranks).toEqual(["1 销售部 89.00", "1 财务部 89.00", "3 行政部 80.00"]);
    const unrounded: CellValue[][] = [
      ["部门", "业绩（70%）", "态度（30%）", "总分"],
      ["销售部", 91.01, 85, 89.207],
      ["财务部", 91.02, 85, 89.214],
    ];
    expect(rankByOwnScheme(unrounded).ranks).toEqual(["1 财务部 89.214", "2 销售部 89.207"]);
  });

  test("one total with more decimals than the others does not set how totals are rounded", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩（60分）", "态度（40分）", "总分"],
      ["一部", 51.5, 33, 84.5],
      ["二部", 52, 34, 86],
      ["三部", 53.25, 31, 84.25],
      ["四部", 50.1234, 30, 80.1234],
      ["五部", 49, 35.5, 84.5],
    ];
    const proposal = proposeScheme(workbookOf(sheetOf("考核表", rows)));
    expect(proposal?.file.rounding.places).toBe(2);
  });

  test("weights that do not sum to 100% are not taken", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩（70%）", "态度（20%）", "排名"],
      ["销售部", 90, 80],
    ];
    expect(proposeScheme(workbookOf(sheetOf("考核表", rows)))).toBeNull();
  });
});

describe("totals that start from a base score", () => {
  const baseOf = (rows: readonly (readonly CellValue[])[]) => {
    const file = proposeScheme(workbookOf(sheetOf("考核表", rows)))?.file;
    return file && [file.base, file.components.length];
  };

  test("with a column for each deduction", () => {
    const rows: CellValue[][] = [
      ["单位", "卫生扣分", "安全扣分", "台账扣分", "总分", "名次"],
      ["东湖街道", 1, 0, 2, 97, 3],
      ["西山街道", 0, 0, 0, 100, 1],
      ["南坡镇", 3, 2, 2, 93, 4],
      ["北岭镇", 0, 1, 0, 99, 2],
    ];
    expect(baseOf(rows)).toEqual(["100", 0]);
    expect(rankByOwnScheme(rows)).toEqual({
      basis: "base",
      ranks: ["1 西山街道 100.00", "2 北岭镇 99.00", "3 东湖街道 97.00", "4 南坡镇 93.00"],
    });
  });

  test("with bonus and deduction, from another base than 100", () => {
    const rows: CellValue[][] = [
      ["单位", "加分", "扣分", "总分"],
      // 80 + 2 − 3.5, 80 − 1, 80 + 4, 80 + 1 − 6
      ["东湖街道", 2, 3.5, 78.5],
      ["西山街道", 0, 1, 79],
      ["南坡镇", 4, 0, 84],
      ["北岭镇", 1, 6, 75],
    ];
    expect(baseOf(rows)).toEqual(["80", 0]);
    expect(rankByOwnScheme(rows).ranks).toEqual([
      "1 南坡镇 84.00",
      "2 西山街道 79.00",
      "3 东湖街道 78.50",
      "4 北岭镇 75.00",
    ]);
  });

  test("one total that is not what the others show changes no base", () => {
    const rows: CellValue[][] = [
      ["单位", "卫生扣分", "安全扣分", "总分"],
      ["东湖街道", 1, 2, 97],
      ["西山街道", 0, 1, 99],
      ["南坡镇", 3, 2, 98],
      ["北岭镇", 2, 4, 94],
      ["河口镇", 5, 0, 95],
    ];
    expect(baseOf(rows)).toEqual(["100", 0]);
  });

  test("stay what they are where the figures show no common base", () => {
    const rows: CellValue[][] = [
      ["单位", "卫生扣分", "安全扣分", "总分"],
      ["东湖街道", 1, 2, 90],
      ["西山街道", 0, 1, 97],
      ["南坡镇", 3, 2, 81],
      ["北岭镇", 2, 4, 86.5],
    ];
    expect(rankByOwnScheme(rows).basis).toBe("stated-totals");
  });

  test("with the base in a column of its own, which is a score as any other", () => {
    const rows: CellValue[][] = [
      ["单位", "基础分", "卫生扣分", "安全扣分", "台账扣分", "得分", "名次"],
      ["东湖街道", 100, 1, 2, 0, 97, 2],
      ["西山街道", 100, 0, 0, 1, 99, 1],
      ["南坡镇", 100, 3, 2, 2, 93, 4],
      ["北岭镇", 100, 2, 1, 3, 94, 3],
    ];
    expect(componentsOf(workbookOf(sheetOf("考核表", rows)))).toEqual(["基础分 100 1"]);
    expect(rankByOwnScheme(rows).ranks[2]).toBe("3 北岭镇 94.00");
  });

  test("are not guessed where no total stands there", () => {
    const rows: CellValue[][] = [
      ["单位", "卫生扣分", "安全扣分", "总分"],
      ["东湖街道", 1, 2],
      ["西山街道", 0, 1],
    ];
    expect(proposeScheme(workbookOf(sheetOf("考核表", rows)))).toBeNull();
  });
});
