import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatDecimal, formatFixed, ZERO } from "../../../src/core/numbers/decimal";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise, type Recognition } from "../../../src/core/recognise/recognise";
import { planRoleSheet, storedCorrections } from "../../../src/core/recognise/roleSheet";
import { anshan2015, anshan2015File } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { parseScheme } from "../../../src/core/scheme/parseScheme";
import { parsePeriod, type Period } from "../../../src/core/scheme/period";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { cellAddress } from "../../../src/core/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, workbookOf } from "../sheets";

/** Made-up figures for the seven units of groups 1 and 2, as rows of 单位, 结果, 过程, 领导, 公众, 加分, 扣分. */
const first: CellValue[][] = [
  ["海城市政府", 92.5, 88, 90, 85.25, 2, 1],
  ["台安县政府", 91.5, 88, 90, 85, null, null],
  ["岫岩县政府", 90, 95, 85, 80, 1, null],
];
const second: CellValue[][] = [
  ["铁东区政府", 80, 90, 85, 80, null, null],
  ["铁西区政府", 81, 90, 85, 80, null, null],
  ["立山区政府", 82, 90, 85, 80, null, null],
  ["千山区政府", 83, 90, 85, 80, null, null],
];
const header = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"];

/** One row of figures, counted from 0. */
function rowOf(rows: readonly CellValue[][], index: number): CellValue[] {
  const row = rows[index];
  if (!row) throw new Error(`no row ${String(index)}`);
  return row;
}

function read(sheets: readonly SheetSnapshot[], scheme: Scheme = anshan2015, period?: Period): Recognition {
  const recognition = recognise(workbookOf(...sheets), scheme, {
    defaultYear: 2015,
    ...(period ? { period } : {}),
  });
  if (!recognition) throw new Error("nothing was recognised");
  return recognition;
}

/** `组 名次 单位 总成绩` of every ranked unit. */
function ranks(recognition: Recognition, scheme: Scheme = anshan2015): string[] {
  return rankAssessment(scheme, recognition.assessment).groups.flatMap(({ name, ranked }) =>
    ranked.map(({ rank, unit, total }) => `${name} ${String(rank)} ${unit.name} ${formatFixed(total, 2)}`),
  );
}

/** `severity code cell` of every finding about a cell. */
function marks(recognition: Recognition): string[] {
  return recognition.findings.flatMap(({ code, cell }) => (cell ? [`${code} ${cellAddress(cell)}`] : []));
}

// 92.5×0.55+88×0.3+90×0.1+85.25×0.05+2−1 = 50.875+26.4+9+4.2625+1 = 91.5375
// 91.5×0.55+26.4+9+85×0.05 = 50.325+26.4+9+4.25 = 89.975; 90×0.55+95×0.3+8.5+4+1 = 49.5+28.5+13.5 = 91.5
const firstRanks = ["第一组 1 海城市政府 91.54", "第一组 2 岫岩县政府 91.50", "第一组 3 台安县政府 89.98"];
// 80×0.55+27+8.5+4 = 83.5; each further point of 结果 adds 0.55.
const secondRanks = [
  "第二组 1 千山区政府 85.15",
  "第二组 2 立山区政府 84.60",
  "第二组 3 铁西区政府 84.05",
  "第二组 4 铁东区政府 83.50",
];

describe("score tables", () => {
  test("a plain table under title rows", () => {
    const recognition = read([
      sheetOf("汇总", [["2015年度绩效考评成绩汇总表"], ["单位：分"], header, ...first, ...second], {
        merges: ["A1:G1"],
      }),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(recognition.assessment.period.id).toBe("2015-annual");
  });

  test("a two-row merged header, a group column merged downward, blank total and rank columns, average and note rows", () => {
    const rows: CellValue[][] = [
      ["2015年度绩效考评成绩汇总表"],
      [
        "序号",
        "组别",
        "单位名称",
        "考核成绩（85%）",
        null,
        "评议评价成绩（15%）",
        null,
        "加减分",
        null,
        "总成绩",
        "名次",
        "备注",
      ],
      [null, null, null, "结果得分（55%）", "过程得分（30%）", "领导评价", "公众评议", "加分", "扣分"],
      [1, "第一组", ...rowOf(first, 0)],
      [2, null, ...rowOf(first, 1)],
      [3, null, ...rowOf(first, 2)],
      [4, "第二组", ...rowOf(second, 0)],
      [5, null, ...rowOf(second, 1)],
      [6, null, ...rowOf(second, 2)],
      [7, null, ...rowOf(second, 3)],
      ["平均分", null, null, 85.7, 90.1, 86.4, 81.5],
      ["注：本表数据为虚构。"],
      ["审核人：", null, null, "日期："],
    ];
    const recognition = read([
      sheetOf("汇总", rows, {
        merges: [
          "A1:L1",
          "A2:A3",
          "B2:B3",
          "C2:C3",
          "D2:E2",
          "F2:G2",
          "H2:I2",
          "J2:J3",
          "K2:K3",
          "L2:L3",
          "B4:B6",
          "B7:B10",
          "A12:L12",
        ],
      }),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(marks(recognition)).toEqual([]);
    expect(recognition.assessment.tables[0]?.headerRows).toEqual([1, 2]);
  });

  test("a group column repeated in every row", () => {
    const rows = [
      ["组别", ...header],
      ...first.map((row) => ["第一组", ...row]),
      ...second.map((row) => ["第二组", ...row]),
    ];
    expect(ranks(read([sheetOf("汇总", rows)]))).toEqual([...firstRanks, ...secondRanks]);
  });

  test("one sheet per group, with a sheet of text between", () => {
    const recognition = read([
      sheetOf("第一组", [header, ...first]),
      sheetOf("说明", [["本表由各单位填报，数据为虚构。"]]),
      sheetOf("第二组", [header, ...second]),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(recognition.assessment.tables.map(({ kind }) => kind)).toEqual(["scores", "not-data", "scores"]);
  });

  test("section rows that name the group", () => {
    const rows: CellValue[][] = [header, ["一、第一组"], ...first, ["二、第二组"], ...second];
    const recognition = read([sheetOf("汇总", rows, { merges: ["A2:G2", "A6:G6"] })]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(marks(recognition)).toEqual([]);
  });

  test("a table that begins far from A1, with its columns in another order", () => {
    const order = [0, 4, 6, 1, 5, 3, 2];
    const rows = [header, ...first, ...second].map((row) => order.map((column) => row[column] ?? null));
    expect(ranks(read([sheetOf("汇总", rows, { at: "F20" })]))).toEqual([...firstRanks, ...secondRanks]);
  });

  test("units as columns", () => {
    const table = [header, ...first, ...second];
    const flipped = header.map((_, column) => table.map((row) => row[column] ?? null));
    const recognition = read([sheetOf("汇总", flipped)]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
    expect(recognition.assessment.units[0]?.source).toEqual({ sheet: "汇总", row: 0, column: 1 });
  });

  test("a title above units in columns is no total of theirs", () => {
    const table = [[...header, "总成绩"], ...first.map((row) => [...row, null])];
    const flipped = table[0]?.map((_, column) => table.map((row) => row[column] ?? null)) ?? [];
    const totals = flipped.at(-1) ?? [];
    totals.splice(1, 3, 91.54, 89.98, 91.5);
    const recognition = read([sheetOf("汇总", [["2015年度绩效考评成绩"], ...flipped])]);
    expect(marks(recognition)).toEqual([]);
    expect(recognition.assessment.units.map(({ statedTotal }) => statedTotal !== null)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("components spread over several sheets come together by unit", () => {
    const recognition = read([
      sheetOf("考核成绩", [header.slice(0, 3), ...[...first, ...second].map((row) => row.slice(0, 3))]),
      sheetOf("评议评价", [
        ["单位", "领导评价得分", "公众评议得分", "加分", "扣分"],
        ...[...second, ...first].map((row) => [row[0] ?? null, ...row.slice(3)]),
      ]),
    ]);
    expect(ranks(recognition)).toEqual([...firstRanks, ...secondRanks]);
  });

  test("whatever the order of the rows, every unit keeps its rank", () => {
    const rows = [...first, ...second];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(ranks(read([sheetOf("汇总", [header, ...shuffled])]))).toEqual([
          ...firstRanks,
          ...secondRanks,
        ]);
      }),
      { numRuns: 25 },
    );
  });

  test("equal printed totals always tie, however their figures differ", () => {
    // 92.5375 and 92.5351 of exact total both print 92.54.
    const rows: CellValue[][] = [
      ["海城市政府", 92.5, 92.5, 92.5, 93.25, null, null],
      ["台安县政府", 92.5, 92.5, 92.5, 93.2, null, null],
      ["岫岩县政府", 92.5, 92.5, 92.5, 92.5, null, null],
    ];
    expect(ranks(read([sheetOf("汇总", [header, ...rows])]))).toEqual([
      "第一组 1 海城市政府 92.54",
      "第一组 1 台安县政府 92.54",
      "第一组 3 岫岩县政府 92.50",
    ]);
  });
});

describe("figures as clerks write them", () => {
  test("spaces, full-width digits, thousands commas and 分 are read, each with a finding and a fix", () => {
    const rows: CellValue[][] = [
      ["海城市", "９２．５", " 88 ", "90分", 85.25, "2", "1"],
      ["台安县", 91.5, 88, 90, 85, "无", "—"],
      ["岫岩县", 90, 95, 85, 80, 1, "/"],
    ];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(marks(recognition)).toEqual(
      expect.arrayContaining([
        "number-full-width B2",
        "number-spaces C2",
        "number-unit-mark D2",
        "number-as-text F2",
        "number-as-text G2",
      ]),
    );
    expect(recognition.findings.find(({ code }) => code === "number-full-width")?.fix).toEqual({
      from: "９２．５",
      to: 92.5,
    });
  });

  test.each<[string, CellValue, string]>([
    ["a score of 101", 101, "component-range"],
    ["a negative score", -1, "component-range"],
    ["text", "缺考", "component-text"],
    ["a blank", null, "component-missing"],
    ["a dash", "—", "component-missing"],
    ["an error value", { error: "#DIV/0!" }, "component-error"],
    ["a truth value", true, "component-text"],
  ])("%s keeps its unit out, and only that unit", (_, value, code) => {
    const rows = [["海城市政府", 92.5, value, 90, 85.25, 2, 1], ...first.slice(1)];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    expect(marks(recognition)).toEqual([`${code} C2`]);
    expect(ranks(recognition)).toEqual(["第一组 1 岫岩县政府 91.50", "第一组 2 台安县政府 89.98"]);
  });

  test("a number shown as a percentage or a date has no single reading", () => {
    const rows = [header, ["海城市政府", 0.95, 42000, 90, 85.25], ...first.slice(1)];
    const sheet = sheetOf("第一组", rows, { numberFormats: { B2: "0.0%", C2: "yyyy/m/d" } });
    expect(marks(read([sheet]))).toEqual(["component-percent B2", "component-date C2"]);
  });

  test("a score shared by merged cells belongs to nobody", () => {
    const rows = [
      header,
      ["海城市政府", 92.5, 88, 90, 85.25],
      ["台安县政府", 90, null, 90, 85],
      rowOf(first, 2),
    ];
    const recognition = read([sheetOf("第一组", rows, { merges: ["C2:C3"] })]);
    expect(marks(recognition)).toEqual(["component-merged C2", "component-merged C3"]);
    expect(ranks(recognition)).toEqual(["第一组 1 岫岩县政府 91.50"]);
  });

  test("a deduction written as a negative number counts as its size, with a finding (rule 25)", () => {
    const rows = [["海城市政府", 92.5, 88, 90, 85.25, 2, -1], ...first.slice(1)];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(marks(recognition)).toEqual(["deduction-negative G2"]);
  });

  test("a typed zero is a zero (rule 26)", () => {
    const rows = [["海城市政府", 0, 88, 90, 85.25, 2, 1], ...first.slice(1)];
    const recognition = read([sheetOf("第一组", [header, ...rows])]);
    // 26.4+9+4.2625+1 = 40.6625
    expect(ranks(recognition)).toContain("第一组 3 海城市政府 40.66");
  });

  test("counts of events become points by the scheme", () => {
    const rows: CellValue[][] = [
      [
        "单位",
        "结果得分",
        "过程得分",
        "领导评价",
        "公众评议",
        "通报表扬（次）",
        "通报批评（次）",
        "约谈（次）",
        "问责（次）",
        "弄虚作假（次）",
      ],
      ["海城市政府", 90, 90, 90, 90, 3, 1, 1, null, null],
      ["台安县政府", 90, 90, 90, 90, null, null, null, 1, 2],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    // 90 + 3 − 1 − 5 = 87; 90 − 5 − 10 (fraud counts once) = 75.
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 87.00", "第一组 2 台安县政府 75.00"]);
    expect(marks(recognition)).toEqual(["counted-once J3"]);
  });
});

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
});

describe("periods", () => {
  test.each([
    ["2015年度绩效考评成绩汇总表", "2015-annual"],
    ["2015年第三季度绩效考评动态成绩", "2015-q3"],
    ["2016年上半年考核成绩", "2016-h1"],
    ["鞍山市2015年5月份月调度成绩", "2015-m05"],
    ["成绩汇总表", "2015-annual"],
  ])("%s is %s", (title, id) => {
    expect(
      read([sheetOf("Sheet1", [[title], header, ...first], { merges: ["A1:G1"] })]).assessment.period.id,
    ).toBe(id);
  });

  test("a quarter without leader and public scores is scored out of 85 (rule 6)", () => {
    const rows = [
      ["2015年第一季度成绩"],
      ["单位", "结果得分", "过程得分", "加分", "扣分"],
      ["海城市政府", 92.5, 88, 2, 1],
    ];
    const recognition = read([sheetOf("一季度", rows)]);
    expect(recognition.assessment.dynamic).toBe(true);
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 78.28"]);
  });

  test("a year without them is incomplete, not zero", () => {
    const rows = [["2015年度成绩"], ["单位", "结果得分", "过程得分"], ["海城市政府", 92.5, 88]];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(ranks(recognition)).toEqual([]);
    expect(recognition.findings.filter(({ code }) => code === "component-column-missing")).toHaveLength(2);
    const [group] = rankAssessment(anshan2015, recognition.assessment).groups;
    expect(group?.unranked.map(({ status }) => status)).toEqual(["incomplete"]);
  });

  test("of a sheet a quarter only the asked one is used", () => {
    const sheets = ["第一季度", "第二季度"].map((name, index) =>
      sheetOf(name, [
        ["单位", "结果得分", "过程得分"],
        ["海城市政府", 90 + index, 90],
      ]),
    );
    const period = parsePeriod("2015-q1");
    if (!period) throw new Error("no period");
    const recognition = read(sheets, anshan2015, period);
    expect(
      recognition.assessment.units.map((unit) => formatDecimal(unit.components.get("result")?.value ?? ZERO)),
    ).toEqual(["90"]);
    expect(recognition.assessment.tables.map(({ kind }) => kind)).toEqual(["scores", "other-period"]);
  });
});

describe("what a header states", () => {
  test("another weight than the scheme's is shown", () => {
    const rows = [
      ["单位", "结果得分（50%）", "过程得分", "领导评价", "公众评议"],
      rowOf(first, 0).slice(0, 5),
    ];
    expect(marks(read([sheetOf("汇总", rows)]))).toEqual(["weight-differs B1"]);
  });

  test("another full mark than the scheme's makes the scores unusable", () => {
    const rows = [
      ["单位", "结果得分（满分55分）", "过程得分", "领导评价", "公众评议"],
      ["海城市政府", 50, 88, 90, 85],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(marks(recognition)).toEqual(["full-mark-differs B1"]);
    expect(ranks(recognition)).toEqual([]);
  });

  test("two columns that both say the same are unclear, and neither is used", () => {
    const rows = [
      ["单位", "结果得分", "结果得分", "过程得分", "领导评价", "公众评议"],
      ["海城市政府", 90, 91, 88, 90, 85],
    ];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(marks(recognition).filter((mark) => mark.startsWith("column-unclear"))).toEqual([
      "column-unclear B1",
      "column-unclear C1",
    ]);
    expect(ranks(recognition)).toEqual([]);
  });

  test("of a score and its weighted share only the score counts", () => {
    const rows: CellValue[][] = [
      ["单位", "结果得分", null, "过程得分", null, "领导评价", "公众评议"],
      [null, "得分", "折算分", "得分", "折算分"],
      ["海城市政府", 92.5, 50.875, 88, 26.4, 90, 85.25],
    ];
    const recognition = read([
      sheetOf("汇总", rows, { merges: ["A1:A2", "B1:C1", "D1:E1", "F1:F2", "G1:G2"] }),
    ]);
    // 50.875+26.4+9+4.2625 = 90.5375
    expect(ranks(recognition)).toEqual(["第一组 1 海城市政府 90.54"]);
  });
});

describe("workbooks without a table of scores", () => {
  test.each<[string, CellValue[][]]>([
    ["empty", []],
    ["text only", [["填表说明"], ["一、请如实填报。"]]],
    ["an empty form", [header, ["海城市政府"], ["台安县政府"]]],
  ])("%s: nothing is recognised", (_, rows) => {
    expect(recognise(workbookOf(sheetOf("Sheet1", rows)), anshan2015, { defaultYear: 2015 })).toBeNull();
  });
});

describe("other layouts", () => {
  test("a list with a row per unit and item", () => {
    const items = ["结果得分", "过程得分", "领导评价得分", "公众评议得分", "加分", "扣分"];
    const rows = first.flatMap(([unit, ...figures]) =>
      items.map((item, index) => [index === 0 ? (unit ?? null) : null, item, figures[index] ?? null]),
    );
    const merges = first.map((_, index) => `A${String(2 + index * 6)}:A${String(7 + index * 6)}`);
    const recognition = read([sheetOf("明细", [["单位", "考核项目", "得分"], ...rows], { merges })]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(recognition.assessment.units[1]?.components.get("process")).toMatchObject({
      sheet: "明细",
      row: 8,
      column: 2,
    });
  });

  test("a list by period: only the asked period's rows count", () => {
    const rows: CellValue[][] = [
      ["单位", "季度", "指标", "得分"],
      ["海城市政府", "第一季度", "结果得分", 80],
      ["海城市政府", "第一季度", "过程得分", 80],
      ["海城市政府", "第二季度", "结果得分", 90],
      ["海城市政府", "第二季度", "过程得分", 90],
    ];
    const period = parsePeriod("2015-q2");
    if (!period) throw new Error("no period");
    // 90×0.85 = 76.5
    expect(ranks(read([sheetOf("明细", rows)], anshan2015, period))).toEqual(["第一组 1 海城市政府 76.50"]);
  });

  test("a sheet per unit, each a form with a small table", () => {
    const forms = first.map(([unit, result, process, leader, publicScore, bonus]) =>
      sheetOf(typeof unit === "string" ? unit : "", [
        ["2015年度绩效考评表"],
        ["被考核单位：", unit ?? null, null, "考核年度", "2015年"],
        ["考核项目", "满分", "权重", "得分", "备注"],
        ["结果得分", 100, 0.55, result ?? null, null],
        ["过程得分", 100, 0.3, process ?? null, null],
        ["领导评价", 100, 0.1, leader ?? null, null],
        ["公众评议", 100, 0.05, publicScore ?? null, null],
        ["加分", null, null, bonus ?? null, null],
      ]),
    );
    // Without its deduction 海城市政府 has 92.54.
    expect(ranks(read(forms))).toEqual(["第一组 1 海城市政府 92.54", ...firstRanks.slice(1)]);
  });

  test("a column a quarter: the asked quarter's columns count", () => {
    const rows: CellValue[][] = [
      ["单位", "第一季度", null, "第二季度", null],
      [null, "结果得分", "过程得分", "结果得分", "过程得分"],
      ["海城市政府", 80, 80, 90, 90],
      ["台安县政府", 90, 90, 80, 80],
    ];
    const sheet = sheetOf("季度", rows, { merges: ["A1:A2", "B1:C1", "D1:E1"] });
    const quarter = (id: string) => ranks(read([sheet], anshan2015, parsePeriod(id) ?? undefined));
    expect(quarter("2015-q1")[0]).toBe("第一组 1 台安县政府 76.50");
    expect(quarter("2015-q2")[0]).toBe("第一组 1 海城市政府 76.50");
  });

  test("tables side by side and stacked in one sheet", () => {
    const blank = Array<CellValue>(8).fill(null);
    const beside = [header, ...first].map((row, index) => [
      ...row,
      ...Array<CellValue>(7 - row.length).fill(null),
      null,
      ...([header, ...second.slice(0, 3)][index] ?? []),
    ]);
    expect(ranks(read([sheetOf("汇总", beside)]))).toHaveLength(6);
    const stacked = [["第一组"], header, ...first, blank, ["第二组"], header, ...second];
    expect(ranks(read([sheetOf("汇总", stacked)]))).toEqual([...firstRanks, ...secondRanks]);
  });

  test("full marks and weights in rows of their own", () => {
    const rows = [header, ["满分", 100, 100, 100, 100], ["权重", "55%", "30%", "10%", "5%"], ...first];
    const recognition = read([sheetOf("汇总", rows)]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(marks(recognition)).toEqual([]);
    const other = [header, ["权重", 0.5, 0.35, 0.1, 0.05], ...first];
    expect(marks(read([sheetOf("汇总", other)]))).toEqual(["weight-differs B1", "weight-differs C1"]);
  });
});

describe("adjustments that stand apart", () => {
  const ledger = sheetOf("加减分登记", [
    ["单位", "事由", "文号", "加分", "扣分"],
    ["海城市", "通报表扬", "鞍政办发〔2015〕30号", 1, null],
    ["海城市政府", "通报表扬", "鞍政办发〔2015〕31号", 1, null],
    ["海城市政府", "通报批评", "鞍政办发〔2015〕32号", null, 1],
    ["岫岩县政府", "通报表扬", "鞍政办发〔2015〕33号", 1, null],
  ]);

  test("a ledger is added up by unit where the scores have no such columns", () => {
    const scores = [header.slice(0, 5), ...first.map((row) => row.slice(0, 5))];
    const recognition = read([sheetOf("汇总", scores), ledger]);
    expect(ranks(recognition)).toEqual(firstRanks);
    expect(recognition.assessment.tables.map(({ kind }) => kind)).toEqual(["scores", "ledger"]);
  });

  test("nothing is counted twice where they have", () => {
    expect(ranks(read([sheetOf("汇总", [header, ...first]), ledger]))).toEqual(firstRanks);
  });
});

test("a unit's cell merged over several rows of scores is no row to rank", () => {
  const rows = [header, rowOf(first, 0), [null, 80, 80, 80, 80], rowOf(first, 1), rowOf(first, 2)];
  const recognition = read([sheetOf("汇总", rows, { merges: ["A2:A3"] })]);
  expect(marks(recognition)).toEqual(["unit-merged A2"]);
  expect(ranks(recognition)).toEqual(["第一组 1 岫岩县政府 91.50", "第一组 2 台安县政府 89.98"]);
});

describe("roles that the clerk gave by hand", () => {
  const rows: CellValue[][] = [
    ["单位", "甲类得分", "过程得分", "领导评价", "公众评议"],
    ["海城市政府", 90, 90, 90, 90],
  ];

  test("win over every guess, by the header's text", () => {
    const sheet = sheetOf("汇总", rows);
    expect(ranks(read([sheet]))).toEqual([]);
    const corrections = new Map([["甲类得分", "component:result" as const]]);
    const recognition = recognise(workbookOf(sheet), anshan2015, { defaultYear: 2015, corrections });
    expect(recognition && ranks(recognition)).toEqual(["第一组 1 海城市政府 90.00"]);
    expect(recognition?.assessment.tables[0]?.columns[1]).toMatchObject({
      confidence: 1,
      reason: "corrected",
    });
  });

  test("are kept on a sheet of ours and read back; what is no role of the scheme is left out", () => {
    const plan = planRoleSheet(new Map([["甲类得分", "component:result"]]));
    const kept = sheetOf(
      plan.name,
      [...plan.cells.map((row) => row as CellValue[]), ["乙类", "component:nothing"]],
      {
        mark: plan.mark,
      },
    );
    expect([...storedCorrections(workbookOf(kept), anshan2015)]).toEqual([["甲类得分", "component:result"]]);
  });
});
