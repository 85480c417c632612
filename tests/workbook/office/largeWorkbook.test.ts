import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { ActionContext } from "../../../src/actions/action";
import { findingsSheetAction } from "../../../src/actions/findingsSheetAction";
import { markFindingsAction } from "../../../src/actions/markFindingsAction";
import { rankingAction } from "../../../src/actions/rankingAction";
import { unmarkFindingsAction } from "../../../src/actions/unmarkFindingsAction";
import type { CellPosition } from "../../../src/core/workbook/address";
import { createTranslate } from "../../../src/i18n";
import type { HostCounts } from "../../../src/workbench/emulator/hostCounts";
import type { MemorySheet } from "../../../src/workbench/emulator/memorySheet";
import type { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { areaOf } from "./describedWorkbook";
import { SCORES, officeOfUnits } from "./officeOfUnits";

const PATIENCE = 300_000;
const MEGABYTE = 1024 * 1024;
const RANKING = /^排名/;
const FINDINGS = /^检查结果/;
const input = { schemeFromHeaders: true, totals: "formula" } as const;

function contextWith(more: Partial<ActionContext> = {}): ActionContext {
  return {
    port: createOfficePort(),
    translate: createTranslate("zh-CN"),
    now: () => new Date(2025, 0, 15),
    ...more,
  };
}

function sheetNamed(workbook: MemoryWorkbook, name: RegExp): MemorySheet {
  const found = workbook.sheets().find((sheet) => name.test(sheet.name()));
  if (!found) throw new Error(`There is no sheet ${name.source}.`);
  return found;
}

function names(workbook: MemoryWorkbook): string[] {
  return workbook.sheets().map((sheet) => sheet.name());
}

/** What a sheet shows, cell by cell, as one short text for each kind of it: sheets that look alike have the same. */
function shownOn(sheet: MemorySheet): Readonly<Record<string, string>> {
  const area = sheet.usedArea(false) ?? areaOf("A1");
  const rows = Array.from({ length: area.rowCount }, (_, row) => row);
  const columns = Array.from({ length: area.columnCount }, (_, column) => column);
  const everyCell = (look: (cell: CellPosition) => unknown) =>
    rows.map((row) => columns.map((column) => look({ row, column })));
  const shown = {
    area,
    cells: sheet.read(area),
    numberFormats: sheet.numberFormats(area),
    styles: everyCell((cell) => Object.entries(sheet.styleAt(cell)).sort()),
    borders: everyCell((cell) => sheet.bordersAt(cell)),
    links: everyCell((cell) => sheet.linkAt(cell)),
    heights: rows.map((row) => sheet.rowHeight(row)),
    widths: columns.map((column) => sheet.columnWidth(column)),
    merges: [...sheet.merges()].sort((one, other) => one.row - other.row || one.column - other.column),
    // No page breaks are as good as none ever set.
    page: Object.entries({ breaksBefore: [], ...sheet.page() }).sort(),
    frozen: sheet.frozen(),
  };
  return Object.fromEntries(
    Object.entries(shown).map(([kind, value]) => [
      kind,
      createHash("sha256").update(JSON.stringify(value)).digest("hex"),
    ]),
  );
}

/** Names of the units that have a rank. */
function rankedOn(sheet: MemorySheet): ReadonlySet<unknown> {
  const { values } = sheet.read(sheet.usedArea(true) ?? areaOf("A1"));
  return new Set(values.flatMap(([rank, name]) => (typeof rank === "number" ? [name] : [])));
}

/** How many cells of the column of places have a link. */
function linksOn(sheet: MemorySheet): number {
  const rowCount = sheet.usedArea(true)?.rowCount ?? 0;
  const links = Array.from({ length: rowCount }, (_, row) => sheet.linkAt({ row, column: 2 }));
  return links.filter((link) => link !== null).length;
}

/** No request near the limit, and no more batches than the size asks for beyond the six of a small workbook. */
function expectFewBatches({ syncs, requestBytes, responseBytes, largestRequest }: HostCounts): void {
  expect(largestRequest).toBeLessThan(3 * MEGABYTE);
  expect(syncs).toBeLessThanOrEqual(6 + Math.ceil((requestBytes + responseBytes) / MEGABYTE));
}

describe("a ranking of many units in several groups, by a scheme from the headers", () => {
  test(
    "of 1,000 units takes six batches, and six again when it is replaced",
    async () => {
      const workbook = officeOfUnits(1_000);
      const host = officeForNode(workbook);
      for (const time of ["first", "again"]) {
        host.resetCounts();
        const result = await rankingAction.run(contextWith(), input);
        expect([time, result.status, host.counts.syncs]).toEqual([time, "done", 6]);
      }
      expect(sheetNamed(workbook, RANKING).usedArea(true)?.rowCount).toBeGreaterThan(1_000);
    },
    PATIENCE,
  );

  test.each([[5_000], [20_000]])(
    "of %d units is written in requests below the limit, and replaced by the same",
    async (units) => {
      const workbook = officeOfUnits(units);
      const host = officeForNode(workbook);
      const progress: number[] = [];
      const onProgress: ActionContext["onProgress"] = (_step, done) => progress.push(done);
      expect(await rankingAction.run(contextWith({ onProgress }), input)).toMatchObject({ status: "done" });
      expectFewBatches(host.counts);
      expect(progress).toEqual([...progress].sort((one, other) => one - other));
      expect(progress.filter((done) => done > 0.8 && done < 1).length).toBeGreaterThanOrEqual(2);
      expect(progress.at(-1)).toBe(1);
      const written = shownOn(sheetNamed(workbook, RANKING));
      expect(rankedOn(sheetNamed(workbook, RANKING)).size).toBe(units);

      const ranking = sheetNamed(workbook, RANKING);
      const standing = names(workbook);
      const reference = `='${ranking.name()}'!B6`;
      workbook.sheets()[0]?.write(areaOf("M1"), [[{ formula: reference }]]);
      host.resetCounts();
      expect(await rankingAction.run(contextWith(), input)).toMatchObject({ status: "done" });
      expectFewBatches(host.counts);
      expect(names(workbook)).toEqual(standing);
      expect(sheetNamed(workbook, RANKING)).toBe(ranking);
      expect(shownOn(ranking)).toEqual(written);
      expect(workbook.sheets()[0]?.read(areaOf("M1")).formulas).toEqual([[reference]]);
    },
    PATIENCE,
  );
});

describe("what was found in a large workbook", () => {
  test.each([[1_000], [5_000]])(
    "%d findings with a link each are written and replaced",
    async (count) => {
      const workbook = officeOfUnits(count, { faulty: 1 });
      const host = officeForNode(workbook);
      const first = await findingsSheetAction.run(contextWith(), input);
      expect(first.status === "done" && first.output.findings.length).toBeGreaterThanOrEqual(count);
      expectFewBatches(host.counts);
      const sheet = sheetNamed(workbook, FINDINGS);
      const written = shownOn(sheet);
      expect(linksOn(sheet)).toBeGreaterThanOrEqual(count);
      host.resetCounts();
      expect(await findingsSheetAction.run(contextWith(), input)).toMatchObject({ status: "done" });
      expectFewBatches(host.counts);
      expect(shownOn(sheet)).toEqual(written);
    },
    PATIENCE,
  );

  test(
    "is marked in 5,000 cells, which have their own fills back when the marks go",
    async () => {
      const workbook = officeOfUnits(5_000, { faulty: 1 });
      const scores = sheetNamed(workbook, /汇总$/);
      scores.setStyle(areaOf("D9"), { fill: "#00B050" });
      const host = officeForNode(workbook);
      const marked = await markFindingsAction.run(contextWith(), input);
      expect(marked.status === "done" && marked.output.marked.length).toBeGreaterThanOrEqual(5_000);
      expect(scores.styleAt(areaOf("D5001")).fill).toBe("#FFC7CE");
      expect(await unmarkFindingsAction.run(contextWith(), input)).toMatchObject({ status: "done" });
      expect(scores.styleAt(areaOf("D9")).fill).toBe("#00B050");
      expect(scores.styleAt(areaOf("D5001")).fill ?? "").toBe("");
      expect(host.counts.largestRequest).toBeLessThan(3 * MEGABYTE);
    },
    PATIENCE,
  );
});

describe("a cancel while a large workbook is written", () => {
  /** Cancels a run when it has come so far; gives how many requests came after. */
  async function cancelledAt(
    share: number,
    workbook: MemoryWorkbook,
    run: (context: ActionContext) => Promise<{ readonly status: string }>,
  ) {
    const host = officeForNode(workbook);
    const stop = new AbortController();
    const onProgress: ActionContext["onProgress"] = (step, done) => {
      if (step !== "writing" || done < share || stop.signal.aborted) return;
      host.resetCounts();
      stop.abort();
    };
    const { status } = await run(contextWith({ onProgress, signal: stop.signal }));
    return { status, requests: host.counts.requests };
  }

  test.each([[0.81], [0.95]])(
    "leaves nothing behind, at %d of the run",
    async (share) => {
      const workbook = officeOfUnits(8_000);
      const end = await cancelledAt(share, workbook, (context) => rankingAction.run(context, input));
      expect(end.status).toBe("cancelled");
      // One request to look what is there, and one to take it away.
      expect(end.requests).toBe(2);
      expect(names(workbook)).toEqual([SCORES]);
    },
    PATIENCE,
  );

  test(
    "leaves the ranking of the last time as it was",
    async () => {
      const workbook = officeOfUnits(5_000);
      officeForNode(workbook);
      await rankingAction.run(contextWith(), input);
      const before = names(workbook);
      const standing = shownOn(sheetNamed(workbook, RANKING));
      workbook.sheets()[0]?.write(areaOf("D2"), [[99]]);
      const end = await cancelledAt(0.81, workbook, (context) => rankingAction.run(context, input));
      expect(end.status).toBe("cancelled");
      expect(names(workbook)).toEqual(before);
      expect(shownOn(sheetNamed(workbook, RANKING))).toEqual(standing);
    },
    PATIENCE,
  );

  test(
    "gives cells that were marked already their own fills back",
    async () => {
      const workbook = officeOfUnits(6_000, { faulty: 1 });
      const end = await cancelledAt(0.97, workbook, (context) => markFindingsAction.run(context, input));
      expect(end.status).toBe("cancelled");
      expect(names(workbook)).toEqual([SCORES]);
      const scores = sheetNamed(workbook, /汇总$/);
      const filled = Array.from(
        { length: 6_000 },
        (_, row) => scores.styleAt({ row: row + 1, column: 3 }).fill,
      );
      expect(filled.filter((fill) => fill !== undefined && fill !== "")).toEqual([]);
    },
    PATIENCE,
  );
});

test("a host that takes less than one row says so, and nothing is written", async () => {
  const workbook = officeOfUnits(20);
  officeForNode(workbook, { payloadLimit: 20_000 });
  expect(await rankingAction.run(contextWith(), input)).toMatchObject({
    status: "refused",
    problem: { code: "writing-too-large" },
  });
  expect(names(workbook)).toEqual([SCORES]);
});
