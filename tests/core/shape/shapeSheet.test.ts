import { describe, expect, test } from "@jest/globals";
import type { ShapedTable } from "../../../src/core/shape/shape";
import { shapeSheet } from "../../../src/core/shape/shapeSheet";
import { columnLetters } from "../../../src/core/workbook/address";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf } from "../sheets";

type Rows = readonly (readonly CellValue[])[];

const NAMES = ["单位甲", "单位乙", "单位丙", "单位丁", "单位戊", "单位己", "单位庚", "单位辛"];

/** Rows of made-up units: a name and scores with one decimal. */
function unitRows(count: number, columns = 3, seed = 1): CellValue[][] {
  return NAMES.slice(0, count).map((name, row) => [name, ...scores(row, columns, seed)]);
}

function scores(row: number, columns: number, seed = 1): number[] {
  return Array.from(
    { length: columns },
    (_, column) => 60 + (((row * 37 + column * 71 + seed * 13) * 7919) % 400) / 10,
  );
}

/** A table in short: unit column, header rows and unit rows, all as on the sheet. */
function told({ grid, headerRows, rows, unitColumns }: ShapedTable): string {
  const units = rows.filter(({ kind }) => kind === "unit").map(({ row }) => row + 1);
  const names = unitColumns.map((column) => (grid.flipped ? column + 1 : columnLetters(column))).join("+");
  const header = headerRows?.map((row) => row + 1).join("-") ?? "none";
  return `${grid.flipped ? "flipped " : ""}${names || "nothing"} header ${header} units ${units.join(",")}`;
}

function tablesOf(rows: Rows, extras: Parameters<typeof sheetOf>[2] = {}): string[] {
  return shapeSheet(sheetOf("表", rows, extras)).tables.map(told);
}

describe("a table is found", () => {
  test("with its header and its units", () => {
    const rows = [["单位", "甲项", "乙项", "丙项"], ...unitRows(5)];
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6"]);
  });

  test("away from A1, under a title and a line of metadata", () => {
    const rows = [
      ["某市考核情况表"],
      ["填报日期：2031年1月"],
      ["单位", "甲项", "乙项", "丙项"],
      ...unitRows(5),
    ];
    expect(tablesOf(rows, { at: "C4", merges: ["C4:F4"] })).toEqual(["C header 6-6 units 7,8,9,10,11"]);
  });

  test("with a blank corner", () => {
    expect(tablesOf([[null, "甲项", "乙项", "丙项"], ...unitRows(5)])).toEqual([
      "A header 1-1 units 2,3,4,5,6",
    ]);
  });

  test("without a header", () => {
    expect(tablesOf(unitRows(6))).toEqual(["A header none units 1,2,3,4,5,6"]);
  });

  test("with a header of two rows", () => {
    const rows = [
      ["单位", "甲项", null, "乙项", null],
      [null, "得分", "名次", "得分", "名次"],
      ...unitRows(6, 4),
    ];
    expect(tablesOf(rows, { merges: ["A1:A2", "B1:C1", "D1:E1"] })).toEqual([
      "A header 1-2 units 3,4,5,6,7,8",
    ]);
  });

  test("with a header merged over a number and the names, where the names are the units", () => {
    const numbers = [1, "-", 3, 4, 5];
    const rows = [
      ["参评单位", null, "甲项", "乙项"],
      ...numbers.map((number, row) => [number, NAMES[row] ?? "", ...scores(row, 2)]),
    ];
    expect(tablesOf(rows, { merges: ["A1:B1"] })).toEqual(["B header 1-1 units 2,3,4,5,6"]);
  });

  test("with headers that are numbers written as texts", () => {
    const rows = [["单位", "1.1", "1.2", "2.1"], ...unitRows(6)];
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6,7"]);
  });

  test("below another, and each has its own rows", () => {
    const header = ["单位", "甲项", "乙项", "丙项"];
    const rows = [["第一组"], header, ...unitRows(4), [], ["第二组"], header, ...unitRows(4, 3, 2)];
    expect(tablesOf(rows)).toEqual(["A header 2-2 units 3,4,5,6", "A header 9-9 units 10,11,12,13"]);
  });

  test("beside another across a blank column", () => {
    const rows = [
      ["单位", "甲项", null, "科室", "乙项"],
      ...NAMES.slice(0, 5).map((name, row) => [
        name,
        ...scores(row, 1),
        null,
        `科室${name}`,
        ...scores(row, 1, 5),
      ]),
    ];
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6", "D header 1-1 units 2,3,4,5,6"]);
  });

  test("beside another without a blank column, when the same names come in another order", () => {
    const other = [3, 1, 4, 0, 6, 2, 7, 5];
    const rows = [
      ["单位", "甲项", "单位", "乙项"],
      ...NAMES.map((name, row) => [
        name,
        ...scores(row, 1),
        NAMES[other[row] ?? 0] ?? "",
        ...scores(row, 1, 5),
      ]),
    ];
    expect(tablesOf(rows)).toEqual([
      "A header 1-1 units 2,3,4,5,6,7,8,9",
      "C header 1-1 units 2,3,4,5,6,7,8,9",
    ]);
  });

  test("once, when its header comes again in the middle", () => {
    const header = ["单位", "甲项", "乙项", "丙项"];
    const rows = [header, ...unitRows(4), header, ...unitRows(8).slice(4)];
    const [table, ...others] = shapeSheet(sheetOf("表", rows)).tables;
    expect(others).toEqual([]);
    expect(table?.rows.map(({ kind }) => kind)).toEqual([
      ...Array<string>(4).fill("unit"),
      "header",
      ...Array<string>(4).fill("unit"),
    ]);
  });
});

describe("a row is no unit", () => {
  const header = ["单位", "甲项", "乙项", "丙项"];

  function below(last: (columns: readonly number[][]) => readonly CellValue[]): Rows {
    const units = unitRows(6);
    const columns = [1, 2, 3].map((column) => units.map((row) => Number(row[column])));
    return [header, ...units, last(columns)];
  }

  test("when it is the sum of the rows above", () => {
    const rows = below((columns) => [
      "合计",
      ...columns.map((all) => all.reduce((sum, one) => sum + one, 0)),
    ]);
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6,7"]);
  });

  test("when it is their mean, with whatever name", () => {
    const rows = below((columns) => [
      "单位壬",
      ...columns.map((all) => Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 100) / 100),
    ]);
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6,7"]);
  });

  test("when its formulas go over the rows above", () => {
    const rows = below(() => ["其他", 91, 92, 93]);
    const formulas = { B8: "=MAX(B2:B7)", C8: "=MAX(C2:C7)", D8: "=MAX(D2:D7)" };
    expect(tablesOf(rows, { formulas })).toEqual(["A header 1-1 units 2,3,4,5,6,7"]);
  });

  test("when it is a note or a signature line", () => {
    const rows = [
      header,
      ...unitRows(6),
      [],
      ["注：以上数据由各单位报送，经核对后汇总，如有疑问请与考核办公室联系。"],
      ["制表人：", null, "审核人："],
    ];
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6,7"]);
  });

  test("when it is a template's line with only a running number", () => {
    const units = unitRows(6).map((row, index) => [index + 1, ...row]);
    const rows = [["序号", ...header], ...units, [7], [8], [9]];
    expect(tablesOf(rows)).toEqual(["B header 1-1 units 2,3,4,5,6,7"]);
  });

  test("but it is one when the table lists it and its scores are blank", () => {
    const units = unitRows(6);
    const rows = [header, ...units.slice(0, 3), ["单位庚", null, null, null], ...units.slice(3)];
    expect(tablesOf(rows)).toEqual(["A header 1-1 units 2,3,4,5,6,7,8"]);
  });
});

describe("units are told apart", () => {
  test("by the class beside the name where a name comes twice", () => {
    const classes = [1901, 1902, 1901, 1801, 1802];
    const names = ["员工甲", "员工甲", "员工乙", "员工丙", "员工丁"];
    const rows = [
      ["序号", "班级", "姓名", "甲项", "乙项"],
      ...names.map((name, row) => [row + 1, classes[row] ?? 0, name, ...scores(row, 2)]),
    ];
    expect(tablesOf(rows)).toEqual(["C+B header 1-1 units 2,3,4,5,6"]);
  });

  test("in long form by a key of two columns", () => {
    const rows = [
      ["单位", "指标", "得分"],
      ...NAMES.slice(0, 4).flatMap((name, unit) =>
        ["甲项", "乙项", "丙项"].map((item, row) => [name, item, ...scores(unit * 3 + row, 1)]),
      ),
    ];
    const [table] = shapeSheet(sheetOf("表", rows)).tables;
    expect(table?.long).toEqual([0, 1]);
    expect(table?.unitColumns).toEqual([0]);
  });
});

describe("units stand in columns", () => {
  test("when weights down a column weigh their figures into totals", () => {
    const weights = [0.5, 0.2, 0.3];
    const units = [0, 1, 2, 3].map((unit) => scores(unit, 3));
    const totals = units.map((own) =>
      own.reduce((sum, score, item) => sum + score * (weights[item] ?? 0), 0),
    );
    const rows = [
      ["指标", "权重", ...NAMES.slice(0, 4)],
      ...["质量", "进度", "群众评价"].map((item, row) => [
        item,
        weights[row] ?? 0,
        ...units.map((own) => own[row] ?? 0),
      ]),
      ["总分", 1, ...totals],
    ];
    expect(tablesOf(rows)).toEqual(["flipped 1 header 1-2 units 3,4,5,6"]);
  });

  test("when a row gives the places of another row", () => {
    const units = [0, 1, 2, 3, 4].map((unit) => scores(unit, 3));
    const totals = [81, 95, 77, 90, 64];
    const rows = [
      ["指标", ...NAMES.slice(0, 5)],
      ...["质量", "进度", "群众评价"].map((item, row) => [item, ...units.map((own) => own[row] ?? 0)]),
      ["总分", ...totals],
      ["名次", 3, 1, 4, 2, 5],
    ];
    expect(tablesOf(rows)).toEqual(["flipped 1 header 1-1 units 2,3,4,5,6"]);
  });
});
