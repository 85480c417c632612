import { describe, expect, test } from "@jest/globals";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** What is recognised under the scheme of the sheet's own headers. */
function recognised(rows: CellValue[][]): Recognition {
  const snapshot = workbookOf(sheetOf("Sheet1", rows));
  const proposal = proposeScheme(snapshot);
  const recognition = proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2023 });
  if (!recognition) throw new Error("no table is recognised");
  return recognition;
}

function rolesOf(rows: CellValue[][]): Record<string, string> {
  const [table] = recognised(rows).assessment.tables;
  return Object.fromEntries((table?.columns ?? []).map(({ header, role }) => [header, role]));
}

function groupsOf(rows: CellValue[][]): readonly string[] {
  return recognised(rows).assessment.groups;
}

describe("groups of a workbook's own (made-up units)", () => {
  const people = (ranks: readonly number[]): CellValue[][] => [
    ["部门", "姓名", "业绩（60分）", "态度（40分）", "总分", "名次"],
    ["一部", "员工甲", 50, 35, 85, ranks[0] ?? null],
    ["一部", "员工乙", 52, 36, 88, ranks[1] ?? null],
    ["二部", "员工丙", 55, 38, 93, ranks[2] ?? null],
    ["二部", "员工丁", 40, 30, 70, ranks[3] ?? null],
  ];

  test("are the departments beside the people where each has its first", () => {
    expect(groupsOf(people([2, 1, 1, 2]))).toEqual(["一部", "二部"]);
  });

  test("are none where the people are ranked through all departments", () => {
    expect(groupsOf(people([3, 2, 1, 4]))).toHaveLength(1);
  });

  test("are none where the column beside the names numbers the units under the same header", () => {
    const rows: CellValue[][] = [
      ["参评单位", "参评单位", "一季度", "二季度", "总分"],
      [1, "东河镇", 80, 85, 165],
      [2, "西河镇", 82, 86, 168],
      [3, "南河镇", 85, 88, 173],
      [4, "北河镇", 70, 80, 150],
    ];
    expect(groupsOf(rows)).toHaveLength(1);
    expect(recognised(rows).assessment.units.map(({ name }) => name)).toEqual([
      "东河镇",
      "西河镇",
      "南河镇",
      "北河镇",
    ]);
  });

  test("are the posts that are applied for where the ranks count inside them", () => {
    const rows: CellValue[][] = [
      ["序号", "准考证号", "姓名", "报考岗位", "笔试成绩（50%）", "面试成绩（50%）", "总成绩", "岗位排名"],
      [1, "0001", "考生甲", "A01", 80, 90, 85, 1],
      [2, "0002", "考生乙", "A01", 70, 80, 75, 2],
      [3, "0003", "考生丙", "B01", 60, 70, 65, 1],
      [4, "0004", "考生丁", "B01", 60, 60, 60, 2],
    ];
    expect(groupsOf(rows)).toEqual(["A01", "B01"]);
  });

  test("stand as stated under 组别 however the author ranked", () => {
    const rows = people([3, 2, 1, 4]);
    rows[0] = ["组别", ...(rows[0] ?? []).slice(1)];
    expect(groupsOf(rows)).toEqual(["一部", "二部"]);
  });
});

describe("the column of ranks", () => {
  test("is the one inside the groups where several stand side by side", () => {
    const roles = rolesOf([
      ["班级", "姓名", "语文（100分）", "数学（100分）", "总分", "班级名次", "年级名次"],
      ["1班", "学生甲", 90, 80, 170, 1, 2],
      ["1班", "学生乙", 80, 70, 150, 2, 3],
      ["2班", "学生丙", 95, 90, 185, 1, 1],
      ["2班", "学生丁", 60, 70, 130, 2, 4],
    ]);
    expect(roles).toMatchObject({ 班级: "group", 班级名次: "rank", 年级名次: "unknown" });
  });

  test("is none of those that stand after single scores or for last year", () => {
    const roles = rolesOf([
      ["姓名", "语文（100分）", "语文名次", "数学（100分）", "数学名次", "总分", "总名次", "上次名次"],
      ["学生甲", 90, 1, 70, 2, 160, 2, 1],
      ["学生乙", 80, 2, 85, 1, 165, 1, 2],
      ["学生丙", 70, 3, 60, 3, 130, 3, 3],
    ]);
    expect(roles).toMatchObject({
      语文名次: "unknown",
      数学名次: "unknown",
      总名次: "rank",
      上次名次: "unknown",
    });
  });
});

describe("the total", () => {
  test.each(["得分", "平均分", "Average score"])(
    "is %s where no header names one and it stands last",
    (header) => {
      const isMean = header !== "得分";
      const roles = rolesOf([
        ["科室", "质量", "服务", header, "排名"],
        ...[
          ["内科", 40, 50],
          ["外科", 45, 52],
          ["儿科", 38, 47],
          ["急诊科", 41, 44],
          ["检验科", 36, 49],
        ].map(([name, left, right], index): CellValue[] => {
          const sum = Number(left) + Number(right);
          return [
            name ?? null,
            left ?? null,
            right ?? null,
            isMean ? sum / 2 : sum,
            [2, 1, 3, 3, 3][index] ?? null,
          ];
        }),
      ]);
      expect(roles[header]).toBe("total");
      expect(Object.values(roles).filter((role) => role.startsWith("component:"))).toHaveLength(2);
    },
  );

  test("is the one column that the ranks go down by, whatever it is called", () => {
    const roles = rolesOf([
      ["排名", "姓名", "从业年限", "销售额（万元）", "完成率"],
      [1, "员工甲", 3, 290.5, 1.2],
      [2, "员工乙", 8, 260, 1.31],
      [3, "员工丙", 5, 211.4, 1.05],
      [4, "员工丁", 2, 180, 0.99],
      [5, "员工戊", 9, 95.2, 0.61],
    ]);
    expect(roles["销售额（万元）"]).toMatch(/^component:/);
    expect(roles).toMatchObject({ 排名: "rank", 从业年限: "unknown", 完成率: "unknown" });
  });

  test("is none but the points where all teams played as often", () => {
    const roles = rolesOf([
      ["名次", "球队", "场次", "胜", "平", "积分"],
      [1, "甲队", 3, 3, 0, 9],
      [2, "乙队", 3, 2, 0, 6],
      [3, "丙队", 3, 1, 0, 3],
      [4, "丁队", 3, 0, 0, 0],
      [5, "戊队", 3, 0, 0, 0],
    ]);
    expect(roles["场次"]).toBe("unknown");
  });

  test("is this year's where last year's stands beside", () => {
    const rows: CellValue[][] = [
      ["2023年考核结果", null, null, null, null],
      ["单位", "2022年得分", "2022年排名", "2023年得分", "2023年排名"],
      ["东局", 90, 1, 80, 3],
      ["西局", 85, 2, 95, 1],
      ["南局", 80, 3, 85, 2],
    ];
    const { assessment, findings } = recognised(rows);
    expect(assessment.units.map(({ statedRank }) => statedRank?.value.units)).toEqual([3, 1, 2]);
    expect(assessment.units.map(({ statedTotal }) => statedTotal)).toEqual([null, null, null]);
    expect(findings).toEqual([]);
  });

  test("is not the score of an item in a list of items", () => {
    const rows: CellValue[][] = [
      ["部门", "考核指标", "目标值", "完成值", "得分"],
      ["一车间", "产量", 100, 98, 58],
      ["一车间", "成本", 80, 79, 38],
      ["二车间", "产量", 100, 90, 55],
      ["二车间", "成本", 80, 82, 36],
    ];
    expect(proposeScheme(workbookOf(sheetOf("明细", rows)))).toBeNull();
  });
});

test("a full mark above a bare 得分 is that score's", () => {
  const rows: CellValue[][] = [
    ["网点", "存款（60分）", null, "信用卡（40分）", null, "总得分"],
    [null, "完成", "得分", "完成", "得分", null],
    ["东网点", 900, 54, 41, 30, 84],
    ["西网点", 980, 58, 52, 38, 96],
    ["南网点", 700, 42, 50, 37, 79],
  ];
  const sheet = sheetOf("考核", rows, { merges: ["A1:A2", "B1:C1", "D1:E1", "F1:F2"] });
  expect(proposeScheme(workbookOf(sheet))?.file.components).toMatchObject([
    { name: "存款", max: "60" },
    { name: "信用卡", max: "40" },
  ]);
});

test("an item that the author's formulas leave out is none of the author's rule", () => {
  const rows: CellValue[][] = [
    ["项目部", "进度（40分）", "质量（30分）", "安全（30分）", "总分"],
    ["一部", 30, 20, 25, 50],
    ["二部", 35, 25, 28, 60],
    ["三部", 38, 27, 21, 65],
  ];
  const sheet = sheetOf("考核", rows, { formulas: { E2: "B2+C2", E3: "B3+C3", E4: "B4+C4" } });
  expect(proposeScheme(workbookOf(sheet))?.file.components).toMatchObject([
    { name: "进度", weight: "1" },
    { name: "质量", weight: "1" },
  ]);
});

describe("a number alone in brackets", () => {
  const rows = (score: number): CellValue[][] => [
    ["班级", "卫生(60)", "纪律(40)", "总分"],
    ["1班", score, 38, score + 38],
    ["2班", 52, 36, 88],
    ["3班", 44, 39, 83],
  ];

  test("is the full mark where no score is greater", () => {
    expect(proposeScheme(workbookOf(sheetOf("量化", rows(55))))?.file.components).toMatchObject([
      { name: "卫生", max: "60" },
      { name: "纪律", max: "40" },
    ]);
  });

  test("is none where many scores are greater", () => {
    const components = proposeScheme(workbookOf(sheetOf("量化", rows(75))))?.file.components;
    expect(components?.[0]?.max).not.toBe("60");
  });

  test("stands where a single score is too great: that one is a finding", () => {
    const more: CellValue[][] = [...rows(75), ["4班", 41, 30, 71], ["5班", 40, 33, 73]];
    expect(recognised(more).findings.map(({ code }) => code)).toContain("component-range");
  });
});
