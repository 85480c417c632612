import { rightRule, type AuthorRule } from "./author";
import * as columns from "./columns";
import { PLAN, type MadeUnit } from "./oracle";
import type { MadeColumn, MadeRow } from "./scoreTable";

/** The usual columns of a table of the plan's scores. */
export interface PlanColumns {
  readonly rule?: AuthorRule;
  /** Header cells by role; a role's usual header otherwise. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly rank?: Partial<columns.RankColumn>;
  readonly typedTotals?: boolean;
  /** What stands in a bonus or deduction cell of a unit that has none. */
  readonly none?: 0 | null | "—";
  /** Roles to leave out. */
  readonly without?: readonly string[];
  readonly groupColumn?: "repeated" | "merged";
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  sequence: ["序号"],
  group: ["组别"],
  unit: ["单位"],
  "component:result": ["结果得分"],
  "component:process": ["过程得分"],
  "component:leader": ["领导评价得分"],
  "component:public": ["公众评议得分"],
  bonus: ["加分"],
  deduction: ["扣分"],
  total: ["总成绩"],
  rank: ["名次"],
  note: ["备注"],
};

/** 序号, 单位, the four scores, 加分, 扣分, 总成绩, 名次, 备注. */
export function planColumns(units: readonly MadeUnit[], made: PlanColumns = {}): MadeColumn[] {
  const { rule = rightRule(PLAN), headers = {}, none = 0, without = [] } = made;
  const header = (role: string) => headers[role] ?? HEADERS[role] ?? [role];
  const all = [
    columns.sequence(header("sequence")),
    ...(made.groupColumn ? [columns.group(header("group"), made.groupColumn === "merged")] : []),
    columns.unit(header("unit")),
    ...["result", "process", "leader", "public"].map((id) =>
      columns.component(id, header(`component:${id}`)),
    ),
    columns.points("bonus", header("bonus"), none),
    columns.points("deduction", header("deduction"), none),
    columns.total(rule, header("total"), made.typedTotals),
    columns.rank({ units, totals: columns.totalsOf(rule, units), ...made.rank }, header("rank")),
    columns.text("note", header("note")),
  ];
  return all.filter(({ role }) => !without.includes(role));
}

/** Columns by role in another order; roles that are left out are not in the table. */
export function inOrder(made: readonly MadeColumn[], roles: readonly string[]): MadeColumn[] {
  return roles.map((role) => {
    const column = made.find((candidate) => candidate.role === role);
    if (!column) throw new Error(`No column ${role}`);
    return column;
  });
}

/** A row for each unit. */
export function unitRows(units: readonly MadeUnit[]): MadeRow[] {
  return units.map((unit) => ({ kind: "unit", unit }));
}

/** The units of each group, in order. */
export function byGroup(units: readonly MadeUnit[]): [string, MadeUnit[]][] {
  return [...new Set(units.map(({ group }) => group))].map((name) => [
    name,
    units.filter(({ group }) => group === name),
  ]);
}
