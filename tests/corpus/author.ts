import Big from "big.js";
import { ranksOf, type MadeUnit, type PlainScheme, type RankRule } from "./oracle";

/** How the author of a workbook came to the totals in it, rightly or wrongly. */
export interface AuthorRule {
  /** By component id. */
  readonly weights: Readonly<Record<string, string>>;
  readonly bonus: boolean;
  readonly deduction: "subtracted" | "added" | "left-out";
  readonly rounding: "once" | "each-step" | "half-even" | "truncated" | "none";
}

/** The right way: the scheme's weights, bonus and deduction, rounded once. */
export function rightRule(scheme: PlainScheme): AuthorRule {
  return {
    weights: Object.fromEntries(scheme.components.map(({ id, weight }) => [id, weight])),
    bonus: true,
    deduction: "subtracted",
    rounding: "once",
  };
}

/** The total that the author's rule gives. */
export function authorTotal(rule: AuthorRule, unit: MadeUnit): Big {
  const step = (value: Big) => (rule.rounding === "each-step" ? value.round(2, Big.roundHalfUp) : value);
  let total = new Big(0);
  for (const [id, weight] of Object.entries(rule.weights)) {
    total = total.plus(step(new Big(unit.scores[id] ?? "0").times(weight)));
  }
  if (rule.bonus) total = total.plus(unit.bonus);
  if (rule.deduction === "subtracted") total = total.minus(unit.deduction);
  if (rule.deduction === "added") total = total.plus(unit.deduction);
  if (rule.rounding === "once") return total.round(2, Big.roundHalfUp);
  if (rule.rounding === "half-even") return total.round(2, Big.roundHalfEven);
  if (rule.rounding === "truncated") return total.round(2, Big.roundDown);
  return total;
}

/** The formula of the author's rule over the cells of one row; `at` gives a cell's address by role, or null. */
export function totalFormula(rule: AuthorRule, at: (role: string) => string | null): string {
  const terms = Object.entries(rule.weights).map(([id, weight]) => {
    const product = `${at(`component:${id}`) ?? ""}*${new Big(weight).toString()}`;
    return rule.rounding === "each-step" ? `ROUND(${product},2)` : product;
  });
  let sum = terms.join("+");
  const bonus = at("bonus");
  const deduction = at("deduction");
  if (rule.bonus && bonus !== null) sum += `+${bonus}`;
  if (rule.deduction !== "left-out" && deduction !== null) {
    sum += `${rule.deduction === "added" ? "+" : "-"}${deduction}`;
  }
  if (rule.rounding === "once") return `=ROUND(${sum},2)`;
  if (rule.rounding === "truncated") return `=ROUNDDOWN(${sum},2)`;
  return `=${sum}`;
}

/** The ranks that the author gives: by a rule, inside each group or over all. */
export function authorRanks(
  units: readonly MadeUnit[],
  totals: ReadonlyMap<MadeUnit, Big>,
  rule: RankRule,
  acrossGroups: boolean,
): Map<MadeUnit, number> {
  const ranks = new Map<MadeUnit, number>();
  const groups = acrossGroups ? [null] : [...new Set(units.map(({ group }) => group))];
  for (const group of groups) {
    const members = units.filter((unit) => group === null || unit.group === group);
    const found = ranksOf(
      members.map((unit) => totals.get(unit) ?? new Big(0)),
      rule,
    );
    members.forEach((unit, index) => ranks.set(unit, found[index] ?? 0));
  }
  return ranks;
}
