import * as columns from "../columns";
import type { CorpusWorkbook, ExpectedTable, ExpectedUnit } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { answersOf } from "../answers";
import { DYNAMIC_PLAN, exactTotal, PLAN, type MadeUnit, type PlainScheme } from "../oracle";
import { byGroup, inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type LaidTable, type MadeColumn } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** Several periods in one workbook, and rows that are less than a unit. All of them clean. */
export function periodWorkbooks(): CorpusWorkbook[] {
  return [
    wide("wide-quarters", 240, ["第一季度", "第二季度", "第三季度", "第四季度"], 2, "2015-q3"),
    wide("wide-quarters-first", 241, ["一季度", "二季度", "三季度", "四季度"], 0, "2015-q1"),
    wide("wide-months", 242, ["1月", "2月", "3月", "4月", "5月", "6月"], 4, "2015-m05"),
    sheetPerPeriod("sheet-per-month", 243, ["1月", "2月", "3月", "4月", "5月"], 3, "2015-m04"),
    sheetPerPeriod(
      "sheet-per-quarter",
      244,
      ["2015年第一季度", "2015年第二季度", "2015年第三季度"],
      1,
      "2015-q2",
    ),
    longPeriods("long-quarters", 245, ["第一季度", "第二季度", "第三季度"], 1, "2015-q2"),
    longPeriods("long-months", 246, ["1月", "2月", "3月", "4月"], 2, "2015-m03"),
    longIndicators("long-indicators", 247, false),
    longIndicators("long-indicators-with-weights", 248, true),
    halfYear("half-year", 249),
    yearAndQuarters("year-and-quarters", 250),
  ];
}

/** Units without the yearly scores; one set for each period. */
function sets(seed: number, count: number): MadeUnit[][] {
  return Array.from({ length: count }, (_, index) =>
    rosterUnits(seededRandom(seed * 100 + index)).map((unit) => {
      const { result = "", process = "" } = unit.scores;
      const short = { ...unit, scores: { result, process } };
      // Past 85 the total is worth a warning (rule 5).
      return exactTotal(DYNAMIC_PLAN, short).gt(84) ? { ...short, bonus: "0" } : short;
    }),
  );
}

function setAt(all: readonly MadeUnit[][], index: number): MadeUnit[] {
  const units = all[index];
  if (!units) throw new Error(`No period ${index}`);
  return units;
}

function answered(workbook: CorpusWorkbook, scheme: PlainScheme, units: readonly MadeUnit[]): CorpusWorkbook {
  const answers: ExpectedUnit[] = answersOf(scheme, units);
  return { ...workbook, units: answers };
}

const SHORT_ROLES = ["component:leader", "component:public", "total", "rank", "note"];

/** 结果 and 过程 for every period side by side, with the period above them. */
function wide(
  name: string,
  seed: number,
  periods: readonly string[],
  assessed: number,
  period: string,
): CorpusWorkbook {
  const all = sets(seed, periods.length);
  const units = setAt(all, assessed).map((unit) => ({ ...unit, bonus: "0", deduction: "0" }));
  const usual = planColumns(units, { groupColumn: "repeated" });
  const scored = periods.flatMap((title, index) =>
    (["result", "process"] as const).map((id): MadeColumn => {
      const own = index === assessed;
      const scores = new Map(setAt(all, index).map((unit) => [unit.name, unit.scores[id] ?? ""]));
      return {
        ...columns.component(id, [title, id === "result" ? "结果得分" : "过程得分"]),
        // Columns of other periods hold no role of this one; what they are called is not measured.
        role: own ? `component:${id}` : "",
        content: ({ unit }) => ({
          value: Number(own ? unit.scores[id] : scores.get(unit.name)),
          format: "0.00",
        }),
      };
    }),
  );
  const sheet = new SheetDraft("各期得分");
  const made = [...inOrder(usual, ["sequence", "group", "unit"]), ...scored];
  sheet.title(0, 0, made.length, "2015年绩效考核得分情况");
  const table = layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(units) });
  const workbook = planWorkbook(
    name,
    ["a column for each period", "a period without the yearly scores"],
    [measured(table)],
    units,
    { period },
  );
  return answered(workbook, DYNAMIC_PLAN, units);
}

/** Without the columns whose role is not measured. */
function measured(table: LaidTable): LaidTable {
  return {
    ...table,
    expected: { ...table.expected, roles: table.expected.roles.filter(({ role }) => role !== "") },
  };
}

function sheetPerPeriod(
  name: string,
  seed: number,
  periods: readonly string[],
  assessed: number,
  period: string,
): CorpusWorkbook {
  const all = sets(seed, periods.length);
  const tables = periods.map((title, index) => {
    const units = setAt(all, index);
    const sheet = new SheetDraft(title);
    const made = planColumns(units, { groupColumn: "merged", without: SHORT_ROLES });
    sheet.title(0, 0, made.length, `${title}绩效考核成绩`);
    const table = layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(units) });
    if (index === assessed) return table;
    const expected: ExpectedTable = { ...table.expected, kind: "other-period", roles: [] };
    return { ...table, expected };
  });
  const units = setAt(all, assessed);
  const workbook = planWorkbook(
    name,
    ["a sheet for each month or quarter", "group cells merged downward"],
    tables,
    units,
    { period },
  );
  return answered(workbook, DYNAMIC_PLAN, units);
}

/** A row for each unit and period. */
function longPeriods(
  name: string,
  seed: number,
  periods: readonly string[],
  assessed: number,
  period: string,
): CorpusWorkbook {
  const all = sets(seed, periods.length).map((units) =>
    units.map((unit) => ({ ...unit, bonus: "0", deduction: "0" })),
  );
  const units = setAt(all, assessed);
  const titles = new Map(
    all.flatMap((members, index) => members.map((unit): [MadeUnit, string] => [unit, periods[index] ?? ""])),
  );
  const usual = planColumns(units, { groupColumn: "repeated" });
  const rows = units.flatMap((_, place) =>
    all.flatMap((members) => unitRows(members.slice(place, place + 1))),
  );
  const sheet = new SheetDraft("明细");
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: [
      ...inOrder(usual, ["group", "unit"]),
      { role: "period", header: ["期间"], content: ({ unit }) => titles.get(unit) ?? "" },
      ...inOrder(usual, ["component:result", "component:process"]),
    ],
    rows,
  });
  const workbook = planWorkbook(name, ["a row for each unit and period"], [table], units, { period });
  return answered(workbook, DYNAMIC_PLAN, units);
}

/** A row for each unit and item; the unit's cell is merged downward. */
function longIndicators(name: string, seed: number, weighted: boolean): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed)).map((unit) => ({ ...unit, bonus: "0", deduction: "0" }));
  const sheet = new SheetDraft("得分明细");
  const header = weighted
    ? ["序号", "单位", "考核项目", "权重", "得分"]
    : ["序号", "单位", "考核项目", "得分"];
  header.forEach((text, column) => sheet.put(1, column, text));
  sheet.title(0, 0, header.length, "2015年度绩效考核得分明细表");
  let row = 2;
  units.forEach((unit, index) => {
    sheet.put(row, 0, index + 1);
    sheet.put(row, 1, unit.as);
    sheet.merge(row, 0, PLAN.components.length, 1);
    sheet.merge(row, 1, PLAN.components.length, 1);
    for (const { id, name: item, weight } of PLAN.components) {
      sheet.put(row, 2, item);
      if (weighted) sheet.put(row, 3, { value: Number(weight), format: "0%" });
      sheet.put(row, header.length - 1, { value: Number(unit.scores[id]), format: "0.00" });
      row += 1;
    }
  });
  const workbook = planWorkbook(
    name,
    ["a row for each unit and item", "unit cells merged downward"],
    [],
    units,
    { otherSheets: [sheet] },
  );
  const last = `${weighted ? "E" : "D"}${row}`;
  return {
    ...workbook,
    tables: [
      {
        sheet: sheet.name,
        range: `A2:${last}`,
        kind: "scores",
        roles: [{ at: 1, header: "单位", role: "unit" }],
      },
    ],
  };
}

/** The half-year, scored without leaders and public (rule 6), with the author's own totals out of 85. */
function halfYear(name: string, seed: number): CorpusWorkbook {
  const units = setAt(sets(seed, 1), 0);
  const rule = {
    weights: { result: "0.55", process: "0.3" },
    bonus: true,
    deduction: "subtracted",
    rounding: "once",
  } as const;
  const tables = byGroup(units).map(([group, members]) => {
    const sheet = new SheetDraft(group);
    const made = planColumns(members, {
      rule,
      without: ["component:leader", "component:public"],
      headers: { total: ["动态成绩"] },
    });
    sheet.title(0, 0, made.length, `2015年上半年绩效考核动态成绩（${group}）`);
    return layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(members) });
  });
  const workbook = planWorkbook(
    name,
    ["a period without the yearly scores", "a sheet per group"],
    tables,
    units,
  );
  return answered(workbook, DYNAMIC_PLAN, units);
}

/** The year's sheet beside those of its quarters: the year is assessed. */
function yearAndQuarters(name: string, seed: number): CorpusWorkbook {
  const year = rosterUnits(seededRandom(seed));
  const sheet = new SheetDraft("2015年度");
  const made = planColumns(year, { groupColumn: "repeated" });
  sheet.title(0, 0, made.length, "2015年度绩效考核总成绩");
  const main = layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(year) });
  const quarters = ["第一季度", "第三季度"].map((title, index) => {
    const units = setAt(sets(seed + 1, 2), index);
    const draft = new SheetDraft(title);
    const short = planColumns(units, { groupColumn: "repeated", without: SHORT_ROLES });
    draft.title(0, 0, short.length, `2015年${title}考核得分`);
    const table = layTable(draft, { row: 1, column: 0, columns: short, rows: unitRows(units) });
    const expected: ExpectedTable = { ...table.expected, kind: "other-period", roles: [] };
    return { ...table, expected };
  });
  return planWorkbook(
    name,
    ["a sheet for each month or quarter", "the year beside its quarters"],
    [main, ...quarters],
    year,
    {
      period: "2015-annual",
    },
  );
}
