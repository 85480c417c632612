import { describe, expect, test } from "@jest/globals";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { proposeScheme } from "../../../src/core/recognise/proposeScheme";
import { recognise } from "../../../src/core/recognise/recognise";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";
import { marks, rowOf, read, second } from "./scoreTables";

describe("a unit that one of several component sheets lacks", () => {
  const sheets = (left: string) =>
    ["结果得分", "过程得分", "领导评价得分", "公众评议得分"].map((component, index) =>
      sheetOf(component, [
        ["单位", component],
        ...second
          .filter((row) => component !== "过程得分" || row[0] !== left)
          .map((row): CellValue[] => [row[0] ?? null, row[index + 1] ?? null]),
      ]),
    );

  test("is told at its cell", () => {
    const { assessment, findings } = read(sheets("立山区政府"));
    expect(findings.filter(({ code }) => code === "component-missing")).toMatchObject([
      { sheet: "结果得分", cell: { row: 3, column: 0 }, parameters: { component: "过程得分" } },
    ]);
    expect(assessment.units.map(({ blockers }) => blockers)).toEqual([[], [], ["component-missing"], []]);
  });

  test("is not told where no sheet lacks any", () => {
    expect(marks(read(sheets("")))).toEqual([]);
  });
});

describe("a unit that its row keeps out of the ranking", () => {
  const scores: CellValue[] = rowOf(second, 0).slice(0, 5);
  const told = (header: string, value: CellValue) =>
    marks(
      read([
        sheetOf("汇总", [
          ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分", header],
          [...scores, value],
        ]),
      ]),
    );

  test.each([
    ["一票否决", "是"],
    ["是否一票否决", "√"],
    ["一票否决事项", "发生重大事故"],
  ])("%s: %s", (header, value) => {
    expect(told(header, value)).toEqual(["unit-vetoed F2"]);
  });

  test.each([
    ["名次", "不参加排名"],
    ["排名", "不参与排名"],
    ["备注", "因安全事故一票否决，不计名次"],
    ["备注", "新成立单位，本次不排名。"],
    ["备注", "新成立单位不参加年度排名"],
  ])("%s: %s", (header, value) => {
    expect(told(header, value)).toEqual(["unit-excluded F2"]);
  });

  test.each([
    ["一票否决", "否"],
    ["是否一票否决", "无"],
    ["一票否决", "未触发"],
    ["一票否决", null],
    ["名次", "—"],
    ["备注", "加分不计入排名"],
    ["备注", "排名第一"],
  ])("stays in with %s: %j", (header, value) => {
    expect(told(header, value)).toEqual([]);
  });

  test("leaves its rank free in a workbook with headers of its own", () => {
    const snapshot = workbookOf(
      sheetOf("企业", [
        ["单位", "业绩(50分)", "安全(50分)", "总分", "是否一票否决", "排名"],
        ["第一分公司", 45, 27, 72, null, 1],
        ["第二分公司", 49, 29, 78, "是", "—"],
        ["第三分公司", 44, 26, 70, null, 2],
      ]),
    );
    const proposal = proposeScheme(snapshot);
    const recognition = proposal && recognise(snapshot, proposal.scheme, { defaultYear: 2023 });
    if (!recognition) throw new Error("nothing was recognised");
    const [group] = rankAssessment(proposal.scheme, recognition.assessment).groups;
    expect(group?.ranked.map(({ rank, unit }) => `${String(rank)} ${unit.as}`)).toEqual([
      "1 第一分公司",
      "2 第三分公司",
    ]);
    expect(group?.unranked).toMatchObject([{ status: "not-ranked", reasons: ["unit-vetoed"] }]);
  });
});

describe("过程节点完成率", () => {
  const rates = (header: string, add: number) => [
    ["单位", header],
    ...second.map((row, index): CellValue[] => [row[0] ?? null, 90 + index + add]),
  ];
  const others = [
    ["单位", "结果得分", "领导评价得分", "公众评议得分"],
    ...second.map(([unit = null, result = null, , leader = null, citizens = null]): CellValue[] => [
      unit,
      result,
      leader,
      citizens,
    ]),
  ];

  test.each(["过程节点完成率（%）", "过程节点完成率"])("%s of 0 to 100 is the process score", (header) => {
    const { assessment, findings } = read([sheetOf("汇总", others), sheetOf("节点", rates(header, 0))]);
    expect(findings.filter(({ cell }) => cell !== null)).toEqual([]);
    expect(assessment.units[3]?.components.get("process")?.value).toEqual({ units: 93, places: 0 });
  });

  test("as a fraction stays in doubt", () => {
    const found = read([
      sheetOf("汇总", others),
      sheetOf(
        "节点",
        [["单位", "过程节点完成率"], ...second.map((row): CellValue[] => [row[0] ?? null, 0.9])],
        { numberFormats: { B2: "0%", B3: "0%", B4: "0%", B5: "0%" } },
      ),
    ]);
    expect(marks(found).filter((mark) => !mark.startsWith("component-percent"))).toEqual([]);
    expect(marks(found)).toHaveLength(4);
  });

  test("beside the scores themselves is not held against them", () => {
    const whole = [
      ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"],
      ...second.map((row) => row.slice(0, 5)),
    ];
    expect(marks(read([sheetOf("汇总", whole), sheetOf("节点", rates("过程节点完成率", 0.25))]))).toEqual([]);
  });
});
