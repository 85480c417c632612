import * as columns from "../columns";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { ownUnits } from "../madeUnits";
import type { MadeUnit } from "../oracle";
import { byGroup, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type LaidTable, type MadeColumn } from "../scoreTable";
import { office, percent, scoreColumns, totalAndRank, workbook } from "./office";

/** Tables as schools, companies and buyers publish them, each office with a scheme and groups of its own. Made up. */
export function ownTableWorkbooks(): CorpusWorkbook[] {
  return [
    titledTables("titled-tables", 360, false),
    titledTables("titled-tables-side-by-side", 361, true),
    groupedByRanks("posts-applied-for", 362, "报考岗位", ["综合岗", "技术岗", "财务岗"]),
    groupedByRanks("posts-of-staff", 363, "岗位类别", ["管理类", "专技类", "工勤类"]),
    throughDepartments("ranked-through-departments", 364, "部门"),
    throughDepartments("ranked-through-branches", 365, "分公司"),
    twoRanks("class-and-grade-ranks", 366, ["班级名次", "年级名次"]),
    twoRanks("class-and-school-ranks", 367, ["班名次", "校名次"]),
    named("headers-in-two-languages", 368, ["供应商\nSupplier", "总分\nTotal", "排名\nRank"], true),
    named("units-under-a-strange-header", 369, ["养殖基地", "总分", "名次"], false),
    biddersInColumns("bidders-in-columns", 370, "评审项目"),
    biddersInColumns("bidders-in-columns-again", 371, "评标内容"),
    partsAndSummary("parts-and-summary", 372),
  ];
}

const OFFICE = office("own-tables", [
  ["质量管理", "100", "0.4"],
  ["现场服务", "100", "0.35"],
  ["资料档案", "100", "0.25"],
]);

const ODDITY = "groups and headers of an office's own";

function weighted(title: string, weight: string): readonly string[] {
  return [`${title}（${percent(weight)}）`];
}

/** Columns that are there to be passed over are not measured. */
function measured(table: LaidTable): LaidTable {
  const roles = table.expected.roles.filter(({ role }) => role !== "" && role !== "other-rank");
  return { ...table, expected: { ...table.expected, roles } };
}

function numbered(count: number, ending: string): string[] {
  return Array.from({ length: count }, (_, index) => `${String(index + 1)}${ending}`);
}

/** One sheet, a table and a title for each group. */
function titledTables(name: string, seed: number, beside: boolean): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), OFFICE.plain, {
    一类单位: numbered(6, "号车间"),
    二类单位: numbered(5, "号仓库"),
  });
  const sheet = new SheetDraft("考核结果");
  let [row, column] = [0, 0];
  const tables = byGroup(units).map(([group, members]) => {
    const made = [
      columns.unit(["单位"]),
      ...scoreColumns(OFFICE, weighted),
      ...totalAndRank(OFFICE, members, ["总分", "名次"]),
    ];
    sheet.title(row, column, made.length, group);
    const table = layTable(sheet, { row: row + 1, column, columns: made, rows: unitRows(members) });
    if (beside) column += made.length + 1;
    else row = table.lastRow + 2;
    return table;
  });
  return workbook(name, [ODDITY, "several tables under titles of their own"], OFFICE, tables, units);
}

/** A list in any order, whose ranks count inside the groups of a column right of the names. */
function groupedByRanks(
  name: string,
  seed: number,
  header: string,
  groups: readonly [string, string, string],
): CorpusWorkbook {
  const names = numbered(15, "号考生");
  const units = ownUnits(seededRandom(seed), OFFICE.plain, {
    [groups[0]]: names.slice(0, 5),
    [groups[1]]: names.slice(5, 10),
    [groups[2]]: names.slice(10),
  });
  const sheet = new SheetDraft("成绩");
  const made = [
    columns.sequence(),
    columns.unit(["姓名"]),
    columns.group([header]),
    ...scoreColumns(OFFICE, weighted),
    ...totalAndRank(OFFICE, units, ["总成绩", "名次"], true),
  ];
  const table = layTable(sheet, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  return workbook(name, [ODDITY, "ranks inside the groups of a column"], OFFICE, [table], units);
}

/** People with their department on the left, ranked through all departments. */
function throughDepartments(name: string, seed: number, header: string): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), OFFICE.plain, { 全部: numbered(16, "号员工") });
  const sheet = new SheetDraft("绩效");
  const made: MadeColumn[] = [
    { role: "", header: [header], content: ({ number }) => `第${String(Math.ceil(number / 4))}${header}` },
    columns.unit(["姓名"]),
    ...scoreColumns(OFFICE, weighted),
    ...totalAndRank(OFFICE, units, ["综合得分", "排名"]),
  ];
  const table = layTable(sheet, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  return workbook(name, [ODDITY, "ranks through all groups"], OFFICE, [measured(table)], units, {
    namedGroups: false,
  });
}

/** Pupils with a rank in their class and one in their year. */
function twoRanks(name: string, seed: number, headers: readonly [string, string]): CorpusWorkbook {
  const names = numbered(18, "号学生");
  const units = ownUnits(seededRandom(seed), OFFICE.plain, {
    "1班": names.slice(0, 6),
    "2班": names.slice(6, 12),
    "3班": names.slice(12),
  });
  const sheet = new SheetDraft("成绩册");
  const inYear = units.map((unit): MadeUnit => ({ ...unit, group: "年级" }));
  const [, yearRank] = totalAndRank(OFFICE, inYear, ["总分", headers[1]], true);
  const inYearOf = new Map(units.map((unit, index) => [unit, inYear[index] ?? unit]));
  if (!yearRank) throw new Error("Two columns");
  const made: MadeColumn[] = [
    columns.group(["班级"]),
    columns.unit(["姓名"]),
    ...scoreColumns(OFFICE, weighted),
    ...totalAndRank(OFFICE, units, ["总分", headers[0]], true),
    {
      role: "other-rank",
      header: [headers[1]],
      content: (context) =>
        yearRank.content({ ...context, unit: inYearOf.get(context.unit) ?? context.unit }),
    },
  ];
  const table = layTable(sheet, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  return workbook(name, [ODDITY, "two columns of ranks"], OFFICE, [measured(table)], units);
}

function named(
  name: string,
  seed: number,
  [unit, total, rank]: readonly [string, string, string],
  bilingual: boolean,
): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), OFFICE.plain, { 全部: numbered(9, "号基地") });
  const sheet = new SheetDraft("评价");
  const made = [
    columns.sequence([bilingual ? "序号\nNo." : "序号"]),
    columns.unit([unit]),
    ...scoreColumns(OFFICE, weighted),
    ...totalAndRank(OFFICE, units, [total, rank]),
  ];
  const table = layTable(sheet, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  return workbook(name, [ODDITY, "unusual header words"], OFFICE, [table], units, { namedGroups: false });
}

/** What is scored down the side, the bidders across. */
function biddersInColumns(name: string, seed: number, corner: string): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), OFFICE.plain, {
    投标: ["远航公司", "立新公司", "恒信公司", "佳禾公司", "通达公司"],
  });
  const upright = new SheetDraft("评标");
  const made = [
    columns.unit([corner]),
    ...scoreColumns(OFFICE, weighted),
    ...totalAndRank(OFFICE, units, ["合计", "名次"], true),
  ];
  const table = layTable(upright, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  const turned = { ...table, sheet: upright.turned(), expected: { ...table.expected, range: "A1:F6" } };
  return workbook(name, [ODDITY, "units as columns"], OFFICE, [turned], units, { namedGroups: false });
}

/** A sheet for each score, and a summary of them all. */
function partsAndSummary(name: string, seed: number): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), OFFICE.plain, { 汇总: numbered(8, "号项目部") });
  const parts = OFFICE.plain.components.map(({ id, name: title }) =>
    layTable(new SheetDraft(title), {
      row: 0,
      column: 0,
      columns: [columns.unit(["项目部"]), columns.component(id, ["得分"])],
      rows: unitRows(units),
    }),
  );
  const summary = layTable(new SheetDraft("汇总"), {
    row: 0,
    column: 0,
    columns: [
      columns.unit(["项目部"]),
      ...scoreColumns(OFFICE, weighted),
      ...totalAndRank(OFFICE, units, ["综合得分", "排名"]),
    ],
    rows: unitRows(units),
  });
  return workbook(
    name,
    [ODDITY, "sheets of single scores and their summary"],
    OFFICE,
    [...parts, summary],
    units,
  );
}
