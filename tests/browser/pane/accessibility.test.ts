import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@jest/globals";
import { PanePage } from "./panePage";

interface Look {
  readonly name: string;
  readonly language: "zh-CN" | "en-US";
  readonly theme: "colorful" | "darkGray" | "black";
  readonly forcedColors?: "active";
}

const looks: readonly Look[] = [
  { name: "Chinese, light", language: "zh-CN", theme: "colorful" },
  { name: "English, light", language: "en-US", theme: "colorful" },
  { name: "Chinese, black", language: "zh-CN", theme: "black" },
  { name: "English, dark grey", language: "en-US", theme: "darkGray" },
  { name: "Chinese, contrast theme", language: "zh-CN", theme: "colorful", forcedColors: "active" },
];

/** What axe finds in the pane, in one line each. */
async function violations(pane: PanePage): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: pane.workbench.page })
    .include(["#pane-body iframe", "body"])
    .setLegacyMode(true)
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

test.each(looks)("axe finds nothing in any state of the pane: $name", async (look) => {
  const pane = await PanePage.open({
    language: look.language,
    reducedMotion: "reduce",
    ...(look.forcedColors ? { forcedColors: look.forcedColors } : {}),
  });
  if (look.theme !== "colorful") await pane.followTheme(look.theme);
  const found: Record<string, string[]> = {};

  found["invitation"] = await violations(pane);

  await pane.frame.locator("footer summary").click();
  await pane.frame.getByRole("radio").first().waitFor();
  found["settings"] = await violations(pane);
  await pane.frame.locator("footer summary").click();

  const run = await pane.holdFirstRun();
  await pane.button("check").click();
  await pane.frame.getByRole("progressbar").waitFor();
  found["checking"] = await violations(pane);
  run.release();
  await pane.waitForCheck();
  found["checked"] = await violations(pane);

  await pane.cancelAtStep(look.language === "zh-CN" ? "正在写入" : "Writing");
  await pane.button("rank").click();
  await pane.waitForCancelled();
  found["cancelled"] = await violations(pane);

  await pane.rank();
  found["ranked"] = await violations(pane);

  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
  await pane.close();
});
