import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { describedBytes } from "../../workbook/file/describedWorkbook";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

const SHEET = "汇总";

/** Made-up scores with faults: 95分 is text, 铁东区 an alias, 平时考核 a header that the scheme does not know. */
const FAULTY = {
  ...{ A1: "单位", B1: "平时考核", C1: "过程得分", D1: "领导评价得分", E1: "公众评议得分" },
  ...{ A2: "铁东区", B2: 91, C2: "95分", D2: 88, E2: 90 },
  ...{ A3: "立山区政府", B3: 82, C3: " 92 ", D3: 88, E3: 90 },
  ...{ A4: "铁西区政府", B4: 80, C4: 91, D4: 101, E4: 85 },
};

/** A made-up table of another office's scheme: full marks in the headers sum to 100. */
const OTHER_SCHEME = {
  ...{ A1: "单位", B1: "党建工作（40分）", C1: "业务工作（60分）", D1: "总分" },
  ...{ A2: "甲处", B2: 38, C2: 55, D2: 93 },
  ...{ A3: "乙处", B3: 36, C3: 58, D3: 94 },
  ...{ A4: "丙处", B4: 35, C4: 50, D4: 85 },
};

type Cells = Readonly<Record<string, string | number>>;

async function openCells(page: PanePage, name: string, cells: Cells): Promise<PanePage> {
  await page.workbench.openWorkbook({ name, bytes: describedBytes({ sheets: [{ name: SHEET, cells }] }) });
  return PanePage.beside(page.workbench);
}

async function valueAt(pane: PanePage, address: string): Promise<unknown> {
  const [[value] = []] = await pane.workbench.gridValues(SHEET, address);
  return value;
}

// The tests of each group go on from one another, as a clerk does in one sitting.

describe("a clerk who puts a workbook right", () => {
  let page: PanePage;
  let pane: PanePage;
  beforeAll(async () => {
    page = await PanePage.open({ reducedMotion: "reduce" });
    pane = await openCells(page, "有误.xlsx", FAULTY);
    await pane.check();
  });
  afterAll(() => page.close());

  test("is asked what an unknown column is, and the answer stands in the workbook", async () => {
    const summary = pane.content.getByText(/^各列用途：汇总!A1:E4（1 列待指定）$/);
    await summary.waitFor();
    expect(await axeViolations(pane)).toEqual([]);
    await pane.content.getByLabel("平时考核").selectOption("结果得分");
    await pane.content.getByRole("button", { name: "应用修改（1 列）" }).click();
    await pane.content.getByText("已按指定的用途重新检查").waitFor();
    const text = await pane.content.innerText();
    expect(text).toContain("结果得分 3/3");
    expect(text).not.toContain("待确认");
    expect(await pane.workbench.sheetNames()).toContain("PERF列用途");
  });

  test("sees only the findings of one severity when asked so", async () => {
    await pane.content.getByLabel("级别").selectOption({ label: "警告（2）" });
    expect(await pane.finding(`${SHEET}!D4`).count()).toBe(0);
    expect(await pane.finding(`${SHEET}!C2`).count()).toBe(1);
    await pane.content.getByLabel("级别").selectOption({ index: 0 });
    expect(await pane.finding(`${SHEET}!D4`).count()).toBe(1);
  });

  test("types into a cell: the report follows by itself, and leaves focus and folds alone", async () => {
    await pane.content.evaluate((main) => {
      main.scrollTop = 60;
    });
    await pane.workbench.type("D4", "89");
    await pane.content.getByText(/^工作簿改动后已重新检查/).waitFor();
    expect(await pane.finding(`${SHEET}!D4`).count()).toBe(0);
    expect(await pane.content.evaluate((main) => main.scrollTop)).toBe(60);
    expect(await pane.frame.evaluate(() => document.hasFocus())).toBe(false);
  });

  test("looks at the safe repairs, keeps one cell as it is, and repairs the others", async () => {
    await pane.content.getByRole("button", { name: "自动修复" }).click();
    await pane.content.getByRole("heading", { name: "可以自动修复的单元格" }).waitFor();
    expect(await pane.content.getByRole("listitem").allInnerTexts()).toHaveLength(3);
    expect(await axeViolations(pane)).toEqual([]);
    // However long the list is, its buttons are in sight.
    expect(await pane.button("rank").count()).toBe(0);
    // Names are the office's own: only numbers are ticked.
    expect(await pane.content.getByLabel("“铁东区” → 铁东区政府").isChecked()).toBe(false);
    await pane.content.getByRole("button", { name: "修复 2 个单元格" }).click();
    await pane.content.getByText("已修复 2 个单元格").waitFor();
    expect([await valueAt(pane, "A2"), await valueAt(pane, "C2"), await valueAt(pane, "C3")]).toEqual([
      "铁东区",
      95,
      92,
    ]);
    expect(await axeViolations(pane)).toEqual([]);
  });

  test("goes to the journal, and takes the repairs back", async () => {
    await pane.content.getByRole("button", { name: "查看工作表“修改记录”" }).click();
    await pane.waitForSelection("修改记录", "A1");
    await pane.content.getByRole("button", { name: "撤销修复", exact: true }).click();
    await pane.content.getByText("已恢复 2 个单元格的原值").waitFor();
    // The link that was clicked is gone: the keyboard goes on in the pane's content.
    expect(await pane.frame.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    expect([await valueAt(pane, "C2"), await valueAt(pane, "C3")]).toEqual(["95分", " 92 "]);
  });

  test("gets the findings on a sheet, and the way to it", async () => {
    await pane.content.getByRole("button", { name: "生成检查结果表" }).click();
    await pane.content.getByRole("button", { name: "查看工作表“检查结果”" }).click();
    await pane.waitForSelection("检查结果", "A1");
  });

  test("has the cells marked, and the marks cleared", async () => {
    const fillOfC2 = () =>
      pane.workbench.page.evaluate(
        (sheet) =>
          window.perfWorkbench?.grid.api
            .getActiveWorkbook()
            ?.getSheetByName(sheet)
            ?.getRange("C2")
            .getBackground() ?? "",
        SHEET,
      );
    const own = await fillOfC2();
    await pane.content.getByRole("button", { name: "问题单元格标色" }).click();
    await pane.content.getByText(/^已给 \d+ 个单元格标色/).waitFor();
    expect(await fillOfC2()).not.toBe(own);
    await pane.content.getByRole("button", { name: "取消标色" }).click();
    await pane.content.getByText(/^已取消 \d+ 个单元格的标色/).waitFor();
    expect(await fillOfC2()).toBe(own);
  });

  test("meets the same headers in another workbook: the answer is remembered", async () => {
    pane = await openCells(page, "另一本.xlsx", FAULTY);
    await pane.check();
    const text = await pane.content.innerText();
    expect(text).toContain("结果得分 3/3");
    expect(text).not.toContain("待确认");
  });

  test("takes the answer back, and is asked again", async () => {
    await pane.content.getByText("各列用途：汇总!A1:E4").click();
    await pane.content.getByLabel("平时考核").selectOption({ label: "恢复自动识别" });
    await pane.content.getByRole("button", { name: "应用修改（1 列）" }).click();
    // Without that column nobody can be ranked: that is not done unasked.
    await pane.frame.getByRole("button", { name: "仍然采用" }).click();
    await pane.content.getByText(/^各列用途：汇总!A1:E4（1 列待指定）$/).waitFor();
  });

  test("meets no error on the way", () => {
    expect(page.workbench.errors).toEqual([]);
  });
});

describe("a clerk whose office has another scheme", () => {
  let page: PanePage;
  beforeAll(async () => {
    page = await PanePage.open({ reducedMotion: "reduce" });
  });
  afterAll(() => page.close());

  test("has the one that the workbook shows, sees it, and ranks with it", async () => {
    const pane = await openCells(page, "处室.xlsx", OTHER_SCHEME);
    await pane.button("check").click();
    await pane.waitForCheck();
    const rows = await pane.content.getByRole("table").first().locator("tbody tr").allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/))).toEqual([
      ["党建工作", "40", "100%"],
      ["业务工作", "60", "100%"],
    ]);
    expect(await axeViolations(pane)).toEqual([]);
    await pane.rank();
    // 36 + 58 = 94, 38 + 55 = 93, 35 + 50 = 85
    const ranked = await pane.content.getByRole("row", { name: /处/ }).allInnerTexts();
    expect(ranked.map((row) => row.split(/\s+/).filter(Boolean))).toEqual([
      ["1", "乙处", "94.00"],
      ["2", "甲处", "93.00"],
      ["3", "丙处", "85.00"],
    ]);
    // The workbook keeps the scheme from now on; the built-in one is a choice away, and fits as little as before.
    await pane.frame.locator("footer summary").click();
    await pane.frame.getByLabel("考评方案").selectOption({ label: "改用内置方案" });
    await pane.frame.getByRole("heading", { name: "怎样排名" }).waitFor();
    await pane.frame.getByRole("button", { name: "返回" }).click();
    await pane.content.getByText(/没有找到成绩表/).waitFor();
    await pane.frame.locator("footer summary").click();
    await pane.frame.getByLabel("考评方案").selectOption({ label: "工作簿保存的方案" });
    await pane.content.getByText("党建工作 3/3").waitFor();
    await pane.content.getByText(/没有找到成绩表/).waitFor({ state: "detached" });
  });
});
