import { describe, expect, test } from "@jest/globals";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import { areaAddress } from "../../../src/core/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** What a workbook's own headers make of it: its tables, findings, and the ranked units of each group. */
function ranked(...sheets: SheetSnapshot[]) {
  const snapshot = workbookOf(...sheets);
  const proposal = proposeScheme(snapshot);
  const recognition = proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2023 });
  if (!recognition) throw new Error("no table is recognised");
  const { groups } = rankAssessment(proposal.scheme, recognition.assessment);
  return {
    tables: recognition.assessment.tables,
    codes: recognition.findings.map(({ code }) => code),
    groups: groups.map(({ name, ranked: units, unranked }) => ({
      name,
      units: units.map(({ unit, total, rank }) => [unit.as, formatDecimal(total), rank]),
      unranked: unranked.length,
    })),
  };
}

describe("sheets of single scores beside a summary (made-up units)", () => {
  const part = (name: string, scores: readonly number[]) =>
    sheetOf(name, [
      ["项目部", "得分", "扣分原因"],
      ...scores.map((score, index): CellValue[] => [`${String(index + 1)}号项目部`, score, null]),
    ]);

  test("are parts of the summary, and no groups", () => {
    const { groups, codes } = ranked(
      part("安全", [90, 80, 70]),
      part("质量", [80, 95, 75]),
      sheetOf("汇总", [
        ["项目部", "安全（60%）", "质量（40%）", "综合得分", "排名"],
        ["1号项目部", 90, 80, 86, 1],
        ["2号项目部", 80, 95, 86, 1],
        ["3号项目部", 70, 75, 72, 3],
      ]),
    );
    expect(groups).toEqual([
      {
        name: "汇总",
        units: [
          ["1号项目部", "86", 1],
          ["2号项目部", "86", 1],
          ["3号项目部", "72", 3],
        ],
        unranked: 0,
      },
    ]);
    expect(codes).toEqual([]);
  });
});

describe("bidders in columns beside what is scored (made-up)", () => {
  const rows: CellValue[][] = [
    ["评标打分汇总表", null, null, null, null],
    ["评审项目", "分值", "甲公司", "乙公司", "丙公司"],
    ["商务部分", 20, 15, 16, 18],
    ["技术部分", 50, 40, 42, 39],
    ["价格部分", 30, 25, 28, 26],
    ["合计", 100, 80, 86, 83],
    ["名次", null, 3, 1, 2],
  ];

  test("are ranked, the title left out of the table", () => {
    const { groups, tables } = ranked(sheetOf("评标", rows, { merges: ["A1:E1"] }));
    expect(groups[0]?.units).toEqual([
      ["乙公司", "86", 1],
      ["丙公司", "83", 2],
      ["甲公司", "80", 3],
    ]);
    expect(tables.map(({ area }) => areaAddress(area))).toEqual(["A2:E7"]);
  });

  test.each([
    ["judges", ["分值", "评委1", "评委2", "平均分"]],
    ["views of one unit", ["标准分", "自评", "考核得分", "备注"]],
  ])("are none where %s stand there", (_, headers) => {
    const other = [rows[0] ?? [], ["评审项目", ...headers], ...rows.slice(2, 6)];
    const proposal = proposeScheme(workbookOf(sheetOf("评标", other, { merges: ["A1:E1"] })));
    const recognition =
      proposal && recognise(workbookOf(sheetOf("评标", other)), proposal.scheme, { defaultYear: 2023 });
    expect(recognition?.assessment.units ?? []).toEqual([]);
  });
});

test("scores that are shares of the total already are no other weights", () => {
  const { codes } = ranked(
    sheetOf("考核", [
      ["部门", "业绩（60%）", "能力（40%）", "综合得分"],
      ["东部", 55, 30, 85],
      ["西部", 50, 38, 88],
      ["南部", 42, 35, 77],
    ]),
  );
  expect(codes).toEqual([]);
});

test("rates shown as percentages are no items of a scheme", () => {
  const header = ["部门", "销售完成率", "回款完成率", "综合得分"];
  const rows: CellValue[][] = [
    header,
    ["东部", 0.9, 0.8, 86],
    ["西部", 0.95, 0.7, 85],
    ["南部", 0.7, 0.75, 72],
  ];
  const numberFormats = Object.fromEntries(
    ["B2", "C2", "B3", "C3", "B4", "C4"].map((cell) => [cell, "0.0%"]),
  );
  const { codes, groups } = ranked(sheetOf("考核", rows, { numberFormats }));
  expect(codes).toEqual([]);
  expect(groups[0]?.units.map(([name]) => name)).toEqual(["东部", "西部", "南部"]);
});
