import { describe, expect, test } from "@jest/globals";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { rankingOfUnits, workbookOfUnits } from "./rankingSheet";

/** Five megabytes, the most that Excel on the web takes or gives at once. */
const limit = 5 * 1024 * 1024;

async function readAndWrite(units: number) {
  const workbook = workbookOfUnits(units);
  const host = officeForNode(workbook);
  const port = createOfficePort();
  const read = await port.read();
  const readCounts = { ...host.counts };
  host.resetCounts();
  const written = await port.write({ sheets: [rankingOfUnits(units)], edits: [], removals: [] });
  const writeCounts = { ...host.counts };
  // A second run replaces the sheet of the first.
  host.resetCounts();
  const again = await port.write({ sheets: [rankingOfUnits(units)], edits: [], removals: [] });
  const againCounts = { ...host.counts };
  return { host, workbook, read, readCounts, written, writeCounts, again, againCounts };
}

describe("what a ranking costs on the wire", () => {
  test.each([[70], [700], [5_000]])(
    "three syncs to read and three to write, for %d units",
    async (units) => {
      const { host, read, readCounts, written, writeCounts, again, againCounts } = await readAndWrite(units);
      expect(read).toMatchObject({ ok: true });
      expect(written).toMatchObject({ ok: true, value: [{ name: "排名 2015年度" }] });
      expect(again).toMatchObject({ ok: true, value: [{ name: "排名 2015年度" }] });
      expect([readCounts.syncs, writeCounts.syncs, againCounts.syncs]).toEqual([3, 3, 3]);
      // The client sends nothing of its own behind our back: no range is left for it to give back.
      expect([readCounts.requests, writeCounts.requests, againCounts.requests]).toEqual([3, 3, 3]);
      expect(host.keptReferences).toBe(0);
    },
    60_000,
  );

  test("stays below the limit of a request with room to spare, and grows with the cells only", async () => {
    const small = await readAndWrite(70);
    const large = await readAndWrite(5_000);
    expect(large.writeCounts.largestRequest).toBeLessThan(limit / 2);
    expect(large.readCounts.largestResponse).toBeLessThan(limit / 2);
    const perUnit = (bytes: number, units: number) => bytes / units;
    expect(perUnit(large.readCounts.responseBytes, 5_000)).toBeLessThan(
      perUnit(small.readCounts.responseBytes, 70),
    );
    expect(perUnit(large.writeCounts.requestBytes, 5_000)).toBeLessThan(
      perUnit(small.writeCounts.requestBytes, 70),
    );
    // Merged areas are asked for in tiles of a thousand cells: ten bytes a unit.
    expect(large.readCounts.requestBytes).toBeLessThan(70_000);
  });

  test("reads in halves where texts are so long that an answer would be too large", async () => {
    const workbook = workbookOfUnits(2_000);
    const host = officeForNode(workbook, { payloadLimit: 120_000 });
    const outcome = await createOfficePort().read();
    expect(outcome.ok && outcome.value.sheets[0]?.values.length).toBe(2_001);
    expect(outcome.ok && outcome.value.sheets[0]?.values[2_000]?.[2]).toBe("编造的单位2000");
    expect(host.counts.largestRequest).toBeLessThan(120_000);
  });

  test("writes in blocks where one request would be too large", async () => {
    const workbook = workbookOfUnits(1);
    const host = officeForNode(workbook);
    const text = "很长的备注".repeat(200);
    const plan = { ...rankingOfUnits(1), merges: [], styles: [] };
    const cells = Array.from({ length: 3_000 }, (_, row) => [row, text]);
    const outcome = await createOfficePort().write({ sheets: [{ ...plan, cells }], edits: [], removals: [] });
    expect(outcome).toMatchObject({ ok: true });
    expect(host.counts.largestRequest).toBeLessThan(limit);
    const sheet = workbook.sheets().find((one) => one.name() === "排名 2015年度");
    expect(sheet?.read({ row: 2_999, column: 0, rowCount: 1, columnCount: 2 }).values).toEqual([
      [2_999, text],
    ]);
  });
});
