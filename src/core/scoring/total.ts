import { compareDecimals, type Decimal } from "../numbers/decimal";
import { exactSum, narrow, roundedSum, roundWide, type Addend, type WideDecimal } from "../numbers/exactSum";
import { divideRoundedWide } from "../numbers/rounding";
import type { Component, Scheme } from "../scheme/scheme";

/** One unit's scores, as given: `null` where there is none. */
export interface ScoreSet {
  /** In the order of the formula's components. */
  readonly scores: readonly (Decimal | null)[];
  /** Points, positive. */
  readonly bonus: Decimal;
  readonly deduction: Decimal;
}

/** A total, or why there is none. */
export type TotalResult =
  | { readonly kind: "total"; readonly total: Decimal }
  /** Components without a score: never counted as zero (rule 6). */
  | { readonly kind: "missing"; readonly components: readonly Component[] }
  /** A component outside 0 to its maximum. */
  | { readonly kind: "out-of-range"; readonly component: Component }
  /** Points so large that the sum has more than 15 digits: never rounded, never zero. */
  | { readonly kind: "too-large" };

/** The formula of one scheme for one kind of period, ready to be applied to many units. */
export interface TotalFormula {
  readonly scheme: Scheme;
  /** All of the scheme's, or those that a dynamic score counts. */
  readonly components: readonly Component[];
  /** Whether this is 动态成绩, the score without the yearly components (rule 6). */
  readonly dynamic: boolean;
  /** The most that base and components come to: 100, or 85 for a dynamic score that is not converted. */
  readonly fullMark: Decimal;
}

/**
 * The formula of part 四 of the plan: base (none in the plan) + Σ component × weight + bonus − deduction. With `dynamic` the scheme's yearly
 * components are left out (rule 6).
 */
export function totalFormula(scheme: Scheme, dynamic = false): TotalFormula {
  const without = new Set(dynamic ? scheme.dynamic?.without : []);
  const components = scheme.components.filter(({ id }) => !without.has(id));
  const isDynamic = components.length < scheme.components.length;
  const reached = narrow(exactSum(reachable(scheme, components)));
  const converted = !isDynamic || scheme.dynamic?.convert === true || reached === null;
  return { scheme, components, dynamic: isDynamic, fullMark: converted ? scheme.fullMark : reached };
}

/**
 * One unit's total: exact, rounded once at the end by the scheme (rule 10), neither capped at the full mark nor
 * stopped at zero unless the scheme says so (rule 5).
 */
export function computeTotal(formula: TotalFormula, set: ScoreSet): TotalResult {
  const { components, scheme } = formula;
  let missing: Component[] | null = null;
  for (let index = 0; index < components.length; index += 1) {
    const component = components[index];
    if (component === undefined) continue;
    const score = set.scores[index] ?? null;
    if (score === null) (missing ??= []).push(component);
    else if (score.units < 0 || compareDecimals(score, component.maximum) > 0) {
      return { kind: "out-of-range", component };
    }
  }
  if (missing !== null) return { kind: "missing", components: missing };
  const addends = addendsOf(formula, set);
  const total = isConverted(formula)
    ? narrow(convertedTotal(formula, set))
    : roundedSum(addends, scheme.rounding);
  if (total === null) return { kind: "too-large" };
  if (scheme.minimumTotal !== null && compareDecimals(total, scheme.minimumTotal) < 0) {
    return { kind: "total", total: scheme.minimumTotal };
  }
  return { kind: "total", total };
}

/** What base and components come to at most. */
export function reachable({ base }: Scheme, components: readonly Component[]): Addend[] {
  return [
    ...(base === null ? [] : [{ factor: base }]),
    ...components.map(({ maximum, weight }) => ({ factor: maximum, by: weight })),
  ];
}

/** What the formula adds up for one unit: the base, component × weight each, the bonus, the deduction as a negative. */
export function addendsOf(formula: TotalFormula, set: ScoreSet): Addend[] {
  return [...scoreAddends(formula, set), ...pointAddends(formula, set)];
}

function scoreAddends({ components, scheme }: TotalFormula, set: ScoreSet): Addend[] {
  const addends: Addend[] = scheme.base === null ? [] : [{ factor: scheme.base }];
  for (let index = 0; index < components.length; index += 1) {
    const component = components[index];
    const score = set.scores[index];
    if (component && score) addends.push({ factor: score, by: component.weight });
  }
  return addends;
}

function pointAddends({ scheme }: TotalFormula, set: ScoreSet): Addend[] {
  const addends: Addend[] = [];
  const bonus = capped(set.bonus, scheme.bonusCap);
  const deduction = capped(set.deduction, scheme.deductionCap);
  if (bonus.units !== 0) addends.push({ factor: bonus });
  if (deduction.units !== 0) addends.push({ factor: { units: -deduction.units, places: deduction.places } });
  return addends;
}

function capped(points: Decimal, cap: Decimal | null): Decimal {
  return cap !== null && compareDecimals(points, cap) > 0 ? cap : points;
}

/** 折算百分制: whether base and components are brought up to the full mark before the adjustments. */
export function isConverted(formula: TotalFormula): boolean {
  return formula.dynamic && formula.scheme.dynamic?.convert === true;
}

/** Base and components ÷ their reachable mark × full mark, then the adjustments, over one denominator and rounded once. */
function convertedTotal(formula: TotalFormula, set: ScoreSet): WideDecimal {
  const { components, scheme } = formula;
  const reached = exactSum(reachable(scheme, components));
  const scored = exactSum(scoreAddends(formula, set));
  const adjusted = exactSum(pointAddends(formula, set));
  const places = Math.max(scored.places, adjusted.places, scheme.rounding.places);
  const scale = (wide: WideDecimal) => wide.units * 10n ** BigInt(places - wide.places);
  const fullMark = BigInt(scheme.fullMark.units) * 10n ** BigInt(reached.places);
  const reachedMark = reached.units * 10n ** BigInt(scheme.fullMark.places);
  const numerator = scale(scored) * fullMark + scale(adjusted) * reachedMark;
  const dropped = 10n ** BigInt(places - scheme.rounding.places);
  return roundWide(
    {
      units: divideRoundedWide(numerator, reachedMark * dropped, scheme.rounding.mode),
      places: scheme.rounding.places,
    },
    scheme.rounding,
  );
}
