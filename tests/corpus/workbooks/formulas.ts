import { authorTotal, rightRule, totalFormula } from "../author";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { address } from "../draft";
import { PLAN, publishedTotal, type MadeUnit } from "../oracle";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Faults in formulas. Each in two arrangements. */
export function formulaWorkbooks(): CorpusWorkbook[] {
  return [
    singleFormulas("formulas-single", 80, "group-column"),
    singleFormulas("formulas-single-by-group", 81, "sheet-per-group"),
    ranges("formulas-ranges", 82, "group-column"),
    ranges("formulas-ranges-by-group", 83, "sheet-per-group"),
    otherFiles("formulas-other-files", 84, "sections"),
    otherFiles("formulas-other-files-by-group", 85, "sheet-per-group"),
    stale("formulas-stale", 86, "group-column"),
    stale("formulas-stale-by-group", 87, "sheet-per-group"),
    subtle("formulas-subtle", 88, "group-column"),
    subtle("formulas-subtle-by-group", 89, "sheet-per-group"),
  ];
}

const RIGHT = rightRule(PLAN);

/** The formula of a unit's total as it should be, with its cells taken from another unit's row where asked. */
function formulaOf(plan: FaultyPlan, unit: MadeUnit, rowOf: MadeUnit = unit, rule = RIGHT): string {
  const table = plan.tableOf(unit);
  return totalFormula(rule, (role) => {
    const { row } = table.cell(rowOf, role);
    return address(row, table.cell(unit, role).column);
  });
}

function singleFormulas(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { rank: { typed: true } } });
  // The right number, but typed: the next change of a score will not reach it.
  const typed = plan.unit(3, 5);
  plan.plant("constant-among-formulas", typed, "total", publishedTotal(PLAN, typed).toNumber());
  const wrong = plan.unit(3, 20);
  plan.plant("constant-among-formulas", wrong, "total", publishedTotal(PLAN, wrong).plus("0.5").toNumber());
  const otherWeights = { ...RIGHT, weights: { ...RIGHT.weights, result: "0.5", process: "0.35" } };
  const unlike = plan.unit(3, 31);
  plan.plant("formula-unlike", unlike, "total", {
    formula: formulaOf(plan, unlike, unlike, otherWeights),
    value: authorTotal(otherWeights, unlike).toNumber(),
  });
  const shorter = { ...RIGHT, bonus: false };
  const without = plan.unit(3, 44);
  plan.plant("formula-unlike", without, "total", {
    formula: formulaOf(plan, without, without, shorter),
    value: authorTotal(shorter, without).toNumber(),
  });
  const [above, below] = [plan.unit(3, 50), plan.unit(3, 51)];
  plan.plant("wrong-row", below, "total", {
    formula: formulaOf(plan, below, above),
    value: authorTotal(RIGHT, above).toNumber(),
  });
  return plan.workbook(name, [
    "a constant among formulas",
    "a formula unlike its neighbours",
    "wrong-row references",
  ]);
}

function ranges(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, averages: true });
  const table = plan.tables.at(-1);
  if (!table) throw new Error("The workbook has a table");
  const { sheet } = table;
  const average = (
    role: string,
    first: number,
    last: number,
    family: "range-short" | "range-takes-total",
    row: number,
  ) => {
    const { column } = table.cell(plan.unit(3, 0), role);
    const values: number[] = [];
    for (let line = first; line <= last; line += 1) values.push(Number(sheet.valueAt(line, column) ?? 0));
    const sum = values.reduce((total, value) => total + value, 0);
    sheet.put(row, column, {
      formula: `=AVERAGE(${address(first, column)}:${address(last, column)})`,
      value: Number((sum / values.length).toPrecision(15)),
      format: "0.00",
    });
    plan.blameAt(family, sheet.name, address(row, column));
  };
  const last = table.lastRow;
  average("component:result", table.firstRow, last - 3, "range-short", last);
  average("component:leader", table.firstRow, last - 2, "range-short", last);
  // A second summary row under the first takes the averages in.
  const { column } = table.cell(plan.unit(3, 0), "unit");
  sheet.put(last + 1, column, "全组平均");
  average("component:process", table.firstRow, last, "range-takes-total", last + 1);
  average("component:public", table.firstRow, last, "range-takes-total", last + 1);
  const workbook = plan.workbook(name, ["ranges that leave out rows", "ranges that take in a summary row"]);
  const tables = workbook.tables.map((expected) =>
    expected === table.expected
      ? { ...expected, range: expected.range.replace(/\d+$/, String(last + 2)) }
      : expected,
  );
  return { ...workbook, tables };
}

function otherFiles(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { rank: { typed: true } } });
  const linked = (unit: MadeUnit, id: string, formula: string) => {
    plan.plant("external-reference", unit, `component:${id}`, {
      formula,
      value: Number(unit.scores[id]),
      format: "0.00",
    });
  };
  linked(plan.unit(3, 3), "process", "=[1]过程!$C$7");
  linked(plan.unit(1, 0), "result", "='[2015结果考核.xlsx]指标'!F12");
  linked(plan.unit(3, 25), "leader", "=VLOOKUP(B30,'D:\\考核\\[领导打分.xlsx]Sheet1'!$A:$D,4,FALSE)");
  return plan.workbook(name, ["references to another file"]);
}

function stale(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { rank: { typed: true } } });
  for (const [group, index] of [
    [3, 9],
    [3, 38],
    [1, 3],
  ] as const) {
    const unit = plan.unit(group, index);
    const before = {
      ...unit,
      scores: { ...unit.scores, process: (Number(unit.scores["process"]) - 4).toFixed(2) },
    };
    plan.plant("stale-result", unit, "total", {
      formula: formulaOf(plan, unit),
      value: authorTotal(RIGHT, before).toNumber(),
    });
  }
  return plan.workbook(name, ["stale cached results"]);
}

/** The same faults where one reference of several is wrong. */
function subtle(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement });
  const one = plan.unit(3, 11);
  const next = plan.unit(3, 12);
  const table = plan.tableOf(one);
  const leader = table.address(one, "component:leader");
  const mixed = { ...one, scores: { ...one.scores, leader: next.scores["leader"] ?? "" } };
  plan.plant("wrong-row", one, "total", {
    formula: formulaOf(plan, one).replace(leader, table.address(next, "component:leader")),
    value: authorTotal(RIGHT, mixed).toNumber(),
  });
  // A rank over a range that ends three rows early.
  const ranked = plan.unit(3, 8);
  const { row, column } = table.cell(ranked, "rank");
  const formula = table.sheet.formulaAt(row, column) ?? "";
  const short = formula.replace(/\$(\d+)\)$/, (_, last: string) => `$${Number(last) - 3})`);
  plan.plant("range-short", ranked, "rank", { formula: short, value: table.sheet.valueAt(row, column) });
  // A constant of 0.5 points added by hand inside the formula.
  const helped = plan.unit(3, 27);
  plan.plant("formula-unlike", helped, "total", {
    formula: formulaOf(plan, helped).replace(/,2\)$/, "+0.5,2)"),
    value: authorTotal(RIGHT, helped).plus("0.5").toNumber(),
  });
  const linked = plan.unit(3, 47);
  plan.plant("external-reference", linked, "bonus", {
    formula: "='[加分台账.xlsx]2015'!D9",
    value: Number(linked.bonus),
  });
  // Two totals are other than they were when the ranks were calculated.
  plan.blameColumn("stale-result", table, "rank");
  return plan.workbook(name, [
    "wrong-row references",
    "ranges that leave out rows",
    "a formula unlike its neighbours",
    "references to another file",
  ]);
}
