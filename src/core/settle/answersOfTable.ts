import type { ColumnRole, RecognisedTable } from "../assessment/assessment";
import { equalDecimals, formatDecimal, type Decimal } from "../numbers/decimal";
import type { Scheme } from "../scheme/scheme";
import type { HeaderPlace, SettleAnswers, SettledRole, TotalMethod } from "./answers";
import { ONE } from "./weights";

const ROLE_OF: { readonly [Role in ColumnRole]?: SettledRole } = {
  unit: "unit",
  group: "group",
  bonus: "bonus",
  deduction: "deduction",
  net: "net",
  total: "total",
  rank: "rank",
  period: "period",
};

/** The answers by which a table is read now under a scheme, so that the clerk goes on from what is in force. */
export function answersOfTable(
  table: Pick<RecognisedTable, "columns">,
  scheme: Scheme,
  place: HeaderPlace,
): SettleAnswers {
  const weights = new Map<number, string>();
  const fullMarks = new Map<number, Decimal>();
  const roles = new Map<number, SettledRole>();
  for (const { column, role } of table.columns) {
    const component = scheme.components.find(({ id }) => role === `component:${id}`);
    if (component) {
      weights.set(column, formatDecimal(component.weight));
      fullMarks.set(column, component.maximum);
    }
    roles.set(column, component ? "score" : (ROLE_OF[role] ?? "unused"));
  }
  const [only] = weights.size === 1 && scheme.components.length === 1 ? weights.keys() : [];
  const isStated = only !== undefined && ![...roles.values()].includes("total");
  if (isStated) roles.set(only, "total");
  const method: TotalMethod = isStated ? { by: "stated" } : methodOf(scheme, weights);
  const baseScore = scheme.base === null ? {} : { baseScore: formatDecimal(scheme.base) };
  return { place, roles, method, order: scheme.order, ...baseScore, base: scheme, fullMarks };
}

function methodOf({ components }: Scheme, weights: ReadonlyMap<number, string>): TotalMethod {
  const isSum = components.every(({ weight }) => equalDecimals(weight, ONE));
  return isSum ? { by: "sum" } : { by: "weighted", from: "typed", weights };
}
