import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { describedBytes } from "../../workbook/file/describedWorkbook";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

const SHEET = "年度汇总";
const RANKING = "排名2015年度";
/** The hidden sheet that keeps what a ranking was is named after its period. */
const RECORD = "PERF排名记录";

/** A workbook of one unit with made-up scores, whose sheet says nothing of a period. */
function smallWorkbook(structureProtected: boolean): Uint8Array {
  const header = { A1: "单位", B1: "结果得分", C1: "过程得分", D1: "领导评价得分", E1: "公众评议得分" };
  const cells = { ...header, A2: "海城市政府", B2: 90, C2: 90, D2: 90, E2: 90 };
  return describedBytes({ structureProtected, sheets: [{ name: "得分", cells }] });
}

async function openSmallWorkbook(
  pane: PanePage,
  name: string,
  structureProtected: boolean,
): Promise<PanePage> {
  await pane.workbench.openWorkbook({ name, bytes: smallWorkbook(structureProtected) });
  return PanePage.beside(pane.workbench);
}

// The tests of each group go on from one another, as a clerk does in one sitting.

/** Cells as they are once the grid has worked out the totals of all rows, which takes it a moment. */
async function calculated<Row extends readonly unknown[]>(read: () => Promise<readonly Row[]>) {
  let cells = await read();
  for (let turn = 0; turn < 100 && cells.some((row) => !(Number(row.at(-1)) > 0)); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    cells = await read();
  }
  return cells;
}

describe("a clerk who checks first", () => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.open();
  });
  afterAll(() => pane.close());

  test("sees what was recognised and what is wrong; nothing is written", async () => {
    await pane.check();
    const text = await pane.content.innerText();
    // The sample has all 70 units of the roster; one lacks its public score.
    for (const part of ["2015年度", SHEET, "全部 70/70", "第四组 60/60", "公众评议得分 69/70，缺 1 个"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("“市智慧城市办”不在名册中");
    expect(await pane.workbench.sheetNames()).toEqual([SHEET, "填表说明"]);
  });

  test("goes to the cell of a finding by clicking on it", async () => {
    await pane.finding(`${SHEET}!F66`).click();
    await pane.waitForSelection(SHEET, "F66");
  });

  test.each(["正在读取工作簿", "正在写入"])("cancels at %s, and the workbook is as it was", async (step) => {
    await pane.cancelAtStep(step);
    await pane.button("rank").click();
    await pane.waitForCancelled();
    expect(await pane.content.innerText()).toContain("识别结果");
    expect(await pane.workbench.sheetNames()).toEqual([SHEET, "填表说明"]);
  });

  test("meets no error on the way", () => {
    expect(pane.workbench.errors).toEqual([]);
  });
});

describe("a clerk who generates the ranking", () => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.open();
    await pane.rank();
  });
  afterAll(() => pane.close());

  test("sees it in the pane, and the same one on its sheet", async () => {
    // 86.46×55% + 98.94×30% + 94.26×10% + 83.78×5%     = 90.85
    // 88.26×55% + 89.47×30% + 88.13×10% + 79.89×5%     = 88.1915
    // 78.00×55% + 80.00×30% + 82.00×10% + 76.00×5% + 2 = 80.90
    expect(await pane.rankingOf("第一组")).toEqual([
      ["1", "岫岩县政府", "90.85"],
      ["2", "台安县政府", "88.19"],
      ["3", "海城市政府", "80.90"],
    ]);
    expect(await pane.workbench.sheetNames()).toEqual([SHEET, "填表说明", `${RECORD}2015-annual`, RANKING]);
    const cells = await calculated(() => pane.workbench.gridValues(RANKING, "A6:I8"));
    expect(cells.map((row) => [Number(row[0]), row[1], Number(row[8])])).toEqual([
      [1, "岫岩县政府", 90.85],
      [2, "台安县政府", 88.19],
      [3, "海城市政府", 80.9],
    ]);
  });

  test("sees who is not ranked and why, and goes to the unit by clicking on it", async () => {
    expect(await pane.content.innerText()).toContain("68 个单位参加排名，3 个单位未参加");
    const item = pane.content.getByRole("listitem").filter({ hasText: "缺公众评议得分" }).first();
    await item.getByRole("button", { name: "市接待办" }).click();
    await pane.waitForSelection(SHEET, "C55");
  });

  test("comes back to the ranking sheet by its link", async () => {
    await pane.content.getByRole("button", { name: `查看工作表“${RANKING}”` }).click();
    await pane.waitForSelection(RANKING, "A1");
  });

  test("changes a score and generates again from the ribbon: the sheet is replaced, the pane follows", async () => {
    await pane.workbench.page.locator("#close-pane").click();
    await pane.workbench.page.evaluate((sheet) => {
      const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
      workbook?.getSheetByName(sheet)?.getRange("D5").setValue(100);
    }, SHEET);
    await pane.workbench.clickRibbon("PERF.GenerateRanking");
    // 100×55% + 80×30% + 82×10% + 76×5% + 2 = 93
    await pane.content.getByRole("row", { name: "1 海城市政府 93.00" }).waitFor();
    expect(await pane.workbench.page.locator("#pane").isVisible()).toBe(true);
    expect(await pane.workbench.sheetNames()).toEqual([SHEET, "填表说明", `${RECORD}2015-annual`, RANKING]);
  });

  test("chooses values instead of formulas", async () => {
    await pane.frame.getByText(/^选项：/).click();
    await pane.frame.getByRole("radio", { name: /^数值/ }).click();
    await pane.rankAgain();
    const formula = await pane.workbench.page.evaluate((sheet) => {
      const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
      return workbook?.getSheetByName(sheet)?.getRange("I6").getFormula();
    }, RANKING);
    expect(formula).toBe("");
    const [[total] = []] = await pane.workbench.gridValues(RANKING, "I6");
    expect(Number(total)).toBe(93);
  });

  test("meets no error on the way", () => {
    expect(pane.workbench.errors).toEqual([]);
  });
});

describe("a clerk with another workbook", () => {
  let workbench: PanePage;
  beforeAll(async () => {
    workbench = await PanePage.open();
  });
  afterAll(() => workbench.close());

  test("chooses the period where the workbook says nothing of it", async () => {
    const pane = await openSmallWorkbook(workbench, "无考评期.xlsx", false);
    await pane.check();
    await pane.frame.getByText(/^选项：/).click();
    const period = pane.frame.getByLabel("考评期");
    await period.selectOption({ index: 1 });
    await pane.frame.getByLabel("年份").selectOption("2015");
    await period.selectOption("2015-h1");
    await pane.rank();
    expect(await pane.workbench.sheetNames()).toEqual(["得分", `${RECORD}2015-h1`, "排名2015年上半年"]);
  });

  test("is told in one line why a protected one gets no ranking, and keeps what the check found", async () => {
    const pane = await openSmallWorkbook(workbench, "受保护.xlsx", true);
    await pane.check();
    await pane.button("rank").click();
    await pane.content.getByText("工作簿结构受保护").waitFor();
    expect(await pane.content.innerText()).toContain("识别结果");
    expect(await pane.workbench.sheetNames()).toEqual(["得分"]);
    expect(await axeViolations(pane)).toEqual([]);
  });
});
