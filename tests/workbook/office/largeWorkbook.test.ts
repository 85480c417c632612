import { describe, expect, test } from "@jest/globals";
import type { ActionContext } from "../../../src/actions/action";
import { findingsSheetAction } from "../../../src/actions/findingsSheetAction";
import { markFindingsAction } from "../../../src/actions/markFindingsAction";
import { rankingAction } from "../../../src/actions/rankingAction";
import { unmarkFindingsAction } from "../../../src/actions/unmarkFindingsAction";
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
const RANKING = "排名 2024年度";
const FINDINGS = "检查结果";
const input = { schemeFromHeaders: true, totals: "formula" } as const;

function contextWith(more: Partial<ActionContext> = {}): ActionContext {
  return {
    port: createOfficePort(),
    translate: createTranslate("zh-CN"),
    now: () => new Date(2025, 0, 15),
    ...more,
  };
}

function sheetNamed(workbook: MemoryWorkbook, name: string): MemorySheet {
  const found = workbook.sheets().find((sheet) => sheet.name() === name);
  if (!found) throw new Error(`There is no sheet ${name}.`);
  return found;
}

function names(workbook: MemoryWorkbook): string[] {
  return workbook.sheets().map((sheet) => sheet.name());
}

/** Everything that a sheet shows, cell by cell. */
function shownOn(sheet: MemorySheet) {
  const area = sheet.usedArea(false) ?? areaOf("A1");
  const rows = Array.from({ length: area.rowCount }, (_, row) => row);
  const columns = Array.from({ length: area.columnCount }, (_, column) => column);
  return {
    area,
    cells: sheet.read(area),
    numberFormats: sheet.numberFormats(area),
    looks: rows.flatMap((row) => columns.map((column) => sheet.styleAt({ row, column }))),
    borders: rows.flatMap((row) => columns.map((column) => sheet.bordersAt({ row, column }))),
    links: rows.flatMap((row) => columns.map((column) => sheet.linkAt({ row, column }))),
    heights: rows.map((row) => sheet.rowHeight(row)),
    widths: columns.map((column) => sheet.columnWidth(column)),
    merges: [...sheet.merges()].sort((one, other) => one.row - other.row || one.column - other.column),
    page: sheet.page(),
    frozen: sheet.frozen(),
  };
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
      const ranked = written.cells.values.flatMap(([rank, name]) => (typeof rank === "number" ? [name] : []));
      expect(new Set(ranked).size).toBe(units);

      const id = sheetNamed(workbook, RANKING).id;
      workbook.sheets()[0]?.write(areaOf("M1"), [[{ formula: `='${RANKING}'!B6` }]]);
      host.resetCounts();
      expect(await rankingAction.run(contextWith(), input)).toMatchObject({ status: "done" });
      expectFewBatches(host.counts);
      expect(names(workbook)).toEqual(
        [SCORES, "PERF 方案", RANKING].filter((name) => names(workbook).includes(name)),
      );
      const again = sheetNamed(workbook, RANKING);
      expect(again.id).toBe(id);
      expect(shownOn(again)).toEqual(written);
      expect(workbook.sheets()[0]?.read(areaOf("M1")).formulas).toEqual([[`='${RANKING}'!B6`]]);
    },
    PATIENCE,
  );
});

describe("what was found in a large workbook", () => {
  test.each([[1_000], [20_000]])(
    "%d findings with a link each are written and replaced",
    async (count) => {
      const workbook = officeOfUnits(count, { faulty: 1 });
      const host = officeForNode(workbook);
      const first = await findingsSheetAction.run(contextWith(), input);
      expect(first.status === "done" && first.output.findings.length).toBeGreaterThanOrEqual(count);
      expectFewBatches(host.counts);
      const sheet = sheetNamed(workbook, FINDINGS);
      const written = shownOn(sheet);
      expect(written.links.filter((link) => link !== null).length).toBeGreaterThanOrEqual(count);
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
      const scores = sheetNamed(workbook, SCORES);
      scores.setStyle(areaOf("D9"), { fill: "#00B050" });
      const host = officeForNode(workbook);
      const marked = await markFindingsAction.run(contextWith(), input);
      expect(marked.status === "done" && marked.output.marked.length).toBe(5_000);
      expect(scores.styleAt(areaOf("D5001")).fill).toBe("#FFEB9C");
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
      // As a click does: not from within the work.
      setTimeout(() => {
        stop.abort();
      }, 0);
    };
    const { status } = await run(contextWith({ onProgress, signal: stop.signal }));
    return { status, requests: host.counts.requests };
  }

  test.each([[0.81], [0.9]])(
    "leaves nothing behind, at %d of the run",
    async (share) => {
      const workbook = officeOfUnits(20_000);
      const end = await cancelledAt(share, workbook, (context) => rankingAction.run(context, input));
      expect(end.status).toBe("cancelled");
      // At most the batch that was on its way, then one to look what is there and one to take it away.
      expect(end.requests).toBeLessThanOrEqual(4);
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
      const workbook = officeOfUnits(10_000, { faulty: 1 });
      const end = await cancelledAt(0.97, workbook, (context) => markFindingsAction.run(context, input));
      expect(end.status).toBe("cancelled");
      expect(names(workbook)).toEqual([SCORES]);
      const scores = sheetNamed(workbook, SCORES);
      const filled = Array.from(
        { length: 10_000 },
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
    problem: { code: "host-limit" },
  });
  expect(names(workbook)).toEqual([SCORES]);
});
