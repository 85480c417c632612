import { describe, expect, test } from "@jest/globals";
import { noticesAction, type NoticesInput } from "../../../src/actions/noticesAction";
import { noticeKind } from "../../../src/core/notices/noticeKinds";
import { createTranslate } from "../../../src/i18n";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { SCORE_HEADER, scoreRows } from "../../core/notices/noticeWorkbook";

/** A workbook of all 70 units, as the host emulator has it. */
function scoreWorkbook(): MemoryWorkbook {
  const workbook = new MemoryWorkbook(["2015年度汇总"]);
  const rows = scoreRows();
  const area = { row: 0, column: 0, rowCount: rows.length, columnCount: SCORE_HEADER.length };
  workbook.sheets()[0]?.write(area, rows);
  return workbook;
}

function inputFor(units: readonly string[] | null): NoticesInput {
  const kind = noticeKind("feedback");
  if (!kind) throw new Error("There is a kind of notice called feedback.");
  return { kind, ...(units ? { units } : {}) };
}

const names = scoreRows()
  .slice(1)
  .map(([, name]) => (typeof name === "string" ? name : ""));

async function make(units: readonly string[] | null) {
  const workbook = scoreWorkbook();
  const host = officeForNode(workbook);
  const port = createOfficePort();
  const context = { port, translate: createTranslate("zh-CN"), now: () => new Date(2016, 0, 15) };
  const first = await noticesAction.run(context, inputFor(units));
  const counts = { ...host.counts };
  host.resetCounts();
  const again = await noticesAction.run(context, inputFor(units));
  return { workbook, first, counts, again, againCounts: { ...host.counts } };
}

describe("what notices cost on the wire, in the host emulator", () => {
  test("70 units in at most 12 batches, and again when they replace what stands", async () => {
    const { first, counts, again, againCounts, workbook } = await make(null);
    expect(first.status === "done" && first.output.sheets).toHaveLength(70);
    expect(again.status === "done" && again.output.sheets).toHaveLength(70);
    // The scores, 70 notices, the register and the settings.
    expect(workbook.sheets()).toHaveLength(73);
    expect(counts.syncs).toBeLessThanOrEqual(12);
    expect(againCounts.syncs).toBeLessThanOrEqual(12);
  }, 60_000);

  test("a constant number for every 20 sheets", async () => {
    const syncs = [];
    for (const count of [20, 40, 60]) syncs.push((await make(names.slice(0, count))).counts.syncs);
    const [twenty = 0, forty = 0, sixty = 0] = syncs;
    expect(sixty - forty).toBe(forty - twenty);
  }, 60_000);
});
