import * as columns from "../columns";
import type { CorpusWorkbook, ExpectedTable } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { PLAN, publishedTotal, type MadeUnit } from "../oracle";
import { byGroup, inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type LaidTable, type MadeColumn } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** What stands beside the scores: parts of scores, excerpts, copies, last year's figures. All of them clean. */
export function besidesWorkbooks(): CorpusWorkbook[] {
  return [
    slashedHeader("slashed-header", 440, "项目\n单位"),
    slashedHeader("slashed-header-inline", 441, "单位\\项目"),
    partsOfScores("parts-of-scores", 442, "小计"),
    partsOfScores("parts-of-scores-as-score", 443, "得分"),
    ballots("ballots-beside-scores", 444, "平均分"),
    ballots("ballots-beside-scores-again", 445, "得分"),
    lastYear("last-year-total", 446),
    lastYear("last-year-total-again", 447),
    excerpt("excerpt-beside", 448, "beside"),
    excerpt("excerpt-below", 449, "below"),
    chartData("chart-data-sheet", 450),
    chartData("chart-data-sheet-again", 451),
    otherYearSheet("sheet-of-last-year", 452),
    otherYearSheet("sheet-of-last-year-again", 453),
    copied("copied-sheet", 454),
    copied("copied-sheet-again", 455),
    groupStatistics("group-statistics", 456),
    groupStatistics("group-statistics-again", 457),
  ];
}

const SCORES = ["component:result", "component:process", "component:leader", "component:public"] as const;
const REST = ["bonus", "deduction", "total", "rank"] as const;

function usualOf(units: readonly MadeUnit[]): MadeColumn[] {
  return planColumns(units, { groupColumn: "repeated", typedTotals: true, rank: { typed: true } });
}

function laid(sheetName: string, units: readonly MadeUnit[], made: readonly MadeColumn[]): LaidTable {
  const sheet = new SheetDraft(sheetName);
  sheet.title(0, 0, made.length, "2015年度绩效考核成绩");
  return layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(units) });
}

/** One corner cell names both the rows and the columns, as a diagonal line would part them. */
function slashedHeader(name: string, seed: number, corner: string): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const usual = usualOf(units);
  const made = [columns.unit([corner]), ...inOrder(usual, [...SCORES, ...REST])];
  return planWorkbook(name, ["a diagonal header"], [laid("成绩", units, made)], units);
}

/** The parts that a score is made of stand before it under one heading. */
function partsOfScores(name: string, seed: number, leaf: string): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const usual = usualOf(units);
  const part = (title: string, share: number): MadeColumn => ({
    role: "",
    header: ["结果得分", title],
    content: ({ unit }) => Number((Number(unit.scores["result"]) * share).toFixed(2)),
  });
  const made = [
    ...inOrder(usual, ["group", "unit"]),
    part("经济建设", 0.4),
    part("社会建设", 0.35),
    part("生态文明", 0.25),
    columns.component("result", ["结果得分", leaf]),
    ...inOrder(usual, ["component:process", "component:leader", "component:public", ...REST]),
  ];
  const table = laid("成绩", units, made);
  return planWorkbook(name, ["two-row header", "parts of a score beside it"], [measured(table)], units);
}

/** Single ballots before their mean. */
function ballots(name: string, seed: number, leaf: string): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const usual = usualOf(units);
  const ballot = (number: number): MadeColumn => ({
    role: "",
    header: ["领导评价", `领导${number}`],
    content: ({ unit }) => Number((Number(unit.scores["leader"]) + (number - 2) / 2).toFixed(2)),
  });
  const made = [
    ...inOrder(usual, ["group", "unit", "component:result", "component:process"]),
    ballot(1),
    ballot(2),
    ballot(3),
    columns.component("leader", ["领导评价", leaf]),
    ...inOrder(usual, ["component:public", ...REST]),
  ];
  return planWorkbook(
    name,
    ["two-row header", "ballots beside their mean"],
    [measured(laid("成绩", units, made))],
    units,
  );
}

/** Columns whose role is not measured are left out of the answer. */
function measured(table: LaidTable): LaidTable {
  return {
    ...table,
    expected: { ...table.expected, roles: table.expected.roles.filter(({ role }) => role !== "") },
  };
}

function lastYear(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const usual = planColumns(units, {
    groupColumn: "repeated",
    rank: { typed: true },
    headers: { total: ["2015年总成绩"], rank: ["2015年名次"] },
  });
  const random = seededRandom(seed + 5000);
  const made: MadeColumn[] = [
    ...inOrder(usual, ["group", "unit", ...SCORES, ...REST]),
    { role: "", header: ["2014年总成绩"], content: () => 80 + random.below(1500) / 100 },
    { role: "", header: ["2014年名次"], content: ({ number }) => number },
  ];
  return planWorkbook(name, ["last year's figures beside"], [measured(laid("成绩", units, made))], units);
}

/** The best of each group in a small list beside the table or under it. */
function excerpt(name: string, seed: number, place: "beside" | "below"): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const table = laid("成绩", units, inOrder(usualOf(units), ["group", "unit", ...SCORES, ...REST]));
  const best = units
    .filter(({ group }) => group === "第四组")
    .toSorted((left, right) => publishedTotal(PLAN, right).cmp(publishedTotal(PLAN, left)))
    .slice(0, 5);
  const [row, column] = place === "beside" ? [1, 13] : [table.lastRow + 4, 1];
  table.sheet.put(row - 1, column, "第四组前五名");
  ["名次", "单位", "总成绩"].forEach((text, index) => table.sheet.put(row, column + index, text));
  best.forEach((unit, index) => {
    table.sheet.put(row + 1 + index, column, index + 1);
    table.sheet.put(row + 1 + index, column + 1, unit.as);
    table.sheet.put(row + 1 + index, column + 2, publishedTotal(PLAN, unit).toNumber());
  });
  return planWorkbook(
    name,
    ["an excerpt of the table", "several tables in one sheet, stacked"],
    [table],
    units,
  );
}

/** Totals once more on a sheet that a chart is drawn from. */
function chartData(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const table = laid("成绩", units, usualOf(units));
  const sheet = new SheetDraft("图表数据");
  sheet.put(0, 0, "单位");
  sheet.put(0, 1, "总成绩");
  units.forEach((unit, index) => {
    sheet.put(index + 1, 0, unit.as);
    sheet.put(index + 1, 1, publishedTotal(PLAN, unit).toNumber());
  });
  return planWorkbook(name, ["totals once more on another sheet"], [table], units, { otherSheets: [sheet] });
}

/** Last year's sheet beside this year's: not assessed, and no unit stands twice. */
function otherYearSheet(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const before = rosterUnits(seededRandom(seed + 6000));
  const sheetOf = (year: string, members: readonly MadeUnit[]) => {
    const sheet = new SheetDraft(`${year}年`);
    sheet.title(0, 0, 12, `${year}年度绩效考核成绩汇总表`);
    return layTable(sheet, { row: 1, column: 0, columns: usualOf(members), rows: unitRows(members) });
  };
  const old = sheetOf("2014", before);
  const expected: ExpectedTable = { ...old.expected, kind: "other-period", roles: [] };
  return planWorkbook(
    name,
    ["a sheet of another year"],
    [sheetOf("2015", units), { ...old, expected }],
    units,
    {
      period: "2015-annual",
    },
  );
}

/** A copy of the sheet with the same figures. */
function copied(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const tables = ["成绩", "成绩 (2)"].map((title) => laid(title, units, usualOf(units)));
  return planWorkbook(name, ["a copied sheet"], tables, units);
}

/** Means and extremes of each group on a sheet of their own, and under the table. */
function groupStatistics(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const table = laid("成绩", units, usualOf(units));
  const write = (sheet: SheetDraft, row: number) => {
    ["组别", "单位数", "平均分", "最高分", "最低分"].forEach((text, column) => sheet.put(row, column, text));
    byGroup(units).forEach(([group, members], index) => {
      const totals = members.map((unit) => publishedTotal(PLAN, unit).toNumber());
      const mean = totals.reduce((sum, value) => sum + value, 0) / totals.length;
      [group, members.length, Number(mean.toFixed(2)), Math.max(...totals), Math.min(...totals)].forEach(
        (content, column) => sheet.put(row + 1 + index, column, content),
      );
    });
  };
  const sheet = new SheetDraft("分组统计");
  write(sheet, 0);
  if (name.endsWith("again")) write(table.sheet, table.lastRow + 4);
  return planWorkbook(name, ["means of the groups"], [table], units, { otherSheets: [sheet] });
}
