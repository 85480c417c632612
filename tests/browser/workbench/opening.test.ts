import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { WorkbenchPage } from "../workbenchPage";

describe("the workbench when it opens", () => {
  let workbench: WorkbenchPage;
  beforeAll(async () => {
    workbench = await WorkbenchPage.open();
  });
  afterAll(() => workbench.close());

  test("says that it runs without Excel", async () => {
    expect(await workbench.page.locator(".label").textContent()).toContain("演示环境，未连接 Excel");
  });

  test("shows the sample workbook in the grid", async () => {
    expect(await workbench.sheetNames()).toEqual(["年度汇总", "填表说明"]);
    expect(await workbench.gridValues("年度汇总", "A5:D6")).toEqual([
      [1, "第一组", "海城市", "78.00"],
      [2, null, "台安县政府", "88.26分"],
    ]);
  });

  test("has the real Office.js in the pane say that its host is Excel, in Chinese", async () => {
    const pane = await workbench.pane();
    const info = await pane.evaluate(async () => ({
      host: (await Office.onReady()).host,
      language: Office.context.displayLanguage,
      supportsApi: Office.context.requirements.isSetSupported("ExcelApi", "1.13"),
    }));
    expect(info).toEqual({ host: "Excel", language: "zh-CN", supportsApi: true });
  });

  test("sends no request beyond this machine", () => {
    const outside = workbench.requests.filter((url) => {
      const { protocol, hostname } = new URL(url);
      return protocol.startsWith("http") && hostname !== "127.0.0.1";
    });
    expect(outside).toEqual([]);
  });

  test("meets no error on the way", () => {
    expect(workbench.errors).toEqual([]);
  });
});

test("the workbench and Office speak English when asked to", async () => {
  const workbench = await WorkbenchPage.open({ language: "en-US" });
  expect(await workbench.page.locator(".label").textContent()).toContain("not connected to Excel");
  expect(await workbench.page.locator('[id="PERF.GenerateRanking"]').textContent()).toBe("Create ranking");
  expect(await (await workbench.pane()).evaluate(() => Office.context.displayLanguage)).toBe("en-US");
  await workbench.close();
});

test("a click on the ribbon while the pane's script is still on its way is carried out when it has come", async () => {
  const workbench = await WorkbenchPage.open();
  let letScriptCome: () => void = () => undefined;
  const scriptMayCome = new Promise<void>((resolve) => {
    letScriptCome = resolve;
  });
  await workbench.page.route("**/taskpane.js", async (route) => {
    await scriptMayCome;
    await route.continue();
  });
  // The sample opened anew loads the pane anew.
  await workbench.page.locator("#sample").click();
  await workbench.page.locator('[id="PERF.Check"]').click();
  await workbench.page.waitForTimeout(1_500);
  letScriptCome();
  const pane = await workbench.pane();
  await pane
    .getByRole("heading", { name: /单位|问题|检查/ })
    .first()
    .waitFor();
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});
