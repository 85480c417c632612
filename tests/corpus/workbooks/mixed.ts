import { authorTotal, rightRule, totalFormula } from "../author";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { address } from "../draft";
import { PLAN, publishedTotal, type MadeUnit } from "../oracle";
import { seededRandom, type Random } from "../random";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Six faults of different kinds, each in a unit of its own, drawn by lot. */
export function mixedWorkbooks(): CorpusWorkbook[] {
  const arrangements: readonly Arrangement[] = ["group-column", "sheet-per-group", "sections"];
  return Array.from({ length: 12 }, (_, index) =>
    mixed(`mixed-${index + 1}`, 500 + index, arrangements[index % arrangements.length] ?? "sections"),
  );
}

const RIGHT = rightRule(PLAN);
const FAULTS = 6;

/** Plants one kind of fault in a unit. */
type Planter = (plan: FaultyPlan, unit: MadeUnit, random: Random) => void;

const PLANTERS: readonly Planter[] = [
  (plan, unit) => plan.plant("number-as-text", unit, "component:process", unit.scores["process"] ?? ""),
  (plan, unit) => plan.spoil("blank-score", unit, "leader", null),
  (plan, unit) =>
    plan.spoil("error-cell", unit, "public", { formula: "=H900/0", value: { error: "#DIV/0!" } }),
  (plan, unit) => plan.spoil("date-for-number", unit, "result", { value: 42300, format: "yyyy-mm-dd" }),
  (plan, unit) => plan.spoil("text-for-number", unit, "public", "待定"),
  (plan, unit, random) => {
    const wrong = publishedTotal(PLAN, unit).plus(random.below(2) === 0 ? 0 : random.pick([0.2, -0.35, 3]));
    plan.plant("constant-among-formulas", unit, "total", wrong.toNumber());
  },
  (plan, unit) => {
    const rule = {
      ...RIGHT,
      deduction: "added" as const,
      weights: { ...RIGHT.weights, leader: "0.05", public: "0.1" },
    };
    plan.plant("formula-unlike", unit, "total", {
      formula: formulaOf(plan, unit, unit, rule),
      value: authorTotal(rule, unit).toNumber(),
    });
  },
  (plan, unit) => {
    const other = neighbourOf(plan, unit);
    plan.plant("wrong-row", unit, "total", {
      formula: formulaOf(plan, unit, other),
      value: authorTotal(RIGHT, other).toNumber(),
    });
  },
  (plan, unit) => {
    const old = {
      ...unit,
      scores: { ...unit.scores, result: (Number(unit.scores["result"]) - 6).toFixed(2) },
    };
    plan.plant("stale-result", unit, "total", {
      formula: formulaOf(plan, unit, unit),
      value: authorTotal(RIGHT, old).toNumber(),
    });
  },
  (plan, unit) =>
    plan.plant("external-reference", unit, "component:leader", {
      formula: "=[2]汇总!$D$8",
      value: Number(unit.scores["leader"]),
    }),
  (plan, unit) => plan.plant("rank-differs", unit, "rank", 66),
  (plan, unit) => {
    const table = plan.tableOf(unit);
    table.sheet.hiddenRows.add(table.cell(unit, "unit").row);
    plan.blameSheet("hidden-row", table.sheet.name);
  },
  (plan, unit) => plan.plant("spaces", unit, "component:leader", ` ${unit.scores["leader"] ?? ""}`),
];

function mixed(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const random = seededRandom(seed * 7);
  const plan = new FaultyPlan({ seed, arrangement, columns: { rank: { typed: true } } });
  const planters = [...PLANTERS];
  const places = new Set<number>();
  while (places.size < FAULTS) places.add(2 + random.below(28) * 2);
  for (const place of places) {
    const [planter] = planters.splice(random.below(planters.length), 1);
    planter?.(plan, plan.unit(3, place), random);
  }
  return plan.workbook(name, ["several kinds of fault in one workbook"]);
}

/** The unit in the row below: never one with a fault of its own, since those stand in every other row. */
function neighbourOf(plan: FaultyPlan, unit: MadeUnit): MadeUnit {
  const other = plan.units[plan.units.indexOf(unit) + 1];
  if (!other) throw new Error(`${unit.name} is the last`);
  return other;
}

function formulaOf(plan: FaultyPlan, unit: MadeUnit, rowOf: MadeUnit, rule = RIGHT): string {
  const table = plan.tableOf(unit);
  return totalFormula(rule, (role) => address(table.cell(rowOf, role).row, table.cell(unit, role).column));
}
