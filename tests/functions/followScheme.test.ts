import { afterEach, expect, test } from "@jest/globals";
import { planSchemeSheet } from "../../src/core/reports/schemeSheet";
import { parseScheme } from "../../src/core/scheme/parseScheme";
import type { Scheme } from "../../src/core/scheme/scheme";
import { SCHEME_MARK } from "../../src/core/scheme/schemeSheet";
import { planStoreSheet } from "../../src/core/workbook/storeSheet";
import { createFirstLook, followScheme } from "../../src/functions/followScheme";
import { isSync } from "../../src/workbench/emulator/hostCounts";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../src/workbook/office/officePort";
import { recalculate, watchSchemeCells } from "../../src/workbook/office/schemeCells";
import type { Unsubscribe } from "../../src/workbook/port";

/** A made-up scheme of two halves. */
function halves(name: string): Scheme {
  const outcome = parseScheme({
    id: "halves",
    name,
    fullMark: "100",
    components: [
      { id: "a", name: "甲", max: "100", weight: "0.5" },
      { id: "b", name: "乙", max: "100", weight: "0.5" },
    ],
    rounding: { places: 1, mode: "half-up" },
    ties: "dense",
    groups: null,
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.scheme;
}

let stop: Unsubscribe = () => Promise.resolve();
afterEach(() => stop());

/** Follows the scheme of a workbook in the host emulator: names put in force, and how often cells were calculated. */
async function following(workbook: MemoryWorkbook) {
  officeForNode(workbook);
  const names: string[] = [];
  let calculations = 0;
  const counted = () => {
    calculations += 1;
    return recalculate();
  };
  const outcome = await followScheme({ watchSchemeCells, recalculate: counted }, ({ name }: Scheme) =>
    names.push(name),
  );
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  stop = outcome.value;
  return { names, calculations: () => calculations };
}

function plan(name: string) {
  return { sheets: [planSchemeSheet(halves(name))], edits: [], removals: [] };
}

/** Waits until what is told by an event has come. */
async function until(isThere: () => boolean): Promise<void> {
  for (let waited = 0; !isThere() && waited < 100; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function cellOf(workbook: MemoryWorkbook, text: string) {
  for (const sheet of workbook.sheets()) {
    const { values } = sheet.read({ row: 0, column: 0, rowCount: 60, columnCount: 8 });
    const row = values.findIndex((cells) => cells[0] === text);
    if (row >= 0) return { sheet, row };
  }
  throw new Error(`no row begins with ${text}`);
}

test("a workbook without a scheme keeps the built-in one, and nothing is calculated anew", async () => {
  const { names, calculations } = await following(new MemoryWorkbook(["汇总"]));
  expect(names).toEqual([]);
  expect(calculations()).toBe(0);
});

test("a scheme that the workbook keeps is put in force at the start", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  expect((await createOfficePort().write(plan("两半"))).ok).toBe(true);
  const { names, calculations } = await following(workbook);
  expect(names).toEqual(["两半"]);
  expect(calculations()).toBe(0);
});

test("the hidden text of an older workbook is put in force at the start", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  const file = {
    id: "halves",
    name: "从前的",
    fullMark: "100",
    components: [{ id: "a", name: "甲", max: "100", weight: "1" }],
    rounding: { places: 1, mode: "half-up" },
    ties: "dense",
    groups: null,
  };
  const sheet = planStoreSheet({
    name: "PERF方案",
    mark: SCHEME_MARK,
    cells: [[JSON.stringify(file)]],
    columnWidths: [60],
  });
  await createOfficePort().write({ sheets: [sheet], edits: [], removals: [] });
  const { names } = await following(workbook);
  expect(names).toEqual(["从前的"]);
});

test("a scheme that is written, changed and taken away is followed, once each", async () => {
  const { names, calculations } = await following(new MemoryWorkbook(["汇总"]));
  const port = createOfficePort();
  await port.write(plan("两半"));
  await port.write(plan("两半"));
  await port.write(plan("另两半"));
  await port.write({ sheets: [], edits: [], removals: [SCHEME_MARK] });
  expect(names).toEqual(["两半", "另两半", "2015年度市政府绩效管理"]);
  expect(calculations()).toBe(3);
});

test("a scheme is put in force though a cell is being edited when functions load, once that is done", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  await createOfficePort().write(plan("两半"));
  workbook.setEditing(true);
  setTimeout(() => {
    workbook.setEditing(false);
  }, 60);
  const { names } = await following(workbook);
  expect(names).toEqual(["两半"]);
});

test("the first look is tried again, and anew by the next call where Excel goes on refusing", async () => {
  const host = officeForNode(new MemoryWorkbook(["汇总"]));
  const look = createFirstLook(() => followScheme({ watchSchemeCells, recalculate }, () => undefined));
  let refusals = 0;
  host.failWhen((request) => {
    if (!isSync(request)) return null;
    refusals += 1;
    return "GeneralException";
  });
  expect(await look.schemeIsKnown()).toBe(false);
  expect(refusals).toBeGreaterThan(1);
  host.failWhen(null);
  expect(await look.schemeIsKnown()).toBe(true);
});

test("what the office types on the sheet is followed; while it makes no scheme, the one before stays", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  await createOfficePort().write(plan("两半"));
  const { names } = await following(workbook);
  const { sheet, row } = cellOf(workbook, "方案名称");
  const weights = cellOf(workbook, "甲");
  const put = (at: number, column: number, value: string | number) => {
    sheet.write({ row: at, column, rowCount: 1, columnCount: 1 }, [[value]]);
  };
  put(row, 1, "改过的");
  await until(() => names.length === 2);
  put(weights.row, 2, 0.45);
  put(row, 1, "不成方案的");
  put(weights.row, 2, 0.4);
  put(weights.row + 1, 2, 0.6);
  await until(() => names.length === 3);
  expect(names).toEqual(["两半", "改过的", "不成方案的"]);
});

test("a sheet 考评方案 that lost its mark, renamed, is followed by its headings", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  await createOfficePort().write(plan("两半"));
  workbook
    .sheets()
    .find((sheet) => sheet.name() === "考评方案")
    ?.rename("我们的办法");
  const { names } = await following(workbook);
  expect(names).toEqual(["两半"]);
});
