import {
  BASE_CLASSES,
  BASE_COUNT,
  BASE_OF,
  DERIVED_NAMES,
  stepScores,
  type ChainWeights,
} from "../../src/core/shape/chainWeights";
import {
  CLASS_COUNT,
  DATA,
  DERIVED,
  GAP_KINDS,
  sumOverWays,
  type ChainScores,
} from "../../src/core/shape/lineChain";
import { FEATURE_NAMES } from "../../src/core/shape/rowFeatures";
import { minimise } from "./minimise";

/** Rows of one region with their features, and the classes that each may have. */
export interface Example {
  /** The workbook that it is from: folds keep workbooks whole. */
  readonly workbook: string;
  readonly count: number;
  /** A line of features for each row, and a line of what sets derived rows apart. */
  readonly features: Float64Array;
  readonly derived: Float64Array;
  readonly gaps: Uint8Array;
  /** For each row, a bit for each class that it may have. */
  readonly allowed: Uint8Array;
  readonly weight: number;
}

/** Penalties for large weights: on those of features, and on those of classes that follow one another. */
const FEATURE_PENALTY = 1;
const STEP_PENALTY = 10;

const FEATURES = FEATURE_NAMES.length;
const DERIVED_FEATURES = DERIVED_NAMES.length;

/** Where each kind of weight begins in the flat list that is fitted. */
const AT_DERIVED = FEATURES * BASE_COUNT;
const AT_STEPS = AT_DERIVED + DERIVED_FEATURES;
const AT_DERIVED_STEPS = AT_STEPS + GAP_KINDS * BASE_COUNT * BASE_COUNT;
const AT_START = AT_DERIVED_STEPS + GAP_KINDS * 4;
const AT_END = AT_START + BASE_COUNT;
const SIZE = AT_END + BASE_COUNT;

/** Fits the chain's weights to examples: the most likely ones, with a penalty for large weights. */
export function fitChain(examples: readonly Example[], steps = 100): ChainWeights {
  const objective = (point: Float64Array, slopes: Float64Array) => {
    const weights = weightsOf(point);
    let loss = 0;
    slopes.fill(0);
    for (const example of examples) loss += exampleLoss(example, point, weights, slopes);
    for (let index = 0; index < SIZE; index += 1) {
      const penalty = index < AT_STEPS ? FEATURE_PENALTY : STEP_PENALTY;
      const weight = point[index] ?? 0;
      loss += 0.5 * penalty * weight * weight;
      slopes[index] = (slopes[index] ?? 0) + penalty * weight;
    }
    return loss;
  };
  return weightsOf(minimise(objective, new Float64Array(SIZE), steps));
}

function weightsOf(point: Float64Array): ChainWeights {
  const line = (at: number, length: number) => Array.from(point.subarray(at, at + length));
  const lines = (at: number, count: number, length: number) =>
    Array.from({ length: count }, (_, index) => line(at + index * length, length));
  return {
    features: Object.fromEntries(
      FEATURE_NAMES.map((name, index) => [name, line(index * BASE_COUNT, BASE_COUNT)]),
    ),
    derived: Object.fromEntries(DERIVED_NAMES.map((name, index) => [name, point[AT_DERIVED + index] ?? 0])),
    steps: Array.from({ length: GAP_KINDS }, (_, gap) =>
      lines(AT_STEPS + gap * BASE_COUNT * BASE_COUNT, BASE_COUNT, BASE_COUNT),
    ),
    derivedSteps: lines(AT_DERIVED_STEPS, GAP_KINDS, 4),
    start: line(AT_START, BASE_CLASSES.length),
    end: line(AT_END, BASE_CLASSES.length),
  };
}

/** The chain's scores of an example. */
function scoresOf(example: Example, point: Float64Array, weights: ChainWeights): ChainScores {
  const rows = new Float64Array(example.count * CLASS_COUNT);
  const base = new Float64Array(BASE_COUNT);
  for (let row = 0; row < example.count; row += 1) {
    base.fill(0);
    for (let index = 0; index < FEATURES; index += 1) {
      const feature = example.features[row * FEATURES + index] ?? 0;
      if (feature === 0) continue;
      for (let kind = 0; kind < BASE_COUNT; kind += 1) {
        base[kind] = (base[kind] ?? 0) + feature * (point[index * BASE_COUNT + kind] ?? 0);
      }
    }
    let more = 0;
    for (let index = 0; index < DERIVED_FEATURES; index += 1) {
      more += (example.derived[row * DERIVED_FEATURES + index] ?? 0) * (point[AT_DERIVED + index] ?? 0);
    }
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      rows[row * CLASS_COUNT + kind] = (base[BASE_OF[kind] ?? 0] ?? 0) + (kind === DERIVED ? more : 0);
    }
  }
  return { count: example.count, rows, gaps: example.gaps, ...stepScores(weights) };
}

/** Adds an example's slopes and gives its loss: how unlikely the classes are that its rows may have. */
function exampleLoss(
  example: Example,
  point: Float64Array,
  weights: ChainWeights,
  slopes: Float64Array,
): number {
  const free = scoresOf(example, point, weights);
  const rows = free.rows.map((score, index) => {
    const allowed = example.allowed[Math.floor(index / CLASS_COUNT)] ?? 0;
    return (allowed & (1 << (index % CLASS_COUNT))) === 0 ? -Infinity : score;
  });
  const shares = new Float64Array(rows.length);
  const freeTotal = addExpected(free, slopes, shares, example.weight);
  const keptTotal = addExpected({ ...free, rows }, slopes, shares, -example.weight);
  addRowSlopes(example, shares, slopes);
  return example.weight * (freeTotal - keptTotal);
}

/**
 * Adds how often classes follow one another, begin and end on average over all ways, times `times`, to the slopes, and
 * how often each row has each class to `shares`; gives the logarithm of the ways' sum.
 */
function addExpected(scores: ChainScores, slopes: Float64Array, shares: Float64Array, times: number): number {
  const { forward, backward, total } = sumOverWays(scores);
  const { count, rows, gaps, steps } = scores;
  const add = (at: number, amount: number) => {
    slopes[at] = (slopes[at] ?? 0) + amount;
  };
  for (let row = 0; row < count; row += 1) {
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      const at = row * CLASS_COUNT + kind;
      const share = times * Math.exp((forward[at] ?? 0) + (backward[at] ?? 0) - total);
      shares[at] = (shares[at] ?? 0) + share;
      if (row === 0) add(AT_START + (BASE_OF[kind] ?? 0), share);
      if (row === count - 1) add(AT_END + (BASE_OF[kind] ?? 0), share);
    }
    if (row === 0) continue;
    const gap = gaps[row] ?? 0;
    for (let from = 0; from < CLASS_COUNT; from += 1) {
      const before = forward[(row - 1) * CLASS_COUNT + from] ?? 0;
      if (before === -Infinity) continue;
      for (let to = 0; to < CLASS_COUNT; to += 1) {
        const step = steps[(gap * CLASS_COUNT + from) * CLASS_COUNT + to] ?? 0;
        const at = row * CLASS_COUNT + to;
        const way = before + step + (rows[at] ?? 0) + (backward[at] ?? 0) - total;
        if (way > LEAST_WAY) add(stepAt(gap, from, to), times * Math.exp(way));
      }
    }
  }
  return total;
}

/** Ways less likely than this, in logarithms, count for nothing. */
const LEAST_WAY = -30;

function addRowSlopes(example: Example, shares: Float64Array, slopes: Float64Array): void {
  const base = new Float64Array(BASE_COUNT);
  const add = (at: number, amount: number) => {
    slopes[at] = (slopes[at] ?? 0) + amount;
  };
  for (let row = 0; row < example.count; row += 1) {
    base.fill(0);
    let most = 0;
    for (let kind = 0; kind < CLASS_COUNT; kind += 1) {
      const share = shares[row * CLASS_COUNT + kind] ?? 0;
      base[BASE_OF[kind] ?? 0] = (base[BASE_OF[kind] ?? 0] ?? 0) + share;
      if (kind === DERIVED && Math.abs(share) > LEAST_SHARE) addDerived(example, row, share, add);
    }
    for (const share of base) most = Math.max(most, Math.abs(share));
    if (most < LEAST_SHARE) continue;
    for (let index = 0; index < FEATURES; index += 1) {
      const feature = example.features[row * FEATURES + index] ?? 0;
      if (feature === 0) continue;
      for (let kind = 0; kind < BASE_COUNT; kind += 1)
        add(index * BASE_COUNT + kind, feature * (base[kind] ?? 0));
    }
  }
}

/** Rows whose classes are as surely right as this have no say. */
const LEAST_SHARE = 1e-7;

function addDerived(
  example: Example,
  row: number,
  share: number,
  add: (at: number, amount: number) => void,
): void {
  for (let index = 0; index < DERIVED_FEATURES; index += 1) {
    add(AT_DERIVED + index, share * (example.derived[row * DERIVED_FEATURES + index] ?? 0));
  }
}

function stepAt(gap: number, from: number, to: number): number {
  const inBody = (from === DATA || from === DERIVED) && (to === DATA || to === DERIVED);
  if (inBody) return AT_DERIVED_STEPS + gap * 4 + (from === DERIVED ? 2 : 0) + (to === DERIVED ? 1 : 0);
  return AT_STEPS + (gap * BASE_COUNT + (BASE_OF[from] ?? 0)) * BASE_COUNT + (BASE_OF[to] ?? 0);
}
