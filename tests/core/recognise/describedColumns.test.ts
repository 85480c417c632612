import { expect, test } from "@jest/globals";
import type { RecognisedColumn } from "../../../src/core/assessment/assessment";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parsePeriod } from "../../../src/core/scheme/period";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** The columns of a sheet's first table as the clerk sees them. */
function described(rows: readonly CellValue[][], periodId?: string): readonly RecognisedColumn[] {
  const period = periodId === undefined ? null : parsePeriod(periodId);
  const options = { defaultYear: 2015, ...(period ? { period } : {}) };
  const recognition = recognise(workbookOf(sheetOf("汇总", rows)), anshan2015, options);
  return recognition?.assessment.tables[0]?.columns ?? [];
}

/** Header, role and reason; a question mark where the clerk is asked because figures are not used. */
function inShort(columns: readonly RecognisedColumn[]): string[] {
  return columns.map(
    ({ header, role, reason, unusedFigures }) => `${header} ${role} ${reason}${unusedFigures ? "?" : ""}`,
  );
}

test("columns that claim one role equally are shown without it, and the clerk is asked", () => {
  const columns = described([
    ["单位", "结果", "结果分", "过程得分", "领导评价", "公众评议"],
    ["海城市政府", 90, 91, 88, 90, 85],
  ]);
  expect(inShort(columns).slice(1, 4)).toEqual([
    "结果 unknown twice?",
    "结果分 unknown twice?",
    "过程得分 component:process name",
  ]);
});

test("a column that gave way to a surer one is shown without a role, and nobody is asked", () => {
  const columns = described([
    ["单位", "结果得分", "结果", "过程得分", "领导评价", "公众评议"],
    ["海城市政府", 90, 91, 88, 90, 85],
  ]);
  expect(inShort(columns).slice(1, 3)).toEqual(["结果得分 component:result name", "结果 unknown weaker"]);
});

test("of a column a quarter, those of the other quarters are shown as such, and nobody is asked", () => {
  const rows: CellValue[][] = [
    ["单位", "第一季度", "第二季度", "过程得分"],
    [null, "结果得分", "结果得分", null],
    ["海城市政府", 90, 91, 88],
  ];
  expect(inShort(described(rows, "2015-q2")).slice(1, 3)).toEqual([
    "第一季度 / 结果得分 unknown other-period",
    "第二季度 / 结果得分 component:result name",
  ]);
});
