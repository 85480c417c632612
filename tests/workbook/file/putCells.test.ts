import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { formulaAt, numberFormatAt, valueAt } from "../../../src/core/workbook/snapshot";
import { changeResults } from "../../../src/workbook/file/cellEdits";
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

describe("results of formulas that stay", () => {
  /** Two formulas of which the second shares the first one's, in a worksheet whose elements have a prefix. */
  const shared =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
    '<x:row r="1"><x:c r="A1" s="2" t="str"><x:f t="shared" ref="A1:A3" si="0">B1&amp;"分"</x:f><x:v>90分</x:v></x:c></x:row>' +
    '<x:row r="2"><x:c r="A2"><x:f t="shared" si="0"/><x:v>1</x:v></x:c></x:row>' +
    '<x:row r="3"><x:c r="A3"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const change = (row: number, result: CellValue) => ({ row, column: 0, result });

  test("are stored beside them, whatever kind they are", () => {
    const changed = changeResults(shared, [change(0, 91.5), change(1, { error: "#N/A" })], "sheet1.xml");
    expect(changed).toContain(
      '<x:c r="A1" s="2" t="n"><x:f t="shared" ref="A1:A3" si="0">B1&amp;"分"</x:f><x:v>91.5</x:v></x:c>',
    );
    expect(changed).toContain('<x:c r="A2" t="e"><x:f t="shared" si="0"/><x:v>#N/A</x:v></x:c>');
    const texts = changeResults(shared, [change(0, true), change(1, "<优>")], "sheet1.xml");
    expect(texts).toContain('t="b"><x:f t="shared" ref="A1:A3" si="0">B1&amp;"分"</x:f><x:v>1</x:v>');
    expect(texts).toContain('t="str"><x:f t="shared" si="0"/><x:v>&lt;优&gt;</x:v>');
  });

  test("are none for a cell that has no formula", () => {
    expect(changeResults(shared, [change(2, 6), change(7, 6)], "sheet1.xml")).toBe(shared);
  });

  test("are stored by the errors that files know", () => {
    expect(changeResults(shared, [change(1, { error: "#SPILL!" })], "sheet1.xml")).toContain(
      'r="A2" t="e"><x:f t="shared" si="0"/><x:v>#VALUE!</x:v>',
    );
  });
});

describe("a workbook made anew", () => {
  // LibreOffice shows the stored texts of formulas that it cannot calculate in such files only.
  test("says who made it by a name that LibreOffice trusts", async () => {
    const workbook = valueOf(await newWorkbook([plannedSheet()], "新.xlsx"));
    const parts = unzipSync(await workbook.save());
    const text = (part: string) => new TextDecoder().decode(parts[part]);
    expect(text("docProps/app.xml")).toMatch(/<Application>Microsoft Excel Compatible/);
    expect(text("_rels/.rels")).toContain('Target="docProps/app.xml"');
    expect(text("[Content_Types].xml")).toContain('PartName="/docProps/app.xml"');
  });

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

  test("an alignment that there is not is left out, whatever its name", async () => {
    const parts = goldenParts();
    const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
    const odd = styles.replace('horizontal="center"', 'horizontal="constructor"');
    expect(odd).not.toBe(styles);
    const workbook = await opened(zipSync({ ...parts, "xl/styles.xml": strToU8(odd) }));
    const cells = workbook.looks().get("汇总")?.cells;
    expect(cells?.find(({ row, column }) => row === 0 && column === 0)?.look).not.toHaveProperty(
      "horizontal",
    );
  });
});
