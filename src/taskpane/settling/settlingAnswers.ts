import type { SettleAnswers, SettledRole, TotalMethod } from "../../core/settle/answers";

/** Roles that one column has at most: given to another, the first one loses it. */
const SINGLE: ReadonlySet<SettledRole> = new Set(["unit", "group", "net", "total", "rank", "period"]);

/** The answers with another role for a column. A total that is gone is added up instead. */
export function withRole(answers: SettleAnswers, column: number, role: SettledRole): SettleAnswers {
  const roles = new Map(answers.roles);
  if (SINGLE.has(role)) for (const [other, own] of roles) if (own === role) roles.set(other, "unused");
  roles.set(column, role);
  return withFittingMethod({ ...answers, roles });
}

/** The answers with all columns unused but the units and those that the clerk chose himself. */
export function withOthersUnused(answers: SettleAnswers, chosen: ReadonlySet<number>): SettleAnswers {
  const roles = new Map(
    [...answers.roles].map(([column, role]) => [
      column,
      role === "unit" || chosen.has(column) ? role : ("unused" as const),
    ]),
  );
  return withFittingMethod({ ...answers, roles });
}

function withFittingMethod(answers: SettleAnswers): SettleAnswers {
  const hasTotal = [...answers.roles.values()].includes("total");
  const { method } = answers;
  return method.by === "stated" && !hasTotal ? { ...answers, method: { by: "sum" } } : answers;
}

/** Where weights can come from in a table, the first of them chosen unless the clerk says otherwise. */
export interface WeightSources {
  /** Rows of the grid that hold weights. */
  readonly rows: readonly number[];
  readonly hasColumns: boolean;
  /** Weights that the headers state, by column. */
  readonly stated: ReadonlyMap<number, string>;
}

/** Weighted by the best source that the table has. */
export function weightedBy({ rows: [row], hasColumns, stated }: WeightSources): TotalMethod {
  if (row !== undefined) return { by: "weighted", from: "row", row };
  return hasColumns
    ? { by: "weighted", from: "columns" }
    : { by: "weighted", from: "typed", weights: stated };
}
