import * as columns from "../columns";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { ownUnits } from "../madeUnits";
import { byGroup, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable } from "../scoreTable";
import { office, percent, scoreColumns, totalAndRank, workbook } from "./office";

/** A company's appraisal of its departments. Names and figures are made up. */
export function companyWorkbooks(): CorpusWorkbook[] {
  return [
    company("company-appraisal", 300, "column"),
    company("company-appraisal-sections", 301, "sections"),
    companyForms("company-forms", 309),
    companyTransposed("company-transposed", 310),
  ];
}

const COMPANY = office("company", [
  ["业绩指标", "100", "0.5"],
  ["工作质量", "100", "0.2"],
  ["团队协作", "100", "0.15"],
  ["创新改进", "100", "0.15"],
]);

const COMPANY_UNITS = {
  生产系统: ["一车间", "二车间", "三车间", "动力车间", "质检部", "仓储部"],
  职能系统: ["人力资源部", "财务部", "行政部", "采购部", "信息部", "法务部", "审计部"],
};

function company(name: string, seed: number, groups: "column" | "sections"): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), COMPANY.plain, COMPANY_UNITS);
  const sheet = new SheetDraft("部门绩效");
  const made = [
    columns.sequence(),
    ...(groups === "column" ? [columns.group(["部门类别"], true)] : []),
    columns.unit(["部门"]),
    ...scoreColumns(COMPANY, (title, weight) => ["考核指标", `${title}（${percent(weight)}）`]),
    ...totalAndRank(COMPANY, units, ["综合得分", "排名"], groups === "sections"),
  ];
  sheet.title(0, 0, made.length, "2023年度部门绩效考核汇总表");
  const table = layTable(sheet, {
    row: 1,
    column: 0,
    columns: made,
    rows:
      groups === "column"
        ? unitRows(units)
        : byGroup(units).flatMap(([group, members]) => [
            { kind: "section", text: group } as const,
            ...unitRows(members),
          ]),
  });
  return workbook(name, ["two-row header", "weights in headers"], COMPANY, [table], units);
}

/** A sheet for each department: items down, with weight, full mark and score. */
function companyForms(name: string, seed: number): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), COMPANY.plain, { 公司: COMPANY_UNITS.职能系统 });
  const sheets = units.map((unit) => {
    const sheet = new SheetDraft(unit.as);
    sheet.title(0, 0, 5, "部门绩效考核表");
    sheet.put(1, 0, "部门名称：");
    sheet.put(1, 1, unit.as);
    sheet.put(1, 3, "考核周期：");
    sheet.put(1, 4, "2023年度");
    ["序号", "考核指标", "权重", "满分", "得分"].forEach((text, column) => sheet.put(2, column, text));
    COMPANY.plain.components.forEach(({ id, name: item, weight }, index) => {
      [index + 1, item, { value: Number(weight), format: "0%" }, 100, Number(unit.scores[id])].forEach(
        (content, column) => sheet.put(3 + index, column, content),
      );
    });
    sheet.put(8, 0, "被考核人签字：");
    sheet.put(8, 3, "考核人签字：");
    return sheet;
  });
  const made = workbook(name, ["one sheet for each unit: a form with a small table"], COMPANY, [], units, {
    namedGroups: false,
  });
  return {
    ...made,
    sheets,
    tables: sheets.map((sheet) => ({ sheet: sheet.name, range: "A3:E7", kind: "scores", roles: [] })),
  };
}

/** Departments as columns. */
function companyTransposed(name: string, seed: number): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), COMPANY.plain, {
    公司: [...COMPANY_UNITS.生产系统, ...COMPANY_UNITS.职能系统],
  });
  const upright = new SheetDraft("绩效");
  const made = [
    columns.unit(["部门"]),
    ...scoreColumns(COMPANY, (title, weight) => [`${title}（${percent(weight)}）`]),
    ...totalAndRank(COMPANY, units, ["综合得分", "排名"], true),
  ];
  const table = layTable(upright, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  const turned = { ...table, sheet: upright.turned(), expected: { ...table.expected, range: "A1:N7" } };
  return workbook(name, ["units as columns", "weights in headers"], COMPANY, [turned], units, {
    namedGroups: false,
  });
}
