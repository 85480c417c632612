import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync, zipSync } from "fflate";
import { goldenParts } from "../../workbook/file/goldenWorkbook";
import { snapshotOf } from "../../workbook/file/opened";
import { stylesWith, workbookBytes } from "../../workbook/file/workbookText";
import { formulaAt, valueAt } from "../../../src/core/workbook/snapshot";
import { WorkbenchPage } from "../workbenchPage";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await WorkbenchPage.open();
});
afterAll(() => workbench.close());

describe("a clerk's own file", () => {
  let saved: Uint8Array;

  test("is opened and shown", async () => {
    await workbench.openFile({ name: "成绩.xlsx", bytes: zipSync(goldenParts()) });
    await workbench.waitForStatus(/已打开 成绩\.xlsx/);
    expect(await workbench.sheetNames()).toEqual(["汇总", "排名", "说明"]);
    expect(await workbench.readByOffice("汇总", "A3:B4")).toEqual([
      ["海城市", 91.5],
      ["台安县", "88 "],
    ]);
  });

  test("is saved with what was typed and what the add-in wrote", async () => {
    await workbench.type("B3", "92.25");
    // 90×55% + 90×30% + 90×10% + 90×5% + 3 = 93
    await workbench.type("E3", "=PERF.TOTAL(90,90,90,90,3)");
    const file = await workbench.save();
    expect(file.name).toBe("成绩.xlsx");
    saved = file.bytes;
    const [summary] = (await snapshotOf(saved)).sheets;
    if (!summary) throw new Error("the saved file has no sheet");
    expect(valueAt(summary, { row: 2, column: 1 })).toBe(92.25);
    expect(formulaAt(summary, { row: 2, column: 4 })).toBe("=PERF.TOTAL(90,90,90,90,3)");
    expect(valueAt(summary, { row: 2, column: 4 })).toBe(93);
  });

  test("keeps what the workbench knows nothing about", () => {
    const before = goldenParts();
    const after = unzipSync(saved);
    for (const part of ["xl/comments1.xml", "xl/externalLinks/externalLink1.xml", "xl/future/part.bin"]) {
      expect(after[part]).toEqual(before[part]);
    }
    const sheet = new TextDecoder().decode(after["xl/worksheets/sheet1.xml"]);
    expect(sheet).toContain('<dataValidation type="decimal"');
    expect(sheet).toContain('<cfRule type="dataBar"');
    expect(sheet).toContain("<f>B3*[1]Sheet1!$A$1</f>");
  });

  test("opens again as it was saved", async () => {
    await workbench.openFile({ name: "再开.xlsx", bytes: saved });
    await workbench.waitForStatus(/已打开 再开\.xlsx/);
    expect(await workbench.readByOffice("汇总", "B3:E3")).toEqual([[92.25, 50.325, "", 93]]);
  });
});

test("results that change with a score are saved, in the clerk's own file", async () => {
  await workbench.openFile({ name: "成绩.xlsx", bytes: zipSync(goldenParts()) });
  await workbench.waitForStatus(/已打开 成绩\.xlsx/);
  await workbench.type("E3", "=PERF.TOTAL(B3,90,90,90)");
  await workbench.type("E4", "=PERF.EXPLAIN(B3,90,90,90)");
  await workbench.type("F3", "=PERF.TOTAL(B3:B4,90,90,90)");
  const { bytes } = await workbench.save();
  await workbench.openFile({ name: "二.xlsx", bytes });
  await workbench.waitForStatus(/已打开 二\.xlsx/);
  await workbench.type("B3", "80");
  const [sheet] = (await snapshotOf((await workbench.save()).bytes)).sheets;
  if (!sheet) throw new Error("the saved file has no sheet");
  // 80×55% + 90×45% = 44 + 40.5 = 84.5; "88 " in B4 is a text that the ranking reads, too: 48.4 + 40.5.
  expect(valueAt(sheet, { row: 2, column: 4 })).toBe(84.5);
  expect(valueAt(sheet, { row: 3, column: 4 })).toBe("80×55%+90×30%+90×10%+90×5% = 84.50");
  expect(valueAt(sheet, { row: 2, column: 5 })).toBe(84.5);
  expect(valueAt(sheet, { row: 3, column: 5 })).toBe(88.9);
  expect(formulaAt(sheet, { row: 2, column: 5 })).toBe("=PERF.TOTAL(B3:B4,90,90,90)");
});

test("dates of a workbook that counts from 1904 are shown, calculated and saved as they are", async () => {
  // 40,678 days from 1 January 1904 to 16 May 2015.
  const bytes = workbookBytes({
    before: '<workbookPr date1904="1"/>',
    styles: stylesWith("yyyy-mm-dd"),
    sheets: [
      { name: "甲", rows: '<row r="1"><c r="A1" s="1"><v>40678</v></c><c r="B1"><v>40678</v></c></row>' },
    ],
  });
  await workbench.openFile({ name: "1904.xlsx", bytes });
  await workbench.waitForStatus(/已打开 1904\.xlsx/);
  await workbench.type("C1", '=TEXT(A1,"yyyy-mm-dd")');
  expect(await workbench.readByOffice("甲", "A1:C1")).toEqual([[40678, 40678, "2015-05-16"]]);
  const [sheet] = (await snapshotOf((await workbench.save()).bytes)).sheets;
  if (!sheet) throw new Error("the saved file has no sheet");
  expect(sheet.values[0]).toEqual([40678, 40678, "2015-05-16"]);
});

test("a file whose rows have moved is made anew from the grid, and the clerk is told what that costs", async () => {
  await workbench.startOver();
  await workbench.page.evaluate(() => {
    window.perfWorkbench?.grid.api.getActiveWorkbook()?.getActiveSheet().insertRowBefore(4);
  });
  const { bytes } = await workbench.save();
  await workbench.waitForStatus(/按表格重新生成/);
  const [summary] = (await snapshotOf(bytes)).sheets;
  if (!summary) throw new Error("the saved file has no sheet");
  expect(valueAt(summary, { row: 4, column: 2 })).toBeNull();
  expect(valueAt(summary, { row: 5, column: 2 })).toBe("海城市");
  // The office's averages stand one row lower, over one row more.
  expect(formulaAt(summary, { row: 76, column: 3 })).toBe("=AVERAGE(D6:D76)");
});

test("what is no workbook is refused in one line, and the open one stays", async () => {
  await workbench.startOver();
  await workbench.openFile({ name: "说明.txt.xlsx", bytes: new TextEncoder().encode("不是工作簿") });
  await workbench.waitForStatus(/不是 Excel 工作簿/);
  expect(await workbench.sheetNames()).toEqual(["年度汇总", "填表说明"]);
});
