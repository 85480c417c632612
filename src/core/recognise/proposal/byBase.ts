import type { ColumnRole } from "../../assessment/assessment";
import type { Fact } from "../../facts/fact";
import { formatDecimal, negateDecimal, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow } from "../../numbers/exactSum";
import { SHARE_GIVEN, USUAL_PLACES, usualPlaces } from "./bornOut";
import { rolesUnder, type ProposalBasis, type ProposedComponents } from "./componentsOf";
import type { ScoredTable } from "./scoredTable";

/** Rules of columns that are added and taken off as they stand. */
const PLAIN: ReadonlySet<Fact["kind"]> = new Set(["sum", "difference"]);
/** So many units have to show the same base: two agree by chance. */
const MINIMUM_UNITS = 3;

/** What every unit starts with, and which columns change it. */
interface BaseRule {
  readonly basis: ProposalBasis;
  readonly base: Decimal;
  readonly points: ReadonlyMap<number, ColumnRole>;
}

/**
 * The author's own rule where every unit starts with the same figure: total = 100 − deductions, bonuses added; by the
 * arithmetic of the table, or, where its only figures are headed as bonus and deduction, by what they leave of the
 * totals. Null where the totals follow no such rule, or where a column of points has figures below zero.
 */
export function byBase(table: ScoredTable): ProposedComponents | null {
  const rule = ofFact(table) ?? ofHeaders(table);
  if (rule === null || rule.base.units <= 0) return null;
  const { basis, base, points } = rule;
  if ([...points.keys()].some((column) => !isNeverNegative(table, column))) return null;
  const totals = table.units.flatMap(({ total }) => (total === null ? [] : [total]));
  return {
    basis,
    base,
    components: [],
    roles: rolesUnder([], table.columns ?? [], points),
    places: Math.max(USUAL_PLACES, usualPlaces(totals)),
    ties: table.ties,
    order: table.order,
  };
}

function ofFact({ fact }: ScoredTable): BaseRule | null {
  if (fact === null || fact.partial || !PLAIN.has(fact.kind) || fact.constant === null) return null;
  if (fact.minus.length === 0) return null;
  const points = new Map<number, ColumnRole>();
  for (const column of [...fact.of, ...fact.plus]) points.set(column, "bonus");
  for (const column of fact.minus) points.set(column, "deduction");
  return { basis: fact.from === "formulas" ? "formulas" : "base", base: fact.constant, points };
}

/** Few units and small points prove no rule by themselves; that they are headed as points makes up for that. */
function ofHeaders({ fact, items, units, columns }: ScoredTable): BaseRule | null {
  if (fact !== null || items.length > 0) return null;
  const points = new Map<number, ColumnRole>();
  for (const { column, role } of columns ?? []) {
    if (role === "net") return null;
    if (role === "bonus" || role === "deduction") points.set(column, role);
  }
  if (![...points.values()].includes("deduction")) return null;
  const base = commonRest(units);
  return base === null ? null : { basis: "base", base, points };
}

/** What the points leave of the totals, where that is the same in most rows and the points are not. */
function commonRest(units: ScoredTable["units"]): Decimal | null {
  const rests = units.flatMap(({ total, points }) => {
    if (total === null || points === null) return [];
    const rest = narrow(exactSum([{ factor: total }, { factor: negateDecimal(points) }]));
    return [{ rest, points: formatDecimal(points) }];
  });
  const alike = new Map<string, { readonly rest: Decimal; readonly points: string[] }>();
  for (const { rest, points } of rests) {
    if (rest === null) continue;
    const key = formatDecimal(rest);
    const known = alike.get(key) ?? { rest, points: [] };
    known.points.push(points);
    alike.set(key, known);
  }
  const [most] = [...alike.values()].sort((left, right) => right.points.length - left.points.length);
  if (most === undefined || most.points.length < MINIMUM_UNITS) return null;
  const isShown = most.points.length >= rests.length * SHARE_GIVEN && new Set(most.points).size > 1;
  return isShown ? most.rest : null;
}

/** Whether a column of figures can be bonus or deduction as it stands. */
export function isNeverNegative({ parts }: ScoredTable, column: number): boolean {
  const part = parts.find((one) => one.column === column);
  return part?.values.every((value) => value === null || value.units >= 0) ?? false;
}
