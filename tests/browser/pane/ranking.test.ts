import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

const SHEET = "年度汇总";
const PICTURES = process.env["PERF_PICTURES"];

async function picture(pane: PanePage, name: string): Promise<void> {
  if (PICTURES) await pane.workbench.page.screenshot({ path: `${PICTURES}/${name}.png` });
}

// The tests go on from one another, as a clerk does in one sitting.

describe("a clerk who reads the ranking in the pane", () => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.open();
    await pane.rank();
  });
  afterAll(() => pane.close());

  test("meets units without a rank and errors before the ranking", async () => {
    const headings = await pane.content.getByRole("heading", { level: 2 }).allInnerTexts();
    expect(headings.map((text) => text.replace(/（\d+）$/, ""))).toEqual([
      "未参加排名",
      "发现的问题",
      "排名",
      "识别结果",
    ]);
  });

  test("goes to the units without a rank by their count", async () => {
    await pane.content.getByRole("button", { name: "3 个单位未参加" }).click();
    const focused = await pane.frame.evaluate(() => document.activeElement?.id);
    expect(focused).toBe("unranked-heading");
  });

  test("sees the head and the foot of a large group, and the rest when asked for", async () => {
    const rows = (await pane.rankingOf("第四组")).map(([rank]) => rank);
    expect(rows).toHaveLength(7);
    expect(rows.slice(0, 3)).toEqual(["1", "2", "3"]);
    await pane.content.getByRole("button", { name: /^展开其余 \d+ 个$/ }).click();
    expect((await pane.rankingOf("第四组")).length).toBeGreaterThan(50);
    await pane.content.getByRole("button", { name: "收起" }).click();
    expect(await pane.rankingOf("第四组")).toHaveLength(7);
  });

  test("sees how a unit's total comes about, and goes to a figure's cell by clicking on it", async () => {
    await pane.content.getByRole("button", { name: "海城市政府", exact: true }).click();
    const story = pane.content.locator(".unit-story");
    const text = await story.innerText();
    for (const part of [
      "结果得分 78 × 55% = 42.9",
      "加分 2",
      "总成绩 80.90",
      "与前一位 台安县政府（第 2 名）相差 7.29",
    ]) {
      expect(text).toContain(part);
    }
    await story.scrollIntoViewIfNeeded();
    await picture(pane, "story");
    expect(await axeViolations(pane)).toEqual([]);
    await story.getByRole("button", { name: "78", exact: true }).click();
    await pane.waitForSelection(SHEET, "D5");
  });

  test("meets no error on the way", () => {
    expect(pane.workbench.errors).toEqual([]);
  });
});
