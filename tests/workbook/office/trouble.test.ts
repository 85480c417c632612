import { describe, expect, test } from "@jest/globals";
import type { SheetPlan } from "../../../src/core/workbook/plan";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import type { WireRequest } from "../../../src/workbench/emulator/wire";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { MARK_NAME, encodeMark } from "../../../src/workbook/sheetMark";
import { areaOf, memoryWorkbookOf } from "./describedWorkbook";
import { rankingOfUnits, workbookOfUnits } from "./rankingSheet";

const mark = { kind: "ranking", key: "2015-annual" };

function plan(changes: Partial<SheetPlan> = {}) {
  return { sheets: [{ ...rankingOfUnits(3), ...changes }], edits: [], removals: [] };
}

function names(workbook: MemoryWorkbook): string[] {
  return workbook.sheets().map((sheet) => sheet.name());
}

/** A workbook with a ranking of an earlier run between two sheets of the clerk's. */
function workbookWithRanking(): MemoryWorkbook {
  return memoryWorkbookOf({
    sheets: [
      { name: "汇总", cells: { A1: "单位", A2: 7 } },
      { name: "排名 2015年度", cells: { A1: "旧" }, mark: { mark, name: "排名 2015年度" } },
      { name: "说明", cells: { A1: 1 } },
    ],
  });
}

/** Whether a batch carries out an action of this name. */
function does(request: WireRequest, name: string): boolean {
  return request.Actions.some((action) => action.Name === name);
}

describe("trouble while writing", () => {
  test("leaves the workbook as it was when Excel refuses while the sheet is being written", async () => {
    const workbook = workbookWithRanking();
    const host = officeForNode(workbook);
    host.failWhen((request) => (does(request, "Formulas") ? "GeneralException" : null));
    const outcome = await createOfficePort().write(plan());
    expect(outcome).toMatchObject({ ok: false, problem: { code: "writing-failed" } });
    expect(names(workbook)).toEqual(["汇总", "排名 2015年度", "说明"]);
    expect(workbook.sheets()[1]?.read(areaOf("A1")).values).toEqual([["旧"]]);
  });

  test("finishes the write when Excel refuses once while the sheets change places", async () => {
    const workbook = workbookWithRanking();
    const host = officeForNode(workbook);
    let isFirst = true;
    host.failWhen((request) => {
      if (!does(request, "Delete") || !isFirst) return null;
      isFirst = false;
      return { code: "GeneralException", done: "half" };
    });
    expect(await createOfficePort().write(plan())).toMatchObject({ ok: true });
    expect(names(workbook)).toEqual(["汇总", "排名 2015年度", "说明"]);
    expect(workbook.sheets()[1]?.read(areaOf("B2")).values).toEqual([["编造的单位1"]]);
  });

  test("takes back what the failed batch itself had done before it failed", async () => {
    const workbook = workbookWithRanking();
    officeForNode(workbook);
    const broken = plan({
      // A link that no sheet can take: the batch that writes the sheet fails after the sheet was added.
      merges: [{ row: 0, column: 16_384, rowCount: 1, columnCount: 2 }],
    });
    const outcome = await createOfficePort().write(broken);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "writing-failed" } });
    expect(names(workbook)).toEqual(["汇总", "排名 2015年度", "说明"]);
  });

  test("takes back edits when the sheets cannot change places", async () => {
    const workbook = workbookWithRanking();
    const summary = workbook.sheets()[0];
    summary?.setNumberFormats(areaOf("A2"), [["0.0"]]);
    officeForNode(workbook);
    // Something else takes the name between the look at the workbook and the swap.
    const outcome = await createOfficePort().write(
      {
        ...plan({ name: "新排名" }),
        edits: [{ cell: { sheet: "汇总", row: 1, column: 0 }, expected: 7, value: 8, numberFormat: "0.00" }],
      },
      {
        onProgress: (done) => {
          if (done < 1 && !names(workbook).includes("新排名")) workbook.addSheet("新排名");
        },
      },
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: "writing-failed" } });
    expect(names(workbook)).toEqual(["汇总", "排名 2015年度", "说明", "新排名"]);
    expect(summary?.read(areaOf("A2")).values).toEqual([[7]]);
    expect(summary?.numberFormats(areaOf("A2"))).toEqual([["0.0"]]);
    expect(workbook.sheets()[1]?.names()).toEqual([
      { name: MARK_NAME, formula: encodeMark(mark, "排名 2015年度"), isVisible: false },
    ]);
  });

  test("tells the clerk to finish editing a cell", async () => {
    const workbook = workbookWithRanking();
    officeForNode(workbook);
    workbook.setEditing(true);
    const port = createOfficePort();
    expect(await port.read()).toMatchObject({ ok: false, problem: { code: "editing-cell" } });
    expect(await port.write(plan())).toMatchObject({ ok: false, problem: { code: "editing-cell" } });
    expect(await port.select("汇总", { row: 0, column: 0 })).toMatchObject({
      ok: false,
      problem: { code: "editing-cell" },
    });
  });

  test("takes away what a run that was cut off has left", async () => {
    const workbook = memoryWorkbookOf({
      sheets: [
        { name: "汇总", cells: { A1: 1 } },
        {
          name: "~PERF",
          cells: { A1: "半张" },
          mark: { mark: { kind: "unfinished", key: "x" }, name: "~PERF" },
        },
      ],
    });
    officeForNode(workbook);
    const outcome = await createOfficePort().write(plan());
    expect(outcome).toMatchObject({ ok: true });
    expect(names(workbook)).toEqual(["汇总", "排名 2015年度"]);
  });

  test("refuses to replace a sheet of ours that somebody protected", async () => {
    const workbook = workbookWithRanking();
    workbook.sheets()[1]?.setProtected(true);
    officeForNode(workbook);
    const outcome = await createOfficePort().write(plan());
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: "sheet-protected", detail: "排名 2015年度" },
    });
    expect(names(workbook)).toEqual(["汇总", "排名 2015年度", "说明"]);
  });
});

describe("what Excel's adapter does beyond the port's promises", () => {
  test("writes calls of PERF functions as they stand, and brings the sheet to the front", async () => {
    const workbook = workbookOfUnits(3);
    officeForNode(workbook);
    await createOfficePort().write(plan());
    const sheet = workbook.sheets().at(-1);
    expect(sheet?.read(areaOf("I2")).formulas).toEqual([["=PERF.TOTAL(C2,D2,E2,F2,G2,H2)"]]);
    expect(workbook.activeSheetId()).toBe(sheet?.id);
  });

  test("hides the mark's name from the clerk's list of names", async () => {
    const workbook = workbookOfUnits(3);
    officeForNode(workbook);
    await createOfficePort().write(plan());
    expect(workbook.sheets().at(-1)?.names()).toEqual([
      { name: MARK_NAME, formula: '="ranking|2015-annual|排名 2015年度"', isVisible: false },
    ]);
  });

  test("makes columns as wide as asked, in characters of the default font", async () => {
    const workbook = workbookOfUnits(3);
    officeForNode(workbook);
    await createOfficePort().write(plan({ columnWidths: [10, 10, 20] }));
    const sheet = workbook.sheets().at(-1);
    // Ten digits of seven pixels and five of padding are 75 pixels, which are 56.25 points.
    expect([0, 1, 2, 3].map((column) => sheet?.columnWidth(column))).toEqual([56.25, 56.25, 108.75, 48]);
  });

  test("points links and formulas at the names that planned sheets end up with", async () => {
    const workbook = memoryWorkbookOf({ sheets: [{ name: "目录", cells: { A1: "文书目录" } }] });
    officeForNode(workbook);
    const index: SheetPlan = {
      ...rankingOfUnits(0),
      name: "目录",
      mark: { kind: "index", key: "1" },
      cells: [["目录", { formula: "='排名 2015年度'!A1", value: null }]],
      links: [{ cell: { row: 0, column: 0 }, target: { sheet: "目录", row: 4, column: 0 }, tip: "回到目录" }],
    };
    await createOfficePort().write({ sheets: [index, rankingOfUnits(3)], edits: [], removals: [] });
    expect(names(workbook)).toEqual(["目录", "目录 (2)", "排名 2015年度"]);
    const sheet = workbook.sheets()[1];
    expect(sheet?.linkAt({ row: 0, column: 0 })?.documentReference).toBe("'目录 (2)'!A5");
    expect(sheet?.read(areaOf("A1:B1")).formulas).toEqual([[null, "='排名 2015年度'!A1"]]);
    expect(sheet?.read(areaOf("A1")).values).toEqual([["目录"]]);
  });

  test("leaves nothing of the old sheet's looks, links, sizes and hidden rows when it replaces it", async () => {
    const workbook = workbookWithRanking();
    const old = workbook.sheets()[1];
    if (!old) throw new Error("The workbook has three sheets.");
    const id = old.id;
    old.write(
      areaOf("A1:D9"),
      Array.from({ length: 9 }, () => ["旧", "旧", "旧", "旧"]),
    );
    old.setStyle(areaOf("A1:D9"), { bold: true, fill: "#FF0000" });
    old.setBorders(areaOf("A9:D9"), { bottom: { weight: "thick", color: "#FF0000" } });
    old.setNumberFormats(areaOf("D9"), [["0%"]]);
    old.setLink({ row: 8, column: 0 }, { documentReference: "'汇总'!A1" });
    old.merge(areaOf("A8:D8"));
    old.setRowHeight(7, 1, 60);
    old.setColumnWidth(11, 1, 200);
    old.write(areaOf("L9"), [["旧"]]);
    old.setPage({ breaksBefore: [5], footer: "&C旧" });
    old.setFrozen({ rows: 5, columns: 2 });
    old.filterRows(areaOf("A1:D9"), [2, 3]);
    officeForNode(workbook);
    await createOfficePort().write(plan({ frozenRows: 0 }));
    expect(workbook.sheets()[1]?.id).toBe(id);
    expect(old.usedArea(false)).toEqual(areaOf("A1:I4"));
    expect(old.styleAt({ row: 1, column: 1 })).not.toHaveProperty("fill");
    expect(old.linkAt({ row: 8, column: 0 })).toBeNull();
    expect(old.merges()).toEqual([areaOf("A1:I1")]);
    expect([old.rowHeight(7), old.columnWidth(11)]).toEqual([15, 48]);
    expect(old.page()).toMatchObject({ breaksBefore: [], footer: "" });
    expect(old.frozen()).toEqual({ rows: 0, columns: 0 });
    expect([...old.hiddenRows()]).toEqual([]);
    expect(old.filter()).toBeNull();
  });

  test("takes the clerk's formulas along when our sheet gets another name", async () => {
    const workbook = workbookWithRanking();
    workbook.sheets()[0]?.write(areaOf("C1"), [[{ formula: "='排名 2015年度'!I2" }]]);
    officeForNode(workbook);
    await createOfficePort().write(plan({ name: "排名 2016年度" }));
    expect(workbook.sheets()[0]?.read(areaOf("C1")).formulas).toEqual([["='排名 2016年度'!I2"]]);
  });

  test("replaces two sheets of ours, each at its own place", async () => {
    const workbook = memoryWorkbookOf({
      sheets: [
        { name: "排名 2015年度", cells: { A1: "旧" }, mark: { mark, name: "排名 2015年度" } },
        { name: "汇总", cells: { A1: 1 } },
        { name: "问题", cells: { A1: "旧" }, mark: { mark: { kind: "findings", key: "1" }, name: "问题" } },
      ],
    });
    officeForNode(workbook);
    const findings: SheetPlan = { ...rankingOfUnits(2), name: "问题", mark: { kind: "findings", key: "1" } };
    await createOfficePort().write({ sheets: [findings, rankingOfUnits(3)], edits: [], removals: [] });
    expect(names(workbook)).toEqual(["排名 2015年度", "汇总", "问题"]);
    expect(workbook.sheets()[0]?.read(areaOf("B4")).values).toEqual([["编造的单位3"]]);
    expect(workbook.sheets()[2]?.usedArea(true)?.rowCount).toBe(3);
  });

  test("selects a cell, and says when its sheet is not there or hidden", async () => {
    const workbook = memoryWorkbookOf({
      sheets: [{ name: "汇总" }, { name: "组's" }, { name: "藏", visibility: "hidden" }],
    });
    officeForNode(workbook);
    const port = createOfficePort();
    expect(await port.select("组's", { row: 6, column: 8 })).toEqual({ ok: true, value: null });
    expect(workbook.activeSheetId()).toBe(workbook.sheets()[1]?.id);
    expect(workbook.selection()).toEqual(areaOf("I7"));
    for (const name of ["没有", "藏"]) {
      expect(await port.select(name, { row: 0, column: 0 })).toMatchObject({
        ok: false,
        problem: { code: "no-such-sheet", detail: name },
      });
    }
  });

  test("knows whether formulas can call custom functions, by the requirement set", () => {
    officeForNode(new MemoryWorkbook(["一"]), { requirementSets: { ExcelApi: "1.13" } });
    expect(createOfficePort().hasCustomFunctions).toBe(false);
    officeForNode(new MemoryWorkbook(["一"]), {
      requirementSets: { ExcelApi: "1.13", CustomFunctionsRuntime: "1.2" },
    });
    expect(createOfficePort().hasCustomFunctions).toBe(true);
  });

  test("knows where the dates begin", async () => {
    officeForNode(new MemoryWorkbook(["一"], { dateSystem: "1904" }));
    const outcome = await createOfficePort().read();
    expect(outcome.ok && outcome.value.dateSystem).toBe("1904");
  });
});
