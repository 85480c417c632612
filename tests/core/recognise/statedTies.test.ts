import { expect, test } from "@jest/globals";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** A made-up league: rank, team, games, goal difference, points. */
function tiesOf(rows: readonly (readonly [number, string, number, number, number])[]): string | undefined {
  const header: CellValue[] = ["排名", "球队", "场次", "净胜球", "积分"];
  return proposeScheme(workbookOf(sheetOf("积分榜", [header, ...rows])))?.scheme.ties;
}

test("a league whose teams with equal points stand by goal difference gives each rank once", () => {
  expect(
    tiesOf([
      [1, "甲队", 6, 9, 13],
      [2, "乙队", 6, 4, 10],
      [3, "丙队", 6, 1, 10],
      [4, "丁队", 6, -14, 2],
    ]),
  ).toBe("ordinal");
});

test.each([
  ["nothing says why one of two stands first", [1, 2, 3, 4], [9, 1, 1, -11]],
  ["the goal difference says otherwise", [1, 2, 3, 4, 5], [9, 2, 5, 3, 1]],
  ["equal points have one rank", [1, 2, 2, 4], [9, 4, 1, -14]],
])("ties keep the usual rule where %s", (_, ranks, differences) => {
  const points = ranks.length === 5 ? [13, 10, 10, 6, 6] : [13, 10, 10, 2];
  const teams = ["甲队", "乙队", "丙队", "丁队", "戊队"];
  const rows = ranks.map(
    (rank, index) => [rank, teams[index] ?? "", 6, differences[index] ?? 0, points[index] ?? 0] as const,
  );
  expect(tiesOf(rows)).toBe("competition");
});
