import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { areaAddress } from "../../../src/core/workbook/address";
import { formulaAt, isCellError, valueAt } from "../../../src/core/workbook/snapshot";
import { EXAMPLES } from "../../../src/functions/help/examples";
import { formulaText } from "../../../src/functions/help/formulaText";
import { snapshotOf } from "../../workbook/file/opened";
import { WorkbenchPage } from "../workbenchPage";

const SHEET = "函数";
/** Rows between one example and the next: more than any example spills over. */
const STEP = 8;

const examples = Object.entries(EXAMPLES)
  .flatMap(([name, list]) => list.map((example) => ({ name: name.toUpperCase(), ...example })))
  .map(({ name, parameters, result }, index) => {
    const rows = typeof result === "object" ? result : [[result]];
    const area = { row: index * STEP, column: 0, rowCount: rows.length, columnCount: rows[0]?.length ?? 1 };
    return { formula: formulaText(name, parameters), rows, area };
  });

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await WorkbenchPage.open();
  await workbench.page.evaluate(
    ([name, formulas, step]) => {
      const workbook = window.perfWorkbench?.grid.api.getActiveWorkbook();
      const sheet = workbook?.create(name, formulas.length * step + 1, 10);
      for (const [index, formula] of formulas.entries()) {
        sheet?.getRange(index * step, 0).setValue({ f: formula });
      }
    },
    [SHEET, examples.map(({ formula }) => formula), STEP] as const,
  );
  await workbench.calculated();
});
afterAll(() => workbench.close());

describe("every example of the help page, in the grid's cells", () => {
  test.each(examples)("$formula", async ({ rows, area }) => {
    expect(await workbench.gridValues(SHEET, areaAddress(area))).toEqual(rows);
  });

  let saved: Uint8Array;

  test("all are saved with the results that they show", async () => {
    const { bytes } = await workbench.save();
    saved = bytes;
    const sheet = (await snapshotOf(bytes)).sheets.find(({ name }) => name === SHEET);
    if (!sheet) throw new Error("The saved file lacks the sheet");
    for (const { formula, rows, area } of examples) {
      expect(formulaAt(sheet, area)).toBe(formula);
      const cells = rows.map((row, down) =>
        row.map((_, right) => {
          const value = valueAt(sheet, { row: area.row + down, column: area.column + right });
          return isCellError(value) ? value.error : (value ?? "");
        }),
      );
      expect(cells).toEqual(rows);
    }
  });

  test("all are there again when the file is opened again", async () => {
    await workbench.openFile({ name: "再开.xlsx", bytes: saved });
    await workbench.waitForStatus(/已打开 再开\.xlsx/);
    for (const { rows, area } of examples) {
      expect(await workbench.gridValues(SHEET, areaAddress(area))).toEqual(rows);
    }
  });
});

test("a spill with something in its way shows #SPILL!, and spills once the way is free", async () => {
  await workbench.page.evaluate((name) => {
    const sheet = window.perfWorkbench?.grid.api.getActiveWorkbook()?.create(name, 20, 10);
    sheet?.getRange("B3").setValue("挡路");
    sheet?.getRange("B1").setValue({ f: "=PERF.RANK({90;95;80;85})" });
  }, "溢出");
  expect((await workbench.gridValues("溢出", "B1"))[0]).toEqual(["#SPILL!"]);
  // Saved and opened again, it is still one formula that would spill.
  await workbench.openFile({ name: "挡路.xlsx", bytes: (await workbench.save()).bytes });
  await workbench.waitForStatus(/已打开 挡路\.xlsx/);
  expect((await workbench.gridValues("溢出", "B1"))[0]).toEqual(["#SPILL!"]);
  await workbench.page.evaluate((name) => {
    window.perfWorkbench?.grid.api.getActiveWorkbook()?.getSheetByName(name)?.getRange("B3").clearContent();
  }, "溢出");
  expect(await workbench.gridValues("溢出", "B1:B4")).toEqual([[2], [1], [4], [3]]);
});
