import { describe, expect, test } from "@jest/globals";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import type { HostChange } from "../../../src/workbench/emulator/hostWorkbook";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { areaOf, memoryWorkbookOf } from "./describedWorkbook";

/** What Excel empties its list of what can be undone for. */
const COSTS_UNDO = "GetMergedAreasOrNullObject";

async function readOnce() {
  const workbook = memoryWorkbookOf({
    sheets: [
      { name: "得分", cells: { A1: "成绩", A2: "海城市政府", B2: 88 }, merges: ["A1:B1"] },
      { name: "说明", cells: { A1: "填表说明" } },
    ],
  });
  const host = officeForNode(workbook);
  let costs = 0;
  host.failWhen((request) => {
    costs += JSON.stringify(request).split(COSTS_UNDO).length - 1;
    return null;
  });
  const port = createOfficePort();
  await port.onChanged(() => undefined);
  const first = await port.read();
  if (!first.ok) throw new Error(first.problem.detail);
  const asked = costs;
  return { workbook, port, asked, costs: () => costs - asked };
}

describe("a reading that the clerk did not ask for, in the host emulator", () => {
  test("asks nothing that costs the undo, and knows the merged areas from before", async () => {
    const { workbook, port, asked, costs } = await readOnce();
    expect(asked).toBe(2);
    workbook.sheets()[0]?.write(areaOf("B2:B3"), [[90], [91]]);
    await settled();
    const quiet = await port.read({ quiet: true });
    if (!quiet.ok) throw new Error(quiet.problem.detail);
    const [scores] = quiet.value.sheets;
    expect(scores?.values[1]).toEqual(["海城市政府", 90]);
    expect(scores?.values[2]).toEqual([null, 91]);
    expect(scores?.merges).toEqual([areaOf("A1:B1")]);
    expect(costs()).toBe(0);
  });

  test("is refused where rows have moved, until the clerk has the workbook read again", async () => {
    const { workbook, port, costs } = await readOnce();
    const sheetId = workbook.sheets()[0]?.id ?? "";
    const inserted: HostChange = { kind: "cells", sheetId, area: areaOf("A1:B1"), shift: "RowInserted" };
    workbook.tell(inserted);
    await settled();
    expect(await port.read({ quiet: true })).toEqual({
      ok: false,
      problem: { code: "layout-unknown", detail: "得分" },
    });
    expect(costs()).toBe(0);
    expect((await port.read()).ok).toBe(true);
    expect((await port.read({ quiet: true })).ok).toBe(true);
  });

  test("is refused where a sheet is new", async () => {
    const { workbook, port } = await readOnce();
    workbook.addSheet("新表").write(areaOf("A1"), [["单位"]]);
    expect(await port.read({ quiet: true })).toEqual({
      ok: false,
      problem: { code: "layout-unknown", detail: "新表" },
    });
  });
});

/** Events go out after the batch that caused them, and the port asks for the sheet's name. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}
