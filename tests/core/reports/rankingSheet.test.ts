import { describe, expect, test } from "@jest/globals";
import { describeUnranked } from "../../../src/actions/describeUnranked";
import { rankAssessment } from "../../../src/core/ranking/rankAssessment";
import { recognise } from "../../../src/core/recognise/recognise";
import { figureSources } from "../../../src/core/reports/ranking/figureSources";
import type { TotalCells } from "../../../src/core/reports/ranking/rankingTotal";
import { planRankingSheet } from "../../../src/core/reports/rankingSheet";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../../src/core/scheme/scheme";
import { cellAddress, contains } from "../../../src/core/workbook/address";
import type { CellValue, Snapshot } from "../../../src/core/workbook/snapshot";
import { isPlannedFormula, type PlannedValue, type SheetPlan } from "../../../src/core/workbook/plan";
import { createTranslate } from "../../../src/i18n";
import { baseScheme } from "../scheme/baseScheme";
import { sheetOf, workbookOf } from "../sheets";

const translate = createTranslate("zh-CN");

/** Made-up figures: group 1 whole, one unit of group 2 without a score. */
const rows: CellValue[][] = [
  ["单位", "结果得分", "过程得分", "领导评价", "公众评议", "加分", "扣分", "备注"],
  ["海城市政府", 92.5, 88, 90, 85.25, 2, 1, "数据已复核"],
  ["台安县政府", 91.5, 88, 90, 85],
  ["岫岩县政府", 92.5, 88, 90, 85.25, 2, 1],
  ["铁东区政府", 92.5, null, 90, 85.25],
];

function planned(totals: TotalCells = "function", title = "2015年度汇总", table = rows): SheetPlan {
  return planOf(workbookOf(sheetOf("汇总", [[title], ...table])), anshan2015, totals);
}

/** The ranking sheet of a workbook whose scores stand on 汇总. */
function planOf(snapshot: Snapshot, scheme: Scheme, totals: TotalCells): SheetPlan {
  const recognition = recognise(snapshot, scheme, { defaultYear: 2015 });
  if (!recognition) throw new Error("nothing was recognised");
  const ranking = rankAssessment(scheme, recognition.assessment);
  return planRankingSheet(ranking, translate, {
    totals,
    figures: figureSources(snapshot, recognition.assessment),
    madeAt: "2016-01-08 09:30",
    sources: ["汇总"],
    reason: (unit) => describeUnranked(translate, ranking, unit),
  });
}

/** What a row shows inside the print area; formulas by their values. */
function printed(plan: SheetPlan, row: readonly PlannedValue[]): PlannedValue[] {
  return row
    .slice(0, plan.page.printArea?.columnCount)
    .map((cell) => (isPlannedFormula(cell) ? (cell.value as number) : cell));
}

/** The rows of the plan that print anything, without their empty cells at the end. */
function filled(plan: SheetPlan): PlannedValue[][] {
  return plan.cells
    .map((cells) => printed(plan, cells))
    .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))
    .filter((row) => row.length > 0);
}

function rowOf(plan: SheetPlan, unit: string): readonly PlannedValue[] {
  const row = plan.cells.find((cells) => cells[1] === unit);
  if (!row) throw new Error(`no row of ${unit}`);
  return row;
}

describe("the ranking sheet", () => {
  test("carries title, period, 送审稿, when and from which sheets it was made", () => {
    const plan = planned();
    const texts = plan.cells.flat().filter((cell) => typeof cell === "string");
    expect(plan.name).toBe("排名2015年度");
    expect(plan.mark).toEqual({ kind: "ranking", key: "2015-annual" });
    expect(texts).toEqual(expect.arrayContaining(["2015年度绩效考评成绩排名表", "送审稿"]));
    expect(texts.find((text) => text.includes("2016-01-08 09:30"))).toContain("汇总");
  });

  test("has a table per group in rank order, ties with equal ranks, clerk's notes kept", () => {
    const table = filled(planned("values"));
    const start = table.findIndex(([cell]) => typeof cell === "string" && cell.startsWith("第一组"));
    expect(table.slice(start + 1, start + 5)).toEqual([
      [
        "名次",
        "单位",
        "结果得分",
        "过程得分",
        "领导评价得分",
        "公众评议得分",
        "加分",
        "扣分",
        "总成绩",
        "备注",
      ],
      [1, "海城市政府", 92.5, 88, 90, 85.25, 2, 1, 91.54, "数据已复核"],
      [1, "岫岩县政府", 92.5, 88, 90, 85.25, 2, 1, 91.54],
      [3, "台安县政府", 91.5, 88, 90, 85, 0, 0, 89.98],
    ]);
  });

  test("lists who is not ranked, with the reason, and who is missing", () => {
    const plan = planned();
    expect(printed(plan, rowOf(plan, "铁东区政府"))).toEqual([
      "—",
      "铁东区政府",
      92.5,
      null,
      90,
      85.25,
      "缺过程得分",
      null,
      null,
      null,
    ]);
    expect(rowOf(plan, "铁西区政府")[6]).toBe("本期成绩表中没有该单位（第二组）");
  });

  test("states the formula, the rounding and the rule for ties", () => {
    const note = planned()
      .cells.flat()
      .find((cell) => typeof cell === "string" && cell.startsWith("注："));
    expect(note).toBe(
      "注：总成绩=结果得分×55%+过程得分×30%+领导评价得分×10%+公众评议得分×5%+加分-扣分；" +
        "总成绩四舍五入，保留2位小数；组内从高到低排名，总成绩相同的名次并列，后续名次顺延（1、2、2、4）。",
    );
  });

  test("writes the total as PERF.TOTAL of its own row, as a native formula, or as a value", () => {
    const at = (totals: TotalCells) => {
      const plan = planned(totals);
      const row = plan.cells.findIndex((cells) => cells[1] === "海城市政府") + 1;
      return { cell: plan.cells[row - 1]?.[8], row: String(row) };
    };
    const live = at("function");
    expect(live.cell).toEqual({
      formula: `=PERF.TOTAL(${["C", "D", "E", "F", "G", "H"].map((letter) => letter + live.row).join(",")})`,
      value: 91.54,
    });
    const native = at("native-formula");
    expect(native.cell).toEqual({
      formula: `=ROUND(ROUND(C${native.row}*0.55+D${native.row}*0.3+E${native.row}*0.1+F${native.row}*0.05+G${native.row}-H${native.row},9),2)`,
      value: 91.54,
    });
    expect(at("values").cell).toBe(91.54);
  });

  test("prints on A4 portrait: one page wide, header row repeated, everything inside the print area", () => {
    const { page, cells } = planned();
    expect(page).toMatchObject({ paper: "a4", orientation: "portrait", fitWidth: true });
    const [repeated] = page.repeatRows ?? [];
    expect(cells[repeated ?? 0]?.[0]).toBe("名次");
    expect(page.printArea).toEqual({
      row: 0,
      column: 0,
      rowCount: cells.length,
      columnCount: 10,
    });
  });

  test("shows scores with two decimals", () => {
    const plan = planned();
    const row = plan.cells.findIndex((cells) => cells[1] === "海城市政府");
    for (let column = 2; column <= 8; column += 1) {
      const format = plan.styles
        .filter(({ area, style }) => style.numberFormat !== undefined && contains(area, { row, column }))
        .at(-1)?.style.numberFormat;
      expect(`${cellAddress({ row, column })} ${String(format)}`).toBe(
        `${cellAddress({ row, column })} 0.00`,
      );
    }
  });

  test("a quarter's sheet shows 动态成绩 out of 85, without the yearly columns", () => {
    const plan = planned("function", "2015年第三季度", [
      ["单位", "结果得分", "过程得分"],
      ["海城市政府", 92.5, 88],
    ]);
    expect(plan.name).toBe("排名2015年第三季度");
    expect(plan.cells.flat()).toEqual(
      expect.arrayContaining(["动态成绩", "动态成绩不含年度评价项目，满分85分。"]),
    );
    expect(printed(plan, rowOf(plan, "海城市政府")).slice(2, 6)).toEqual([92.5, 88, 0, 0]);
  });
});

describe("figures of the ranking sheet and their sources", () => {
  /** A sheet whose name needs its apostrophe doubled, with a text number, and a deduction written below zero. */
  const table: CellValue[][] = [
    ["2015年度汇总"],
    ["单位", "结果得分", "过程得分", "领导评价", "公众评议", "加分", "扣分"],
    ["海城市政府", 92.5, "88分", 90, 85.25, 2, -1],
    ["台安县政府", 91.5, 88, 90, 85, null, null],
  ];

  function plannedFrom(name: string, totals: TotalCells): SheetPlan {
    const snapshot = workbookOf(sheetOf(name, table));
    const recognition = recognise(snapshot, anshan2015, { defaultYear: 2015 });
    if (!recognition) throw new Error("nothing was recognised");
    const ranking = rankAssessment(anshan2015, recognition.assessment);
    const figures = figureSources(snapshot, recognition.assessment);
    const options = { totals, figures, madeAt: "2016-01-08 09:30", sources: [name], reason: () => "" };
    return planRankingSheet(ranking, translate, options);
  }

  const figuresOf = (plan: SheetPlan, unit: string) =>
    rowOf(plan, unit)
      .slice(2, 8)
      .map((cell) => (isPlannedFormula(cell) ? cell.formula : cell));

  test("a figure that a cell holds as a number refers to it; text and turned signs are values", () => {
    const plan = plannedFrom("一'组", "native-formula");
    expect(figuresOf(plan, "海城市政府")).toEqual([
      "='一''组'!B3",
      88,
      "='一''组'!D3",
      "='一''组'!E3",
      "='一''组'!F3",
      1,
    ]);
    expect(plan.cells.flat()).toEqual(
      expect.arrayContaining(["数值：过程得分、扣分", expect.stringContaining("2处只能写成数值")]),
    );
  });

  test("a blank cell in the column of points is followed, so that points typed later count", () => {
    expect(figuresOf(plannedFrom("汇总", "native-formula"), "台安县政府").slice(4)).toEqual([
      "='汇总'!F4",
      "='汇总'!G4",
    ]);
  });

  test("totals that are values leave the figures values", () => {
    expect(figuresOf(plannedFrom("汇总", "values"), "海城市政府")).toEqual([92.5, 88, 90, 85.25, 2, 1]);
  });

  test("beside each unit a formula compares every source cell with what was ranked", () => {
    const state = rowOf(plannedFrom("汇总", "native-formula"), "海城市政府")[11] ?? null;
    expect(state).toEqual({
      formula:
        "=IF(IFERROR(AND('汇总'!A3&\"\"=\"海城市政府\",'汇总'!B3=92.5,'汇总'!C3&\"\"=\"88分\",'汇总'!D3=90," +
        "'汇总'!E3=85.25,'汇总'!F3=2,'汇总'!G3=-1),FALSE),\"\",\"来源已改动，名次未更新（排名时第1名，91.54）\")",
      value: "",
    });
  });
});

describe("the columns of points", () => {
  const scheme = { ...anshan2015, adjustments: [] };

  function headerOf(table: CellValue[][]): readonly PlannedValue[] {
    const plan = planOf(workbookOf(sheetOf("汇总", [["2015年度汇总"], ...table])), scheme, "native-formula");
    const header = plan.cells.find(([cell]) => cell === "名次") ?? [];
    return printed(plan, header).slice(6);
  }

  test("are left out where the scheme has no such points and no unit has any", () => {
    const table = rows.map((row) => row.slice(0, 5));
    expect(headerOf(table)).toEqual(["总成绩", "备注"]);
  });

  test("stand where a unit has points", () => {
    const table = rows.map((row) => row.slice(0, 6));
    expect(headerOf(table)).toEqual(["加分", "总成绩", "备注"]);
  });
});

describe("a ranking by a base score", () => {
  const scheme = baseScheme({ minimumTotal: "0" });
  const snapshot = workbookOf(
    sheetOf("汇总", [
      ["单位", "加分", "扣分"],
      ["东湖街道", 1, 3],
      ["西山街道", null, 0.5],
      ["南坡镇", null, null],
    ]),
  );
  const plan = planOf(snapshot, scheme, "native-formula");

  test("ranks every unit, a blank being no points", () => {
    const order = plan.cells.filter(([rank]) => typeof rank === "number").map((row) => printed(plan, row));
    // 100; 100 − 0.5; 100 + 1 − 3
    expect(order.map((row) => [row[0], row[1], row[4]])).toEqual([
      [1, "南坡镇", 100],
      [2, "西山街道", 99.5],
      [3, "东湖街道", 98],
    ]);
  });

  test("has a formula of its own for every total, and says the base below", () => {
    const row = rowOf(plan, "东湖街道");
    const at = plan.cells.indexOf(row) + 1;
    expect(row[4]).toMatchObject({
      formula: `=MAX(ROUND(ROUND(100+C${String(at)}-D${String(at)},9),2),0)`,
    });
    const texts = filled(plan)
      .flat()
      .filter((cell) => typeof cell === "string");
    expect(texts.join("\n")).toContain("总成绩=基础分100+加分-扣分");
  });
});
