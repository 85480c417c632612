import { describe, expect, test } from "@jest/globals";
import { formatFixed } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

function rankByOwnScheme(rows: readonly (readonly CellValue[])[]): {
  basis: string | undefined;
  ranks: string[];
} {
  const snapshot = workbookOf(sheetOf("考核表", rows));
  const proposal = proposeScheme(snapshot);
  if (!proposal) return { basis: undefined, ranks: [] };
  const recognition = recognise(snapshot, proposal.scheme, { defaultYear: 2015 });
  if (!recognition) return { basis: proposal.basis, ranks: [] };
  return {
    basis: proposal.basis,
    ranks: rankAssessment(proposal.scheme, recognition.assessment).groups.flatMap(({ ranked }) =>
      ranked.map(({ rank, unit, total }) => `${String(rank)} ${unit.name} ${formatFixed(total, 2)}`),
    ),
  };
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

  test("where nothing says how the total comes about, none is proposed", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩", "态度", "总分"],
      ["销售部", 90, 80, 87],
      ["财务部", 80, 95, 84.5],
    ];
    expect(proposeScheme(workbookOf(sheetOf("考核表", rows)))).toBeNull();
    expect(proposeScheme(workbookOf(sheetOf("说明", [["本表无数据"]])))).toBeNull();
  });

  test("weights that do not sum to 100% are not taken", () => {
    const rows: CellValue[][] = [
      ["部门", "业绩（70%）", "态度（20%）", "排名"],
      ["销售部", 90, 80],
    ];
    expect(proposeScheme(workbookOf(sheetOf("考核表", rows)))).toBeNull();
  });
});
