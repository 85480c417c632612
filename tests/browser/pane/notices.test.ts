import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { axeViolations } from "./axeViolations";
import { PanePage } from "./panePage";

/** The notices' page of a pane, as a clerk uses it. */
class NoticesPane {
  private constructor(readonly pane: PanePage) {}

  /** Opens the workbench with its sample and goes to the notices by the ribbon's button. */
  static async open(): Promise<NoticesPane> {
    const pane = await PanePage.open();
    await pane.workbench.page.locator('[id="PERF.Notices"]').click();
    const notices = new NoticesPane(pane);
    await pane.frame.getByLabel("文种").waitFor();
    await notices.idle();
    return notices;
  }

  button(name: string): Locator {
    return this.pane.frame.getByRole("button", { name, exact: true });
  }

  fold(name: string): Locator {
    return this.pane.content.locator("summary", { hasText: name });
  }

  /** Waits until no task is on. */
  async idle(): Promise<void> {
    await this.button("预览").waitFor();
  }

  async choose(kind: string): Promise<void> {
    await this.pane.frame.getByLabel("文种").selectOption({ label: kind });
  }

  async make(): Promise<void> {
    await this.button("生成公文").click();
    await this.pane.content.getByText(/已生成公文 \d+ 份/).waitFor({ timeout: 120_000 });
    await this.idle();
  }
}

// The tests go on from one another, as a clerk does in one sitting.
describe("a clerk who makes notices", () => {
  let notices: NoticesPane;
  beforeAll(async () => {
    notices = await NoticesPane.open();
  });
  afterAll(() => notices.pane.close());

  test("is offered the seven kinds, and every ranked unit for feedback", async () => {
    const kinds = await notices.pane.frame.getByLabel("文种").locator("option").allInnerTexts();
    expect(kinds).toEqual([
      "绩效考评结果通报",
      "反馈整改通知",
      "表扬通报",
      "批评通报",
      "约谈通知",
      "表彰请示",
      "公示",
    ]);
    // The sample has 71 units, three of which cannot be ranked.
    expect(await notices.pane.content.innerText()).toContain("发给哪些单位 · 已选 68 个");
  });

  test("looks at one as it will print, and nothing is written", async () => {
    await notices.button("预览").click();
    const preview = notices.pane.frame.getByLabel("预览", { exact: true });
    await preview.waitFor();
    expect(await preview.innerText()).toContain("岫岩县政府：");
    expect(await preview.locator("figure").count()).toBe(3);
    await notices.button("下一个").click();
    await preview.getByText("第 2 个，共 68 个").waitFor();
    await preview.getByText("台安县政府：").waitFor();
    // Beside the buttons, not below everything else.
    const box = await notices.button("上一个").boundingBox();
    expect(box?.y).toBeLessThan(500);
    expect(await notices.pane.workbench.sheetNames()).toHaveLength(2);
  });

  test("has no barriers that axe finds", async () => {
    const closed = notices.pane.content.locator("details:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await axeViolations(notices.pane)).toEqual([]);
  });

  test("makes a bulletin, finds it in the grid, and is told when its figures change", async () => {
    await notices.choose("绩效考评结果通报");
    await notices.make();
    expect(await notices.pane.workbench.sheetNames()).toEqual([
      "年度汇总",
      "填表说明",
      "结果通报 2015年度",
      "公文设置",
      "发文登记",
    ]);
    expect(await notices.pane.workbench.gridValues("结果通报 2015年度", "A1")).toEqual([["送审稿"]]);
    const before = await notices.pane.workbench.readByOffice("年度汇总", "D5");
    await notices.pane.workbench.page.evaluate(() => {
      window.perfWorkbench?.grid.api
        .getActiveWorkbook()
        ?.getSheetByName("年度汇总")
        ?.getRange("D5")
        .setValue(60);
    });
    expect(await notices.pane.workbench.readByOffice("年度汇总", "D5")).not.toEqual(before);
    await notices.pane.content.getByText("数据已变化", { exact: true }).waitFor();
    await notices.button("核对并加注“数据已变化”").click();
    await notices.pane.content.getByText("1 份公文的数据已变化，已加注。").waitFor();
  });

  test("edits the template with a name from the list", async () => {
    await notices.choose("反馈整改通知");
    await notices.idle();
    await notices.button("编辑模板").click();
    await notices.pane.content.getByText("正在使用工作表“模板 反馈整改通知”").waitFor();
    await notices.idle();
    await notices.pane.frame.getByLabel(/插入填充项/).selectOption({ label: "考评期" });
    await notices.button("插入").click();
    await notices.pane.workbench.page.waitForFunction(() => {
      const sheet = window.perfWorkbench?.grid.api.getActiveWorkbook()?.getSheetByName("模板 反馈整改通知");
      return String(sheet?.getRange("A1").getValue()).endsWith("{{考评期}}");
    });
  });

  test("is asked before many sheets are made, makes them, and takes them away together", async () => {
    const feedback = async () =>
      (await notices.pane.workbench.sheetNames()).filter((name) => name.startsWith("反馈 "));
    await notices.button("生成公文").click();
    await notices.pane.content.getByText("将新增 68 张表").waitFor();
    expect(await feedback()).toEqual([]);
    expect(await axeViolations(notices.pane)).toEqual([]);
    await notices.button("生成 68 张表").click();
    await notices.pane.content.getByText(/已生成公文 \d+ 份/).waitFor({ timeout: 120_000 });
    await notices.idle();
    expect(await feedback()).toHaveLength(68);
    await notices.pane.content.evaluate((main) => {
      for (const fold of main.querySelectorAll("details")) fold.open = true;
    });
    await notices.button("删除全部公文表（69）").click();
    await notices.button("删除 69 张").click();
    await notices.pane.content.getByText("已删除 69 张公文表").waitFor({ timeout: 60_000 });
    expect(await feedback()).toEqual([]);
  }, 180_000);

  test("meets no error on the way", () => {
    expect(notices.pane.workbench.errors).toEqual([]);
  });
});
