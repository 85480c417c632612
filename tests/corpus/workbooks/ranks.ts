import Big from "big.js";
import type { CorpusWorkbook, FaultFamily } from "../corpusWorkbook";
import type { MadeUnit, RankRule } from "../oracle";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Authors' ranks that follow another rule. Each in two arrangements. */
export function rankWorkbooks(): CorpusWorkbook[] {
  return [
    ruled("ranks-dense", "rank-dense", { rule: "dense" }, 70, "group-column"),
    ruled("ranks-dense-by-group", "rank-dense", { rule: "dense" }, 71, "sheet-per-group"),
    ruled("ranks-ordinal", "rank-ordinal", { rule: "ordinal" }, 72, "sections"),
    ruled("ranks-ordinal-by-group", "rank-ordinal", { rule: "ordinal" }, 73, "sheet-per-group"),
    ruled("ranks-across-groups", "rank-across-groups", { acrossGroups: true }, 74, "group-column"),
    ruled("ranks-across-sections", "rank-across-groups", { acrossGroups: true, typed: true }, 75, "sections"),
    ruled("ranks-ascending", "rank-ascending", { rule: "ascending" }, 76, "group-column"),
    ruled("ranks-ascending-by-group", "rank-ascending", { rule: "ascending" }, 77, "sheet-per-group"),
    afterSort("ranks-after-sort", 78, "group-column"),
    afterSort("ranks-after-sort-by-group", 79, "sheet-per-group"),
  ];
}

interface RankOptions {
  readonly rule?: RankRule;
  readonly acrossGroups?: boolean;
  readonly typed?: boolean;
}

function ruled(
  name: string,
  family: FaultFamily,
  rank: RankOptions,
  seed: number,
  arrangement: Arrangement,
): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { rank }, prepare: withTies });
  const table = plan.tables.at(-1);
  if (table) plan.blameColumn(family, table, "rank");
  return plan.workbook(name, ["author ranks by another rule", "ties"]);
}

/** Makes every sixth unit of the last group tie with the one before it, by other scores: +0.6 × 0.55 = 1.1 × 0.30. */
function withTies(units: MadeUnit[]): MadeUnit[] {
  return units.map((unit, index) => {
    const before = units[index - 1];
    if (index < 12 || index % 6 !== 0 || !before) return unit;
    const scores = {
      ...before.scores,
      result: new Big(before.scores["result"] ?? 0).minus("0.6").toFixed(2),
      process: new Big(before.scores["process"] ?? 0).plus("1.1").toFixed(2),
    };
    return Number(scores.process) > 100
      ? unit
      : { ...unit, scores, bonus: before.bonus, deduction: before.deduction };
  });
}

/** Ranks typed as 1, 2, 3… under a sorted table, which was then sorted back without them. */
function afterSort(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement });
  const counts = new Map<string, number>();
  for (const unit of plan.units) {
    const number = (counts.get(unit.group) ?? 0) + 1;
    counts.set(unit.group, number);
    plan.write(unit, "rank", number);
  }
  const table = plan.tables.at(-1);
  if (table) plan.blameColumn("rank-after-sort", table, "rank");
  return plan.workbook(name, ["ranks hand-typed after a sort"]);
}
