import { describe, expect, test } from "@jest/globals";
import { checkAction } from "../../src/actions/checkAction";
import { rankingAction } from "../../src/actions/rankingAction";
import type { RankingStanding } from "../../src/core/reports/ranking/rankingStanding";
import { anshan2015File } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { FileWorkbook } from "../../src/workbook/file/fileWorkbook";
import { contextOf, scores, workbookOf } from "./rankingRun";

describe("a ranking whose sources have changed", () => {
  async function changesAfter(
    edit: (port: FileWorkbook) => Promise<unknown>,
  ): Promise<RankingStanding | null> {
    const port = await workbookOf(scores);
    await rankingAction.run(contextOf(port), { totals: "formula" });
    await edit(port);
    const checked = await checkAction.run(contextOf(port), {});
    if (checked.status !== "done") throw new Error(checked.status);
    return checked.output.standing;
  }

  const set =
    (row: number, column: number, expected: string | number | null, value: string | number | null) =>
    (port: FileWorkbook) =>
      port.write({
        sheets: [],
        edits: [{ cell: { sheet: "汇总", row, column }, expected, value }],
        removals: [],
      });

  test("is known as it was, when made, by which scheme and whether it was approved", async () => {
    const standing = await changesAfter(() => Promise.resolve());
    expect(standing).toEqual({
      sheet: "排名2015年度",
      madeAt: "2016-01-08 09:30",
      scheme: anshan2015File.name,
      approvedAs: null,
      notices: 0,
      changes: [],
      moved: 0,
    });
  });

  test("tells which figure of which unit, what it was and is, and how many ranks would move", async () => {
    const standing = await changesAfter(set(2, 1, 92.5, 78));
    const cell = { sheet: "汇总", row: 2, column: 1 };
    expect(
      standing?.changes.map((change) =>
        "cell" in change ? { ...change, cell: { ...change.cell, value: undefined } } : change,
      ),
    ).toEqual([
      { kind: "figure", unit: "海城市政府", item: { component: "结果得分" }, before: 92.5, after: 78, cell },
    ]);
    // 83.565 is behind 91.50 and 89.98: all three ranks move.
    expect(standing?.moved).toBe(3);
  });

  test("tells of points, and of units that came or went", async () => {
    const points = await changesAfter(set(3, 5, null, 1.5));
    expect(points?.changes).toEqual([
      expect.objectContaining({
        kind: "figure",
        unit: "台安县政府",
        item: "bonus",
        before: null,
        after: 1.5,
      }),
    ]);
    const gone = await changesAfter(set(4, 0, "岫岩县", "千山区"));
    expect(gone?.changes.map(({ kind }) => kind)).toEqual(["joined", "left"]);
  });
});
