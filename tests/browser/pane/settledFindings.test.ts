import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { describedBytes } from "../../workbook/file/describedWorkbook";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

/** Made-up scores: 新城区政府 is in no roster, 92分 is text, and 铁西区 has a score of 0. */
const CELLS = {
  ...{ A1: "单位", B1: "结果得分", C1: "过程得分", D1: "领导评价得分", E1: "公众评议得分" },
  ...{ A2: "铁东区政府", B2: 91, C2: "92分", D2: 88, E2: 90 },
  ...{ A3: "立山区政府", B3: 82, C3: 92, D3: 88, E3: 90 },
  ...{ A4: "铁西区政府", B4: 0, C4: 91, D4: 89, E4: 85 },
  ...{ A5: "新城区政府", B5: 81, C5: 90, D5: 87, E5: 86 },
};

// The tests go on from one another, as a clerk does in one sitting.
describe("a clerk who settles findings where they stand", () => {
  let page: PanePage;
  let pane: PanePage;
  beforeAll(async () => {
    page = await PanePage.open({ reducedMotion: "reduce" });
    const bytes = describedBytes({ sheets: [{ name: "汇总", cells: CELLS }] });
    await page.workbench.openWorkbook({ name: "处理.xlsx", bytes });
    pane = await PanePage.beside(page.workbench);
    await pane.check();
  });
  afterAll(() => page.close());

  const button = (name: string) => pane.content.getByRole("button", { name, exact: true });

  test("changes one text to a number, and may take that back after the pane has checked again", async () => {
    await pane.unfoldAll();
    expect(await axeViolations(pane)).toEqual([]);
    await button("改为 92").click();
    await pane.content.getByText("已修复 1 个单元格").waitFor();
    expect(await pane.workbench.gridValues("汇总", "C2")).toEqual([[92]]);
    await pane.check();
    await button("撤销修复（1）").click();
    await pane.content.getByText("已恢复 1 个单元格的原值").waitFor();
    expect(await pane.workbench.gridValues("汇总", "C2")).toEqual([["92分"]]);
  });

  test("ignores a finding with the reason, by the keyboard alone, and calls it back", async () => {
    const { keyboard } = pane.workbench.page;
    await pane.unfoldAll();
    const zero = pane.content.getByRole("group", { name: /结果得分为 0/ });
    await zero.getByRole("button", { name: "忽略…" }).focus();
    await keyboard.press("Enter");
    expect(await axeViolations(pane)).toEqual([]);
    await keyboard.type("确为零分");
    await keyboard.press("Enter");
    await pane.content.getByText("已忽略 1 条").waitFor();
    expect(await pane.finding("汇总!B4").count()).toBe(0);
    await pane.content.getByText("已忽略 1 条").click();
    await pane.content.getByText("原因：确为零分").waitFor();
    expect(await axeViolations(pane)).toEqual([]);
    await button("恢复").click();
    await pane.content.getByText("已恢复这处问题").waitFor();
    await pane.unfoldAll();
    expect(await pane.finding("汇总!B4").count()).toBe(1);
  });

  test("puts a unit into the roster, which makes 考评方案", async () => {
    await button("加入名册…").click();
    await pane.content.getByLabel("“新城区政府”所在的组").selectOption("第二组");
    expect(await axeViolations(pane)).toEqual([]);
    await button("加入名册").click();
    await pane.content.getByText("已把“新城区政府”加入名册（第二组）").waitFor();
    expect(await pane.workbench.sheetNames()).toContain("考评方案");
    expect(await pane.finding("汇总!A5").count()).toBe(0);
  });

  test("meets no error on the way", () => {
    expect(page.workbench.errors).toEqual([]);
  });
});
