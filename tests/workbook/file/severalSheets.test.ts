import { describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { clerksSheet } from "../../actions/notices/noticeRun";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import { plannedSheet, planOf, snapshotOf, valueOf } from "./opened";

const mark = (key: string) => ({ kind: "notice", key });

describe("several sheets in one plan", () => {
  test("are told apart in a file that has sheets of ours already", async () => {
    const file = valueOf(
      await newWorkbook([clerksSheet("一", [["甲"]]), clerksSheet("二", [["乙"]])], "新.xlsx"),
    );
    const sheets = ["丙", "丁", "戊"].map((text) =>
      plannedSheet({ name: text, mark: mark(text), cells: [[text]] }),
    );
    valueOf(await file.write(planOf({ sheets })));
    const snapshot = await snapshotOf(await file.save());
    expect(snapshot.sheets.map(({ name, values }) => [name, values[0]?.[0]])).toEqual([
      ["一", "甲"],
      ["二", "乙"],
      ["丙", "丙"],
      ["丁", "丁"],
      ["戊", "戊"],
    ]);
  });

  test("number their pages from one, and a print area is set on a sheet that stands", async () => {
    const file = valueOf(await newWorkbook([clerksSheet("一", [["甲"]])], "新.xlsx"));
    const planned = plannedSheet({ name: "通知", mark: mark("通知") });
    const page = { ...planned.page, firstPageNumber: 1 };
    valueOf(await file.write(planOf({ sheets: [{ ...planned, page }] })));
    const area = { row: 0, column: 0, rowCount: 9, columnCount: 3 };
    valueOf(await file.write(planOf({ printAreas: [{ sheet: "通知", area }] })));
    const parts = unzipSync(await file.save());
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(text("xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'通知'!$A$1:$C$9</definedName>`,
    );
    const sheet = Object.keys(parts).filter(
      (name) => name.startsWith("xl/worksheets/sheet") || name.includes("perf2"),
    );
    expect(sheet.map(text).join("")).toContain('firstPageNumber="1" useFirstPageNumber="1"');
  });
});
