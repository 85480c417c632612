import { rightRule, type AuthorRule } from "../author";
import type { CorpusWorkbook, FaultFamily } from "../corpusWorkbook";
import { authorTotal } from "../author";
import { PLAN, publishedTotal, type MadeUnit } from "../oracle";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Authors' totals that follow a wrong rule throughout, and single wrong ones. Each in two arrangements. */
export function totalWorkbooks(): CorpusWorkbook[] {
  const right = rightRule(PLAN);
  const rules: [name: string, family: FaultFamily, rule: AuthorRule][] = [
    [
      "totals-other-weights",
      "total-other-weights",
      { ...right, weights: { result: "0.5", process: "0.3", leader: "0.15", public: "0.05" } },
    ],
    ["totals-without-bonus", "total-without-bonus", { ...right, bonus: false }],
    ["totals-without-deduction", "total-without-deduction", { ...right, deduction: "left-out" }],
    ["totals-deduction-added", "total-deduction-added", { ...right, deduction: "added" }],
    ["totals-rounded-each-step", "total-step-rounding", { ...right, rounding: "each-step" }],
    ["totals-half-even", "total-half-even", { ...right, rounding: "half-even" }],
    ["totals-truncated", "total-truncated", { ...right, rounding: "truncated" }],
  ];
  return [
    ...rules.flatMap(([name, family, rule], index) => [
      ruled(name, family, rule, 40 + index, "group-column", false),
      ruled(`${name}-typed`, family, rule, 50 + index, "sheet-per-group", true),
    ]),
    singleWrong("totals-single-wrong", 60, "sections"),
    singleWrong("totals-single-wrong-by-group", 61, "sheet-per-group"),
  ];
}

function ruled(
  name: string,
  family: FaultFamily,
  rule: AuthorRule,
  seed: number,
  arrangement: Arrangement,
  typedTotals: boolean,
): CorpusWorkbook {
  const tenths = rule.rounding === "half-even";
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: { rule, typedTotals, rank: { typed: true } },
    ...(tenths ? { prepare: inTenths } : {}),
  });
  const differing = plan.tables.filter((table) =>
    plan.units.some((unit) => table.has(unit) && !authorTotal(rule, unit).eq(publishedTotal(PLAN, unit))),
  );
  // In one column or spread over the sheets of small groups: a finding in the largest table will do.
  const largest = differing.at(-1);
  if (largest) plan.blameColumn(family, largest, "total");
  return plan.workbook(name, ["author totals by another rule"]);
}

/** Scores with one decimal, so that totals often end in a 5 at the third place. */
function inTenths(units: MadeUnit[]): MadeUnit[] {
  return units.map((unit) => ({
    ...unit,
    scores: Object.fromEntries(
      Object.entries(unit.scores).map(([id, score]) => [id, Number(score).toFixed(1)]),
    ),
  }));
}

function singleWrong(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { typedTotals: true, rank: { typed: true } } });
  for (const [group, index, slip] of [
    [0, 1, "0.10"],
    [3, 7, "-0.01"],
    [3, 42, "9"],
  ] as const) {
    const unit = plan.unit(group, index);
    const total = publishedTotal(PLAN, unit).plus(slip);
    plan.plant("total-differs", unit, "total", { value: total.toNumber(), format: "0.00" });
  }
  for (const [group, index] of [
    [1, 2],
    [3, 50],
  ] as const) {
    const unit = plan.unit(group, index);
    plan.plant("rank-differs", unit, "rank", 61);
  }
  return plan.workbook(name, ["single wrong totals", "single wrong ranks"]);
}
