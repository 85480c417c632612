import { compareNumbers } from "../../numbers/compareNumbers";
import { compareDecimals, decimalOfNumber, equalDecimals, ZERO, type Decimal } from "../../numbers/decimal";
import { exactSum, narrow, roundedSum, type Addend } from "../../numbers/exactSum";
import { roundDecimal } from "../../numbers/rounding";
import type { RankingOrder, TieRule } from "../../scheme/scheme";
import type { ColumnRole } from "../../assessment/assessment";
import type { CellPosition } from "../../workbook/address";
import type { TableColumn } from "../columns/tableColumns";
import type { Fact } from "../../facts/fact";
import type { ScoredItem, ScoredTable, ScoredUnit } from "./scoredTable";

/**
 * Where the weights of a proposed scheme come from: weights that the headers state, the author's own total formulas,
 * stated full marks, the author's totals as the plain sum, weights that reproduce the author's totals, or the author's
 * totals as they stand.
 */
export type ProposalBasis =
  "weights" | "formulas" | "full-marks" | "plain-sum" | "found-weights" | "stated-totals";

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
  readonly components: readonly ProposedComponent[];
  readonly places: number;
  /** What each column is under the scheme, by the key of its header: so the workbook is read as it was understood. */
  readonly roles: ReadonlyMap<string, ColumnRole>;
  /** The rule for ties that the author's ranks follow, where it is not the usual one. */
  readonly ties?: TieRule;
  /** Whether the author ranks the highest total first; left out where nothing is ranked. */
  readonly order?: RankingOrder;
}

interface Weighted {
  readonly item: ScoredItem;
  readonly maximum: Decimal;
  readonly weight: Decimal;
}

const ONE: Decimal = { units: 1, places: 0 };
const HUNDRED: Decimal = { units: 100, places: 0 };
const USUAL_PLACES = 2;
const MAXIMUM_PLACES = 6;
/** An author's totals bear a scheme out when it gives at least this share of them; single totals may be wrong. */
const SHARE_GIVEN = 2 / 3;
/** Weights that are only found, not stated, have to give more of the totals. */
const SHARE_FOUND = 0.8;
const USUAL_MAXIMA = [100, 150, 200, 300, 500, 1000, 10_000, 100_000, 1_000_000];

/** The components that a table itself says or shows, by the strongest evidence that it has; null where it has none. */
export function componentsOf(table: ScoredTable): ProposedComponents | null {
  if (table.items.length === 0 || isBeyondWeights(table.fact)) return null;
  return (
    byFact(table) ?? byStatedWeights(table) ?? byFullMarks(table) ?? byPlainSum(table) ?? byPlainMean(table)
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
}: ScoredTable): ProposedComponents | null {
  const totals = units.flatMap(({ total }) => (total === null ? [] : [total]));
  if (totalName === null || totalName === "" || totals.length < 2) return null;
  const maximum = commonMaximum(totals);
  if (maximum === null) return null;
  const column = columns?.find(({ role }) => role === "total")?.column ?? null;
  const components = [{ column, name: totalName, maximum, weight: ONE }];
  const roles = rolesUnder(components, columns ?? [], new Map());
  return {
    basis: "stated-totals",
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

const WEIGHING: ReadonlySet<Fact["kind"]> = new Set(["sum", "weighted-sum", "mean", "share"]);

function isWeighing({ kind }: Fact): boolean {
  return WEIGHING.has(kind);
}

/** The weight of each part; null where it has no end as a decimal, such as a third. */
function weightsOf({ kind, of, weights, factor }: Fact): Decimal[] | null {
  if (weights.length === of.length && weights.length > 0) return [...weights];
  if (kind === "share" && factor) return [factor];
  if (kind === "sum") return of.map(() => ONE);
  const part = kind === "mean" ? decimalOfNumber(1 / of.length) : null;
  return part === null || part.places > MAXIMUM_PLACES ? null : of.map(() => part);
}

function basisOf({ from, kind }: Fact, weighted: readonly Weighted[]): ProposalBasis {
  if (from === "formulas") return "formulas";
  if (kind === "sum") return "plain-sum";
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

/** The author's total is the sum of the items. */
function byPlainSum(table: ScoredTable): ProposedComponents | null {
  if (table.items.length < 2) return null;
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
function rolesUnder(
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

/** Decimals of the author's totals: two, or what most of the totals are rounded to. */
function placesOf(table: ScoredTable, weighted: readonly Weighted[]): number {
  const isGiven = (places: number) => {
    const { given, compared } = countGiven(table, weighted, places);
    return compared > 0 && given >= compared * SHARE_GIVEN;
  };
  return likelyPlaces(table).find(isGiven) ?? USUAL_PLACES;
}

function likelyPlaces({ units }: ScoredTable): number[] {
  const digits = usualPlaces(units.flatMap(({ total }) => (total === null ? [] : [total])));
  return digits > USUAL_PLACES ? [digits, USUAL_PLACES] : [USUAL_PLACES, 1, 0];
}

/**
 * Decimals that nearly all totals keep to: a single longer one is a slip. Longer ones than a person means are the noise
 * of binary arithmetic or an endless quotient.
 */
function usualPlaces(totals: readonly Decimal[]): number {
  const places = totals.map((total) => total.places).filter((digits) => digits <= MAXIMUM_PLACES);
  if (places.length * 2 < totals.length) return USUAL_PLACES;
  return places.sort(compareNumbers)[Math.ceil(places.length * SHARE_FOUND) - 1] ?? USUAL_PLACES;
}

function isBorneOut(
  table: ScoredTable,
  weighted: readonly Weighted[],
  share = SHARE_GIVEN,
  minimum = 2,
): boolean {
  return likelyPlaces(table).some((places) => {
    const { given, compared } = countGiven(table, weighted, places);
    return given >= minimum && given >= compared * share;
  });
}

/** How many of the author's totals the weights give, rounded to so many places, bonus and deduction included. */
function countGiven({ units }: ScoredTable, weighted: readonly Weighted[], places: number) {
  let [given, compared] = [0, 0];
  const items = weighted.map(({ item }) => item);
  for (const [index, unit] of units.entries()) {
    const scores = scoresOf(items, index);
    if (scores === null || unit.total === null) continue;
    compared += 1;
    if (isGiven(unit, scores, weighted, places)) given += 1;
  }
  return { given, compared };
}

function isGiven(
  { total, points }: ScoredUnit,
  scores: readonly Decimal[],
  weighted: readonly Weighted[],
  places: number,
): boolean {
  if (total === null || points === null) return false;
  const addends = scores.map((factor, index): Addend => ({ factor, by: weighted[index]?.weight ?? ZERO }));
  const rounding = { places, mode: "half-up" } as const;
  const sum = roundedSum([...addends, { factor: points }], rounding);
  const stated = total.places > MAXIMUM_PLACES ? roundDecimal(total, rounding) : total;
  return sum !== null && equalDecimals(sum, stated);
}

/** The scores of one unit; null where one is lacking. */
function scoresOf(items: readonly ScoredItem[], unit: number): Decimal[] | null {
  const scores = items.map(({ values }) => values[unit] ?? null);
  return scores.every((score) => score !== null) ? scores : null;
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
