import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { writeXlsx } from "hucre";
import type { ActionContext } from "../../src/actions/action";
import { carryOverAction } from "../../src/actions/carryOverAction";
import { checkAction } from "../../src/actions/checkAction";
import { schemeSheetAction } from "../../src/actions/schemeSheetAction";
import { planRoleSheet } from "../../src/core/recognise/roleSheet";
import { planSchemeSheet } from "../../src/core/reports/schemeSheet";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../src/core/scheme/scheme";
import { storedScheme } from "../../src/core/scheme/sheet/storedScheme";
import { cellAddress } from "../../src/core/workbook/address";
import type { SheetPlan } from "../../src/core/workbook/plan";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { newWorkbook } from "../../src/workbook/file/newWorkbook";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";
import { createOfficePort } from "../../src/workbook/office/officePort";
import type { WorkbookPort } from "../../src/workbook/port";
import { anyScheme } from "../core/scheme/anyScheme";

/** Made-up figures of an office that the built-in scheme does not know. */
const scores = [
  ["2026年度考评成绩"],
  ["部门", "业绩（70%）", "态度（30%）", "总分"],
  ["销售部", 90, 80, null],
  ["财务部", 80, 95, null],
];

async function workbookOf(rows: (string | number | null)[][]) {
  const opened = await openWorkbook(await writeXlsx({ sheets: [{ name: "汇总", rows }] }), "成绩.xlsx");
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

function contextOf(port: WorkbookPort): ActionContext {
  return { port, translate: createTranslate("zh-CN"), now: () => new Date(2026, 0, 8) };
}

async function snapshotOf(port: WorkbookPort): Promise<Snapshot> {
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

/** The bytes of a workbook with sheets of ours. */
async function fileOf(...sheets: SheetPlan[]): Promise<Uint8Array> {
  const made = await newWorkbook(sheets, "去年.xlsx", "1900");
  if (!made.ok) throw new Error(made.problem.code);
  return made.value.save();
}

function schemeIn(snapshot: Snapshot): Scheme | null | undefined {
  return storedScheme(snapshot)?.scheme;
}

describe("a scheme goes through a workbook and comes back the same", () => {
  test("through .xlsx files", async () => {
    await fc.assert(
      fc.asyncProperty(anyScheme, async (scheme) => {
        const opened = await openWorkbook(await fileOf(planSchemeSheet(scheme)), "方案.xlsx");
        expect(opened.ok && schemeIn(opened.value.snapshot)).toEqual(scheme);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test("through Excel's own client, written over again and again", async () => {
    officeForNode(new MemoryWorkbook(["汇总"]));
    const port = createOfficePort();
    await fc.assert(
      fc.asyncProperty(anyScheme, async (scheme) => {
        const written = await port.write({ sheets: [planSchemeSheet(scheme)], edits: [], removals: [] });
        expect(written.ok).toBe(true);
        expect(schemeIn(await snapshotOf(port))).toEqual(scheme);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test("with its drop-downs in Excel", async () => {
    const workbook = new MemoryWorkbook(["汇总"]);
    officeForNode(workbook);
    await createOfficePort().write({ sheets: [planSchemeSheet(anshan2015)], edits: [], removals: [] });
    const sheet = workbook.sheets().find((one) => one.name() === "考评方案");
    const lists = sheet?.dropDowns().map(({ area, source }) => `${cellAddress(area)} ${source}`) ?? [];
    expect(lists.filter((one) => one.includes("四舍五入,四舍六入五成双"))).toHaveLength(1);
    // Of each unit's group, from the cells of 分组.
    expect(lists.filter((one) => /^B\d+ =\$A\$\d+:\$A\$\d+$/.test(one))).toHaveLength(1);
  });
});

test("a file's drop-downs are known when it is opened", async () => {
  const opened = await openWorkbook(await fileOf(planSchemeSheet(anshan2015)), "方案.xlsx");
  if (!opened.ok) throw new Error(opened.problem.code);
  const lists = opened.value.looks().get("考评方案")?.dropDowns ?? [];
  const planned = planSchemeSheet(anshan2015).dropDowns ?? [];
  expect(lists.map(({ area }) => area)).toEqual(planned.map(({ area }) => area));
  expect(lists.map(({ source }) => source)).toContain("加分,扣分,一票否决");
});

describe("考评方案", () => {
  test("puts the scheme from the workbook's headers on the sheet; edited there, it is in force at once", async () => {
    const port = await workbookOf(scores);
    const made = await schemeSheetAction.run(contextOf(port), { schemeFromHeaders: true });
    expect(made.status === "done" && [made.output.sheet, made.output.isExisting]).toEqual([
      "考评方案",
      false,
    ]);
    const before = await checkAction.run(contextOf(port), {});
    expect(before.status === "done" && before.output.scheme.components.map(({ name }) => name)).toEqual([
      "业绩",
      "态度",
    ]);
    const { sheets } = await snapshotOf(port);
    const own = sheets.find(({ name }) => name === "考评方案");
    const row = own?.values.findIndex(([first]) => first === "并列名次") ?? -1;
    await port.putCells("考评方案", [{ row, column: 1, value: "并列后不跳号（1、2、2、3）" }], []);
    const after = await checkAction.run(contextOf(port), {});
    expect(after.status === "done" && after.output.scheme.ties).toBe("dense");
  });

  test("a sheet that stands there is never written over", async () => {
    const port = await workbookOf(scores);
    await schemeSheetAction.run(contextOf(port), { schemeFromHeaders: true });
    const again = await schemeSheetAction.run(contextOf(port), { builtInScheme: true });
    expect(again.status === "done" && again.output.isExisting).toBe(true);
    expect(schemeIn(await snapshotOf(port))?.id).toBe("workbook");
  });

  test("what is wrong on it is said in one sentence with the cell, and nothing is lost", async () => {
    const port = await workbookOf(scores);
    await schemeSheetAction.run(contextOf(port), { schemeFromHeaders: true });
    const own = (await snapshotOf(port)).sheets.find(({ name }) => name === "考评方案");
    const row = own?.values.findIndex(([first]) => first === "业绩") ?? -1;
    await port.putCells("考评方案", [{ row, column: 2, value: 0.65 }], []);
    const checked = await checkAction.run(contextOf(port), {});
    const sum = own?.values.findIndex(([first]) => first === "合计") ?? -1;
    expect(checked.status === "refused" && checked.problem).toEqual({
      code: "scheme-refused",
      detail: `考评方案!E${String(sum + 1)}：各项满分×权重之和为 95，应为 100`,
    });
  });
});

describe("从去年的工作簿带入", () => {
  test("takes scheme, roster and column roles; the year goes one on", async () => {
    const bytes = await fileOf(
      planSchemeSheet(anshan2015),
      planRoleSheet(new Map([["综合得分", "component:result"]])),
    );
    const port = await workbookOf(scores);
    const result = await carryOverAction.run(contextOf(port), {
      fileName: "2015.xlsx",
      read: () => Promise.resolve(bytes),
    });
    expect(result.status === "done" && result.output.roleCount).toBe(1);
    const snapshot = await snapshotOf(port);
    const { year, name, groups } = schemeIn(snapshot) ?? {};
    expect([year, name]).toEqual([2016, "2016年度市政府绩效管理"]);
    expect(groups).toEqual(anshan2015.groups);
    const roles = snapshot.sheets.find(({ mark }) => mark?.kind === "roles");
    expect(roles?.values).toEqual([["综合得分", "component:result"]]);
  });

  test("a workbook that keeps no scheme gives the one of its headers", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "成绩", rows: scores }] });
    const port = await workbookOf(scores);
    await carryOverAction.run(contextOf(port), { fileName: "去年.xlsx", read: () => Promise.resolve(bytes) });
    expect(schemeIn(await snapshotOf(port))?.components.map(({ name }) => name)).toEqual(["业绩", "态度"]);
  });

  test("a file that is no workbook, or one without any scheme, is refused in one line; nothing is written", async () => {
    const port = await workbookOf(scores);
    const refusal = async (bytes: Uint8Array) => {
      const result = await carryOverAction.run(contextOf(port), {
        fileName: "照片.jpg",
        read: () => Promise.resolve(bytes),
      });
      return result.status === "refused" ? result.problem.code : result.status;
    };
    expect(await refusal(new TextEncoder().encode("JPEG"))).toBe("not-a-workbook");
    expect(await refusal(new Uint8Array())).toBe("empty-file");
    expect(await refusal(await writeXlsx({ sheets: [{ name: "空", rows: [["填表说明"]] }] }))).toBe(
      "no-scheme-in-headers",
    );
    expect((await snapshotOf(port)).sheets.map(({ name }) => name)).toEqual(["汇总"]);
  });

  test("a 考评方案 that stands there is not replaced", async () => {
    const port = await workbookOf(scores);
    await schemeSheetAction.run(contextOf(port), { schemeFromHeaders: true });
    const bytes = await fileOf(planSchemeSheet(anshan2015));
    const result = await carryOverAction.run(contextOf(port), {
      fileName: "2015.xlsx",
      read: () => Promise.resolve(bytes),
    });
    expect(result.status === "refused" && result.problem).toEqual({
      code: "scheme-sheet-exists",
      detail: "考评方案",
    });
    expect(schemeIn(await snapshotOf(port))?.id).toBe("workbook");
  });
});
