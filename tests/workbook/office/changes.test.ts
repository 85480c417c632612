import { describe, expect, test } from "@jest/globals";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import type { WorkbookChange } from "../../../src/workbook/port";
import { areaOf, memoryWorkbookOf } from "./describedWorkbook";

/** Hosts that say whose a change is, and those before. */
const hosts = [
  ["that says whose a change is", { ExcelApi: "1.15" }],
  ["that does not say whose a change is", { ExcelApi: "1.13" }],
] as const;

describe.each(hosts)("changes of cells, in a host emulator %s", (_, requirementSets) => {
  async function listening() {
    const workbook = memoryWorkbookOf({
      sheets: [{ name: "得分", cells: { A1: "海城市政府", B1: 88 } }, { name: "说明" }],
    });
    const host = officeForNode(workbook, {
      requirementSets: { ...requirementSets, DelayForCellEdit: "1.1" },
    });
    const port = createOfficePort();
    const changes: WorkbookChange[] = [];
    const outcome = await port.onChanged((change) => changes.push(change));
    if (!outcome.ok) throw new Error(outcome.problem.detail);
    return { workbook, host, port, changes, stop: outcome.value };
  }

  test("are told by sheet and address, until they are no longer asked for", async () => {
    const { workbook, changes, stop } = await listening();
    const [scores, notes] = workbook.sheets();
    scores?.write(areaOf("B1"), [[90]]);
    notes?.write(areaOf("A1:B2"), [
      ["甲", 1],
      ["乙", 2],
    ]);
    await settled();
    expect(changes).toEqual([
      { sheet: "得分", address: "B1", byUs: false },
      { sheet: "说明", address: "A1:B2", byUs: false },
    ]);
    await stop();
    await stop();
    scores?.write(areaOf("B1"), [[91]]);
    await settled();
    expect(changes).toHaveLength(2);
  });

  test("are told though the clerk types in the next cell by then", async () => {
    const { workbook, changes } = await listening();
    workbook.setEditing(true);
    workbook.sheets()[0]?.write(areaOf("B1"), [[90]]);
    await settled();
    workbook.setEditing(false);
    await settled();
    expect(changes).toEqual([{ sheet: "得分", address: "B1", byUs: false }]);
  });

  test("are told though Excel refuses to say the sheet's name", async () => {
    const { workbook, host, changes } = await listening();
    host.failWhen(() => "InvalidOperationInCellEditMode");
    workbook.sheets()[0]?.write(areaOf("B1"), [[90]]);
    await settled();
    expect(changes).toEqual([{ sheet: "得分", address: "B1", byUs: false }]);
  });

  test("are told as ours where the port wrote them, and the next one as the clerk's", async () => {
    const { workbook, port, changes } = await listening();
    const written = await port.write({
      sheets: [],
      edits: [{ cell: { sheet: "得分", row: 0, column: 1 }, expected: 88, value: 92.5 }],
      removals: [],
    });
    expect(written.ok).toBe(true);
    await settled();
    expect(changes).toEqual([{ sheet: "得分", address: "B1", byUs: true }]);
    workbook.sheets()[0]?.write(areaOf("B1"), [[93]]);
    await settled();
    expect(changes[1]).toEqual({ sheet: "得分", address: "B1", byUs: false });
  });
});

/** Events go out after the batch that caused them, and the port asks for the sheet's name. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}
