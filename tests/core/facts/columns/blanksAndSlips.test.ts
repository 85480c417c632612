import { describe, expect, test } from "@jest/globals";
import type { Fact } from "../../../../src/core/facts/fact";
import { findFacts } from "../../../../src/core/facts/columns/findFacts";
import { marks, placesOf, sumOf, tableOf } from "./factTables";

function factOf(facts: readonly Fact[], column: number): Fact | undefined {
  return facts.find((fact) => fact.column === column);
}

describe("blanks and slips", () => {
  test("the best four of six, where what was missed is blank", () => {
    const rows = marks(27, 24, 6).map((row, index) => {
      const own: (string | number | null)[] = [...row];
      if (index % 3 === 0) own[1 + (index % 6)] = null;
      if (index % 5 === 0) own[2 + (index % 4)] = null;
      const scores = own.slice(1).filter((score) => typeof score === "number");
      return [...own, sumOf(scores.sort((left, right) => right - left).slice(0, 4))];
    });
    expect(factOf(findFacts(tableOf(rows)), 7)).toMatchObject({
      kind: "best-of",
      of: [1, 2, 3, 4, 5, 6],
      dropped: { high: 0, low: 2 },
      kept: 24,
      broken: [],
    });
  });

  test("two places that changed hands are no slips, a place that two rows hold is one", () => {
    const scores = marks(28, 30, 2).map((row) => [...row, sumOf(row.slice(1))]);
    const places = placesOf(scores.map((row) => Number(row[3])));
    const rows = scores.map((row, index) => [...row, places[index] ?? 0]);
    const holding = (place: number) => places.indexOf(place);
    const [fourth, fifth, ninth] = [holding(4), holding(5), holding(9)];
    const exchanged = rows.map((row, index) =>
      index === fourth ? [...row.slice(0, 4), 5] : index === fifth ? [...row.slice(0, 4), 4] : row,
    );
    expect(factOf(findFacts(tableOf(exchanged)), 4)).toMatchObject({ kind: "rank", of: [3], broken: [] });
    const slipped = rows.map((row, index) => (index === ninth ? [...row.slice(0, 4), 12] : row));
    expect(factOf(findFacts(tableOf(slipped)), 4)).toMatchObject({
      kind: "rank",
      of: [3],
      broken: [{ row: ninth, stated: "12", right: "9" }],
    });
  });

  test("a column that only repeats another does not follow from it", () => {
    const rows = marks(29, 20, 1).map((row) => [...row, row[1] ?? 0]);
    expect(findFacts(tableOf(rows))).toEqual([]);
  });
});
