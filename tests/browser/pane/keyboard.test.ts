import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { PanePage } from "./panePage";

let pane: PanePage;
beforeEach(async () => {
  pane = await PanePage.open({ reducedMotion: "reduce" });
});
afterEach(() => pane.close());

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

test("every control of the first screen is reached, in reading order", async () => {
  expect(await walk(3)).toEqual(["选项：自动识别考评期，总", "生成排名", "检查"]);
});

test("what has the focus is seen to have it", async () => {
  const { page } = pane.workbench;
  const frame = page.locator("#pane-body");
  await pane.frame.locator("h1").click();
  for (const name of ["the settings", "the primary button", "the check"]) {
    const before = await frame.screenshot({ animations: "disabled" });
    await page.keyboard.press("Tab");
    const after = await frame.screenshot({ animations: "disabled" });
    expect({ name, looksTheSame: before.equals(after) }).toEqual({ name, looksTheSame: false });
  }
});

test("a clerk without a mouse checks, goes to a finding's cell, and generates the ranking", async () => {
  const { keyboard } = pane.workbench.page;
  await walk(3);
  await keyboard.press("Enter");
  await pane.waitForCheck();
  await pane.finding("年度汇总!F66").focus();
  await keyboard.press("Enter");
  await pane.waitForSelection("年度汇总", "F66");
  await pane.button("rank").focus();
  await keyboard.press("Space");
  await pane.waitForRanking();
});

test("the focus stays with the buttons when Cancel goes away", async () => {
  const run = await pane.holdFirstRun();
  await pane.button("check").click();
  await pane.button("cancel").focus();
  await pane.workbench.page.keyboard.press("Enter");
  run.release();
  await pane.waitForCancelled();
  await pane.frame.waitForFunction(() => document.activeElement?.textContent === "检查");
});

test("progress and result are said to screen readers", async () => {
  const run = await pane.holdFirstRun();
  const status = pane.frame.getByRole("status");
  await pane.button("check").click();
  await status.getByText("正在准备").waitFor({ state: "attached" });
  run.release();
  await status.getByText(/^检查完毕，共 \d+ 条提示。$/).waitFor({ state: "attached" });
});
