import { afterEach, expect, test } from "@jest/globals";
import { planSchemeSheet } from "../../src/core/scheme/schemeSheet";
import type { Scheme } from "../../src/core/scheme/scheme";
import { followScheme } from "../../src/functions/followScheme";
import { MemoryWorkbook } from "../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../src/workbook/office/officePort";
import { recalculate, watchSchemeText } from "../../src/workbook/office/schemeText";
import type { Unsubscribe } from "../../src/workbook/port";

/** A made-up scheme of two halves. */
function schemeText(name: string): string {
  return JSON.stringify({
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
  const outcome = await followScheme({ watchSchemeText, recalculate: counted }, ({ name }: Scheme) =>
    names.push(name),
  );
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  stop = outcome.value;
  return { names, calculations: () => calculations };
}

function plan(text: string) {
  return { sheets: [planSchemeSheet(text)], edits: [], removals: [] };
}

test("a workbook without a scheme keeps the built-in one, and nothing is calculated anew", async () => {
  const { names, calculations } = await following(new MemoryWorkbook(["汇总"]));
  expect(names).toEqual([]);
  expect(calculations()).toBe(0);
});

test("a scheme that the workbook keeps is put in force at the start", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  expect((await createOfficePort().write(plan(schemeText("两半")))).ok).toBe(true);
  const { names, calculations } = await following(workbook);
  expect(names).toEqual(["两半"]);
  expect(calculations()).toBe(1);
});

test("a scheme that is written, changed and taken away is followed, once each", async () => {
  const { names, calculations } = await following(new MemoryWorkbook(["汇总"]));
  const port = createOfficePort();
  await port.write(plan(schemeText("两半")));
  await port.write(plan(schemeText("两半")));
  await port.write(plan(schemeText("另两半")));
  await port.write({ sheets: [], edits: [], removals: [planSchemeSheet("").mark] });
  expect(names).toEqual(["两半", "另两半", "2015年度市政府绩效管理"]);
  expect(calculations()).toBe(3);
});

test("a text that is no scheme leaves the scheme as it was", async () => {
  const { names } = await following(new MemoryWorkbook(["汇总"]));
  await createOfficePort().write(plan("{}"));
  expect(names).toEqual([]);
});

test("a scheme that somebody else changes is followed too", async () => {
  const workbook = new MemoryWorkbook(["汇总"]);
  officeForNode(workbook);
  await createOfficePort().write(plan(schemeText("两半")));
  const { names } = await following(workbook);
  const sheet = workbook.sheets().find((candidate) => candidate.visibility() === "veryHidden");
  sheet?.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[schemeText("别人的")]]);
  for (let waited = 0; names.length < 2 && waited < 100; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(names).toEqual(["两半", "别人的"]);
});
