import Big from "big.js";
import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";
import { answersOf } from "../answers";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import type { MadeUnit, PlainScheme } from "../oracle";
import { seededRandom } from "../random";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Faults in headers and rows as a whole, each in two arrangements, and weights that differ by row. */
export function wrongPartWorkbooks(): CorpusWorkbook[] {
  return [
    wrongHeaders("headers-other-weights", 270, "group-column"),
    wrongHeaders("headers-other-weights-by-group", 271, "sheet-per-group"),
    otherScale("full-mark-differs", 272, "group-column"),
    otherScale("full-mark-differs-sections", 273, "sections"),
    withoutColumn("column-missing", 274, "group-column"),
    withoutColumn("column-missing-by-group", 275, "sheet-per-group"),
    nameless("rows-without-unit", 276, "group-column"),
    nameless("rows-without-unit-by-group", 277, "sheet-per-group"),
    withoutGroup("group-missing", 278, "group-column"),
    withoutGroup("group-missing-by-sheet", 279, "sheet-per-group"),
    above("totals-above-full-mark", 280, "group-column"),
    above("totals-above-full-mark-sections", 281, "sections"),
    weightsByRow("weights-by-row", 282, ["一车间", "二车间", "三车间", "质检部"]),
    weightsByRow("weights-by-row-again", 283, ["办公室", "财务部", "销售部", "客服部", "仓储部"]),
  ];
}

/** Headers that state 50% and 35% over scores whose weights are 55% and 30%. The scores themselves are good. */
function wrongHeaders(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: {
      headers: { "component:result": ["结果得分（50%）"], "component:process": ["过程得分（35%）"] },
      without: ["total", "rank"],
    },
  });
  for (const { sheet } of plan.tables) plan.blameSheet("weight-differs", sheet.name);
  return plan.workbook(name, ["weights in headers", "another weight than the scheme's"]);
}

/** Leader scores out of 10: no scores on the scheme's scale, so that nobody can be ranked. */
function otherScale(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: { headers: { "component:leader": ["领导评价（10分）"] }, without: ["total", "rank"] },
    prepare: (units) =>
      units.map((unit) => ({
        ...unit,
        scores: { ...unit.scores, leader: (Number(unit.scores["leader"]) / 10).toFixed(2) },
      })),
  });
  for (const { sheet } of plan.tables) plan.blameSheet("full-mark-differs", sheet.name);
  for (const unit of plan.units) plan.blur(unit, "leader");
  return plan.workbook(name, ["full marks in headers", "another full mark than the scheme's"]);
}

function withoutColumn(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: { without: ["component:public", "total", "rank"] },
  });
  plan.blameSheet("column-missing", null);
  for (const unit of plan.units) plan.blur(unit, "public");
  return plan.workbook(name, ["a component without a column"]);
}

/** A row whose name was lost: its unit is missing, and its figures belong to nobody. */
function nameless(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { without: ["total", "rank"] } });
  const lost = [plan.unit(3, 15), plan.unit(3, 40)];
  for (const unit of lost) {
    plan.plant("row-without-unit", unit, "unit", null);
    plan.blameSheet("unit-missing", null);
    plan.exclude(unit);
  }
  const workbook = plan.workbook(name, ["rows without a unit", "missing units"]);
  return {
    ...workbook,
    units: workbook.units.filter((unit) => !lost.some((other) => other.name === unit.name)),
  };
}

function withoutGroup(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, choice: { groups: [0, 1, 3] } });
  plan.blameSheet("group-missing", null);
  return plan.workbook(name, ["a group that is missing"]);
}

function above(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const high = (unit: MadeUnit): MadeUnit => ({
    ...unit,
    scores: { result: "99.20", process: "99.80", leader: "98.50", public: "98.10" },
    bonus: "3",
    deduction: "0",
  });
  const plan = new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) => units.map((unit, index) => (index === 30 ? high(unit) : unit)),
  });
  const unit = plan.units[30];
  if (unit) {
    const table = plan.tableOf(unit);
    const row = table.cell(unit, "unit").row + 1;
    plan.blameAt("total-outside", table.sheet.name, `A${row}:Z${row}`);
  }
  return plan.workbook(name, ["totals above the full mark"]);
}

/** What a list of items with weights of their own is ranked by: the weighted sum of each unit. */
const KPI: SchemeFileInput = {
  id: "kpi",
  name: "关键指标考核",
  fullMark: "100",
  components: [{ id: "kpi", name: "各项得分合计", aliases: [], max: "100", weight: "1" }],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: null,
};

/** Items with weights of their own for every department, and the author's sum under each. */
function weightsByRow(name: string, seed: number, departments: readonly string[]): CorpusWorkbook {
  const random = seededRandom(seed);
  const plain: PlainScheme = { components: [{ id: "kpi", name: "各项得分合计", weight: "1" }], places: 2 };
  const sheet = new SheetDraft("指标明细");
  sheet.title(0, 0, 6, "关键绩效指标考核明细表");
  ["部门", "指标名称", "权重", "目标值", "实际值", "得分"].forEach((text, column) =>
    sheet.put(1, column, text),
  );
  let row = 2;
  const units = departments.map((department): MadeUnit => {
    const first = 20 + random.below(5) * 5;
    let sum = new Big(0);
    [first, 30, 70 - first].forEach((weight, index) => {
      const score = 70 + random.below(31);
      sheet.put(row, 0, department);
      sheet.put(row, 1, ["产量", "合格率", "成本"][index] ?? "");
      sheet.put(row, 2, { value: weight / 100, format: "0%" });
      sheet.put(row, 3, 100);
      sheet.put(row, 4, 80 + random.below(30));
      sheet.put(row, 5, score);
      sum = sum.plus(new Big(score).times(weight).div(100));
      row += 1;
    });
    sheet.put(row, 1, "小计");
    sheet.put(row, 5, sum.toNumber());
    row += 1;
    const scores = { kpi: sum.toString() };
    return { name: department, as: department, group: sheet.name, scores, bonus: "0", deduction: "0" };
  });
  return {
    name,
    oddities: ["weights that differ by row", "an office with its own scheme", "subtotals"],
    scheme: KPI,
    period: null,
    sheets: [sheet],
    tables: [{ sheet: sheet.name, range: `A2:F${row - 1}`, kind: "scores", roles: [] }],
    units: answersOf(plain, units),
    namedGroups: false,
    faults: [],
    clean: true,
    proposable: true,
  };
}
