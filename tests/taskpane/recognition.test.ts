import { expect, test } from "@jest/globals";
import { hasReport, summariseRecognition } from "../../src/taskpane/recognition";
import { checkOutput, table, unit } from "./reports";

const ALL = ["result", "process", "leader", "public"];

test("units, groups and scores are counted beside the roster", () => {
  const summary = summariseRecognition(
    checkOutput(
      [
        unit("海城市政府", "第一组", 3, ALL),
        unit("台安县政府", "第一组", 4, ["result"]),
        unit("铁东区政府", "第二组", 5, ALL),
      ],
      [table("汇总", "scores", 3)],
    ),
  );
  // The roster has 70 units; 3 in the first group and 4 in the second.
  expect(summary.units).toMatchObject({ found: 3, expected: 70 });
  expect(summary.groups).toMatchObject([
    { name: "第一组", found: 2, expected: 3 },
    { name: "第二组", found: 1, expected: 4 },
  ]);
  // The counts lead to the first unit of the group, and to the unit without the score.
  expect(summary.groups.map(({ place }) => place?.row)).toEqual([3, 5]);
  expect(summary.components[1]?.place?.row).toBe(4);
  expect(summary.components.map(({ name, found, expected }) => [name, found, expected])).toEqual([
    ["结果得分", 3, 3],
    ["过程得分", 2, 3],
    ["领导评价得分", 2, 3],
    ["公众评议得分", 2, 3],
  ]);
  expect(summary.scoreTables.map(({ sheet, unitCount }) => [sheet, unitCount])).toEqual([["汇总", 3]]);
});

test("sheets without scores are told by what they are; those that are kept hidden are not told", () => {
  const kept = { ...table("PERF列用途", "own-report", 0), reportKind: "roles" };
  const ranking = { ...table("排名", "own-report", 0), reportKind: "ranking" };
  const output = checkOutput(
    [],
    [ranking, table("说明", "not-data", 0), table("汇总", "scores", 3), kept, table("封面", "not-data", 0)],
  );
  expect(summariseRecognition(output).otherSheets).toEqual([
    { kind: "not-data", sheets: ["说明", "封面"] },
    { kind: "own-report", sheets: ["排名"] },
  ]);
  expect(hasReport(output, { kind: "ranking" })).toBe(true);
  expect(hasReport(output, { kind: "marks" })).toBe(false);
});

test("a unit that stands on two rows counts once", () => {
  const twice = checkOutput([unit("海城市政府", "第一组", 3, ALL), unit("海城市政府", "第一组", 9, ALL)]);
  const summary = summariseRecognition(twice);
  expect(summary.units.found).toBe(1);
  expect(summary.groups[0]?.found).toBe(1);
  expect(summary.components[0]?.found).toBe(1);
});

test("without a roster nothing is expected", () => {
  const output = checkOutput([{ ...unit("甲处", "全部", 3, ALL), id: null }]);
  const summary = summariseRecognition({ ...output, scheme: { ...output.scheme, groups: null } });
  expect(summary.units.expected).toBeNull();
  expect(summary.groups).toMatchObject([{ name: "全部", found: 1, expected: null }]);
});

test("a name that is not on the roster is not counted as a unit", () => {
  const stranger = { ...unit("不在名册", "", 5, ALL), id: null };
  const summary = summariseRecognition(checkOutput([unit("海城市政府", "第一组", 3, ALL), stranger]));
  expect(summary.units.found).toBe(1);
  expect(summary.components[0]).toMatchObject({ found: 1, expected: 1 });
});

test("a dynamic score does not ask for the yearly components", () => {
  const output = checkOutput([unit("海城市政府", "第一组", 3, ["result", "process"])]);
  const summary = summariseRecognition({ ...output, assessment: { ...output.assessment, dynamic: true } });
  expect(summary.components.map(({ name }) => name)).toEqual(["结果得分", "过程得分"]);
});
