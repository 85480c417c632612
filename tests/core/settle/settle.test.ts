import { describe, expect, test } from "@jest/globals";
import { readWorkbook } from "../../../src/core/recognise/reading/readTables";
import { answersOfTable } from "../../../src/core/settle/answersOfTable";
import { sheetChoices } from "../../../src/core/settle/candidates";
import { readTableAt } from "../../../src/core/settle/settleTable";
import { suggestAnswers } from "../../../src/core/settle/suggest";
import { finish } from "../../../src/core/steps";
import { sheetOf, workbookOf } from "../sheets";
import { NONSENSE, opened, places, settle, withRoles, workbookWith } from "./settling";

const workbook = workbookWith(NONSENSE);

describe("a sheet whose headers say nothing", () => {
  test("opens with the names as units and the figures as scores", () => {
    const { place, roles, method } = opened(workbook);
    expect(place).toEqual({ sheet: "表一", flipped: false, headerRow: 1 });
    expect([...roles.values()]).toEqual(["unit", "score", "score", "score", "unused"]);
    expect(method).toEqual({ by: "sum" });
  });

  test("is ranked by the sum", () => {
    // 80+90+70, 90+60+85, 75+95+88, 60+70+65.5
    expect(places(settle(workbook, opened(workbook)))).toEqual([
      "1 南坡 258",
      "2 东湖 240",
      "3 西山 235",
      "4 北岭 195.5",
    ]);
  });

  test("is ranked alike where a column of scores has decimal commas", () => {
    const texts = ["8,5", "9,25", "7,5", "6,75"];
    const names = ["东湖", "南坡", "西山", "北岭"];
    const rows = names.map((name, row) => [name, texts[row] ?? null]);
    const commas = workbookOf(sheetOf("表一", [["啦啦", "嘟呐"], ...rows]));
    const chosen = withRoles(opened(commas), { 0: "unit", 1: "score" });
    const answers = { ...chosen, method: { by: "sum" as const } };
    expect(places(settle(commas, answers))).toEqual([
      "1 南坡 9.25",
      "2 东湖 8.5",
      "3 西山 7.5",
      "4 北岭 6.75",
    ]);
  });

  test("is ranked by the mean, thirds included", () => {
    // 258/3 = 86, 240/3 = 80, 235/3 = 78.333…, 195.5/3 = 65.1666…
    expect(places(settle(workbook, { ...opened(workbook), method: { by: "mean" } }))).toEqual([
      "1 南坡 86",
      "2 东湖 80",
      "3 西山 78.33",
      "4 北岭 65.17",
    ]);
  });

  test("is ranked by weights that are typed, however they are written", () => {
    const typed = (...weights: string[]) => ({
      ...opened(workbook),
      method: {
        by: "weighted" as const,
        from: "typed" as const,
        weights: new Map(weights.map((weight, index) => [index + 1, weight])),
      },
    });
    // 西山 90×0.6+60×0.3+85×0.1 = 54+18+8.5 = 80.5; 东湖 48+27+7 = 82; 南坡 45+28.5+8.8 = 82.3; 北岭 36+21+6.55 = 63.55
    const expected = ["1 南坡 82.3", "2 东湖 82", "3 西山 80.5", "4 北岭 63.55"];
    expect(places(settle(workbook, typed("60%", "30%", "10%")))).toEqual(expected);
    expect(places(settle(workbook, typed("0.6", "0.3", "0.1")))).toEqual(expected);
    expect(places(settle(workbook, typed("60", "30", "10")))).toEqual(expected);
    // 2:1:1 counts the first twice: 东湖 320, 西山 325, 南坡 333, 北岭 255.5
    expect(places(settle(workbook, typed("2", "1", "1")))).toEqual([
      "1 南坡 333",
      "2 西山 325",
      "3 东湖 320",
      "4 北岭 255.5",
    ]);
  });

  test("is ranked by one of its columns as the total, lowest first if the clerk says so", () => {
    const stated = {
      ...withRoles(opened(workbook), { 1: "unused", 2: "unused", 3: "total" }),
      method: { by: "stated" as const },
    };
    expect(places(settle(workbook, stated))).toEqual(["1 南坡 88", "2 西山 85", "3 东湖 70", "4 北岭 65.5"]);
    expect(places(settle(workbook, { ...stated, order: "ascending" }))[0]).toBe("1 北岭 65.5");
  });

  test("has bonus and deduction, and ranks inside groups", () => {
    const grouped = workbookWith([
      ["咕噜", "啵啵", "哇卡", "唔嗯", "嘟呐"],
      ["东湖", "上片", 80, 2, 1],
      ["西山", "下片", 90, 0, 3],
      ["南坡", "上片", 81, 0, 1],
      ["北岭", "下片", 60, 5, 0],
    ]);
    const answers = withRoles(opened(grouped), {
      0: "unit",
      1: "group",
      2: "score",
      3: "bonus",
      4: "deduction",
    });
    // 80+2−1, 81−1; 90−3, 60+5
    expect(places(settle(grouped, { ...answers, method: { by: "sum" } }))).toEqual([
      "1 东湖 81",
      "2 南坡 80",
      "1 西山 87",
      "2 北岭 65",
    ]);
  });
});

describe("records of bonus and deduction on a sheet of their own", () => {
  const withRecords = workbookOf(
    sheetOf("表一", NONSENSE),
    sheetOf("加扣分登记", [
      ["单位", "事由", "加分", "扣分"],
      ["东湖", "先进", 20, null],
      ["南坡", "迟报", null, 3],
      ["东湖", "迟报", null, 1],
    ]),
  );

  test("count beside scores that the clerk settled", () => {
    // 240+20−1, 258−3
    expect(places(settle(withRecords, opened(withRecords)))).toEqual([
      "1 东湖 259",
      "2 南坡 255",
      "3 西山 235",
      "4 北岭 195.5",
    ]);
  });

  test("are in a total that stands there already", () => {
    const stated = {
      ...withRoles(opened(withRecords), { 1: "unused", 2: "unused", 3: "total" }),
      method: { by: "stated" as const },
    };
    expect(places(settle(withRecords, stated))[0]).toBe("1 南坡 88");
  });
});

describe("units that stand in the columns", () => {
  const sideways = workbookWith([
    ["Criterion", "Max", "Central", "Eastfield", "Westbury"],
    ["Loans", 30, 20, 18, 29],
    ["Visits", 25, 22, 12, 20],
    ["Events", 20, 18, 15, 11],
  ]);

  test("are offered, and ranked by what their columns hold", () => {
    const workbook = readWorkbook(sideways);
    const place = sheetChoices(workbook)
      .flatMap(({ headers }) => headers)
      .find((choice) => choice.place.flipped)?.place;
    if (!place) throw new Error("not offered");
    const reading = finish(readTableAt(workbook, place, { unitColumn: null, weightRow: null }));
    if (reading === null) throw new Error("no table");
    // 29+20+11, 20+22+18, 18+12+15
    expect(places(settle(sideways, suggestAnswers(reading, place)))).toEqual([
      "1 Central 60",
      "1 Westbury 60",
      "3 Eastfield 45",
    ]);
  });
});

describe("weights in the sheet", () => {
  test("stand in the row under the header", () => {
    const withRow = workbookWith([
      ["咕噜", "哇卡", "呜噗", "唏嗒"],
      [null, 0.5, 0.3, 0.2],
      ["东湖", 80, 90, 70],
      ["西山", 90, 60, 85],
      ["南坡", 75, 95, 88],
    ]);
    const answers = { ...opened(withRow), method: { by: "weighted", from: "row", row: 1 } as const };
    // 40+27+14 = 81; 45+18+17 = 80; 37.5+28.5+17.6 = 83.6
    expect(places(settle(withRow, answers))).toEqual(["1 南坡 83.6", "2 东湖 81", "3 西山 80"]);
  });

  test("stand in columns beside the scores", () => {
    const withColumns = workbookWith([
      ["咕噜", "哇卡", "权", "呜噗", "重"],
      ["东湖", 80, "40%", 90, "60%"],
      ["西山", 90, "40%", 60, "60%"],
      ["南坡", 75, "40%", 95, "60%"],
    ]);
    const answers = {
      ...withRoles(opened(withColumns), { 0: "unit", 1: "score", 2: "weight", 3: "score", 4: "weight" }),
      method: { by: "weighted", from: "columns" } as const,
    };
    // 32+54 = 86; 36+36 = 72; 30+57 = 87
    expect(places(settle(withColumns, answers))).toEqual(["1 南坡 87", "2 东湖 86", "3 西山 72"]);
  });
});

describe("answers that give no ranking say why", () => {
  const fault = (answers: ReturnType<typeof opened>) => {
    const outcome = settle(workbook, answers);
    return outcome.ok ? null : outcome.fault;
  };
  const usual = opened(workbook);

  test.each([
    ["no unit", withRoles(usual, { 0: "unused" }), { code: "no-unit" }],
    ["two units", withRoles(usual, { 4: "unit" }), { code: "two-of-role", column: "嘟呐", role: "unit" }],
    ["no score", withRoles(usual, { 1: "unused", 2: "unused", 3: "unused" }), { code: "no-score" }],
    ["no total", { ...usual, method: { by: "stated" as const } }, { code: "no-total" }],
    [
      "a column of text",
      withRoles(usual, { 4: "score" }),
      { code: "text-score", column: "嘟呐", cell: { row: 2, column: 4 }, text: "甲" },
    ],
    [
      "a weight that is no number",
      {
        ...usual,
        method: {
          by: "weighted" as const,
          from: "typed" as const,
          weights: new Map([
            [1, "50"],
            [2, "三成"],
            [3, "20"],
          ]),
        },
      },
      { code: "bad-weight", column: "呜噗", text: "三成" },
    ],
    [
      "a weight that is lacking",
      {
        ...usual,
        method: { by: "weighted" as const, from: "typed" as const, weights: new Map([[1, "50"]]) },
      },
      { code: "no-weight", column: "呜噗" },
    ],
    [
      "another sheet",
      { ...usual, place: { ...usual.place, sheet: "没有" } },
      { code: "nothing-there", text: "没有" },
    ],
  ])("%s", (_name, answers, expected) => {
    expect(fault(answers)).toMatchObject(expected);
  });

  test("weights that differ from row to row, with their cell", () => {
    const rows = workbookWith([
      ["咕噜", "哇卡", "权"],
      ["东湖", 80, 0.4],
      ["西山", 90, 0.4],
      ["南坡", 75, 0.5],
    ]);
    const answers = {
      ...withRoles(opened(rows), { 0: "unit", 1: "score", 2: "weight" }),
      method: { by: "weighted", from: "columns" } as const,
    };
    expect(settle(rows, answers)).toMatchObject({
      ok: false,
      fault: { code: "weights-differ", column: "权", cell: { row: 3, column: 2 }, text: "0.5" },
    });
  });

  test("a score below zero", () => {
    const rows = workbookWith([
      ["咕噜", "哇卡", "呜噗"],
      ["东湖", 80, 3],
      ["西山", 90, -2],
      ["南坡", 75, 1],
    ]);
    expect(settle(rows, withRoles(opened(rows), { 1: "score", 2: "score" }))).toMatchObject({
      ok: false,
      fault: { code: "negative-score", column: "呜噗", cell: { row: 2, column: 2 }, text: "-2" },
    });
  });
});

describe("another way to calculate under a scheme in force", () => {
  test("begins with what is in force, and keeps the scheme's rounding and roster", () => {
    const names = workbookWith([
      ["咕噜", "哇卡", "呜噗"],
      ["东湖", 80, 91],
      ["西山", 90, 60],
      ["南坡", 75, 95],
    ]);
    const first = settle(names, withRoles(opened(names), { 0: "unit", 1: "score", 2: "score" }));
    if (!first.ok) throw new Error(first.fault.code);
    const { scheme, reading, roles } = first.value;
    const groups = [
      { id: "a", name: "甲组", units: ["东湖", "西山"] },
      { id: "b", name: "乙组", units: ["南坡"] },
    ].map(({ units, ...group }) => ({
      ...group,
      units: units.map((name) => ({ id: name, name, aliases: [], likelyAliases: [] })),
    }));
    const base = { ...scheme, groups, rounding: { places: 0, mode: "half-up" } as const };
    const columns = [...roles.values()].map((role, column) => ({
      header: "",
      key: "",
      column,
      role,
      reason: "",
    }));
    const answers = answersOfTable({ columns }, base, { sheet: "表一", flipped: false, headerRow: 0 });
    expect(reading.sheet.name).toBe("表一");
    expect([...answers.roles.values()]).toEqual(["unit", "score", "score"]);
    expect(answers.method).toEqual({ by: "sum" });
    // (80+91)/2 = 85.5 and (90+60)/2 = 75 in one group; (75+95)/2 = 85 in the other; rounded to whole points
    expect(places(settle(names, { ...answers, method: { by: "mean" } }))).toEqual([
      "1 东湖 86",
      "2 西山 75",
      "1 南坡 85",
    ]);
  });

  test("keeps the full marks: a slip of ten times stays out of the ranking instead of leading it", () => {
    const slip = workbookWith([
      ["咕噜", "哇卡"],
      ["东湖", 80],
      ["西山", 905],
      ["南坡", 75],
      ["北岭", 60],
    ]);
    const answers = withRoles(opened(slip), { 0: "unit", 1: "score" });
    const fullMarks = new Map([[1, { units: 100, places: 0 }]]);
    expect(places(settle(slip, { ...answers, method: { by: "sum" }, fullMarks }))).toEqual([
      "1 东湖 80",
      "2 南坡 75",
      "3 北岭 60",
    ]);
  });
});

describe("a form of deductions without any total", () => {
  const form = workbookWith([
    ["单位", "卫生扣分", "安全扣分", "台账扣分"],
    ["东湖街道", 1, 0, 2],
    ["西山街道", 0.5, null, 0],
    ["南坡镇", 3, 2, 2],
  ]);
  const deductions = () => withRoles(opened(form), { 1: "deduction", 2: "deduction", 3: "deduction" });

  test("asks for the base score instead of guessing it", () => {
    const asked = settle(form, deductions());
    expect(asked.ok ? null : asked.fault.code).toBe("no-base");
    const unread = settle(form, { ...deductions(), baseScore: "满分" });
    expect(unread.ok ? null : unread.fault).toMatchObject({ code: "bad-base", text: "满分" });
  });

  test("is ranked by what is left of the base score", () => {
    // 100 − 0.5; 100 − 3; 100 − 7
    expect(places(settle(form, { ...deductions(), baseScore: "100" }))).toEqual([
      "1 西山街道 99.5",
      "2 东湖街道 97",
      "3 南坡镇 93",
    ]);
  });

  test("opens again with the base score that is in force", () => {
    const made = settle(form, { ...deductions(), baseScore: "100" });
    if (!made.ok) throw new Error(made.fault.code);
    const { place } = opened(form);
    const columns = [0, 1, 2, 3].map((column) => ({
      column,
      header: "",
      key: String(column),
      reason: "word",
      role: column === 0 ? ("unit" as const) : ("deduction" as const),
    }));
    const again = answersOfTable({ columns }, made.value.scheme, place);
    expect(again.baseScore).toBe("100");
    expect(places(settle(form, { ...again, baseScore: "120" }))[0]).toBe("1 西山街道 119.5");
  });
});
