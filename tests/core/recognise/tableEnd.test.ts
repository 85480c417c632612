import { expect, test } from "@jest/globals";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const scores: CellValue[][] = [
  ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
  ["海城市政府", 92.5, 88, 90, 85.25],
  ["台安县政府", 91.5, 88, 90, 85],
];

function unitsOf(rows: CellValue[][]): string[] {
  const recognition = recognise(workbookOf(sheetOf("成绩", rows)), anshan2015, { defaultYear: 2015 });
  return recognition?.assessment.units.map(({ as }) => as) ?? [];
}

test("a small table of other headings after a blank row is not read on as units", () => {
  const rows = [...scores, [], ["组别", "单位数", "平均分", "最高分", "最低分"], ["第一组", 2, 90.1, 91, 89]];
  expect(unitsOf(rows)).toEqual(["海城市政府", "台安县政府"]);
});

test("units after a blank row, a section row or a repeated header are read on", () => {
  const rows = [
    ...scores,
    [],
    ["第二组"],
    ["铁东区政府", 80, 90, 85, 80],
    [],
    ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
    ["铁西区政府", 81, 90, 85, 80],
  ];
  expect(unitsOf(rows)).toEqual(["海城市政府", "台安县政府", "铁东区政府", "铁西区政府"]);
});

test("a unit whose scores are all marks of absence is still a unit", () => {
  const rows = [
    ...scores,
    [],
    ["铁东区政府", "缺考", "缺考", "缺考", "缺考"],
    ["铁西区政府", 81, 90, 85, 80],
  ];
  expect(unitsOf(rows)).toEqual(["海城市政府", "台安县政府", "铁东区政府", "铁西区政府"]);
});
