import { rightRule } from "../author";
import * as columns from "../columns";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { PLAN } from "../oracle";
import { byGroup, inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** Where tables stand on their sheets, and how groups are told. All of them clean. */
export function layoutWorkbooks(): CorpusWorkbook[] {
  return [
    oneTable(),
    sheetPerGroup(),
    sectionRows(),
    stackedTables(),
    sideBySide(),
    sideBySideStacked(),
    columnsInAnyOrder(),
    typedWithoutTotals(),
    sheetPerGroupTitled(),
    sectionRowsLettered(),
  ];
}

function oneTable(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(1));
  const sheet = new SheetDraft("汇总表");
  sheet.title(0, 0, 12, "2015年度市政府绩效考核成绩汇总表");
  sheet.title(1, 0, 12, "填报单位：市绩效办　　　　单位：分");
  const table = layTable(sheet, {
    row: 2,
    column: 0,
    columns: planColumns(units, { groupColumn: "merged" }),
    rows: unitRows(units),
  });
  return planWorkbook("one-table", ["title rows", "group cells merged downward"], [table], units);
}

function sheetPerGroup(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(2), { names: "short" });
  const tables = byGroup(units).map(([name, members]) => {
    const sheet = new SheetDraft(name);
    sheet.title(0, 0, 11, `2015年绩效考核${name}成绩表`);
    return layTable(sheet, {
      row: 1,
      column: 0,
      columns: planColumns(members, {
        none: null,
        headers: {
          "component:result": ["考核成绩（85%）", "结果得分（55%）"],
          "component:process": ["考核成绩（85%）", "过程得分（30%）"],
          "component:leader": ["评议评价（15%）", "领导评价（10%）"],
          "component:public": ["评议评价（15%）", "公众评议（5%）"],
          bonus: ["加减分", "加分"],
          deduction: ["加减分", "扣分"],
        },
      }),
      rows: unitRows(members),
    });
  });
  return planWorkbook(
    "sheet-per-group",
    ["a sheet per group", "aliases", "two-row header", "weights in headers"],
    tables,
    units,
  );
}

function sectionRows(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(3));
  const sheet = new SheetDraft("成绩");
  sheet.title(0, 0, 11, "绩效考核成绩表");
  const table = layTable(sheet, {
    row: 2,
    column: 0,
    columns: planColumns(units, { rank: { typed: true } }),
    rows: byGroup(units).flatMap(([name, members], index) => [
      { kind: "section", text: `${"一二三四"[index] ?? ""}、${name}（${members.length}个）` },
      ...unitRows(members),
      { kind: "summary", label: "平均分", calculate: "AVERAGE" },
    ]),
  });
  sheet.put(
    table.lastRow + 2,
    0,
    "注：1.总成绩=结果得分×55%+过程得分×30%+领导评价得分×10%+公众评议得分×5%+加分-扣分。",
  );
  sheet.put(table.lastRow + 3, 0, "2.名次为组内名次。");
  return planWorkbook(
    "section-rows",
    ["section rows name a group", "average rows", "note rows"],
    [table],
    units,
  );
}

function sectionRowsLettered(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(31), { names: "short" });
  const sheet = new SheetDraft("Sheet1");
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: planColumns(units, { rank: { typed: true }, none: null, without: ["note"] }),
    rows: byGroup(units).flatMap(([name, members], index) => [
      { kind: "section", text: `（${"一二三四"[index] ?? ""}）${name}` },
      ...unitRows(members),
      { kind: "summary", label: "小计", calculate: "AVERAGE" },
      { kind: "blank" },
    ]),
  });
  return planWorkbook(
    "section-rows-lettered",
    ["section rows name a group", "subtotal rows", "blank separator rows", "aliases"],
    [table],
    units,
  );
}

function stackedTables(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(4));
  const sheet = new SheetDraft("各组成绩");
  let row = 4;
  const tables = byGroup(units).map(([name, members]) => {
    sheet.title(row, 2, 11, `${name}考核成绩`);
    const table = layTable(sheet, {
      row: row + 1,
      column: 2,
      columns: planColumns(members),
      rows: unitRows(members),
    });
    row = table.lastRow + 3;
    return table;
  });
  return planWorkbook(
    "stacked-tables",
    ["several tables in one sheet, stacked", "starts at any cell"],
    tables,
    units,
  );
}

function sideBySide(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(5));
  const sheet = new SheetDraft("汇总");
  const groups = byGroup(units);
  const lead = groups.slice(0, 3).flatMap(([, members]) => members);
  const rest = groups.slice(3).flatMap(([, members]) => members);
  const lay = (members: typeof units, column: number) =>
    layTable(sheet, {
      row: 2,
      column,
      columns: planColumns(members, { groupColumn: "repeated", without: ["note", "sequence"] }),
      rows: unitRows(members),
    });
  sheet.title(0, 1, 22, "2015年度绩效考核成绩");
  const tables = [lay(lead, 1), lay(rest, 13)];
  return planWorkbook("side-by-side", ["tables side by side", "starts at any cell"], tables, units);
}

function sideBySideStacked(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(6), { names: "short" });
  const sheet = new SheetDraft("打印版");
  const [first, second, third, fourth] = byGroup(units).map(([name, members]) => ({ name, members }));
  if (!first || !second || !third || !fourth) throw new Error("The roster has four groups");
  const lay = ({ name, members }: typeof first, row: number, column: number) => {
    sheet.title(row, column, 9, name);
    return layTable(sheet, {
      row: row + 1,
      column,
      columns: planColumns(members, { without: ["note", "sequence"], rank: { typed: true } }),
      rows: unitRows(members),
    });
  };
  const tables = [lay(first, 0, 0), lay(second, 0, 10), lay(third, 8, 0), lay(fourth, 15, 0)];
  return planWorkbook(
    "side-by-side-and-stacked",
    ["tables side by side", "several tables in one sheet, stacked", "aliases"],
    tables,
    units,
  );
}

function columnsInAnyOrder(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(7));
  const sheet = new SheetDraft("排名表");
  const made = planColumns(units, {
    groupColumn: "repeated",
    rank: { typed: true },
    headers: {
      rank: ["排名"],
      total: ["综合得分"],
      unit: ["被考核单位"],
      bonus: ["加分项"],
      deduction: ["减分项"],
    },
  });
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: inOrder(made, [
      "rank",
      "unit",
      "group",
      "total",
      "component:public",
      "component:leader",
      "deduction",
      "bonus",
      "component:process",
      "component:result",
    ]),
    rows: unitRows(units),
  });
  return planWorkbook("columns-in-any-order", ["item columns in any order"], [table], units);
}

function typedWithoutTotals(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(8), { names: "short" });
  const sheet = new SheetDraft("原始数据");
  const made = planColumns(units, {
    groupColumn: "repeated",
    headers: {
      unit: ["部门"],
      "component:result": ["结果得分（100分）"],
      "component:process": ["过程得分（100分）"],
      "component:leader": ["市领导评价（100分）"],
      "component:public": ["群众评议（100分）"],
      bonus: ["加分合计"],
      deduction: ["扣分合计"],
    },
  });
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: inOrder(made, [
      "unit",
      "group",
      "component:leader",
      "component:public",
      "bonus",
      "deduction",
      "component:process",
      "component:result",
    ]),
    rows: unitRows(units),
  });
  return planWorkbook(
    "scores-only",
    ["item columns in any order", "full marks in headers", "aliases"],
    [table],
    units,
  );
}

function sheetPerGroupTitled(): CorpusWorkbook {
  const units = rosterUnits(seededRandom(9));
  const rule = { ...rightRule(PLAN), rounding: "none" } as const;
  const tables = byGroup(units).map(([name, members], index) => {
    const sheet = new SheetDraft(`表${index + 1}`);
    sheet.title(0, 1, 10, "绩效考核成绩表");
    sheet.title(1, 1, 10, `（${name}）`);
    return layTable(sheet, {
      row: 3,
      column: 1,
      columns: planColumns(members, {
        rule,
        without: ["note"],
        rank: { totals: columns.totalsOf(rightRule(PLAN), members), typed: true },
      }),
      rows: [...unitRows(members), { kind: "summary", label: "组平均", calculate: "AVERAGE" }],
    });
  });
  return planWorkbook(
    "sheet-per-group-titled",
    ["a sheet per group", "title rows", "average rows", "totals without rounding"],
    tables,
    units,
  );
}
