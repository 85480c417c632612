import Big from "big.js";

/** A scheme as the corpus knows it: plain decimals as text, worked through with big.js only. */
export interface PlainScheme {
  readonly components: readonly { readonly id: string; readonly name: string; readonly weight: string }[];
  readonly places: number;
}

/** The plan's formula: part 四. */
export const PLAN: PlainScheme = {
  components: [
    { id: "result", name: "结果得分", weight: "0.55" },
    { id: "process", name: "过程得分", weight: "0.30" },
    { id: "leader", name: "领导评价得分", weight: "0.10" },
    { id: "public", name: "公众评议得分", weight: "0.05" },
  ],
  places: 2,
};

/** The plan's formula for periods without the yearly scores (rule 6). */
export const DYNAMIC_PLAN: PlainScheme = { ...PLAN, components: PLAN.components.slice(0, 2) };

/** A made-up unit: what the workbook says of it. */
export interface MadeUnit {
  /** The name that the answer goes by. */
  readonly name: string;
  /** What the cell says. */
  readonly as: string;
  readonly group: string;
  /** Decimal texts by component id. */
  readonly scores: Readonly<Record<string, string>>;
  readonly bonus: string;
  readonly deduction: string;
}

/** Σ score × weight + bonus − deduction, exact. */
export function exactTotal(scheme: PlainScheme, unit: MadeUnit): Big {
  return scheme.components
    .reduce((sum, { id, weight }) => sum.plus(new Big(unit.scores[id] ?? "0").times(weight)), new Big(0))
    .plus(unit.bonus)
    .minus(unit.deduction);
}

/** The total as published: rounded once, half away from zero. */
export function publishedTotal(scheme: PlainScheme, unit: MadeUnit): Big {
  return exactTotal(scheme, unit).round(scheme.places, Big.roundHalfUp);
}

/** How authors count ranks. */
export type RankRule = "competition" | "dense" | "ordinal" | "ascending";

/** Ranks of totals by counting the others, in the order given. */
export function ranksOf(totals: readonly Big[], rule: RankRule = "competition"): number[] {
  return totals.map((total, index) => {
    const better = totals.filter((other) => (rule === "ascending" ? other.lt(total) : other.gt(total)));
    if (rule === "dense") return new Set(better.map(String)).size + 1;
    const before = rule === "ordinal" ? totals.slice(0, index).filter((other) => other.eq(total)).length : 0;
    return better.length + before + 1;
  });
}

/** Competition ranks of the published totals inside each group, by the unit. */
export function rankUnits(scheme: PlainScheme, units: readonly MadeUnit[]): Map<MadeUnit, number> {
  const ranks = new Map<MadeUnit, number>();
  for (const group of new Set(units.map((unit) => unit.group))) {
    const members = units.filter((unit) => unit.group === group);
    const found = ranksOf(members.map((unit) => publishedTotal(scheme, unit)));
    members.forEach((unit, index) => ranks.set(unit, found[index] ?? 0));
  }
  return ranks;
}
