import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { planSchemeSheet } from "../../../src/core/reports/schemeSheet";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import { openWorkbook } from "../../../src/workbook/file/openWorkbook";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

const SHEET = "年度汇总";
const SCHEME = "考评方案";

// The tests go on from one another, as a clerk does in one sitting.

describe("a clerk who edits the office's own rules", () => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.open();
    await pane.check();
    await pane.frame.locator(".settings-summary").click();
  });
  afterAll(() => pane.close());

  /** A1 row number of the row of 考评方案 that begins with a text. */
  async function rowOf(text: string): Promise<string> {
    const values = await pane.workbench.gridValues(SCHEME, "A1:A60");
    return String(values.findIndex(([first]) => first === text) + 1);
  }

  test("has them on a sheet with one click", async () => {
    await pane.frame.getByRole("button", { name: "编辑考评方案" }).click();
    await pane.content.getByText("已生成“考评方案”表").waitFor();
    expect(await pane.workbench.sheetNames()).toContain(SCHEME);
    expect((await pane.workbench.selection()).sheet).toBe(SCHEME);
    expect(await axeViolations(pane)).toEqual([]);
  });

  test("sees the check follow what is typed there, and what is wrong with its cell", async () => {
    const row = await rowOf("结果得分");
    await pane.edit(SCHEME, `C${row}`, 0.5);
    const sum = await rowOf("合计");
    await pane.content.getByText(`${SCHEME}!E${sum}：各项满分×权重之和为 95，应为 100`).waitFor();
    await pane.edit(SCHEME, `C${row}`, 0.55);
    await pane.waitForWords("updated");
  });

  test("saves it with its drop-downs, opens it again, and they are there", async () => {
    const saved = await pane.workbench.save();
    const opened = await openWorkbook(saved.bytes, saved.name);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.looks().get(SCHEME)?.dropDowns).toHaveLength(
      planSchemeSheet(anshan2015).dropDowns?.length ?? 0,
    );
    expect(pane.workbench.errors).toEqual([]);
  });
});

describe("a clerk with last year's workbook", () => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.open();
    await pane.check();
    await pane.frame.locator(".settings-summary").click();
  });
  afterAll(() => pane.close());

  test("takes its rules over; a file that is none is refused in one line", async () => {
    const picker = pane.frame.locator("input[type=file]");
    await picker.setInputFiles({ name: "照片.jpg", mimeType: "image/jpeg", buffer: Buffer.from("JPEG") });
    await pane.content.getByText("不是 Excel 工作簿：照片.jpg").waitFor();
    expect(await pane.workbench.sheetNames()).toEqual([SHEET, "填表说明"]);
    const made = await newWorkbook([planSchemeSheet(anshan2015)], "去年.xlsx", "1900");
    if (!made.ok) throw new Error(made.problem.code);
    const buffer = Buffer.from(await made.value.save());
    await picker.setInputFiles({ name: "去年.xlsx", mimeType: "application/octet-stream", buffer });
    await pane.content.getByText("已带入方案“2016年度市政府绩效管理”").waitFor();
    expect(await pane.workbench.sheetNames()).toContain(SCHEME);
    expect(pane.workbench.errors).toEqual([]);
  });
});
