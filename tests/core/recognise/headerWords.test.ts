import { describe, expect, test } from "@jest/globals";
import { createRoleReader } from "../../../src/core/recognise/header/columnRole";
import { findPeriod } from "../../../src/core/recognise/header/periodText";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import { anshan2015, anshan2015File } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import { periodOf } from "../../../src/core/scheme/period";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

const reader = createRoleReader(anshan2015);

describe("a header's role", () => {
  test.each([
    ["得分（结果）", "component:result"],
    ["考核得分(过程)", "component:process"],
    ["①结果得分", "component:result"],
    ["❷、过程得分", "component:process"],
    ["A结果得分", "component:result"],
    ["D.公众评议得分", "component:public"],
    ["领导测评", "component:leader"],
    ["民主评议", "component:public"],
    ["满意度", "component:public"],
    ["节点完成率", "unknown"],
    ["Deductions", "deduction"],
    ["Bonus points", "bonus"],
  ])("%s is %s", (text, role) => {
    expect(reader.read([text]).role).toBe(role);
  });

  test("in brackets counts only where the words outside say nothing else", () => {
    expect(reader.read(["督查室(结果得分)"]).role).toBe("unknown");
    expect(reader.read(["得分（满分100分）"]).role).toBe("unknown");
  });

  test("of lettered names keeps the letter", () => {
    expect(reader.read(["A组"]).role).toBe("unknown");
  });

  test("is surest by the component's name, then by what differs in filler only", () => {
    const sureness = ["公众评议得分", "公众评议", "满意度"].map((text) => reader.read([text]).strength);
    expect(sureness).toEqual([...sureness].sort((left, right) => right - left));
    expect(new Set(sureness).size).toBe(3);
  });

  test("does not hang on the case of letters", () => {
    const outcome = parseScheme({
      ...anshan2015File,
      groups: null,
      refusedNames: [],
      dynamic: undefined,
      components: [{ id: "result", name: "Result score", max: "100", weight: "1" }],
    });
    if (!outcome.ok) throw new Error("the scheme is wrong");
    expect(createRoleReader(outcome.scheme).read(["RESULT SCORE"]).role).toBe("component:result");
  });
});

test.each(["2015.05", "2015-5", "201505", "2015/05"])("%s is May of 2015", (text) => {
  expect(findPeriod(text)).toMatchObject({ kind: "month", number: 5, year: 2015 });
});

test.each(["2015.13", "20150", "2015.5.1"])("%s is no month", (text) => {
  expect(findPeriod(text)?.kind).not.toBe("month");
});

test("a section's number is no part of the group's name", () => {
  const outcome = parseScheme({ ...anshan2015File, groups: null, refusedNames: [] });
  if (!outcome.ok) throw new Error("the scheme is wrong");
  const rows = [
    ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
    ["一、甲组", null, null, null, null],
    ["东局", 80, 80, 80, 80],
    ["（二）乙组", null, null, null, null],
    ["西局", 81, 81, 81, 81],
  ];
  const sheet = sheetOf("汇总", rows, { merges: ["A2:E2", "A4:E4"] });
  const recognition = recognise(workbookOf(sheet), outcome.scheme, { defaultYear: 2015 });
  expect(recognition?.assessment.groups).toEqual(["甲组", "乙组"]);
});

describe("two columns of names", () => {
  const header = ["部门", "姓名", "业绩(60%)", "能力(40%)", "总分"];
  const people = [
    ["市场部", "员工一", 90, 80],
    ["市场部", "员工二", 80, 90],
    ["研发部", "员工三", 70, 80],
  ];
  const groupsOf = (rows: readonly (readonly CellValue[])[], merges: readonly string[] = []) => {
    const workbook = workbookOf(sheetOf("考核", [header, ...rows], { merges }));
    const proposal = proposeScheme(workbook);
    if (!proposal) throw new Error("no scheme");
    const units = recognise(workbook, proposal.scheme, { defaultYear: 2015 })?.assessment.units;
    return units?.map(({ name, group }) => `${group} ${name}`);
  };

  test("list people in their departments", () => {
    const expected = ["市场部 员工一", "市场部 员工二", "研发部 员工三"];
    expect(groupsOf(people)).toEqual(expected);
    const merged = people.map(([department, ...rest], index) => [
      index === 1 ? null : (department ?? null),
      ...rest,
    ]);
    expect(groupsOf(merged, ["A2:A3"])).toEqual(expected);
  });

  test("list departments where each has one person", () => {
    expect(groupsOf(people.slice(1))).toEqual(["考核 市场部", "考核 研发部"]);
  });
});

test("a column of scores that holds fractions of one only has two readings", () => {
  const header = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];
  const blockers = (processes: readonly number[]) =>
    recognise(
      workbookOf(
        sheetOf("汇总", [
          header,
          ["铁东区政府", 80, processes[0] ?? null, 80, 80],
          ["铁西区政府", 80, processes[1] ?? null, 80, 80],
        ]),
      ),
      anshan2015,
      { defaultYear: 2015 },
    )?.assessment.units.flatMap((unit) => unit.blockers);
  expect(blockers([0.95, 0.9])).toEqual(["component-percent", "component-percent"]);
  expect(blockers([0.95, 90])).toEqual([]);
  expect(blockers([0, 1])).toEqual([]);
});

test.each(["第一组合计", "第二组平均分：", "机关部门小计", "第3页", "续表"])("%s is no unit", (text) => {
  const rows = [
    ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
    ["铁东区政府", 80, 80, 80, 80],
    [text, ...(/页|表/.test(text) ? [null, null, null, null] : [160, 160, 160, 160])],
    ["铁西区政府", 80, 80, 80, 80],
  ];
  const recognition = recognise(workbookOf(sheetOf("汇总", rows)), anshan2015, { defaultYear: 2015 });
  expect(recognition?.assessment.units.map(({ name }) => name)).toEqual(["铁东区政府", "铁西区政府"]);
  expect(recognition?.findings.filter(({ sheet }) => sheet !== null)).toEqual([]);
});

describe("lines under the last row of figures", () => {
  const header = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];
  const units = (lines: readonly string[], groups: "roster" | "own") => {
    const outcome = parseScheme({ ...anshan2015File, groups: null, refusedNames: [] });
    if (!outcome.ok) throw new Error("the scheme is wrong");
    const rows = [header, ["铁东区政府", 80, 80, 80, 80], ...lines.map((line) => [line])];
    const scheme = groups === "roster" ? anshan2015 : outcome.scheme;
    const recognition = recognise(workbookOf(sheetOf("汇总", rows)), scheme, { defaultYear: 2015 });
    return recognition?.assessment.units.map(({ as }) => as);
  };

  test.each(["以上成绩已经核实", "2015年12月31日", "总成绩=结果×55%+过程×30%", "……", "12月31日"])(
    "%s is no unit",
    (line) => {
      expect(units([line], "roster")).toEqual(["铁东区政府"]);
      expect(units([line], "own")).toEqual(["铁东区政府"]);
    },
  );

  test("who signs is no unit of the roster, nor of a list that it stands apart from", () => {
    expect(units(["市绩效办"], "roster")).toEqual(["铁东区政府"]);
    expect(units(["", "市绩效办", "制表"], "own")).toEqual(["铁东区政府"]);
  });

  test("a unit without scores stays one", () => {
    expect(units(["铁西区政府", "立山区正府"], "roster")).toEqual(["铁东区政府", "铁西区政府", "立山区正府"]);
    expect(units(["西局"], "own")).toEqual(["铁东区政府", "西局"]);
  });
});

test("under a component the office's score counts, not the unit's own", () => {
  expect(reader.read(["结果得分", "考核"]).role).toBe("component:result");
  expect(reader.read(["结果得分", "自评"]).role).toBe("unknown");
});

describe("a scheme from headers", () => {
  test("names its items by the words, where weights stand in a row under them", () => {
    const rows = [
      ["部门", "业绩", "能力", "总分"],
      [null, "60%", "40%", null],
      ["人事部", 90, 80, 86],
      ["财务部", 85, 90, 87],
    ];
    const proposal = proposeScheme(workbookOf(sheetOf("考核", rows)));
    expect(proposal?.file.components.map(({ name, weight }) => [name, weight])).toEqual([
      ["业绩", "0.6"],
      ["能力", "0.4"],
    ]);
  });

  test("leaves numbers that only identify people out of the sum", () => {
    const rows = [
      ["学号", "姓名", "语文", "数学", "总分"],
      [2301, "学生一", 90, 80, 170],
      [2302, "学生二", 85, 90, 175],
    ];
    const proposal = proposeScheme(workbookOf(sheetOf("成绩", rows)));
    expect(proposal?.file.components.map(({ name }) => name)).toEqual(["语文", "数学"]);
  });

  test("takes 折合55分 for what the column can reach", () => {
    const rows = [
      ["单位", "结果（折合55分）", "过程（折合45分）", "合计"],
      ["东局", 50, 40, null],
      ["西局", 51, 41, null],
    ];
    const proposal = proposeScheme(workbookOf(sheetOf("成绩", rows)));
    expect(proposal?.file.components.map(({ max }) => max)).toEqual(["55", "45"]);
  });
});

test("a period that no table is about gives nothing, not an empty ranking", () => {
  const rows = [
    ["单位", "结果得分", "过程得分"],
    ["铁东区政府", 80, 80],
  ];
  const workbook = workbookOf(sheetOf("一季度", rows), sheetOf("二季度", rows));
  const at = (quarter: number) =>
    recognise(workbook, anshan2015, { defaultYear: 2015, period: periodOf(2015, "quarter", quarter) });
  expect(at(2)?.assessment.units).toHaveLength(1);
  expect(at(3)).toBeNull();
});
