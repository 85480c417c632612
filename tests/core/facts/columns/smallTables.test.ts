import { describe, expect, test } from "@jest/globals";
import { findFacts } from "../../../../src/core/facts/columns/findFacts";
import { sumOf, tableOf } from "./factTables";

describe("tables of few rows", () => {
  test("scores from 1 to 5 add up, also where a column of them looks like places", () => {
    const scores = [
      [4, 5, 2, 5],
      [2, 3, 4, 1],
      [5, 1, 5, 4],
      [3, 4, 1, 2],
      [1, 2, 3, 3],
    ];
    const rows = scores.map((row, index) => [`option ${String(index)}`, ...row, sumOf(row)]);
    expect(findFacts(tableOf(rows))).toContainEqual(
      expect.objectContaining({ column: 5, kind: "sum", of: [1, 2, 3, 4], kept: 5, broken: [] }),
    );
  });

  test("a league's points are three for a win and one for a draw, though games come to the same for all", () => {
    const results = [
      [11, 2, 1],
      [8, 4, 2],
      [9, 0, 5],
      [6, 5, 3],
      [5, 5, 4],
      [3, 6, 5],
      [2, 4, 8],
      [1, 2, 11],
    ];
    const rows = results.map(([won = 0, drawn = 0, lost = 0], index) => [
      `club ${String(index)}`,
      14,
      won,
      drawn,
      lost,
      3 * won + drawn,
    ]);
    const [points] = findFacts(tableOf(rows)).filter(({ column }) => column === 5);
    expect(points).toMatchObject({ kind: "weighted-sum", of: [2, 3], kept: 8, broken: [] });
    expect(points?.weights).toEqual([
      { units: 3, places: 0 },
      { units: 1, places: 0 },
    ]);
  });

  test("marks out of one full mark are figures, parts of different wholes are none", () => {
    const marks = [
      [8, 9],
      [7, 4],
      [9, 6],
      [5, 8],
      [6, 3],
    ];
    const rowsOutOf = (full: (index: number) => number) =>
      marks.map(([one = 0, other = 0], index) => [
        `item ${String(index)}`,
        `${String(one)}/${String(full(index))}`,
        other,
        one + other,
      ]);
    const sum = expect.objectContaining({ column: 3, kind: "sum", of: [1, 2] });
    expect(findFacts(tableOf(rowsOutOf(() => 10)))).toContainEqual(sum);
    expect(findFacts(tableOf(rowsOutOf((index) => 10 + index)))).not.toContainEqual(sum);
  });
});
