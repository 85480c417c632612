import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanePage } from "./panePage";

// The tests go on from one another; the first run comes where a test holds it.
let pane: PanePage;
beforeAll(async () => {
  pane = await PanePage.open({ reducedMotion: "reduce" });
});
afterAll(() => pane.close());

/** What has the focus, by its words: the first line of a long one. */
function focused(): Promise<string> {
  return pane.frame.evaluate(() => document.activeElement?.textContent.slice(0, 12) ?? "");
}

/** Goes through the pane with Tab, from its first stop, and gives each stop's words. */
async function walk(stops: number): Promise<string[]> {
  await pane.frame.locator("h1").click();
  const seen: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await pane.workbench.page.keyboard.press("Tab");
    seen.push(await focused());
  }
  return seen;
}

/** Goes on with Tab until something with these words has the focus; false when it is not within forty stops. */
async function focusOn(words: string): Promise<boolean> {
  for (let stop = 0; stop < 40; stop += 1) {
    if ((await focused()).startsWith(words)) return true;
    await pane.workbench.page.keyboard.press("Tab");
  }
  return false;
}

test("every control of the first screen is reached, in reading order", async () => {
  expect(await walk(5)).toEqual(["排名", "公文", "选项：自动识别考评期，总", "生成排名", "检查"]);
});

test("what has the focus is seen to have it", async () => {
  const { page } = pane.workbench;
  const frame = page.locator("#pane-body");
  await pane.frame.locator("h1").click();
  for (const name of [
    "the ranking's page",
    "the notices' page",
    "the settings",
    "the primary button",
    "the check",
  ]) {
    const before = await frame.screenshot({ animations: "disabled" });
    await page.keyboard.press("Tab");
    const after = await frame.screenshot({ animations: "disabled" });
    expect({ name, looksTheSame: before.equals(after) }).toEqual({ name, looksTheSame: false });
  }
});

test("progress, cancelling and result are said to screen readers, and the focus stays with the buttons", async () => {
  const status = pane.frame.getByRole("status");
  const run = await pane.holdFirstRun();
  await pane.button("check").focus();
  await pane.workbench.page.keyboard.press("Enter");
  await status.getByText("正在准备").waitFor({ state: "attached" });
  expect(await focused()).toBe("取消");
  await pane.workbench.page.keyboard.press("Enter");
  run.release();
  await status.getByText("已取消，工作簿未作任何改动。").waitFor({ state: "attached" });
  expect(await focused()).toBe("检查");
  await pane.workbench.page.keyboard.press("Enter");
  await status.getByText(/^检查完成，共 \d+ 处问题。$/).waitFor({ state: "attached" });
});

test("a clerk without a mouse reaches a finding, goes to its cell, and generates the ranking", async () => {
  const { keyboard } = pane.workbench.page;
  expect(await walk(4)).toEqual(["排名", "公文", "换一种算法", "年度汇总"]);
  expect(await focusOn("年度汇总!F66")).toBe(true);
  await keyboard.press("Enter");
  await pane.waitForSelection("年度汇总", "F66");
  // The grid takes the keyboard with the cell; the clerk comes back to the pane.
  await pane.button("rank").focus();
  await keyboard.press("Space");
  await pane.waitForRanking();
});

test("F6 leads out of the grid to the pane, on to the toolbar and back into the grid; Shift+F6 the other way", async () => {
  const { page } = pane.workbench;
  const part = () =>
    page.evaluate(() =>
      ["toolbar", "grid", "pane-body"].find((id) =>
        document.getElementById(id)?.contains(document.activeElement),
      ),
    );
  await page.locator("#grid canvas[id^=univer-sheet-main]").click({ position: { x: 200, y: 200 } });
  const seen: unknown[] = [await part()];
  for (const key of ["F6", "F6", "F6", "Shift+F6", "Shift+F6"]) {
    await page.keyboard.press(key);
    seen.push(await part());
  }
  expect(seen).toEqual(["grid", "pane-body", "toolbar", "grid", "toolbar", "pane-body"]);
});

test("at 200% the pane's buttons stay in view while the settings are open", async () => {
  const { page } = pane.workbench;
  await page.setViewportSize({ width: 700, height: 430 });
  await pane.frame.locator("footer summary").click();
  const height = await pane.frame.evaluate(() => window.innerHeight);
  const box = await pane.button("rank").evaluate((button) => button.getBoundingClientRect().bottom);
  expect(box).toBeLessThanOrEqual(height);
});
