import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

const SHEET = "年度汇总";
const RANKING = "排名2015年度";
const PICTURES = process.env["PERF_PICTURES"];

async function picture(pane: PanePage, name: string): Promise<void> {
  if (PICTURES) await pane.workbench.page.screenshot({ path: `${PICTURES}/${name}.png` });
}

// The tests go on from one another, as a clerk does in one sitting.

describe("a clerk who changes a score after the ranking", () => {
  let pane: PanePage;
  let saved: { readonly name: string; readonly bytes: Uint8Array };
  beforeAll(async () => {
    pane = await PanePage.open();
    await pane.rank();
  });
  afterAll(() => pane.close());

  test("sees in the pane which score of which unit, and goes to its cell by clicking on it", async () => {
    const [[unit]] = (await pane.workbench.gridValues(SHEET, "C5")) as [[string]];
    await pane.edit(SHEET, "D5", 99);
    await pane.waitForWords("outdated");
    const change = pane.content.getByRole("button", { name: /结果得分 .*→99/ });
    expect(await change.innerText()).toContain(unit.slice(0, 2));
    await picture(pane, "stale");
    expect(await axeViolations(pane)).toEqual([]);
    await change.click();
    await pane.waitForSelection(SHEET, "D5");
  });

  test("sees on the ranking's sheet, beside what prints, that it is outdated, and the new score in it", async () => {
    await pane.workbench.calculated();
    const [[line]] = (await pane.workbench.gridValues(RANKING, "L1")) as [[string]];
    expect(line).toContain("1个单位的来源数据在排名后已改动");
    const scores = (await pane.workbench.gridValues(RANKING, "C6:C8")).flat();
    expect(scores.map(Number)).toContain(99);
  });

  test("who opens the saved workbook sees its ranking's state instead of the welcome", async () => {
    saved = await pane.workbench.save();
    await pane.workbench.openWorkbook(saved);
    const reopened = await PanePage.beside(pane.workbench);
    await reopened.content.getByRole("heading", { name: "工作簿中的排名" }).waitFor();
    const text = await reopened.content.innerText();
    for (const part of [RANKING, "送审稿，未批准", "1 个单位的来源在排名后已改动"])
      expect(text).toContain(part);
    await picture(reopened, "opened");
    expect(await axeViolations(reopened)).toEqual([]);
    pane = reopened;
  });

  test("updates the ranking with one click", async () => {
    await pane.content.getByRole("button", { name: "更新排名" }).click();
    await pane.waitForRanking();
    expect(await pane.content.getByText("来源已改动，排名未更新").count()).toBe(0);
    await picture(pane, "updated");
    const [[line]] = (await pane.workbench.gridValues(RANKING, "L1")) as [[unknown]];
    expect(line === "" || line === null).toBe(true);
  });

  test("meets no error on the way", () => {
    expect(pane.workbench.errors).toEqual([]);
  });
});
