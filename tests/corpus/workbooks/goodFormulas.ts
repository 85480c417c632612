import { rightRule } from "../author";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { address, SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { PLAN, publishedTotal, rankUnits, type MadeUnit } from "../oracle";
import { byGroup, inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import {
  absolute,
  layTable,
  type LaidTable,
  type MadeColumn,
  type MadeRow,
  type RowContext,
} from "../scoreTable";
import type { Arrangement } from "./faultyPlan";
import { planWorkbook } from "./planWorkbook";

/** Clean workbooks whose formulas are right in ways of their own. */
export function goodFormulaWorkbooks(): CorpusWorkbook[] {
  return [
    written("clean-weights-in-cells", 420, "group-column", { total: byWeightRow, weightRow: true }),
    written("clean-weights-in-cells-by-group", 421, "sheet-per-group", {
      total: byWeightRow,
      weightRow: true,
    }),
    written("clean-sumproduct", 422, "group-column", { total: bySumProduct, weightRow: true }),
    written("clean-blank-guard", 423, "sheet-per-group", { total: guarded }),
    written("clean-plain-order", 424, "sections", { total: inOtherOrder }),
    written("clean-ranks-countif", 425, "sheet-per-group", { rank: byCountIf }),
    written("clean-ranks-rank-eq", 426, "sheet-per-group", { rank: byRankEq }),
    written("clean-ranks-sumproduct", 427, "group-column", { rank: bySumProductRank }),
    written("clean-ranks-countifs", 428, "group-column", { rank: byCountIfs }),
    linkedSummary("clean-linked-summary", 429),
    linkedSummary("clean-linked-summary-again", 430),
    throughSubtotals("clean-through-subtotals", 431),
    throughSubtotals("clean-through-subtotals-again", 432),
  ];
}

/** How a formula of a row is written. */
type Writer = (context: RowContext, weightRow: number) => string;

interface Ways {
  readonly total?: Writer;
  readonly rank?: Writer;
  readonly weightRow?: boolean;
}

const IDS = PLAN.components.map(({ id }) => id);

function cell(context: RowContext, role: string): string {
  return context.at(role) ?? "";
}

/** Weights stand in a row of their own: `C5*C$3`. */
const byWeightRow: Writer = (context, weightRow) => {
  const products = IDS.map((id) => {
    const score = cell(context, `component:${id}`);
    return `${score}*${score.replace(/\d+$/, "")}$${weightRow + 1}`;
  });
  return `=ROUND(${products.join("+")}+${cell(context, "bonus")}-${cell(context, "deduction")},2)`;
};

const bySumProduct: Writer = (context, weightRow) => {
  const first = cell(context, "component:result");
  const last = cell(context, "component:public");
  const weights = absolute(
    `${first.replace(/\d+$/, String(weightRow + 1))}:${last.replace(/\d+$/, String(weightRow + 1))}`,
  );
  return `=ROUND(SUMPRODUCT(${first}:${last},${weights})+${cell(context, "bonus")}-${cell(context, "deduction")},2)`;
};

const guarded: Writer = (context) => {
  const result = cell(context, "component:result");
  const sum = IDS.map(
    (id, index) => `${cell(context, `component:${id}`)}*${["55%", "30%", "10%", "5%"][index] ?? ""}`,
  );
  return `=IF(${result}="","",ROUND(SUM(${sum.join(",")},${cell(context, "bonus")})-${cell(context, "deduction")},2))`;
};

const inOtherOrder: Writer = (context) => {
  const [result, process, leader, open] = IDS.map((id) => cell(context, `component:${id}`));
  return `=ROUND((${cell(context, "bonus")}-${cell(context, "deduction")})+0.05*${open ?? ""}+${leader ?? ""}/10+(0.3*${process ?? ""}+0.55*${result ?? ""}),2)`;
};

const byCountIf: Writer = (context) =>
  `=COUNTIF(${context.range("total", true)},">"&${cell(context, "total")})+1`;

const byRankEq: Writer = (context) => `=RANK.EQ(${cell(context, "total")},${context.range("total", true)},0)`;

const bySumProductRank: Writer = (context) =>
  `=SUMPRODUCT((${context.range("group", false)}=${cell(context, "group")})*(${context.range("total", false)}>${cell(context, "total")}))+1`;

const byCountIfs: Writer = (context) =>
  `=COUNTIFS(${context.range("group", false)},${cell(context, "group")},${context.range("total", false)},">"&${cell(context, "total")})+1`;

function written(name: string, seed: number, arrangement: Arrangement, ways: Ways): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const parts: [string, MadeUnit[]][] =
    arrangement === "sheet-per-group" ? byGroup(units) : [["成绩", units]];
  const tables = parts.map(([sheetName, members]) => {
    const sheet = new SheetDraft(sheetName);
    const rows: MadeRow[] =
      arrangement === "sections"
        ? byGroup(members).flatMap(([group, own]) => [
            { kind: "section", text: group } as const,
            ...unitRows(own),
          ])
        : unitRows(members);
    const weights: MadeRow = {
      kind: "marks",
      label: "权重",
      marks: Object.fromEntries(
        PLAN.components.map(({ id, weight }) => [`component:${id}`, { value: Number(weight), format: "0%" }]),
      ),
    };
    return layTable(sheet, {
      row: 0,
      column: 0,
      columns: writtenColumns(members, arrangement, ways),
      rows: ways.weightRow === true ? [weights, ...rows] : rows,
    });
  });
  return planWorkbook(name, ["clean", "formulas written otherwise"], tables, units);
}

function writtenColumns(members: readonly MadeUnit[], arrangement: Arrangement, ways: Ways): MadeColumn[] {
  const ranks = rankUnits(PLAN, members);
  const usual = planColumns(members, arrangement === "group-column" ? { groupColumn: "repeated" } : {});
  return usual.map((column): MadeColumn => {
    const write = column.role === "total" ? ways.total : column.role === "rank" ? ways.rank : undefined;
    if (!write)
      return column.role === "rank" ? { ...column, content: ({ unit }) => ranks.get(unit) ?? 0 } : column;
    return {
      ...column,
      content: (context) => ({
        // The row of weights stands right under a header of one row.
        formula: write(context, 1),
        value:
          column.role === "total"
            ? publishedTotal(PLAN, context.unit).toNumber()
            : (ranks.get(context.unit) ?? 0),
      }),
    };
  });
}

/** A summary whose every figure is a link to the sheet of a group. */
function linkedSummary(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const parts = byGroup(units).map(([group, members]) =>
    layTable(new SheetDraft(group), {
      row: 1,
      column: 0,
      columns: planColumns(members),
      rows: unitRows(members),
    }),
  );
  const partOf = (unit: MadeUnit): LaidTable => {
    const part = parts.find(({ has }) => has(unit));
    if (!part) throw new Error(`${unit.name} is in no part`);
    return part;
  };
  const sheet = new SheetDraft("汇总");
  const linked = inOrder(planColumns(units, { groupColumn: "repeated" }), [
    "group",
    "unit",
    "component:result",
    "component:process",
    "component:leader",
    "component:public",
    "bonus",
    "deduction",
    "total",
    "rank",
  ]).map((column): MadeColumn => {
    if (column.role === "group" || column.role === "unit") return column;
    return {
      ...column,
      content: ({ unit }) => {
        const part = partOf(unit);
        const { row, column: at } = part.cell(unit, column.role);
        return { formula: `='${part.sheet.name}'!${address(row, at)}`, value: part.sheet.valueAt(row, at) };
      },
    };
  });
  const summary = layTable(sheet, { row: 0, column: 0, columns: linked, rows: unitRows(units) });
  return planWorkbook(
    name,
    ["clean", "a summary sheet and its parts", "a sheet per group"],
    [summary, ...parts],
    units,
  );
}

/** The total is the sum of two subtotals, each a formula of its own. */
function throughSubtotals(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const rule = rightRule(PLAN);
  const usual = planColumns(units, { groupColumn: "repeated", rule, rank: { typed: true } });
  const part = (role: string, header: string, ids: readonly string[]): MadeColumn => ({
    role,
    header: [header],
    content: (context) => {
      const parts = PLAN.components.filter(({ id }) => ids.includes(id));
      const value = parts.reduce(
        (sum, { id, weight }) => sum + Number(context.unit.scores[id]) * Number(weight),
        0,
      );
      return {
        formula: `=${parts.map(({ id, weight }) => `${cell(context, `component:${id}`)}*${weight}`).join("+")}`,
        value: Number(value.toPrecision(12)),
      };
    },
  });
  const total: MadeColumn = {
    role: "total",
    header: ["总成绩"],
    content: (context) => ({
      formula: `=ROUND(E${context.row + 1}+H${context.row + 1}+I${context.row + 1}-J${context.row + 1},2)`,
      value: publishedTotal(PLAN, context.unit).toNumber(),
    }),
  };
  const sheet = new SheetDraft("成绩");
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: [
      ...inOrder(usual, ["group", "unit", "component:result", "component:process"]),
      part("subtotal", "考核成绩小计", ["result", "process"]),
      ...inOrder(usual, ["component:leader", "component:public"]),
      part("subtotal", "评议评价小计", ["leader", "public"]),
      ...inOrder(usual, ["bonus", "deduction"]),
      total,
      ...inOrder(usual, ["rank"]),
    ],
    rows: unitRows(units),
  });
  return planWorkbook(
    name,
    ["clean", "subtotals between items", "formulas written otherwise"],
    [table],
    units,
  );
}
