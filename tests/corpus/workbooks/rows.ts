import { areaAddress, parseArea } from "../../../src/core/workbook/address";
import * as columns from "../columns";
import type { CorpusWorkbook, ExpectedTable } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import type { MadeUnit } from "../oracle";
import { byGroup, inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type LaidTable, type MadeRow } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** What stands among the rows, beside the tables and around them. All of them clean. */
export function rowWorkbooks(): CorpusWorkbook[] {
  return [
    marksRows("marks-and-weights-rows", 220, true),
    marksRows("marks-row-unlabelled", 221, false),
    printedPages("printed-pages", 222),
    printedPages("printed-pages-by-group", 223),
    farRange("far-used-range", 224),
    farRange("far-used-range-again", 225),
    sheetsAside("sheets-aside", 226),
    sheetsAside("sheets-aside-again", 227),
    transposed("transposed", 228, "one-sheet"),
    transposed("transposed-by-group", 229, "sheet-per-group"),
    totalRows("total-rows", 230, "合计", "SUM"),
    totalRows("highest-rows", 233, "最高分", "MAX"),
    blankColumns("blank-separator-columns", 231),
    blankColumns("blank-separator-columns-again", 232),
  ];
}

/** Full marks and weights in rows under the header. */
function marksRows(name: string, seed: number, labelled: boolean): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const sheet = new SheetDraft("汇总");
  const full = {
    "component:result": 100,
    "component:process": 100,
    "component:leader": 100,
    "component:public": 100,
  };
  const weights = {
    "component:result": { value: 0.55, format: "0%" },
    "component:process": { value: 0.3, format: "0%" },
    "component:leader": { value: 0.1, format: "0%" },
    "component:public": { value: 0.05, format: "0%" },
  };
  const marks: MadeRow[] = labelled
    ? [
        { kind: "marks", label: "满分", marks: full },
        { kind: "marks", label: "权重", marks: weights },
      ]
    : [{ kind: "marks", label: "", marks: full }];
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: planColumns(units, { groupColumn: "repeated", rank: { typed: true } }),
    rows: [...marks, ...unitRows(units)],
  });
  if (!labelled) {
    const { column } = table.cell(unitAt(units), "unit");
    sheet.put(table.firstRow, column, null);
  }
  return planWorkbook(name, ["full marks and weights in a row of their own"], [table], units);
}

function unitAt(units: readonly MadeUnit[]): MadeUnit {
  const [unit] = units;
  if (!unit) throw new Error("No units");
  return unit;
}

/** The header printed again on every page, and a blank row after every tenth. */
function printedPages(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed), { names: "short" });
  const sheet = new SheetDraft("打印");
  const rows = unitRows(units).flatMap((row, index): MadeRow[] => {
    if (index > 0 && index % 25 === 0) return [{ kind: "header" }, row];
    return index > 0 && index % 10 === 0 ? [{ kind: "blank" }, row] : [row];
  });
  const table = layTable(sheet, {
    row: 2,
    column: 1,
    columns: planColumns(units, { groupColumn: "repeated", rank: { typed: true } }),
    rows,
  });
  sheet.title(0, 1, 12, "绩效考核成绩表");
  sheet.put(table.lastRow + 1, 1, "制表人：");
  sheet.put(table.lastRow + 1, 5, "审核人：");
  sheet.put(table.lastRow + 1, 9, "负责人签字：");
  return planWorkbook(
    name,
    ["header repeated between rows", "blank separator rows", "note rows", "aliases"],
    [table],
    units,
  );
}

/** Spaces and empty texts far outside the data, as filling down and deleting leave them. */
function farRange(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const sheet = new SheetDraft("Sheet1");
  const table = layTable(sheet, {
    row: 3,
    column: 2,
    columns: planColumns(units, { groupColumn: "repeated" }),
    rows: unitRows(units),
  });
  sheet.title(1, 2, 12, "2015年度市政府绩效管理考评成绩");
  sheet.put(2600, 3, " ");
  sheet.put(40, 180, "");
  sheet.put(1999, 90, "\u3000");
  return planWorkbook(name, ["used range far past the data", "starts at any cell"], [table], units);
}

/** Sheets that hold no data beside the one that does. */
function sheetsAside(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const notes = new SheetDraft("填表说明");
  notes.put(0, 0, "填表说明");
  notes.put(2, 0, "一、各单位于每年12月25日前报送考核材料，逾期不予受理。");
  notes.put(3, 0, "二、总成绩=结果得分×55%+过程得分×30%+领导评价得分×10%+公众评议得分×5%+加分-扣分。");
  notes.put(4, 0, "三、联系电话见通讯录。");
  const form = new SheetDraft("空表");
  const empty = planColumns(units, { groupColumn: "repeated" });
  form.title(0, 0, empty.length, "绩效考核评分表（样表）");
  empty.forEach(({ header }, index) => form.put(1, index, header[0] ?? ""));
  for (let row = 0; row < 10; row += 1) form.put(row + 2, 0, row + 1);
  const blank = new SheetDraft("Sheet3");
  const contents = new SheetDraft("目录");
  ["序号", "表名", "页码"].forEach((text, column) => contents.put(0, column, text));
  ["绩效考核成绩表", "加扣分明细", "填表说明"].forEach((text, row) => {
    contents.put(row + 1, 0, row + 1);
    contents.put(row + 1, 1, text);
    contents.put(row + 1, 2, row * 3 + 1);
  });
  const sheet = new SheetDraft("成绩");
  const table = layTable(sheet, { row: 1, column: 0, columns: empty, rows: unitRows(units) });
  const workbook = planWorkbook(name, ["sheets that are no data", "an empty form"], [table], units);
  const aside = (draft: SheetDraft): ExpectedTable => ({
    sheet: draft.name,
    range: "A1",
    kind: "not-data",
    roles: [],
  });
  return {
    ...workbook,
    sheets: [notes, contents, form, sheet, blank],
    tables: [...workbook.tables, aside(notes), aside(form), aside(blank)],
  };
}

/** Units as columns: the table on its side. Numbers are typed. */
function transposed(
  name: string,
  seed: number,
  arrangement: "one-sheet" | "sheet-per-group",
): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed), arrangement === "one-sheet" ? {} : { names: "short" });
  const oneSheet = arrangement === "one-sheet";
  const parts: [string, MadeUnit[]][] = oneSheet ? [["横表", units]] : byGroup(units);
  const laid = parts.map(([sheetName, members]) => {
    const upright = new SheetDraft(sheetName);
    const usual = planColumns(members, {
      ...(oneSheet ? { groupColumn: "repeated" } : {}),
      typedTotals: true,
      rank: { typed: true },
    });
    const roles = [
      "unit",
      ...(oneSheet ? ["group"] : []),
      "component:result",
      "component:process",
      "component:leader",
      "component:public",
      "bonus",
      "deduction",
      "total",
      "rank",
    ];
    const table = layTable(upright, {
      row: oneSheet ? 1 : 0,
      column: oneSheet ? 0 : 2,
      columns: inOrder(usual, roles),
      rows: unitRows(members),
    });
    return onItsSide(table);
  });
  return planWorkbook(name, ["units as columns", ...(oneSheet ? [] : ["a sheet per group"])], laid, units);
}

/** The same table with rows and columns exchanged, on a sheet of its own. */
function onItsSide(table: LaidTable): LaidTable {
  const turned = table.sheet.turned();
  const area = parseArea(table.expected.range);
  if (!area) throw new Error(`${table.expected.range} is no area`);
  const range = areaAddress({
    row: area.column,
    column: area.row,
    rowCount: area.columnCount,
    columnCount: area.rowCount,
  });
  return { ...table, sheet: turned, expected: { ...table.expected, range } };
}

/** A row under the units that sums them up. */
function totalRows(name: string, seed: number, label: string, calculate: "SUM" | "MAX"): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const tables = byGroup(units).map(([group, members]) => {
    const sheet = new SheetDraft(group);
    return layTable(sheet, {
      row: 0,
      column: 0,
      columns: planColumns(members),
      rows: [...unitRows(members), { kind: "summary", label, calculate }],
    });
  });
  return planWorkbook(name, ["total rows", "subtotal rows", "a sheet per group"], tables, units);
}

/** A narrow empty column between the parts of the table. */
function blankColumns(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const usual = planColumns(units, { groupColumn: "repeated", typedTotals: true, rank: { typed: true } });
  const gap = columns.text("unknown", []);
  const sheet = new SheetDraft("成绩");
  sheet.title(0, 0, 13, "2015年绩效考核");
  const table = layTable(sheet, {
    row: 2,
    column: 0,
    columns: [
      ...inOrder(usual, ["group", "unit"]),
      gap,
      ...inOrder(usual, ["component:result", "component:process", "component:leader", "component:public"]),
      gap,
      ...inOrder(usual, ["bonus", "deduction", "total", "rank"]),
    ],
    rows: unitRows(units),
  });
  return planWorkbook(name, ["blank separator columns"], [table], units);
}
