import { describe, expect, test } from "@jest/globals";
import {
  exactTenThousandths,
  findingsIn,
  halfUp,
  madeUnits,
  places,
  ranksInside,
  scoreSheet,
} from "./scoreWorkbook";
import { sheetOf, workbookOf } from "../sheets";
import type { CellValue } from "../../../src/core/workbook/snapshot";

const units = madeUnits();
const totals = units.map((unit) => halfUp(exactTenThousandths(unit)));
const ranks = ranksInside(units, totals);

/** What is found in the sheet of scores with a publication beside it, whose cells are written over by address row. */
function foundWith(changes: Readonly<Record<number, readonly CellValue[]>>, scores = scoreSheet()) {
  const rows: CellValue[][] = units.map(({ name }, index) => [
    name,
    (totals[index] ?? 0) / 100,
    ranks[index] ?? null,
  ]);
  for (const [row, cells] of Object.entries(changes)) rows.splice(Number(row) - 2, 1, [...cells]);
  const [sheet] = scores.sheets;
  if (!sheet) throw new Error("the sheet is made above");
  const publication = sheetOf("公示", [["单位", "总成绩", "名次"], ...rows]);
  return findingsIn(workbookOf(sheet, publication));
}

/** The right row of a publication. */
function rowAt(row: number): [string, number, number] {
  const index = row - 2;
  const unit = units[index];
  if (!unit) throw new Error(`no unit in row ${row}`);
  return [unit.name, (totals[index] ?? 0) / 100, ranks[index] ?? 0];
}

describe("totals and ranks that stand in a further table", () => {
  test("are nothing to tell where they agree", () => {
    expect(foundWith({})).toEqual([]);
  });

  test("are found at their cells where they differ, with the place that they differ from", () => {
    const [name, total, rank] = rowAt(20);
    const found = foundWith({
      20: [name, total + 1, rank],
      30: [rowAt(30)[0], rowAt(30)[1], rowAt(30)[2] + 7],
    });
    expect(places(found)).toEqual(["results-disagree@B20", "results-disagree@C30"]);
    expect(found[0]?.parameters).toMatchObject({ unit: name, place: "汇总!I21" });
  });

  test("are held against the exact ones where the scores state none", () => {
    const rows = [
      ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"],
      ...units.map(({ name, scores, bonus, deduction }) => [
        name,
        ...scores.map((score) => score / 100),
        bonus,
        deduction,
      ]),
    ];
    const [name, total, rank] = rowAt(20);
    const scores = workbookOf(sheetOf("明细", rows));
    expect(places(foundWith({ 20: [name, total - 0.1, rank] }, scores))).toEqual(["total-differs@B20"]);
    expect(places(foundWith({ 20: [name, total, rank + 3] }, scores))).toEqual(["rank-differs@C20"]);
  });

  test("are another matter where most of them differ: one leader's points are no totals", () => {
    const points = Object.fromEntries(
      units.map(({ name }, index) => [index + 2, [name, 80 + (index % 17), 1 + ((index * 7) % 60)]]),
    );
    expect(foundWith(points)).toEqual([]);
  });
});
