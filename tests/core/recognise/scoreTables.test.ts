import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf } from "../sheets";
import { first, firstRanks, header, marks, ranks, read, rowOf, second, secondRanks } from "./scoreTables";

describe("score tables", () => {
  test("a plain table under title rows", () => {
    const recognition = read([
      sheetOf("汇总", [["2015年度绩效考评成绩汇总表"], ["单位：分"], header, ...first, ...second], {
        merges: ["A1:G1"],
      }),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(recognition.assessment.period.id).toBe("2015-annual");
  });

  test("a two-row merged header, a group column merged downward, blank total and rank columns, average and note rows", () => {
    const rows: CellValue[][] = [
      ["2015年度绩效考评成绩汇总表"],
      [
        "序号",
        "组别",
        "单位名称",
        "考核成绩（85%）",
        null,
        "评议评价成绩（15%）",
        null,
        "加减分",
        null,
        "总成绩",
        "名次",
        "备注",
      ],
      [null, null, null, "结果得分（55%）", "过程得分（30%）", "领导评价", "公众评议", "加分", "扣分"],
      [1, "第一组", ...rowOf(first, 0)],
      [2, null, ...rowOf(first, 1)],
      [3, null, ...rowOf(first, 2)],
      [4, "第二组", ...rowOf(second, 0)],
      [5, null, ...rowOf(second, 1)],
      [6, null, ...rowOf(second, 2)],
      [7, null, ...rowOf(second, 3)],
      ["平均分", null, null, 85.7, 90.1, 86.4, 81.5],
      ["注：本表数据为虚构。"],
      ["审核人：", null, null, "日期："],
    ];
    const recognition = read([
      sheetOf("汇总", rows, {
        merges: [
          "A1:L1",
          "A2:A3",
          "B2:B3",
          "C2:C3",
          "D2:E2",
          "F2:G2",
          "H2:I2",
          "J2:J3",
          "K2:K3",
          "L2:L3",
          "B4:B6",
          "B7:B10",
          "A12:L12",
        ],
      }),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(marks(recognition)).toEqual([]);
    expect(recognition.assessment.tables[0]?.headerRows).toEqual([1, 2]);
  });

  test("a group column repeated in every row", () => {
    const rows = [
      ["组别", ...header],
      ...first.map((row) => ["第一组", ...row]),
      ...second.map((row) => ["第二组", ...row]),
    ];
    expect(ranks(read([sheetOf("汇总", rows)]))).toEqual([...firstRanks, ...secondRanks]);
  });

  test("one sheet per group, with a sheet of text between", () => {
    const recognition = read([
      sheetOf("第一组", [header, ...first]),
      sheetOf("说明", [["本表由各单位填报，数据为虚构。"]]),
      sheetOf("第二组", [header, ...second]),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(recognition.assessment.tables.map(({ kind }) => kind)).toEqual(["scores", "not-data", "scores"]);
  });

  test("section rows that name the group", () => {
    const rows: CellValue[][] = [header, ["一、第一组"], ...first, ["二、第二组"], ...second];
    const recognition = read([sheetOf("汇总", rows, { merges: ["A2:G2", "A6:G6"] })]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(marks(recognition)).toEqual([]);
  });

  test("a table that begins far from A1, with its columns in another order", () => {
    const order = [0, 4, 6, 1, 5, 3, 2];
    const rows = [header, ...first, ...second].map((row) => order.map((column) => row[column] ?? null));
    expect(ranks(read([sheetOf("汇总", rows, { at: "F20" })]))).toEqual([...firstRanks, ...secondRanks]);
  });

  test("units as columns", () => {
    const table = [header, ...first, ...second];
    const flipped = header.map((_, column) => table.map((row) => row[column] ?? null));
    const recognition = read([sheetOf("汇总", flipped)]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(recognition.assessment.units[0]?.source).toEqual({ sheet: "汇总", row: 0, column: 1 });
  });

  test("a title above units in columns is no total of theirs", () => {
    const table = [[...header, "总成绩"], ...first.map((row) => [...row, null])];
    const flipped = table[0]?.map((_, column) => table.map((row) => row[column] ?? null)) ?? [];
    const totals = flipped.at(-1) ?? [];
    totals.splice(1, 3, 91.54, 89.98, 91.5);
    const recognition = read([sheetOf("汇总", [["2015年度绩效考评成绩"], ...flipped])]);
    expect(marks(recognition)).toEqual([]);
    expect(recognition.assessment.units.map(({ statedTotal }) => statedTotal !== null)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("components spread over several sheets come together by unit", () => {
    const recognition = read([
      sheetOf("考核成绩", [header.slice(0, 3), ...[...first, ...second].map((row) => row.slice(0, 3))]),
      sheetOf("评议评价", [
        ["单位", "领导评价得分", "公众评议得分", "加分", "扣分"],
        ...[...second, ...first].map((row) => [row[0] ?? null, ...row.slice(3)]),
      ]),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
  });

  test("whatever the order of the rows, every unit keeps its rank", () => {
    const rows = [...first, ...second];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(ranks(read([sheetOf("汇总", [header, ...shuffled])]))).toEqual([
          ...firstRanks,
          ...secondRanks,
        ]);
      }),
      { numRuns: 25 },
    );
  });

  test("equal printed totals always tie, however their figures differ", () => {
    // 92.5375 and 92.5351 of exact total both print 92.54.
    const rows: CellValue[][] = [
      ["海城市政府", 92.5, 92.5, 92.5, 93.25, null, null],
      ["台安县政府", 92.5, 92.5, 92.5, 93.2, null, null],
      ["岫岩县政府", 92.5, 92.5, 92.5, 92.5, null, null],
    ];
    expect(ranks(read([sheetOf("汇总", [header, ...rows])]))).toEqual([
      "第一组 1 海城市政府 92.54",
      "第一组 1 台安县政府 92.54",
      "第一组 3 岫岩县政府 92.50",
    ]);
  });
});
