import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { newWorkbook } from "../../../src/workbook/file/newWorkbook";
import { clerksSheet } from "../../actions/notices/noticeRun";
import { valueOf } from "../../workbook/file/opened";
import { WorkbenchPage } from "../workbenchPage";

const SHEET = "年度汇总";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await WorkbenchPage.open();
});
beforeEach(() => workbench.startOver());
afterAll(() => workbench.close());

describe("one workbook for the grid and the pane", () => {
  test("Office.js reads what the grid shows, and what is typed into it", async () => {
    expect(await workbench.readByOffice(SHEET, "C5:D5")).toEqual([["海城市", 78]]);
    await workbench.type("D5", "81.5");
    expect(await workbench.readByOffice(SHEET, "D5")).toEqual([[81.5]]);
  });

  test("a sheet that Office.js adds is a sheet of the grid, and its tab can be seen", async () => {
    const pane = await workbench.pane();
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("新表");
        sheet.getRange("A1:B2").values = [
          ["单位", "得分"],
          ["甲", 90.5],
        ];
        sheet.activate();
        await context.sync();
      }),
    );
    expect(await workbench.sheetNames()).toEqual([SHEET, "填表说明", "新表"]);
    expect(await workbench.gridValues("新表", "A1:B2")).toEqual([
      ["单位", "得分"],
      ["甲", 90.5],
    ]);
    expect((await workbench.selection()).sheet).toBe("新表");
    await workbench.page.locator("#grid").getByText("新表", { exact: true }).waitFor();
  });

  test("Office.js hears of an edit in the grid", async () => {
    const pane = await workbench.pane();
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const heard: string[] = [];
        Reflect.set(window, "heard", heard);
        context.workbook.worksheets.onChanged.add((event) => {
          heard.push(event.address);
          return Promise.resolve();
        });
        await context.sync();
      }),
    );
    await workbench.type("D6", "77");
    await pane.waitForFunction(() => (Reflect.get(window, "heard") as string[]).includes("D6"));
  });
});

describe("PERF functions in cells", () => {
  // 92.5×55% + 88×30% + 90×10% + 85.25×5% + 2 − 1 = 50.875 + 26.4 + 9 + 4.2625 + 1 = 91.5375
  test("a total is worked out where it is typed, rounded half up", async () => {
    await workbench.type("J5", "=PERF.TOTAL(92.5,88,90,85.25,2,1)");
    expect(await workbench.gridValues(SHEET, "J5")).toEqual([[91.54]]);
  });

  // 80×55% + 80×30% + 82×10% + 76×5% + 2 = 44 + 24 + 8.2 + 3.8 + 2 = 82
  test("it is worked out again when a score changes", async () => {
    await workbench.type("J5", "=PERF.TOTAL(D5,E5,F5,G5,H5,I5)");
    await workbench.type("D5", "80");
    expect(await workbench.gridValues(SHEET, "J5")).toEqual([[82]]);
  });

  // 81.19×55% + 89.41×30% + 85.39×10% + 87.67×5% = 44.6545 + 26.823 + 8.539 + 4.3835 = 84.4
  // 84.38×55% + 98.82×30% + 88.78×10% + 78.34×5% = 46.409 + 29.646 + 8.878 + 3.917 = 88.85
  test("ranges give a column that spills, with an error for the row that lacks a number", async () => {
    await workbench.type("D10", "缺考");
    await workbench.type("J8", "=PERF.TOTAL(D8:D11,80,80,80)");
    const [first, , third, fourth] = await workbench.gridValues(SHEET, "J8:J11");
    // 81.19×55% + 80×45% = 44.6545 + 36 = 80.6545; 缺考 is no number; 84.38×55% + 36 = 46.409 + 36 = 82.409
    expect([first, third, fourth]).toEqual([[80.65], ["#N/A"], [82.41]]);
    expect((await workbench.readByOffice(SHEET, "J11"))[0]).toEqual([82.41]);
  });

  test("cells go by the workbook's own scheme from when it has one, and by the built-in one elsewhere", async () => {
    const rows = [
      ["科室", "业务（50分）", "作风（30分）", "学习（20分）", "总分"],
      ["甲科", 45, 28, 18.5, 91.5],
      ["乙科", 48, 25, 19, 92],
      ["丙科", 40, 30, 20, 90],
    ];
    const own = valueOf(await newWorkbook([clerksSheet("考核", rows)], "考核.xlsx"));
    await workbench.openFile({ name: "考核.xlsx", bytes: await own.save() });
    await workbench.waitForStatus(/已打开 考核\.xlsx/);
    await workbench.type("G9", '=PERF.SCHEME("name")');
    await workbench.type("G10", "=PERF.TOTAL(90,90,90,90)");
    expect(await workbench.gridValues("考核", "G9:G10")).toEqual([["2015年度市政府绩效管理"], [90]]);
    const pane = await workbench.pane();
    await pane.getByRole("button", { name: "生成排名" }).click();
    await pane.getByText("排名已生成").first().waitFor();
    // Three components: PERF.TOTAL, which takes four, points to PERF.WEIGHTED.
    expect(await workbench.gridValues("考核", "G9:G10")).toEqual([["考核"], ["#VALUE!"]]);
    await workbench.startOver();
    await workbench.type("J5", '=PERF.SCHEME("name")');
    expect(await workbench.gridValues(SHEET, "J5")).toEqual([["2015年度市政府绩效管理"]]);
  });

  test("a formula typed while the pane still loads is answered when it has loaded", async () => {
    await workbench.page.route("**/taskpane*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await workbench.page.locator("#sample").click();
    await workbench.waitForStatus(/示例/);
    await workbench.page.evaluate(() => {
      const sheet = window.perfWorkbench?.grid.api.getActiveWorkbook()?.getActiveSheet();
      sheet?.getRange("J5").setValue({ f: "=PERF.TOTAL(90,90,90,90,1)" });
    });
    expect(await workbench.gridValues(SHEET, "J5")).toEqual([[91]]);
    await workbench.page.unroute("**/taskpane*");
  });

  test("a score above 100 shows #VALUE!, a score left out #N/A", async () => {
    await workbench.type("J5", "=PERF.TOTAL(101,88,90,85)");
    await workbench.type("J6", "=PERF.TOTAL(90,88,90,)");
    expect(await workbench.gridValues(SHEET, "J5:J6")).toEqual([["#VALUE!"], ["#N/A"]]);
  });
});
