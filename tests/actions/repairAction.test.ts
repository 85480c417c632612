import { describe, expect, test } from "@jest/globals";
import type { ActionContext } from "../../src/actions/action";
import { previewRepairsAction, repairAction } from "../../src/actions/repairAction";
import { undoRepairAction } from "../../src/actions/undoRepairAction";
import { readJournal } from "../../src/core/repairs/journal";
import type { PlannedValue } from "../../src/core/workbook/plan";
import { valueAt, type CellValue } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import type { FileWorkbook } from "../../src/workbook/file/fileWorkbook";
import { newWorkbook } from "../../src/workbook/file/newWorkbook";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";

const ROWS: readonly (readonly PlannedValue[])[] = [
  ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
  ["铁东区", "95分", "９３．５", 88, 90],
  ["立山区政府", 91, 92, { formula: "=80+8", value: 88 }, "= 90"],
  ["铁西区政府", 91, 92, 87, "001"],
];

async function workbook(rows = ROWS): Promise<FileWorkbook> {
  const made = await newWorkbook(
    [
      {
        name: "汇总",
        mark: null,
        visibility: "visible",
        cells: rows,
        styles: [],
        merges: [],
        columnWidths: [20, 10, 10, 10, 10],
        rowHeights: new Map(),
        links: [],
        page: {
          paper: "a4",
          orientation: "portrait",
          margins: { top: 20, bottom: 20, left: 20, right: 20, header: 8, footer: 8 },
          fitWidth: true,
        },
      },
    ],
    "成绩.xlsx",
  );
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

function contextOf(port: FileWorkbook): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2015, 11, 31, 10, 20) };
}

/** The first sheet and the journal as the saved file has them. */
async function saved(port: FileWorkbook) {
  const opened = await openWorkbook(await port.save(), "成绩.xlsx");
  if (!opened.ok) throw new Error(opened.problem.code);
  const read = await opened.value.read();
  if (!read.ok) throw new Error(read.problem.code);
  const [sheet] = read.value.sheets;
  if (!sheet) throw new Error("the workbook has a sheet");
  const at = (row: number, column: number): CellValue => valueAt(sheet, { row, column });
  return { at, journal: readJournal(read.value), port: opened.value, sheet };
}

async function proposedCells(port: FileWorkbook) {
  const preview = await previewRepairsAction.run(contextOf(port), {});
  if (preview.status !== "done") throw new Error(preview.status);
  return preview.output;
}

describe("repairs in a file", () => {
  test("a preview shows before and after and changes nothing", async () => {
    const port = await workbook();
    const repairs = await proposedCells(port);
    expect(repairs.map(({ before, after }) => [before, after])).toEqual([
      ["95分", 95],
      ["９３．５", 93.5],
      ["001", 1],
      ["铁东区", "铁东区政府"],
    ]);
    expect((await saved(port)).at(1, 1)).toBe("95分");
  });

  test("only the chosen cells are changed; the journal keeps the old values", async () => {
    const port = await workbook();
    const chosen = (await proposedCells(port)).filter(({ before }) => before !== "９３．５");
    const result = await repairAction.run(contextOf(port), { cells: chosen.map(({ cell }) => cell) });
    expect(result.status).toBe("done");
    const { at, journal, sheet } = await saved(port);
    expect([at(1, 0), at(1, 1), at(1, 2)]).toEqual(["铁东区政府", 95, "９３．５"]);
    expect(sheet.formulas.size).toBe(1);
    expect(journal.map(({ number, before, after, undoneAt }) => [number, before, after, undoneAt])).toEqual([
      [1, "95分", 95, ""],
      [2, "001", 1, ""],
      [3, "铁东区", "铁东区政府", ""],
    ]);
  });

  test("a second repair goes on with the journal; undoing puts everything back as it was", async () => {
    const port = await workbook();
    const repairs = await proposedCells(port);
    const numbers: number[] = [];
    for (const { cell } of repairs) {
      const result = await repairAction.run(contextOf(port), { cells: [cell] });
      if (result.status === "done") numbers.push(...result.output.entries);
    }
    expect(numbers).toEqual([1, 2, 3, 4]);
    const repaired = await saved(port);
    expect(repaired.journal.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const undone = await undoRepairAction.run(contextOf(repaired.port), { entries: "all" });
    expect(undone.status).toBe("done");
    const { at, journal } = await saved(repaired.port);
    expect([at(1, 0), at(1, 1), at(1, 2), at(3, 4)]).toEqual(["铁东区", "95分", "９３．５", "001"]);
    expect(journal.every(({ undoneAt }) => undoneAt === "2015-12-31 10:20")).toBe(true);
  });

  test("a single change is undone by its number", async () => {
    const port = await workbook();
    const repairs = await proposedCells(port);
    await repairAction.run(contextOf(port), { cells: repairs.map(({ cell }) => cell) });
    await undoRepairAction.run(contextOf(port), { entries: [2] });
    const { at } = await saved(port);
    expect([at(1, 1), at(1, 2)]).toEqual([95, "９３．５"]);
  });

  test("undoing is refused when somebody has changed a cell since, and nothing is changed", async () => {
    const port = await workbook();
    const repairs = await proposedCells(port);
    await repairAction.run(contextOf(port), { cells: repairs.map(({ cell }) => cell) });
    const changed = await port.write({
      sheets: [],
      edits: [{ cell: { sheet: "汇总", row: 1, column: 1 }, expected: 95, value: 96 }],
      removals: [],
    });
    expect(changed.ok).toBe(true);
    const result = await undoRepairAction.run(contextOf(port), { entries: "all" });
    expect(result.status === "refused" && result.problem.code).toBe("cell-changed");
    const { at, journal } = await saved(port);
    expect([at(1, 1), at(1, 2)]).toEqual([96, 93.5]);
    expect(journal.every(({ undoneAt }) => undoneAt === "")).toBe(true);
  });
});

describe("the right value of a wrong cell", () => {
  const scores = [
    [80, 91, 72],
    [77, 65, 90],
    [93, 88, 71],
    [60, 84, 95],
    [85, 79, 66],
    [72, 93, 81],
  ];
  /** Sums of three scores; the third is 10 too high as typed, the fourth as a formula. */
  const rows: readonly (readonly PlannedValue[])[] = [
    ["班级", "卫生", "纪律", "学习", "总分"],
    ...scores.map((own, index): PlannedValue[] => {
      const total = own.reduce((sum, score) => sum + score, 0);
      const stated: PlannedValue =
        index === 3 ? { formula: "=B5+C5+D5+10", value: total + 10 } : total + (index === 2 ? 10 : 0);
      return [`高一${String(index + 1)}班`, ...own, stated];
    }),
  ];
  const TYPED = { sheet: "汇总", row: 3, column: 4 };
  const CALCULATED = { sheet: "汇总", row: 4, column: 4 };

  test("is written where the clerk asks for it, kept in the journal, and taken back as a number", async () => {
    const port = await workbook(rows);
    const result = await repairAction.run(contextOf(port), { cells: [TYPED], schemeFromHeaders: true });
    expect(result.status).toBe("done");
    const corrected = await saved(port);
    expect(corrected.at(3, 4)).toBe(252);
    expect(corrected.journal.map(({ before, after, reason }) => [before, after, reason])).toEqual([
      [262, 252, "有误的数值已改正"],
    ]);
    await undoRepairAction.run(contextOf(corrected.port), { entries: "all" });
    expect((await saved(corrected.port)).at(3, 4)).toBe(262);
  });

  test("never replaces a formula, and is not among the safe repairs", async () => {
    const port = await workbook(rows);
    const result = await repairAction.run(contextOf(port), { cells: [CALCULATED], schemeFromHeaders: true });
    expect(result.status === "done" && result.output.repairs).toEqual([]);
    expect((await saved(port)).sheet.formulas.size).toBe(1);
    const preview = await previewRepairsAction.run(contextOf(port), { schemeFromHeaders: true });
    expect(preview.status === "done" && preview.output).toEqual([]);
  });
});
