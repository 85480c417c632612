import { CHAIN_CLASSES, CLASS_COUNT, DATA, DERIVED, GAP_KINDS, type ChainScores } from "./lineChain";
import type { RegionRows } from "./regionRows";
import { findRowArithmetic, type RowArithmetic } from "./rowArithmetic";
import { FEATURE_NAMES, rowFeatures } from "./rowFeatures";

/** The classes that have weights of their own: derived rows are data rows with arithmetic. */
export const BASE_CLASSES = CHAIN_CLASSES.filter((kind) => kind !== "derived");

export const BASE_COUNT = BASE_CLASSES.length;

/** A class's place among those with weights of their own. */
export const BASE_OF: readonly number[] = CHAIN_CLASSES.map((kind) =>
  BASE_CLASSES.indexOf(kind === "derived" ? "data" : kind),
);

/** What sets a derived row apart from a data row, in the order of `derivedFeatures`. */
export const DERIVED_NAMES = [
  "always",
  "sum",
  "clear sum",
  "loose sum",
  "clear loose sum",
  "extreme",
  "formulas over their column",
] as const;

/** The weights of the chain. Lines of weights follow `BASE_CLASSES`; lines of steps say what follows what. */
export interface ChainWeights {
  readonly features: Readonly<Record<string, readonly number[]>>;
  readonly derived: Readonly<Record<string, number>>;
  /** For each kind of gap, a line for each class: how well each class follows it. */
  readonly steps: readonly (readonly (readonly number[])[])[];
  /** For each kind of gap: data → data, data → derived, derived → data, derived → derived. */
  readonly derivedSteps: readonly (readonly number[])[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

const FORMULAS_OVER_COLUMN = FEATURE_NAMES.indexOf("formulas over their column");

/** A row is stated to be derived when this share of its figures has formulas over their columns; what that counts. */
const MOSTLY = 0.6;
const STATED = 4;

/**
 * Means of all rows above count the same from this evidence on. They are not learned: the annotated tables hardly have
 * any, score tables end with them.
 */
const CLEAR_MEAN = 5;

/**
 * Writes what sets a derived row apart into `into`, in the order of `DERIVED_NAMES`. `place` is the row's among those
 * that are judged, `features` are its features.
 */
export function derivedFeatures(
  arithmetic: RowArithmetic,
  place: number,
  features: Float64Array,
  into: Float64Array,
): void {
  const { sumExact, sumLoose, extreme } = arithmetic;
  const some = (evidence: Float64Array) => Math.min(2, evidence[place] ?? 0) / 2;
  const clear = (evidence: Float64Array) => Math.max(0, Math.min(8, evidence[place] ?? 0) - 2) / 6;
  into[0] = 1;
  into[1] = some(sumExact);
  into[2] = clear(sumExact);
  into[3] = some(sumLoose);
  into[4] = clear(sumLoose);
  into[5] = some(extreme);
  into[6] = features[FORMULAS_OVER_COLUMN] ?? 0;
}

/** Judges the rows of a region by the weights: `rows.judged`, in their order. */
export function scoreRows(rows: RegionRows, weights: ChainWeights): ChainScores {
  const arithmetic = findRowArithmetic(rows);
  const perFeature = FEATURE_NAMES.map((name) => weights.features[name] ?? []);
  const perDerived = DERIVED_NAMES.map((name) => weights.derived[name] ?? 0);
  const features = new Float64Array(FEATURE_NAMES.length);
  const derived = new Float64Array(DERIVED_NAMES.length);
  const scores = new Float64Array(rows.judged.length * CLASS_COUNT);
  const base = new Float64Array(BASE_COUNT);
  for (let place = 0; place < rows.judged.length; place += 1) {
    rowFeatures(rows, rows.judged[place] ?? 0, features);
    derivedFeatures(arithmetic, place, features, derived);
    base.fill(0);
    for (let index = 0; index < features.length; index += 1) {
      const feature = features[index] ?? 0;
      if (feature === 0) continue;
      const line = perFeature[index] ?? [];
      for (let kind = 0; kind < BASE_COUNT; kind += 1)
        base[kind] = (base[kind] ?? 0) + feature * (line[kind] ?? 0);
    }
    const stated = (features[FORMULAS_OVER_COLUMN] ?? 0) >= MOSTLY;
    let more = stated || (arithmetic.mean[place] ?? 0) >= CLEAR_MEAN ? STATED : 0;
    derived.forEach((feature, index) => {
      more += feature * (perDerived[index] ?? 0);
    });
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      scores[place * CLASS_COUNT + kind] = (base[BASE_OF[kind] ?? 0] ?? 0) + (kind === DERIVED ? more : 0);
    }
  }
  return {
    count: rows.judged.length,
    rows: scores,
    gaps: Uint8Array.from(rows.judged, (row) => Math.min(rows.gaps[row] ?? 0, GAP_KINDS - 1)),
    ...stepScores(weights),
  };
}

/** The weights of classes that follow one another, begin and end, for all classes. */
export function stepScores(weights: ChainWeights): Pick<ChainScores, "steps" | "start" | "end"> {
  const steps = new Float64Array(GAP_KINDS * CLASS_COUNT * CLASS_COUNT);
  for (let gap = 0; gap < GAP_KINDS; gap += 1) {
    for (let from = 0; from < CLASS_COUNT; from += 1) {
      for (let to = 0; to < CLASS_COUNT; to += 1) {
        const inBody = (from === DATA || from === DERIVED) && (to === DATA || to === DERIVED);
        const weight = inBody
          ? weights.derivedSteps[gap]?.[(from === DERIVED ? 2 : 0) + (to === DERIVED ? 1 : 0)]
          : weights.steps[gap]?.[BASE_OF[from] ?? 0]?.[BASE_OF[to] ?? 0];
        steps[(gap * CLASS_COUNT + from) * CLASS_COUNT + to] = weight ?? 0;
      }
    }
  }
  const spread = (line: readonly number[]) => Float64Array.from(BASE_OF, (base) => line[base] ?? 0);
  return { steps, start: spread(weights.start), end: spread(weights.end) };
}
