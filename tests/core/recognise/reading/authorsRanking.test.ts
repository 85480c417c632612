import { describe, expect, test } from "@jest/globals";
import { readWorkbook } from "../../../../src/core/recognise/reading/readTables";
import { rankTable } from "../../../../src/core/recognise/reading/tableRanking";
import type { TableReading } from "../../../../src/core/recognise/reading/tableReading";
import type { CellValue } from "../../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../../sheets";

function tableIn(rows: CellValue[][]): TableReading {
  const [table] = readWorkbook(workbookOf(sheetOf("Sheet1", rows))).sheets[0]?.tables ?? [];
  if (table === undefined) throw new Error("no table");
  return table;
}

/** `rank unit` of all units, as the program ranks them. */
function rankingOf(rows: CellValue[][]): string[] {
  return rankTable(tableIn(rows)).flatMap(({ units }) =>
    units.map(({ name, rank }) => `${String(rank)} ${name}`),
  );
}

describe("the author's own ranking (made-up units)", () => {
  test("goes by what the column of ranks ranks, whatever else is added up", () => {
    const medals: CellValue[][] = [
      ["名次", "代表团", "金牌", "银牌", "铜牌", "合计"],
      [1, "东河", 9, 4, 3, 16],
      [2, "西河", 7, 8, 12, 27],
      [3, "南河", 6, 2, 1, 9],
      [4, "北河", 4, 9, 8, 21],
      [5, "中河", 2, 1, 6, 9],
    ];
    expect(rankingOf(medals)).toEqual(["1 东河", "2 西河", "3 南河", "4 北河", "5 中河"]);
  });

  test("is of the column that follows from the others, not of one of them with the same order", () => {
    const errors: CellValue[][] = [
      ["Rank", "Method", "day", "dusk", "night", "Mean"],
      [1, "plain", 0.1, 0.11, 0.12, 0.11],
      [2, "sharp", 0.2, 0.1, 0.18, 0.16],
      [3, "soft", 0.1, 0.29, 0.27, 0.22],
      [4, "raw", 0.15, 0.33, 0.36, 0.28],
    ];
    expect(tableIn(errors).result).toMatchObject({ total: 5, order: "ascending" });
    expect(rankingOf(errors)[0]).toBe("1 plain");
  });

  test("begins with the least where nothing but ranks is added up", () => {
    const ranks: CellValue[][] = [
      ["选手", "评委一名次", "评委二名次", "评委三名次", "名次合计"],
      ["甲", 1, 3, 4, 8],
      ["乙", 5, 4, 5, 14],
      ["丙", 3, 2, 1, 6],
      ["丁", 2, 1, 2, 5],
      ["戊", 4, 5, 3, 12],
    ];
    expect(rankingOf(ranks)).toEqual(["1 丁", "2 丙", "3 甲", "4 戊", "5 乙"]);
  });

  test("leaves out whoever has a word instead of a place", () => {
    const rounds: CellValue[][] = [
      ["Pos", "Player", "R1", "R2", "R3", "Total"],
      [1, "Ash", 70, 71, 69, 210],
      [2, "Birch", 72, 70, 71, 213],
      [3, "Cedar", 74, 71, 70, 215],
      [4, "Dogwood", 73, 73, 72, 218],
      [5, "Elm", 75, 72, 74, 221],
      ["MC", "Fir", 78, 79, null, 157],
    ];
    expect(rankingOf(rounds)).toEqual(["1 Ash", "2 Birch", "3 Cedar", "4 Dogwood", "5 Elm"]);
  });

  test("tells a rank that is not its figure's, where the header says rank and nearly all others are", () => {
    const totals = [88, 85, 83, 80, 77, 74, 71, 69];
    const rows: CellValue[][] = [
      ["单位", "得分", "名次"],
      ...totals.map((total, index): CellValue[] => [
        `第${"甲乙丙丁戊己庚辛".charAt(index)}所`,
        total,
        index === 4 ? 7 : index + 1,
      ]),
    ];
    expect(tableIn(rows).facts).toContainEqual(
      expect.objectContaining({
        kind: "rank",
        of: [1],
        broken: [expect.objectContaining({ row: 4, stated: "7", right: "5" })],
      }),
    );
  });

  test("is read where all totals are texts with a decimal comma, or marks out of ten", () => {
    const withTotals = (totals: readonly string[]): CellValue[][] => [
      ["Équipe", "Âge", "Total"],
      ...totals.map((total, index): CellValue[] => [`Équipe ${String.fromCharCode(65 + index)}`, 11, total]),
    ];
    expect(rankingOf(withTotals(["61,5", "70,25", "58,0", "66,75"]))).toEqual([
      "1 Équipe B",
      "2 Équipe D",
      "3 Équipe A",
      "4 Équipe C",
    ]);
    expect(rankingOf(withTotals(["8.2/10", "7.9/10", "9.1/10", "6.4/10"]))[0]).toBe("1 Équipe C");
  });
});

describe("a line that sums the units up", () => {
  test.each(["平均总分", "TOTAL PONDERADO", "Weighted total"])("%s is none of them", (label) => {
    const rows: CellValue[][] = [
      ["姓名", "语文", "数学", "总分"],
      ["学生甲", 81, 72, 153],
      ["学生乙", 61, 95, 156],
      ["学生丙", 85, 74, 159],
      ["学生丁", 88, 55, 143],
      [label, null, null, 152.75],
    ];
    expect(rankingOf(rows)).toEqual(["1 学生丙", "2 学生乙", "3 学生甲", "4 学生丁"]);
  });
});

describe("a table of items with weights, and a total under each thing compared", () => {
  const SCORES = [
    [5, 4, 2, 3],
    [3, 2, 5, 4],
    [2, 5, 3, 1],
    [4, 3, 3, 5],
  ];
  const totalOf = (column: number) =>
    SCORES.reduce((sum, [weight = 0, ...scores]) => sum + weight * (scores[column] ?? 0), 0);

  test("ranks what is compared", () => {
    const rows: CellValue[][] = [
      ["Item", "W", "Pine", "Oak", "Ash"],
      ...["Price", "Weight of it", "Look", "Wear"].map((item, index): CellValue[] => [
        item,
        ...(SCORES[index] ?? []),
      ]),
      ["Weighted total", null, totalOf(0), totalOf(1), totalOf(2)],
    ];
    // 48, 43, 49.
    expect(rankingOf(rows)).toEqual(["1 Ash", "2 Pine", "3 Oak"]);
  });

  test("stays upright where the last row only sums the columns up", () => {
    const rows: CellValue[][] = [
      ["Name", "Maths", "Latin", "Music"],
      ["Ada", 12, 15, 9],
      ["Ben", 14, 11, 13],
      ["Cleo", 10, 16, 12],
      ["Total", 36, 42, 34],
    ];
    expect(tableIn(rows).unitRows).toHaveLength(3);
    expect(tableIn(rows).shape.grid.flipped).toBe(false);
  });
});
