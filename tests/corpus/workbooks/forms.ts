import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { exactTotal, PLAN, publishedTotal, type MadeUnit } from "../oracle";
import { seededRandom } from "../random";
import { planWorkbook } from "./planWorkbook";

/** One sheet for each unit: a form with a small table. The units of two groups only. */
export function formWorkbooks(): CorpusWorkbook[] {
  return [
    forms("forms-label-beside", 260, "beside"),
    forms("forms-label-inside", 261, "inside"),
    forms("forms-lying", 262, "lying"),
    forms("forms-lying-again", 263, "lying"),
  ];
}

type FormShape = "beside" | "inside" | "lying";

function forms(name: string, seed: number, shape: FormShape): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed), {
    groups: [0, 1],
    names: shape === "lying" ? "short" : "full",
  });
  const sheets = units.map((unit) => (shape === "lying" ? lyingForm(unit) : standingForm(unit, shape)));
  const workbook = planWorkbook(name, ["one sheet for each unit: a form with a small table"], [], units, {
    otherSheets: sheets,
  });
  return {
    ...workbook,
    clean: false,
    tables: sheets.map((sheet) => ({
      sheet: sheet.name,
      range: shape === "lying" ? "A4:H5" : "A4:E11",
      kind: "scores",
      roles: [],
    })),
  };
}

/** Items down the form: 考核内容, 权重, 得分. */
function standingForm(unit: MadeUnit, shape: FormShape): SheetDraft {
  const sheet = new SheetDraft(unit.as);
  sheet.title(0, 0, 5, "2015年度绩效考核评分表");
  if (shape === "beside") {
    sheet.put(1, 0, "被考核单位");
    sheet.title(1, 1, 2, unit.as);
    sheet.put(1, 3, "考核年度");
    sheet.put(1, 4, "2015年");
  } else {
    sheet.title(1, 0, 5, `被考核单位：${unit.as}`);
  }
  ["序号", "考核内容", "权重", "得分", "备注"].forEach((text, column) => sheet.put(3, column, text));
  const lines = [
    ...PLAN.components.map(({ id, name: item, weight }) => ({
      item,
      weight,
      score: Number(unit.scores[id]),
    })),
    { item: "加分", weight: null, score: Number(unit.bonus) },
    { item: "扣分", weight: null, score: Number(unit.deduction) },
  ];
  lines.forEach(({ item, weight, score }, index) => {
    sheet.put(4 + index, 0, index + 1);
    sheet.put(4 + index, 1, item);
    if (weight !== null) sheet.put(4 + index, 2, { value: Number(weight), format: "0%" });
    sheet.put(4 + index, 3, { value: score, format: "0.00" });
  });
  sheet.put(10, 1, "总成绩");
  sheet.put(10, 3, {
    formula: "=ROUND(D5*C5+D6*C6+D7*C7+D8*C8+D9-D10,2)",
    value: publishedTotal(PLAN, unit).toNumber(),
    format: "0.00",
  });
  sheet.put(12, 0, "考核组长签字：");
  sheet.put(12, 3, "日期：2016年1月8日");
  return sheet;
}

/** One row of scores under a header, the unit's name in a line above. */
function lyingForm(unit: MadeUnit): SheetDraft {
  const sheet = new SheetDraft(unit.as);
  sheet.title(0, 0, 8, "绩效考核结果反馈表");
  sheet.put(1, 0, `单位名称：${unit.as}`);
  sheet.put(1, 5, "单位：分");
  const cells: [string, number][] = [
    ...PLAN.components.map(({ id, name: item }): [string, number] => [item, Number(unit.scores[id])]),
    ["加分", Number(unit.bonus)],
    ["扣分", Number(unit.deduction)],
    ["总成绩", exactTotal(PLAN, unit).round(2).toNumber()],
  ];
  sheet.put(3, 0, "项目");
  sheet.put(4, 0, "得分");
  cells.forEach(([item, score], index) => {
    sheet.put(3, index + 1, item);
    sheet.put(4, index + 1, score);
  });
  sheet.put(7, 0, "被考核单位意见：");
  sheet.put(9, 4, "（盖章）");
  return sheet;
}
