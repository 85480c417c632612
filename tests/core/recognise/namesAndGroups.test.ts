import { describe, expect, test } from "@jest/globals";
import { anshan2015File } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import { sheetOf } from "../sheets";
import { first, firstRanks, header, marks, ranks, read, rowOf, second } from "./scoreTables";

describe("names and groups", () => {
  test("aliases are resolved; the cell's own text is kept", () => {
    const rows = [["海城", ...rowOf(first, 0).slice(1)], ...first.slice(1)];
    const unit = read([sheetOf("汇总", [header, ...rows])]).assessment.units[0];
    expect([unit?.name, unit?.as]).toEqual(["海城市政府", "海城"]);
  });

  test("an unknown, an ambiguous and a repeated unit are not ranked; the rest are", () => {
    const rows = [
      ...first,
      ["市火星局", 99, 99, 99, 99],
      ["千山", 99, 99, 99, 99],
      ["台安县", 99, 99, 99, 99],
    ];
    const recognition = read([sheetOf("汇总", [header, ...rows])]);
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 91.54", "第一组 2 岫岩县政府 91.50"]);
    expect(marks(recognition)).toEqual(
      expect.arrayContaining([
        "unit-unknown A5",
        "unit-ambiguous A6",
        "unit-duplicate A3",
        "unit-duplicate A7",
      ]),
    );
  });

  test("a unit in another group than the roster's is an error, not a move (rule 27)", () => {
    const rows = [
      ["组别", ...header],
      ["第一组", ...rowOf(first, 0)],
      ["第一组", ...rowOf(second, 0)],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(marks(recognition)).toEqual(["unit-wrong-group B3"]);
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 91.54"]);
  });

  test("who is missing is said, by unit or by whole group (rule 28)", () => {
    const recognition = read([sheetOf("汇总", [header, ...first.slice(0, 2)])]);
    const missing = recognition.findings.filter(({ code }) => code.endsWith("missing"));
    expect(
      missing.map(({ code, parameters }) => `${code} ${String(parameters["unit"] ?? parameters["group"])}`),
    ).toEqual([
      "unit-missing 岫岩县政府",
      "group-missing 第二组",
      "group-missing 第三组",
      "group-missing 第四组",
    ]);
  });

  test("two sheets that agree about a unit are one; two that differ block it", () => {
    const wrong = [["海城市政府", 93, 88, 90, 85.25, 2, 1], ...first.slice(1)];
    expect(ranks(read([sheetOf("汇总", [header, ...first]), sheetOf("第一组", [header, ...first])]))).toEqual(
      firstRanks,
    );
    const recognition = read([sheetOf("汇总", [header, ...first]), sheetOf("第一组", [header, ...wrong])]);
    expect(marks(recognition)).toEqual(["tables-disagree B2"]);
    expect(ranks(recognition)).toHaveLength(2);
  });

  test("a row with scores and no unit is said, not dropped", () => {
    const recognition = read([sheetOf("汇总", [header, ...first, [null, 90, 90, 90, 90]])]);
    expect(marks(recognition)).toEqual(["row-without-unit A5"]);
  });

  test("without a roster, groups are the workbook's and units are what the cells say", () => {
    const outcome = parseScheme({ ...anshan2015File, groups: null });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    const rows = [
      ["组别", ...header],
      ["甲组", "某某公司", 90, 90, 90, 90],
      ["乙组", "某某中心", 80, 80, 80, 80],
    ];
    const recognition = read([sheetOf("汇总", rows)], outcome.scheme);
    expect(ranks(recognition, outcome.scheme)).toEqual(["甲组 1 某某公司 90.00", "乙组 1 某某中心 80.00"]);
  });

  test("a unit's cell merged over several rows of scores is no row to rank", () => {
    const rows = [header, rowOf(first, 0), [null, 80, 80, 80, 80], rowOf(first, 1), rowOf(first, 2)];
    const recognition = read([sheetOf("汇总", rows, { merges: ["A2:A3"] })]);
    expect(marks(recognition)).toEqual(["unit-merged A2"]);
    expect(ranks(recognition)).toEqual(["第一组 1 岫岩县政府 91.50", "第一组 2 台安县政府 89.98"]);
  });
});
