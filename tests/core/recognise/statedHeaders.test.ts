import { describe, expect, test } from "@jest/globals";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf } from "../sheets";
import { first, marks, ranks, read, rowOf } from "./scoreTables";

describe("what a header states", () => {
  test("another weight than the scheme's is shown", () => {
    const rows = [
      ["单位", "结果得分（50%）", "过程得分", "领导评价", "公众评议"],
      rowOf(first, 0).slice(0, 5),
    ];
    expect(marks(read([sheetOf("汇总", rows)]))).toEqual(["weight-differs B1"]);
  });

  test("another full mark than the scheme's makes the scores unusable", () => {
    const rows = [
      ["单位", "结果得分（满分55分）", "过程得分", "领导评价", "公众评议"],
      ["海城市政府", 50, 88, 90, 85],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(marks(recognition)).toEqual(["full-mark-differs B1"]);
    expect(ranks(recognition)).toEqual([]);
  });

  test("two columns that both say the same are unclear, and neither is used", () => {
    const rows = [
      ["单位", "结果得分", "结果得分", "过程得分", "领导评价", "公众评议"],
      ["海城市政府", 90, 91, 88, 90, 85],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(marks(recognition).filter((mark) => mark.startsWith("column-unclear"))).toEqual([
      "column-unclear B1",
      "column-unclear C1",
    ]);
    expect(ranks(recognition)).toEqual([]);
  });

  test("of a score and its weighted share only the score counts", () => {
    const rows: CellValue[][] = [
      ["单位", "结果得分", null, "过程得分", null, "领导评价", "公众评议"],
      [null, "得分", "折算分", "得分", "折算分"],
      ["海城市政府", 92.5, 50.875, 88, 26.4, 90, 85.25],
    ];
    const recognition = read([
      sheetOf("汇总", rows, { merges: ["A1:A2", "B1:C1", "D1:E1", "F1:F2", "G1:G2"] }),
    ]);
    // 50.875+26.4+9+4.2625 = 90.5375
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 90.54"]);
  });
});
