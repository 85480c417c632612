import { describe, expect, test } from "@jest/globals";
import { proposeRepairs } from "../../../src/core/repairs/proposeRepairs";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";
import { header, marks, ranks, read } from "./scoreTables";

/** The first group with its results as the given texts. */
function withResults(...results: readonly CellValue[]) {
  const names = ["海城市政府", "台安县政府", "岫岩县政府"];
  return sheetOf("第一组", [header, ...names.map((name, row) => [name, results[row] ?? null, 90, 90, 85])]);
}

/** What the same table comes to with the results as numbers. */
function ranksOf(...results: readonly number[]) {
  return ranks(read([withResults(...results)]));
}

describe("a column of decimal commas", () => {
  test("is ranked as the numbers that it means, with one finding for the column", () => {
    const recognition = read([withResults("92,5", "90,25", "８８，５")]);
    expect(ranks(recognition)).toEqual(ranksOf(92.5, 90.25, 88.5));
    expect(marks(recognition)).toEqual(["number-decimal-comma B2"]);
    expect(recognition.findings[0]?.parameters).toEqual({
      column: "B",
      count: 3,
      text: "92,5",
      value: "92.5",
    });
  });

  test("is turned into its numbers by the repairs, a cell each", () => {
    const sheet = withResults("92,5", "90,25", "88,5");
    const recognition = read([sheet]);
    const repairs = proposeRepairs(workbookOf(sheet), recognition, recognition.findings);
    expect(repairs.map(({ before, after }) => [before, after])).toEqual([
      ["92,5", 92.5],
      ["90,25", 90.25],
      ["88,5", 88.5],
    ]);
  });

  test("has three decimals too where most of its figures can have nothing but a decimal comma", () => {
    const names = ["海城市政府", "台安县政府", "岫岩县政府", "铁东区政府"];
    const texts = ["92,5", "90,25", "88,5", "91,125"];
    const rows = names.map((name, row) => [name, texts[row] ?? null, 90, 90, 85]);
    const { assessment } = read([sheetOf("第一组", [header, ...rows])]);
    const results = assessment.units.map(({ components }) => [...components.values()][0]?.value);
    expect(results).toContainEqual({ units: 91125, places: 3 });
  });

  test.each([
    ["two such texts only", ["92,5", "90,25", 88.5]],
    ["a decimal point among them", ["92,5", "90,25", "88.5"]],
  ])("is not read from %s: the texts stay refused", (_, results) => {
    expect(marks(read([withResults(...results)]))).toEqual(
      expect.arrayContaining(["component-text B2", "component-text B3"]),
    );
  });

  test("is not what texts with a comma before three digits everywhere are", () => {
    expect(marks(read([withResults("1,234", "1,090", "2,500")]))).not.toContain("number-decimal-comma B2");
  });
});
