import { describe, expect, test } from "@jest/globals";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const HEADER = ["组别", "单位", "结果得分", "过程得分", "领导评价", "公众评议", "总成绩"];
const ROWS: CellValue[][] = [
  ["第二组", "铁东区政府", 80, 90, 85, 80, 83.5],
  ["第二组", "铁西区政府", 81, 90, 85, 80, 84.05],
];

/** The units that are read, and the codes of what is found in cells, with a row under the header. */
function read(row: readonly CellValue[]) {
  const recognition = recognise(workbookOf(sheetOf("汇总", [HEADER, row, ...ROWS])), anshan2015, {
    defaultYear: 2015,
  });
  if (recognition === null) throw new Error("nothing was recognised");
  const { assessment, findings } = recognition;
  return {
    units: assessment.units.map(({ as }) => as),
    found: findings.filter(({ cell }) => cell !== null).map(({ code }) => code),
  };
}

const NOTHING = { units: ["铁东区政府", "铁西区政府"], found: [] };

describe("a row under the header that numbers the columns", () => {
  test.each<[string, CellValue[]]>([
    ["栏次", ["栏次", null, 1, 2, 3, 4, "5=1×55%+2×30%+3×10%+4×5%"]],
    ["letters over the names", ["甲", "乙", 1, 2, 3, 4, 5]],
    ["every column", [1, 2, 3, 4, 5, 6, 7]],
    ["numbers in circles", [null, null, "①", "②", "③", "④", "⑤=①×55%+②×30%+③×10%+④×5%"]],
    ["numbers in brackets", [null, null, "(1)", "(2)", "(3)", "(4)", "(5)"]],
  ])("holds no scores: %s", (_, row) => {
    expect(read(row)).toEqual(NOTHING);
  });

  test("is none where numbers are left out: scores without a unit stay a finding", () => {
    expect(read([null, null, 1, 3, 5, 7, 9]).found).toContain("row-without-unit");
  });

  test("is none where a unit is named", () => {
    expect(read(["第二组", "立山区政府", 1, 2, 3, 4, 2.05]).units).toContain("立山区政府");
  });
});
