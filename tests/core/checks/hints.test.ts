import { describe, expect, test } from "@jest/globals";
import {
  exactTenThousandths,
  findingsIn,
  foundWith,
  halfUp,
  madeUnits,
  places,
  ranksInside,
  scoreSheet,
  type MadeUnit,
} from "./scoreWorkbook";
import { sheetOf, workbookOf } from "../sheets";

/** The made-up units with some scores changed; totals and ranks follow, so that only hints can be found. */
function changed(change: (unit: MadeUnit, index: number) => Partial<MadeUnit>): string[] {
  const units = madeUnits().map((unit, index) => ({ ...unit, ...change(unit, index) }));
  return foundWith({ units });
}

describe("hints", () => {
  test("a typed score with more decimals than the others is one hint for its column", () => {
    const units = madeUnits();
    const totals = units.map((unit) => halfUp(exactTenThousandths(unit)));
    const [first] = units;
    if (!first) throw new Error("there are units");
    const cells = { C3: first.scores[0] / 100 + 0.00001 };
    expect(places(findingsIn(scoreSheet({ cells, totals, ranks: ranksInside(units, totals) })))).toEqual([
      "decimals-more@C3",
    ]);
  });

  test("a zero is a hint each, many zeros of one column are one", () => {
    const zeroAt = (rows: readonly number[]) =>
      changed(({ scores: [result, process, leader] }, index) =>
        rows.includes(index) ? { scores: [result, process, leader, 0] } : {},
      );
    expect(zeroAt([3, 8])).toEqual(["component-zero@F6", "component-zero@F11"]);
    expect(zeroAt([1, 2, 3, 4, 5])).toEqual(["component-zeros@F4"]);
  });

  test("a zero among two or three high scores is a hint, too", () => {
    const found = (scores: readonly number[]) =>
      places(
        findingsIn(
          workbookOf(
            sheetOf("第三组", [
              ["单位", "结果得分", "过程得分", "领导评价", "公众评议"],
              ...["高新区管委会", "经济开发区管委会", "千山风景区管委会"].map((name, at) => [
                name,
                78.5 + at,
                85.5,
                82.25 - at,
                scores[at] ?? null,
              ]),
            ]),
          ),
        ),
      ).filter((place) => place.startsWith("component-zero"));
    expect(found([95.5, 70.25, 0])).toEqual(["component-zero@E4"]);
    expect(found([2, 1, 0])).toEqual([]);
  });

  test("a score that far more units have than any other is one hint", () => {
    const found = changed(({ scores: [, process, leader, rating] }, index) =>
      index % 4 === 0 ? { scores: [8888, process, leader, rating] } : {},
    );
    expect(found).toEqual(["score-repeated@C3"]);
    const amongWholeOnes = changed(({ scores: [result, process, , rating] }, index) => ({
      scores: [result, process, index % 4 === 0 ? 8800 : 7500 + 100 * (index % 13), rating],
    }));
    expect(amongWholeOnes).toEqual(["score-repeated@E3"]);
  });

  test("two units with the same scores throughout are one hint", () => {
    const units = madeUnits();
    const copied = changed((_, index) => (index === 40 ? { scores: units[39]?.scores ?? [0, 0, 0, 0] } : {}));
    expect(copied).toEqual(["rows-identical@B42"]);
  });

  test("a score far from all others is a hint; a unit behind in everything is none", () => {
    const slip = changed(({ scores: [, process, leader, rating] }, index) =>
      index === 22 ? { scores: [925, process, leader, rating] } : {},
    );
    expect(slip).toEqual(["score-jump@C25"]);
    const outside = foundWith({ cells: { C25: -5 } }).filter((place) => place.endsWith("@C25"));
    expect(outside).toEqual(["component-range@C25", "score-slip@C25"]);
    const behind = changed((_, index) => (index === 22 ? { scores: [2015, 1837, 2000, 1911] } : {}));
    expect(behind).toEqual([]);
  });

  test("a decimal point that moved is a hint in a column of widely spread scores, too", () => {
    const spread = (slip: number | null) =>
      changed(({ scores: [, process, leader, rating] }, index) => ({
        scores: [index === slip ? 925 : 6010 + 55 * ((index * 29) % 70), process, leader, rating],
      }));
    expect(spread(22)).toEqual(["score-jump@C25"]);
    expect(spread(null)).toEqual([]);
  });

  test("a score that jumps is found in a list with a row for each unit and item", () => {
    const items = ["结果得分", "过程得分", "领导评价得分", "公众评议得分"];
    const rows = madeUnits()
      .slice(-12)
      .flatMap(({ name, scores }) => items.map((item, at) => [name, item, (scores[at] ?? 0) / 100]));
    const list = [["单位", "考核项目", "得分"], ...rows];
    list[6] = [list[6]?.[0] ?? "", "过程得分", 8.8];
    const found = findingsIn(workbookOf(sheetOf("得分", list)));
    expect(places(found).filter((place) => place.startsWith("score-jump"))).toEqual(["score-jump@C7"]);
  });

  test("measured scores that all end in 0 or 5 are one hint; ratings that do are none", () => {
    const piled = changed(({ scores: [, process, leader, rating] }, index) => ({
      scores: [7500 + 500 * ((index * 7) % 5), process, leader, rating],
    }));
    expect(piled).toEqual(["digits-piled@C3"]);
    const ratings = changed(({ scores: [result, process, , rating] }, index) => ({
      scores: [result, process, 7500 + 500 * ((index * 7) % 5), rating],
    }));
    expect(ratings).toEqual([]);
  });
});
