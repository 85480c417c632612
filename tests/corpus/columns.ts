import type Big from "big.js";
import { authorRanks, authorTotal, totalFormula, type AuthorRule } from "./author";
import type { MadeUnit, RankRule } from "./oracle";
import type { MadeColumn } from "./scoreTable";

/** 序号, counted anew in each group. */
export function sequence(header: readonly string[] = ["序号"]): MadeColumn {
  return { role: "sequence", header, content: ({ number }) => number };
}

/** 组别, in every row or merged downward. */
export function group(header: readonly string[] = ["组别"], mergeDown = false): MadeColumn {
  return { role: "group", header, content: ({ unit }) => unit.group, mergeDown };
}

export function unit(header: readonly string[] = ["单位"]): MadeColumn {
  return { role: "unit", header, content: (context) => context.unit.as };
}

/** Scores of one component as numbers. */
export function component(id: string, header: readonly string[]): MadeColumn {
  return {
    role: `component:${id}`,
    header,
    summary: true,
    content: (context) => {
      const score = context.unit.scores[id];
      return score === undefined ? null : { value: Number(score), format: "0.00" };
    },
  };
}

/** Points of bonus or deduction; none is blank or 0. */
export function points(
  kind: "bonus" | "deduction",
  header: readonly string[],
  none: 0 | null | "—" = 0,
): MadeColumn {
  return {
    role: kind,
    header,
    content: (context) => (Number(context.unit[kind]) === 0 ? none : Number(context.unit[kind])),
  };
}

/** A column of a fixed text, such as an empty 备注. */
export function text(role: string, header: readonly string[], content: string | null = null): MadeColumn {
  return { role, header, content: () => content };
}

/** The author's totals, as formulas or as typed numbers. */
export function total(rule: AuthorRule, header: readonly string[] = ["总成绩"], typed = false): MadeColumn {
  return {
    role: "total",
    header,
    summary: true,
    content: (context) => {
      const value = authorTotal(rule, context.unit).toNumber();
      if (typed || rule.rounding === "half-even") return { value, format: "0.00" };
      return { formula: totalFormula(rule, context.at), value, format: "0.00" };
    },
  };
}

/** How a column of ranks is made. */
export interface RankColumn {
  readonly totals: ReadonlyMap<MadeUnit, Big>;
  readonly units: readonly MadeUnit[];
  readonly rule?: RankRule;
  readonly acrossGroups?: boolean;
  /** Numbers instead of RANK formulas; dense and ordinal ranks are always typed. */
  readonly typed?: boolean;
}

/** The author's ranks. RANK formulas need the rows of a group to stand together. */
export function rank(made: RankColumn, header: readonly string[] = ["名次"]): MadeColumn {
  const { rule = "competition", acrossGroups = false, typed = false } = made;
  const ranks = authorRanks(made.units, made.totals, rule, acrossGroups);
  return {
    role: "rank",
    header,
    content: ({ unit: of, at, range }) => {
      const value = ranks.get(of) ?? 0;
      const cell = at("total");
      if (typed || cell === null || rule === "dense" || rule === "ordinal") return value;
      const order = rule === "ascending" ? ",1" : "";
      return { formula: `=RANK(${cell},${range("total", !acrossGroups)}${order})`, value };
    },
  };
}

/** The totals of an author's rule, by unit. */
export function totalsOf(rule: AuthorRule, units: readonly MadeUnit[]): Map<MadeUnit, Big> {
  return new Map(units.map((made) => [made, authorTotal(rule, made)]));
}
