import { rightRule } from "../author";
import * as columns from "../columns";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { PLAN, type MadeUnit } from "../oracle";
import { inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type MadeColumn, type TableLayout } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** How headers are written. All of them clean. */
export function headerWorkbooks(): CorpusWorkbook[] {
  return [
    deep("three-row-header", 200, "merged"),
    deep("three-row-header-repeated", 201, "repeated"),
    deep("three-row-header-first-only", 202, "first"),
    deep("three-row-header-merged-again", 212, "merged"),
    deep("three-row-header-repeated-again", 213, "repeated"),
    shares("scores-and-shares", 203, "merged"),
    shares("scores-and-shares-unmerged", 204, "first"),
    headed("headers-with-breaks", 205, ["line breaks and spaces in headers", "weights in headers"], {
      sequence: ["序 号"],
      unit: ["单　位\n名　称"],
      "component:result": ["结果得分\n（55%）"],
      "component:process": ["过程得分\n（30%）"],
      "component:leader": ["领导评价\n10%"],
      "component:public": ["公众评议\n5%"],
      bonus: ["加 分"],
      deduction: ["扣 分"],
      total: ["总 成 绩"],
      rank: ["名 次"],
      note: ["备 注"],
    }),
    headed("headers-numbered", 206, ["numbered headers", "weights in headers", "full marks in headers"], {
      unit: ["被考评单位名称"],
      "component:result": ["（一）结果得分（满分100分，权重55%）"],
      "component:process": ["（二）过程得分（满分100分，权重30%）"],
      "component:leader": ["（三）领导评价10%"],
      "component:public": ["（四）公众评议5%"],
      bonus: ["（五）加分"],
      deduction: ["（六）扣分"],
      total: ["总分"],
      rank: ["组内排名"],
    }),
    headed("headers-with-full-marks", 207, ["full marks in headers"], {
      unit: ["考核对象"],
      "component:result": ["结果得分（100分）"],
      "component:process": ["过程得分(100分)"],
      "component:leader": ["市领导评价得分 满分100"],
      "component:public": ["社会公众评议得分（100 分）"],
      bonus: ["加分项目"],
      deduction: ["扣分项目"],
      total: ["最终得分"],
      rank: ["位次"],
      note: ["说明"],
    }),
    subtotals("subtotal-columns", 208),
    subtotals("subtotal-columns-by-group", 209),
    events("events-counted", 210),
    events("events-counted-again", 211),
  ];
}

function single(
  name: string,
  oddities: readonly string[],
  units: readonly MadeUnit[],
  layout: Pick<TableLayout, "columns"> & Partial<TableLayout>,
): CorpusWorkbook {
  const sheet = new SheetDraft("成绩汇总");
  sheet.title(0, 0, layout.columns.length, "2015年度绩效考核成绩汇总表");
  const table = layTable(sheet, { row: 1, column: 0, rows: unitRows(units), ...layout });
  return planWorkbook(name, oddities, [table], units);
}

function deep(name: string, seed: number, sharedHeader: "merged" | "repeated" | "first"): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const made = planColumns(units, {
    groupColumn: "repeated",
    headers: {
      "component:result": ["绩效考核", "考核成绩（85%）", "结果得分（55%）"],
      "component:process": ["绩效考核", "考核成绩（85%）", "过程得分（30%）"],
      "component:leader": ["绩效考核", "评议评价（15%）", "领导评价（10%）"],
      "component:public": ["绩效考核", "评议评价（15%）", "公众评议（5%）"],
      bonus: ["加扣分", "加分"],
      deduction: ["加扣分", "扣分"],
    },
  });
  const how = { merged: "merged parts", repeated: "repeated parts", first: "parts written once" }[
    sharedHeader
  ];
  return single(name, ["three-row header", how], units, { columns: made, sharedHeader });
}

/** Each component twice: the score, and its share of the total. */
function shares(name: string, seed: number, sharedHeader: "merged" | "first"): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed), { names: "short" });
  const scored = PLAN.components.flatMap(({ id, name: title, weight }): MadeColumn[] => [
    columns.component(id, [title, "得分"]),
    {
      role: `weighted:${id}`,
      header: [title, `折算分（${Math.round(Number(weight) * 100)}%）`],
      content: ({ unit, at }) => ({
        formula: `=${at(`component:${id}`) ?? ""}*${weight}`,
        value: Number((Number(unit.scores[id]) * Number(weight)).toPrecision(12)),
        format: "0.00",
      }),
    },
  ]);
  const usual = planColumns(units, { groupColumn: "repeated" });
  return single(name, ["two-row header", "weighted shares beside the scores", "aliases"], units, {
    columns: [
      ...inOrder(usual, ["sequence", "group", "unit"]),
      ...scored,
      ...inOrder(usual, ["bonus", "deduction", "total", "rank"]),
    ],
    sharedHeader,
  });
}

function headed(
  name: string,
  seed: number,
  oddities: readonly string[],
  headers: Readonly<Record<string, readonly string[]>>,
): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  return single(name, oddities, units, { columns: planColumns(units, { headers, groupColumn: "merged" }) });
}

/** Sums of some components between the items. */
function subtotals(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const rule = rightRule(PLAN);
  const usual = planColumns(units, { groupColumn: "repeated", rule });
  const sum = (header: string, ids: readonly string[]): MadeColumn => ({
    role: "subtotal",
    header: [header],
    content: ({ unit, at }) => {
      const parts = PLAN.components.filter(({ id }) => ids.includes(id));
      const value = parts.reduce(
        (total, { id, weight }) => total + Number(unit.scores[id]) * Number(weight),
        0,
      );
      return {
        formula: `=${parts.map(({ id, weight }) => `${at(`component:${id}`) ?? ""}*${weight}`).join("+")}`,
        value: Number(value.toPrecision(12)),
        format: "0.00",
      };
    },
  });
  return single(name, ["subtotals between items"], units, {
    columns: [
      ...inOrder(usual, ["sequence", "group", "unit", "component:result", "component:process"]),
      sum("考核小计", ["result", "process"]),
      ...inOrder(usual, ["component:leader", "component:public"]),
      sum("评议小计", ["leader", "public"]),
      ...inOrder(usual, ["bonus", "deduction", "total", "rank", "note"]),
    ],
  });
}

/** Praise, criticism and talks as numbers of times in columns of their own. */
function events(name: string, seed: number): CorpusWorkbook {
  const random = seededRandom(seed);
  const counts = new Map<MadeUnit, Readonly<Record<string, number>>>();
  const units = rosterUnits(random).map((unit) => {
    const times = {
      commendation: random.below(3),
      criticism: random.below(4) === 0 ? 1 : 0,
      talk: random.below(12) === 0 ? 1 : 0,
    };
    const made = {
      ...unit,
      bonus: String(times.commendation),
      deduction: String(times.criticism + times.talk * 5),
      // High scores and praise together would pass 100, which is worth a warning.
      scores: { ...unit.scores, result: (Number(unit.scores["result"]) - 8).toFixed(2) },
    };
    counts.set(made, times);
    return made;
  });
  const usual = planColumns(units, { groupColumn: "repeated", typedTotals: true });
  const event = (id: string, header: readonly string[]): MadeColumn => ({
    role: `adjustment:${id}`,
    header,
    content: ({ unit }) => counts.get(unit)?.[id] ?? 0,
  });
  return single(name, ["events counted in columns of their own", "two-row header"], units, {
    columns: [
      ...inOrder(usual, [
        "group",
        "unit",
        "component:result",
        "component:process",
        "component:leader",
        "component:public",
      ]),
      event("commendation", ["加减分情况", "通报表扬（次）"]),
      event("criticism", ["加减分情况", "通报批评（次）"]),
      event("talk", ["加减分情况", "约谈（次）"]),
      ...inOrder(usual, ["total", "rank"]),
    ],
  });
}
