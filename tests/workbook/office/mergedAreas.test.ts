import { describe, expect, test } from "@jest/globals";
import type { Area } from "../../../src/core/workbook/address";
import { MemoryWorkbook } from "../../../src/workbench/emulator/memoryWorkbook";
import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { mergeTiles } from "../../../src/workbook/office/mergedAreas";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { encodeMark, MARK_NAME } from "../../../src/workbook/sheetMark";

/** A sheet on which every cell of the first two columns is merged with its neighbour, and the last with the one below. */
function withMerges(rows: number): { workbook: MemoryWorkbook; merges: readonly Area[] } {
  const workbook = new MemoryWorkbook(["汇总"]);
  const [sheet] = workbook.sheets();
  const merges: Area[] = [];
  for (let row = 0; row < rows; row += 1) {
    merges.push({ row, column: 0, rowCount: 1, columnCount: 2 });
    if (row % 2 === 0) merges.push({ row, column: 2, rowCount: 2, columnCount: 1 });
  }
  for (const merge of merges) {
    sheet?.write({ ...merge, rowCount: 1, columnCount: 1 }, [["甲"]]);
    sheet?.merge(merge);
  }
  return { workbook, merges };
}

describe.each(["error", "null"] as const)(
  "more than 512 merged areas, where Excel answers with %s (host emulator)",
  (tooManyMerges) => {
    test("are all read", async () => {
      const { workbook, merges } = withMerges(1200);
      officeForNode(workbook, { tooManyMerges });
      const read = await createOfficePort().read();
      if (!read.ok) throw new Error(read.problem.detail);
      const byPlace = (one: Area, other: Area) => one.row - other.row || one.column - other.column;
      expect([...(read.value.sheets[0]?.merges ?? [])].sort(byPlace)).toEqual([...merges].sort(byPlace));
    });

    test("are not asked for on a sheet of ours", async () => {
      const { workbook } = withMerges(1200);
      const [sheet] = workbook.sheets();
      sheet?.putName({
        name: MARK_NAME,
        formula: encodeMark({ kind: "notice", key: "all" }, "汇总"),
        isVisible: false,
      });
      officeForNode(workbook, { tooManyMerges });
      const read = await createOfficePort().read();
      expect(read.ok && read.value.sheets[0]?.mark?.kind).toBe("notice");
    });
  },
);

test("tiles cover an area once, and no merged areas that begin in one can be more than 512", () => {
  for (const [rowCount, columnCount] of [
    [1, 1],
    [5000, 1],
    [700, 12],
    [40, 300],
    [3, 16_384],
  ] as const) {
    const tiles = mergeTiles({ row: 3, column: 2, rowCount, columnCount });
    const cells = tiles.reduce((sum, tile) => sum + tile.rowCount * tile.columnCount, 0);
    expect(cells).toBe(rowCount * columnCount);
    for (const tile of tiles) {
      expect(((tile.rowCount + 1) * (tile.columnCount + 1)) / 2).toBeLessThanOrEqual(512);
    }
  }
});
