import { describe, expect, test } from "@jest/globals";
import { unzipSync, zipSync } from "fflate";
import { formulaAt, numberFormatAt, valueAt } from "../../../src/core/workbook/snapshot";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import { goldenParts } from "./goldenWorkbook";
import { opened, plannedSheet, sheetAt, snapshotOf, valueOf } from "./opened";

describe("cells written as at the screen", () => {
  test("values of every kind and formulas with their results are read back as written", async () => {
    const workbook = await opened(zipSync(goldenParts()));
    await workbook.putCells("汇总", [
      { row: 2, column: 1, value: 92.25, numberFormat: "0.0" },
      { row: 3, column: 1, value: "缺考 <1>" },
      { row: 3, column: 3, value: true },
      { row: 5, column: 0, value: null },
      { row: 6, column: 0, value: { formula: "=PERF.TOTAL(90,90,90,90)", value: 90 } },
      { row: 6, column: 1, value: { formula: '=IF(A1="","空",1)', value: "空" } },
      { row: 6, column: 2, value: { formula: "=1/0", value: { error: "#DIV/0!" } } },
      { row: 6, column: 3, value: { formula: "=1=1", value: true } },
    ]);
    const sheet = sheetAt(await snapshotOf(await workbook.save()), 0);
    expect(valueAt(sheet, { row: 2, column: 1 })).toBe(92.25);
    expect(numberFormatAt(sheet, { row: 2, column: 1 })).toBe("0.0");
    expect(valueAt(sheet, { row: 3, column: 1 })).toBe("缺考 <1>");
    expect(valueAt(sheet, { row: 3, column: 3 })).toBe(true);
    expect(formulaAt(sheet, { row: 6, column: 0 })).toBe("=PERF.TOTAL(90,90,90,90)");
    expect(formulaAt(sheet, { row: 6, column: 1 })).toBe('=IF(A1="","空",1)');
    const results = [0, 1, 2, 3].map((column) => valueAt(sheet, { row: 6, column }));
    expect(results).toEqual([90, "空", { error: "#DIV/0!" }, true]);
  });

  test("nothing but that sheet and what says to calculate anew is changed", async () => {
    const before = goldenParts();
    const workbook = await opened(zipSync(before));
    await workbook.putCells("汇总", [{ row: 2, column: 1, value: 92.25 }]);
    const after = unzipSync(await workbook.save());
    const text = (part: Uint8Array | undefined): string =>
      Buffer.from(part ?? new Uint8Array()).toString("base64");
    const changed = Object.keys(after).filter((part) => text(after[part]) !== text(before[part]));
    expect(changed.sort()).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  });
});

describe("a workbook made anew", () => {
  test("has its sheets in order, and bears our mark only where asked", async () => {
    const ours = plannedSheet();
    const clerks = { ...plannedSheet({ name: "汇总" }), mark: null };
    const workbook = valueOf(await newWorkbook([clerks, ours], "新.xlsx"));
    const { sheets } = await snapshotOf(await workbook.save());
    expect(sheets.map(({ name, mark }) => [name, mark])).toEqual([
      ["汇总", null],
      ["排名", { kind: "ranking", key: "2015-annual" }],
    ]);
  });
});

describe("how sheets look", () => {
  test("fonts, alignment, widths, heights and panes are as the file has them", async () => {
    const workbook = await opened(zipSync(goldenParts()));
    const look = workbook.looks().get("汇总");
    expect(look?.columnWidths.get(0)).toBe(22.625);
    expect(look?.rowHeights.get(0)).toBe(28.5);
    expect(look?.frozenRows).toBe(2);
    const title = look?.cells.find(({ row, column }) => row === 0 && column === 0)?.look;
    expect(title).toMatchObject({ fontName: "黑体", fontSize: 20, bold: true, horizontal: "center" });
  });
});
