import { compareDecimals, decimalOfNumber, equalDecimals, ZERO, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow } from "../../numbers/exactSum";
import type { RankingOrder, TieRule } from "../../scheme/scheme";
import type { ColumnRole } from "../../assessment/assessment";
import type { CellPosition } from "../../workbook/address";
import type { TableColumn } from "../columns/tableColumns";
import type { Fact } from "../../facts/fact";
import { byBase, isNeverNegative } from "./byBase";
import { isBorneOut, MAXIMUM_PLACES, placesOf, USUAL_PLACES, usualPlaces, type Weighted } from "./bornOut";
import { ballotRoles, highestBallot, panelsOf } from "./panels";
import type { ScoredItem, ScoredTable } from "./scoredTable";

/**
 * Where the weights of a proposed scheme come from: weights that the headers state, the author's own total formulas,
 * stated full marks, the author's totals as the plain sum, weights that reproduce the author's totals, a base that they
 * start from, or the author's totals as they stand: by a rule that no weights say, or by none that shows.
 */
export type ProposalBasis =
  | "weights"
  | "formulas"
  | "full-marks"
  | "plain-sum"
  | "found-weights"
  | "base"
  | "own-rule"
  | "stated-totals";

/** A component of a proposed scheme. */
export interface ProposedComponent {
  /** The column of its scores; null for an item of a list. */
  readonly column: number | null;
  readonly name: string;
  readonly maximum: Decimal;
  readonly weight: Decimal;
}

/** The components that a table is scored by, and how its totals are rounded. */
export interface ProposedComponents {
  readonly basis: ProposalBasis;
  /** What every unit starts with; left out where nothing says that there is such a thing. */
  readonly base?: Decimal;
  /** Empty where bonus and deduction alone change the base. */
  readonly components: readonly ProposedComponent[];
  readonly places: number;
  /** What each column is under the scheme, by the key of its header: so the workbook is read as it was understood. */
  readonly roles: ReadonlyMap<string, ColumnRole>;
  /** The rule for ties that the author's ranks follow, where it is not the usual one. */
  readonly ties?: TieRule;
  /** Whether the author ranks the highest total first; left out where nothing is ranked. */
  readonly order?: RankingOrder;
}

const ONE: Decimal = { units: 1, places: 0 };
const HUNDRED: Decimal = { units: 100, places: 0 };
const USUAL_MAXIMA = [100, 150, 200, 300, 500, 1000, 10_000, 100_000, 1_000_000];

/** The components that a table itself says or shows, by the strongest evidence that it has; null where it has none. */
export function componentsOf(table: ScoredTable): ProposedComponents | null {
  if (isBeyondWeights(table.fact)) return null;
  const based = byBase(table);
  if (based !== null || table.items.length === 0) return based;
  return (
    byFact(table) ??
    byStatedWeights(table) ??
    byPanels(table) ??
    byFullMarks(table) ??
    byPlainSum(table) ??
    byPlainMean(table)
  );
}

/** Rules that weights cannot say, though most rows may look like a sum: the best four of six, where most have four. */
const BEYOND_WEIGHTS: ReadonlySet<Fact["kind"]> = new Set(["best-of", "trimmed-mean"]);
/** Schemes round to the nearest. */
const BEYOND_ROUNDING: ReadonlySet<Fact["rounding"]> = new Set(["up", "down"]);

/** Whether the author's totals follow a rule that no scheme of weights gives, or one that only some rows keep. */
function isBeyondWeights(fact: Fact | null): boolean {
  return (
    fact !== null && (fact.partial || BEYOND_WEIGHTS.has(fact.kind) || BEYOND_ROUNDING.has(fact.rounding))
  );
}

/**
 * The author's totals as the only component: for tables that do not say how the totals come about. Bonus and deduction
 * beside them count no second time.
 */
export function totalAsComponent({
  units,
  ties,
  order,
  totalName,
  columns,
  fact,
}: ScoredTable): ProposedComponents | null {
  const totals = units.flatMap(({ total }) => (total === null ? [] : [total]));
  if (totalName === null || totalName === "" || totals.length < 2) return null;
  const maximum = commonMaximum(totals);
  if (maximum === null) return null;
  const column = columns?.find(({ role }) => role === "total")?.column ?? null;
  const components = [{ column, name: totalName, maximum, weight: ONE }];
  const roles = rolesUnder(components, columns ?? [], new Map());
  return {
    basis: fact !== null && !fact.partial ? "own-rule" : "stated-totals",
    components,
    roles,
    ties,
    order,
    places: Math.max(USUAL_PLACES, usualPlaces(totals)),
  };
}

function byStatedWeights(table: ScoredTable): ProposedComponents | null {
  const stated = table.items.filter(({ weight }) => weight !== null);
  if (stated.length === 0 || !sumsTo(stated.map(weightOf), ONE)) return null;
  const shares = stated.map((item): Weighted => ({
    item,
    maximum: timesHundred(weightOf(item)),
    weight: ONE,
  }));
  // 业绩（40分，40%）, or scores that the author adds up as they are: the score is the weighted share already.
  const areShares = stated.every(
    ({ fullMark, weight }) => fullMark !== null && weight !== null && isHundredTimes(fullMark, weight),
  );
  if (areShares) return proposal("weights", table, shares);
  const weighted = stated.map((item): Weighted => ({
    item,
    maximum: item.fullMark ?? HUNDRED,
    weight: weightOf(item),
  }));
  const isPlain = isBorneOut(table, shares) && !isBorneOut(table, weighted);
  return proposal("weights", table, isPlain ? shares : weighted);
}

/** The author's own rule, where all of it can be said as weights of items, and bonus and deduction beside them. */
function byFact(table: ScoredTable): ProposedComponents | null {
  const { fact, parts: all } = table;
  if (fact === null || fact.partial || fact.constant !== null || !isWeighing(fact)) return null;
  if (fact.kind === "difference" && !fact.minus.every((column) => isNeverNegative(table, column)))
    return null;
  const weights = weightsOf(fact);
  const points = pointsOf(table);
  const parts = fact.of.flatMap((column, index) => {
    const item = all.find((one) => one.column === column);
    const weight = weights?.[index];
    return points.has(column) || weight === undefined ? [] : [{ item, weight }];
  });
  const known = parts.flatMap(({ item, weight }) => (item === undefined ? [] : [{ item, weight }]));
  if (known.length < parts.length || known.length === 0) return null;
  const items = known.map(({ item }) => withoutSlips(item, fact));
  const weighted =
    weightedShares(items, fact) ??
    withMaxima(
      items,
      known.map(({ weight }) => weight),
    );
  return weighted === null ? null : proposal(basisOf(fact, weighted), table, weighted);
}

/** An item without the scores that break the author's rule: a slip of ten times says nothing of the full mark. */
function withoutSlips(item: ScoredItem, { broken }: Fact): ScoredItem {
  const slips = broken.filter(({ place }) => item.cells.some((cell) => isSameCell(cell, place)));
  if (slips.length === 0) return item;
  const values = item.values.map((value, index) => {
    const cell = item.cells[index];
    return cell !== undefined && slips.some(({ place }) => isSameCell(cell, place)) ? null : value;
  });
  return { ...item, values };
}

function isSameCell(one: CellPosition, other: CellPosition): boolean {
  return one.row === other.row && one.column === other.column;
}

/** Scores under headed weights of 100% together that the author adds up as they are: each is out of its share of 100. */
function weightedShares(items: readonly ScoredItem[], { kind }: Fact): Weighted[] | null {
  const weights = items.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  if (kind !== "sum" || weights.length < items.length || !sumsTo(weights, ONE)) return null;
  const shares = items.map((item): Weighted => ({
    item,
    maximum: item.fullMark ?? timesHundred(weightOf(item)),
    weight: ONE,
  }));
  return shares.every(({ item, maximum }) => staysWithin(item, maximum)) ? shares : null;
}

function staysWithin({ values }: ScoredItem, maximum: Decimal): boolean {
  return values.every((value) => value === null || compareDecimals(value, maximum) <= 0);
}

/** Panels of judges under headings with weights of 100% together, where no total says otherwise. */
function byPanels(table: ScoredTable): ProposedComponents | null {
  const panels = panelsOf(table);
  const isUntold = table.units.every(({ total }) => total === null);
  if (
    panels === null ||
    !isUntold ||
    !sumsTo(
      panels.map(({ weight }) => weight),
      ONE,
    )
  )
    return null;
  const maximum = commonMaximum(panels.flatMap((panel) => highestBallot(panel) ?? []));
  if (maximum === null) return null;
  const components = panels.map(({ name, weight, items }) => ({
    column: items[0]?.column ?? null,
    name,
    maximum,
    weight,
  }));
  const columns = table.columns ?? [];
  const ballots = panels.flatMap((panel, index) => ballotRoles(panel, componentRole(index), columns));
  return {
    basis: "weights",
    components,
    roles: new Map([...rolesUnder(components, columns, pointsOf(table)), ...ballots]),
    places: USUAL_PLACES,
    ties: table.ties,
    order: table.order,
  };
}

const WEIGHING: ReadonlySet<Fact["kind"]> = new Set(["sum", "difference", "weighted-sum", "mean", "share"]);

function isWeighing({ kind }: Fact): boolean {
  return WEIGHING.has(kind);
}

/** The weight of each part; null where it has no end as a decimal, such as a third. */
function weightsOf({ kind, of, weights, factor }: Fact): Decimal[] | null {
  if (weights.length === of.length && weights.length > 0) return [...weights];
  if (kind === "share" && factor) return [factor];
  if (kind === "sum" || kind === "difference") return of.map(() => ONE);
  const part = kind === "mean" ? decimalOfNumber(1 / of.length) : null;
  return part === null || part.places > MAXIMUM_PLACES ? null : of.map(() => part);
}

function basisOf({ from, kind }: Fact, weighted: readonly Weighted[]): ProposalBasis {
  if (from === "formulas") return "formulas";
  if (kind === "sum" || kind === "difference") return "plain-sum";
  const isStated = weighted.every(
    ({ item, weight }) => item.weight !== null && equalDecimals(item.weight, weight),
  );
  return isStated ? "weights" : "found-weights";
}

/** Full marks that sum to 100, or by which the author's totals come about, or with no totals to hold against them. */
function byFullMarks(table: ScoredTable): ProposedComponents | null {
  const marked = table.items.flatMap((item): Weighted[] =>
    item.fullMark === null ? [] : [{ item, maximum: item.fullMark, weight: ONE }],
  );
  if (marked.length === 0) return null;
  const isHundred = sumsTo(
    marked.map(({ maximum }) => maximum),
    HUNDRED,
  );
  const isWhole = marked.length === table.items.length && !table.units.some(({ total }) => total !== null);
  return isHundred || isWhole || isBorneOut(table, marked) ? proposal("full-marks", table, marked) : null;
}

/** The author's total is the sum of the items, or one item with bonus and deduction beside it. */
function byPlainSum(table: ScoredTable): ProposedComponents | null {
  if (table.items.length < 2 && pointsOf(table).size === 0) return null;
  const weighted = withMaxima(
    table.items,
    table.items.map(() => ONE),
  );
  return weighted !== null && isBorneOut(table, weighted) ? proposal("plain-sum", table, weighted) : null;
}

/** The author's total is the mean of the items, where that has an end as weights. */
function byPlainMean(table: ScoredTable): ProposedComponents | null {
  const part = table.items.length < 2 ? null : decimalOfNumber(1 / table.items.length);
  if (part === null || part.places > MAXIMUM_PLACES) return null;
  const weighted = withMaxima(
    table.items,
    table.items.map(() => part),
  );
  return weighted !== null && isBorneOut(table, weighted) ? proposal("found-weights", table, weighted) : null;
}

/** Items with their stated full marks, else with the usual one that all scores stay within; null where none is. */
function withMaxima(items: readonly ScoredItem[], weights: readonly Decimal[]): Weighted[] | null {
  const unmarked = items.filter(({ fullMark }) => fullMark === null);
  const common = commonMaximum(unmarked.flatMap(({ values }) => values.filter((value) => value !== null)));
  if (unmarked.length > 0 && common === null) return null;
  return items.map((item, index): Weighted => ({
    item,
    maximum: item.fullMark ?? common ?? HUNDRED,
    weight: weights[index] ?? ZERO,
  }));
}

function proposal(
  basis: ProposalBasis,
  table: ScoredTable,
  weighted: readonly Weighted[],
): ProposedComponents {
  const components = weighted.map(({ item, maximum, weight }) => ({
    column: item.column,
    name: item.name,
    maximum,
    weight,
  }));
  return {
    basis,
    components,
    roles: rolesUnder(components, table.columns ?? [], pointsOf(table)),
    places: placesOf(table, weighted),
    ties: table.ties,
    order: table.order,
  };
}

/** The columns that add to or take from the total beside the items: by the author's own rule, else by their headers. */
function pointsOf({ fact, columns }: ScoredTable): Map<number, ColumnRole> {
  const points = new Map<number, ColumnRole>();
  if (fact !== null && isWeighing(fact) && !fact.partial) {
    for (const column of fact.plus) points.set(column, "bonus");
    for (const column of fact.minus) points.set(column, "deduction");
    for (const { column, role } of columns ?? []) {
      if (fact.of.includes(column) && (role === "bonus" || role === "net")) points.set(column, role);
    }
    return points;
  }
  for (const { column, role } of columns ?? []) {
    if (role === "bonus" || role === "deduction" || role === "net") points.set(column, role);
  }
  return points;
}

/** The role of each column of figures under the components: what is neither of them nor points counts nothing. */
export function rolesUnder(
  components: readonly ProposedComponent[],
  columns: readonly TableColumn[],
  points: ReadonlyMap<number, ColumnRole>,
): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  for (const { column, key, role } of columns) {
    const index = components.findIndex((component) => component.column === column);
    if (index >= 0) roles.set(key, componentRole(index));
    else if (points.has(column)) roles.set(key, points.get(column) ?? role);
    else if (/^(?:bonus|deduction|net|unknown)/.test(role)) roles.set(key, "unknown");
    else roles.set(key, role);
  }
  return roles;
}

/** The role of a component by its place: proposed components are called item1, item2, … */
function componentRole(index: number): ColumnRole {
  return `component:${componentId(index)}`;
}

/** The id of a proposed component by its place. */
export function componentId(index: number): string {
  return `item${String(index + 1)}`;
}

/** The usual full mark that all values stay within; null where one is negative or there are none. */
export function commonMaximum(values: readonly Decimal[]): Decimal | null {
  if (values.length === 0 || values.some(({ units }) => units < 0)) return null;
  const maxima = USUAL_MAXIMA.map((units): Decimal => ({ units, places: 0 }));
  return maxima.find((maximum) => values.every((value) => compareDecimals(value, maximum) <= 0)) ?? null;
}

function sumsTo(parts: readonly Decimal[], whole: Decimal): boolean {
  const sum = narrow(exactSum(parts.map((factor) => ({ factor }))));
  return sum !== null && equalDecimals(sum, whole);
}

function weightOf({ weight }: ScoredItem): Decimal {
  return weight ?? ZERO;
}

function isHundredTimes(mark: Decimal, weight: Decimal): boolean {
  return equalDecimals(mark, timesHundred(weight));
}

function timesHundred(weight: Decimal): Decimal {
  return narrow(exactSum([{ factor: weight, by: HUNDRED }])) ?? ZERO;
}
