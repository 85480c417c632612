import { beforeEach, describe, expect, test } from "@jest/globals";
import { rankingAction, type RankingOutput } from "../../src/actions/rankingAction";
import { valueAt, type CellValue } from "../../src/core/workbook/snapshot";
import type { FileWorkbook } from "../../src/workbook/file/fileWorkbook";
import { contextOf, scores, snapshotOf, workbookOf } from "./rankingRun";

const RANKING = "排名2015年度";
const NOTE_COLUMN = 9;

describe("what a clerk changed on the ranking's sheet", () => {
  let port: FileWorkbook;
  beforeEach(async () => {
    port = await workbookOf(scores);
    await rank();
  });

  async function rank(): Promise<RankingOutput> {
    const result = await rankingAction.run(contextOf(port), { totals: "formula" });
    if (result.status !== "done") throw new Error(result.status);
    return result.output;
  }

  async function values(): Promise<readonly (readonly CellValue[])[]> {
    const sheet = (await snapshotOf(port)).sheets.find(({ name }) => name === RANKING);
    if (!sheet) throw new Error("no ranking");
    return sheet.values;
  }

  async function type(sheet: string, row: number, column: number, value: string | number): Promise<void> {
    const found = (await snapshotOf(port)).sheets.find(({ name }) => name === sheet);
    const expected = found ? valueAt(found, { row, column }) : null;
    const written = await port.write({
      sheets: [],
      edits: [{ cell: { sheet, row, column }, expected, value }],
      removals: [],
    });
    if (!written.ok) throw new Error(written.problem.code);
  }

  const rowOf = async (unit: string) => (await values()).findIndex((row) => row[1] === unit);
  const noteOf = async (unit: string) => (await values())[await rowOf(unit)]?.[NOTE_COLUMN];

  test("notes go with their units, wherever these stand on the next ranking, and on all that follow", async () => {
    await type(RANKING, await rowOf("台安县政府"), NOTE_COLUMN, "复核后确认");
    await type("汇总", 3, 1, 99);
    await rank();
    expect(await rowOf("台安县政府")).toBe(5);
    expect(await noteOf("台安县政府")).toBe("复核后确认");
    expect(await noteOf("海城市政府")).toBeNull();
    await rank();
    expect(await noteOf("台安县政府")).toBe("复核后确认");
  });

  test("a note comes back with a unit that was out of the ranking in between", async () => {
    await type(RANKING, await rowOf("台安县政府"), NOTE_COLUMN, "复核后确认");
    await type("汇总", 3, 1, "缺考");
    await rank();
    await type("汇总", 3, 1, 91.5);
    await rank();
    expect(await noteOf("台安县政府")).toBe("复核后确认");
  });

  test("a title and a header that read otherwise stay as the clerk has them", async () => {
    await type(RANKING, 0, 0, "2015年度县区考评结果");
    await type(RANKING, 4, NOTE_COLUMN, "说明");
    const { lostTexts } = await rank();
    await rank();
    const rows = await values();
    expect([rows[0]?.[0], rows[4]?.[NOTE_COLUMN], lostTexts]).toEqual(["2015年度县区考评结果", "说明", []]);
  });

  test("rows below the table are kept, and print", async () => {
    const end = (await values()).length;
    await type(RANKING, end + 1, 1, "审核人：张某");
    await rank();
    await rank();
    expect((await values())[end + 1]?.[1]).toBe("审核人：张某");
  });

  test("a text that has no place on the new sheet is told", async () => {
    await type(RANKING, 1, 0, "内部资料");
    const context = contextOf(port, { now: () => new Date(2016, 0, 9) });
    const result = await rankingAction.run(context, { totals: "formula" });
    expect(result.status === "done" && result.output.lostTexts).toEqual(["内部资料"]);
  });
});
