import { describe, expect, test } from "@jest/globals";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** What is recognised under the scheme of the sheet's own headers; null where they make none. */
function recognised(rows: CellValue[][], merges: readonly string[] = []): Recognition | null {
  const snapshot = workbookOf(sheetOf("Sheet1", rows, { merges }));
  const proposal = proposeScheme(snapshot);
  return proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2023 });
}

function namesIn(rows: CellValue[][]): string[] | undefined {
  return recognised(rows)?.assessment.units.map(({ as }) => as);
}

describe("units under a header that no word list knows (made-up)", () => {
  test("are the first names that differ, beside a total or a rank", () => {
    const rows: CellValue[][] = [
      ["汇总表", null, null, null, null, null],
      ["类型", "养殖场号", "饲料（60分）", "防疫（40分）", "总分", "名次"],
      ["猪", "一号场", 50, 30, 80, 2],
      ["猪", "二号场", 55, 38, 93, 1],
      ["羊", "三号场", 40, 35, 75, 3],
    ];
    expect(namesIn(rows)).toEqual(["一号场", "二号场", "三号场"]);
  });

  test("are the numbers of candidates where nobody is named", () => {
    const rows: CellValue[][] = [
      ["准考证号", "笔试（50分）", "面试（50分）", "总成绩", "名次"],
      [20240001, 40, 30, 70, 3],
      [20240002, 45, 38, 83, 1],
      [20240003, 41, 35, 76, 2],
    ];
    expect(namesIn(rows)).toEqual(["20240001", "20240002", "20240003"]);
  });

  test("are not the items of a form", () => {
    const rows: CellValue[][] = [
      ["考核内容", "评分标准", "自评分", "总分"],
      ["出勤", "按时到岗", 9, 10],
      ["纪律", "遵守制度", 8, 9],
    ];
    expect(namesIn(rows)).toBeUndefined();
  });
});

describe("tables under titles of their own on one sheet (made-up units)", () => {
  const header = ["单位", "任务（60分）", "作风（40分）", "总分", "名次"];
  const table = (title: string, names: readonly [string, string]): CellValue[][] => [
    [title, null, null, null, null],
    header,
    [names[0], 50, 30, 80, 2],
    [names[1], 55, 38, 93, 1],
  ];
  const groups = (rows: CellValue[][]) => recognised(rows)?.assessment.groups;

  test("are groups with units of their own", () => {
    const rows = [...table("一、一类单位", ["东局", "西局"]), ...table("二、二类单位", ["南局", "北局"])];
    expect(groups(rows)).toEqual(["一类单位", "二类单位"]);
  });

  test("are lists of their own where the same units stand under the same headers again", () => {
    const rows = [...table("第一周", ["东局", "西局"]), ...table("第二周", ["东局", "西局"])];
    expect(groups(rows)).toEqual(["第一周", "第二周"]);
  });

  test("are parts of one where the same units stand under other headers", () => {
    const rows = [
      ...table("业务考核", ["东局", "西局"]),
      ["测评", null, null, null, null],
      ["单位", "票数", "同意", "得票", "备注"],
      ["东局", 50, 30, 80, null],
      ["西局", 55, 38, 93, null],
    ];
    expect(groups(rows)).toHaveLength(1);
  });
});

test("a scheme whose components are the quarters has one period: the year", () => {
  const rows: CellValue[][] = [
    ["2023年员工考核", null, null, null, null, null],
    ["姓名", "第一季度", "第二季度", "第三季度", "第四季度", "年度得分"],
    ["员工甲", 80, 90, 70, 80, 80],
    ["员工乙", 90, 90, 90, 94, 91],
    ["员工丙", 60, 70, 80, 90, 75],
    ["员工丁", 81, 77, 95, 87, 85],
    ["员工戊", 99, 71, 66, 84, 80],
    ["员工己", 72, 88, 93, 75, 82],
  ];
  const recognition = recognised(rows);
  expect(recognition?.assessment.period.id).toBe("2023-annual");
  expect(recognition?.findings.map(({ code }) => code)).not.toContain("period-several");
});
