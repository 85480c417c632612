import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { workbookBytes } from "../../workbook/file/workbookText";
import { WorkbenchPage } from "../workbenchPage";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

/** A trade that nobody knows: no header says anything, nothing is a total, a line of weights stands under the header. */
const ROWS: readonly (readonly (string | number)[])[] = [
  ["乌鲁鲁登记簿"],
  ["嗒", "咕噜", "啵啵", "哇卡", "呜噗", "唏嗒", "哔哔", "嘟呐"],
  [1, "东湖", "上", 80, 90, 70, 2, "甲乙"],
  [2, "西山", "下", 90, 60, 85, 0, "丙"],
  [3, "南坡", "上", 75, 95, 88, 1, "丁"],
  [4, "北岭", "下", 60, 70, 65.5, 0, "戊"],
  [5, "中洲", "上", 88, 72, 91, 3, "己"],
  [6, "外滩", "下", 71, 83, 77, 0, "庚"],
];

function sheetRows(rows: readonly (readonly (string | number)[])[]): string {
  return rows
    .map((cells, row) => {
      const texts = cells.map((cell, column) => {
        const address = `${String.fromCharCode(65 + column)}${String(row + 1)}`;
        return typeof cell === "number"
          ? `<c r="${address}"><v>${String(cell)}</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${String(row + 1)}">${texts.join("")}</row>`;
    })
    .join("");
}

describe("a workbook of an unknown trade", () => {
  let workbench: WorkbenchPage;
  let pane: PanePage;
  let clicks = 0;
  beforeAll(async () => {
    workbench = await WorkbenchPage.open();
    await workbench.openWorkbook({
      name: "登记簿.xlsx",
      bytes: workbookBytes({
        sheets: [
          { name: "说明", rows: sheetRows([["只有文字"]]) },
          { name: "登记", rows: sheetRows(ROWS) },
        ],
      }),
    });
    pane = await PanePage.beside(workbench);
  });
  afterAll(() => workbench.close());

  async function chooseRole(column: string, role: string): Promise<void> {
    await pane.frame.getByLabel(column).selectOption({ label: role });
    clicks += 2;
  }

  async function press(name: string): Promise<void> {
    await pane.frame.getByRole("button", { name, exact: true }).click();
    clicks += 1;
  }

  /** Rank, unit and total of the first five that the settling view shows. */
  async function firstFive(): Promise<string[]> {
    await pane.frame.locator(".settling-preview[aria-busy=false]").waitFor();
    const rows = pane.frame.locator(".settling-first tbody tr");
    return (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, " ").trim());
  }

  test("opens the settling view in place of a refusal, with a ranking at once", async () => {
    await pane.button("rank").click();
    clicks += 1;
    await pane.frame.getByRole("heading", { name: "怎样排名" }).waitFor();
    expect(await pane.frame.getByLabel("工作表").inputValue()).toBe("登记");
    expect(await pane.frame.getByLabel("B 列 咕噜").inputValue()).toBe("unit");
    expect(await firstFive()).toHaveLength(5);
    expect(await axeViolations(pane)).toEqual([]);
  });

  test("shows what follows from each answer", async () => {
    // Two kinds of words look like groups.
    expect(await firstFive()).toEqual([
      "1 南坡 259.00",
      "2 中洲 254.00",
      "3 东湖 242.00",
      "1 西山 235.00",
      "2 外滩 231.00",
    ]);
    await chooseRole("C 列 啵啵", "不用");
    await chooseRole("G 列 哔哔", "加分");
    // 75+95+88+1, 88+72+91+3, 80+90+70+2, 90+60+85, 71+83+77
    expect(await firstFive()).toEqual([
      "1 南坡 259.00",
      "2 中洲 254.00",
      "3 东湖 242.00",
      "4 西山 235.00",
      "5 外滩 231.00",
    ]);
    await pane.frame.getByRole("radio", { name: "各得分项平均" }).click();
    clicks += 1;
    // 258/3 + 1, 251/3 + 3, 240/3 + 2, 235/3, 231/3
    expect(await firstFive()).toEqual([
      "1 南坡 87.00",
      "2 中洲 86.67",
      "3 东湖 82.00",
      "4 西山 78.33",
      "5 外滩 77.00",
    ]);
  });

  test("says what is wrong with a column of text, in its own words", async () => {
    await pane.frame.getByLabel("H 列 嘟呐").selectOption({ label: "得分项" });
    await pane.frame.getByText("“嘟呐”大多是文字（H3 是“甲乙”），不能当得分").waitFor();
    await pane.frame.getByLabel("H 列 嘟呐").selectOption({ label: "不用" });
    expect(await firstFive()).toHaveLength(5);
  });

  test("uses the result within ten clicks: the ranking stands on its sheet, the scheme on its own", async () => {
    await press("用这个结果");
    await pane.waitForRanking();
    expect(clicks).toBeLessThanOrEqual(10);
    expect(await workbench.sheetNames()).toEqual(expect.arrayContaining(["考评方案"]));
    const ranking = (await workbench.sheetNames()).find((name) => name.startsWith("排名"));
    const values = await workbench.gridValues(ranking ?? "", "A1:H20");
    const cells = values.map((row) => row.map(String));
    expect(cells.find((row) => row.includes("南坡"))).toEqual(expect.arrayContaining(["1"]));
    expect(await axeViolations(pane)).toEqual([]);
  });

  test("says that the workbook's own answers are used again, and takes them back with one click", async () => {
    await pane.button("check").click();
    await pane.frame.getByText("已沿用本工作簿的列用途").waitFor();
    await press("撤销");
    await pane.frame.getByRole("heading", { name: "怎样排名" }).waitFor();
    expect(await workbench.sheetNames()).not.toContain("考评方案");
    expect(workbench.errors).toEqual([]);
  });
});

describe("a workbook with two columns that could both be the total", () => {
  let workbench: WorkbenchPage;
  let pane: PanePage;
  beforeAll(async () => {
    workbench = await WorkbenchPage.open();
    const rows = sheetRows([
      ["部门", "业务", "初评总分", "复评总分"],
      ["东湖", 50, 80, 71],
      ["西山", 61, 90, 62],
      ["南坡", 33, 75, 93],
      ["北岭", 42, 60, 84],
    ]);
    await workbench.openWorkbook({
      name: "评分.xlsx",
      bytes: workbookBytes({ sheets: [{ name: "评分", rows }] }),
    });
    pane = await PanePage.beside(workbench);
  });
  afterAll(() => workbench.close());

  test("asks in the office's own words, with the first units by each, and ranks by the one that is chosen", async () => {
    await pane.rank();
    const other = pane.frame.getByRole("group", { name: "改为：初评总分" });
    expect(await other.getByRole("listitem").allInnerTexts()).toEqual([
      "1. 西山 90",
      "2. 东湖 80",
      "3. 南坡 75",
    ]);
    expect(await axeViolations(pane)).toEqual([]);
    await other.getByRole("button", { name: "改用这一列" }).click();
    await pane.frame.getByText("已沿用本工作簿的列用途").waitFor();
    await pane.waitForRanking();
    const first = pane.frame.locator("tr:has(.ranked-unit)").first();
    expect((await first.innerText()).split(/\s+/)).toEqual(["1", "西山", "90.00"]);
  });

  test("asks before a ranking is replaced by one with fewer units", async () => {
    await pane.edit("评分", "B3", "缺");
    await pane.frame.getByRole("button", { name: "换一种算法" }).click();
    await pane.frame.getByLabel("B 列 业务").selectOption({ label: "得分项" });
    await pane.frame.getByRole("radio", { name: "各得分项相加" }).click();
    await pane.frame.getByText("3 个单位已排名，1 个未排名。").waitFor();
    await pane.frame.getByRole("button", { name: "用这个结果" }).click();
    await pane.frame.getByText("现在有 4 个单位排名，改后只有 3 个").waitFor();
    await pane.frame.getByRole("button", { name: "保持现在的排名" }).click();
    expect(workbench.errors).toEqual([]);
  });

  test("takes the column from what is selected in the sheet", async () => {
    await workbench.page.evaluate(() => {
      const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
      const sheet = workbook?.getSheetByName("评分");
      if (sheet) workbook?.setActiveSheet(sheet);
      sheet?.getRange("C2").activate();
    });
    await pane.frame.getByRole("button", { name: "到表格中选定的列" }).click();
    await pane.frame.locator("select:focus").waitFor();
    const label = await pane.frame.evaluate(() => {
      const { activeElement } = document;
      return activeElement instanceof HTMLSelectElement ? activeElement.labels[0]?.textContent : null;
    });
    expect(label).toBe("C 列 初评总分");
    await pane.frame.getByRole("button", { name: "取表格中选定的行" }).click();
    await pane.frame.getByText("第 2 行").waitFor({ state: "attached" });
  });
});

describe("the sample workbook under the built-in scheme", () => {
  test("another way to calculate begins with the ranking that stands there", async () => {
    const pane = await PanePage.open();
    await pane.rank();
    await pane.frame.getByRole("button", { name: "换一种算法" }).click();
    await pane.frame.getByText("68 个单位已排名，3 个未排名。").waitFor();
    expect(await pane.frame.getByLabel("结果得分 的权重").inputValue()).toBe("0.55");
    await pane.frame.getByRole("button", { name: "返回" }).click();
    await pane.waitForRanking();
    await pane.close();
  });
});
