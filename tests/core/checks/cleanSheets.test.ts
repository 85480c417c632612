import { describe, expect, test } from "@jest/globals";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import {
  exactTenThousandths,
  findingsIn,
  foundWith,
  madeUnits,
  places,
  ranksInside,
  scoreSheet,
  totalFormulaAt,
} from "./scoreWorkbook";

describe("a clean sheet", () => {
  test("with typed totals and ranks has no findings", () => {
    expect(foundWith({})).toEqual([]);
  });

  test("with formulas throughout has no findings", () => {
    expect(foundWith({ calculated: true })).toEqual([]);
  });

  test("with totals that are not rounded but shown with two decimals has at most one finding", () => {
    const units = madeUnits();
    const unrounded = units.map((unit) => exactTenThousandths(unit));
    const cells = Object.fromEntries(unrounded.map((total, index) => [`I${index + 3}`, total / 10000]));
    const formulas = Object.fromEntries(
      units.map((_, index) => [
        `I${index + 3}`,
        totalFormulaAt(index + 3)
          .replace("ROUND(", "")
          .replace(",2)", ""),
      ]),
    );
    const ranks = ranksInside(units, unrounded);
    expect(foundWith({ calculated: true, cells, formulas, ranks }).length).toBeLessThanOrEqual(1);
  });

  test("with aliases throughout has one finding for all of them", () => {
    const names = (anshan2015.groups ?? []).flatMap((group) => group.units);
    const units = madeUnits().map((unit, index) => ({
      ...unit,
      name: names[index]?.aliases[0] ?? unit.name,
    }));
    expect(places(findingsIn(scoreSheet({ units }))).length).toBeLessThanOrEqual(1);
  });

  test("with whole-number ratings and shares of twenty nodes has no findings", () => {
    const units = madeUnits().map((unit, index) => {
      const [result, , , rating] = unit.scores;
      const leader = 100 * (85 + ((index * 7) % 3) * 5);
      const done = 500 * (20 - (index % 5));
      return { ...unit, scores: [result, done, leader, rating] as const };
    });
    expect(foundWith({ units })).toEqual([]);
  });

  test("where most units are done with all nodes has no findings", () => {
    const units = madeUnits().map((unit, index) => {
      const [result, process, leader, rating] = unit.scores;
      return { ...unit, scores: [result, index % 10 === 0 ? process : 10000, leader, rating] as const };
    });
    expect(foundWith({ units })).toEqual([]);
  });
});
