import { expect, test } from "@jest/globals";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

interface Look {
  readonly name: string;
  readonly language: "zh-CN" | "en-US";
  readonly theme: "colorful" | "darkGray" | "black";
  readonly forcedColors?: "active";
}

// The refused state is looked at where a workbook is refused, in clerk.test.ts.
const looks: readonly Look[] = [
  { name: "Chinese, light", language: "zh-CN", theme: "colorful" },
  { name: "English, black", language: "en-US", theme: "black" },
  { name: "Chinese, dark grey", language: "zh-CN", theme: "darkGray" },
  { name: "English, contrast theme", language: "en-US", theme: "colorful", forcedColors: "active" },
];

test.each(looks)("axe finds nothing in any state of the pane: $name", async (look) => {
  const pane = await PanePage.open({
    language: look.language,
    reducedMotion: "reduce",
    ...(look.forcedColors ? { forcedColors: look.forcedColors } : {}),
  });
  if (look.theme !== "colorful") await pane.followTheme(look.theme);
  const found: Record<string, string[]> = {};

  await pane.frame.locator("footer summary").click();
  await pane.frame.getByRole("radio").first().waitFor();
  const run = await pane.holdFirstRun();
  await pane.button("check").click();
  await pane.frame.getByRole("progressbar").waitFor();
  found["invitation, settings and progress"] = await axeViolations(pane);
  await pane.frame.locator("footer summary").click();
  run.release();
  await pane.waitForCheck();

  await pane.previewRepairs();
  found["repairs proposed"] = await axeViolations(pane);
  await pane.repair();

  await pane.cancelAtWriting();
  await pane.button("rank").click();
  await pane.waitForCancelled();
  await pane.edit("年度汇总", "D5", 61);
  await pane.waitForWords("updated");
  await pane.unfoldAll();
  found["cancelled, then edited, everything unfolded"] = await axeViolations(pane);

  await pane.mark();
  await pane.rank();
  await pane.edit("年度汇总", "D5", 62);
  await pane.waitForWords("outdated");
  found["marked and ranked, then edited"] = await axeViolations(pane);

  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
  await pane.close();
});
