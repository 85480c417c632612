import { ROUNDING_MODES } from "../numbers/rounding";
import { isConverted, type TotalFormula } from "../scoring/total";
import { filterInSteps, type Steps } from "../steps";
import { fitWeights } from "./fitWeights";
import {
  reproduces,
  schemeModel,
  type AdjustmentUse,
  type ModelRounding,
  type StatedTotal,
  type TotalModel,
} from "./totalModel";

/** A model that explains why totals differ, with how many of all rows it gives. */
export interface FoundModel {
  readonly model: TotalModel;
  readonly count: number;
  reproduces(row: StatedTotal): boolean;
}

/** So many rows a model is looked for in; it is then tried on all of them. */
const SAMPLE = 240;
/** A model must give this share of all rows, and explain this share of those that differ. */
const SHARE_OF_ALL = 0.8;
const SHARE_OF_WRONG = 0.6;
/** One wrong row has many explanations; two for one reason are taken for it, weights need one more. */
const MINIMUM_EXPLAINED = 2;
const MINIMUM_FOR_WEIGHTS = 3;

const ADJUSTMENT_USES: readonly AdjustmentUse[] = [
  { bonus: true, deduction: "subtracted" },
  { bonus: false, deduction: "subtracted" },
  { bonus: true, deduction: "left-out" },
  { bonus: false, deduction: "left-out" },
  { bonus: true, deduction: "added" },
  { bonus: false, deduction: "added" },
];

/**
 * Finds how the author calculated the totals where they differ from the scheme's: bonus or deduction left out or
 * with the other sign, rounding at each step, another rounding, other weights (found from the figures). The simplest
 * model that gives the most rows wins; null when none gives enough of them.
 */
export function* findTotalModel(
  formula: TotalFormula,
  rows: readonly StatedTotal[],
): Steps<FoundModel | null> {
  if (rows.filter(({ right }) => !right).length < MINIMUM_EXPLAINED || isConverted(formula)) return null;
  const sample = sampleOf(rows);
  const scheme = schemeModel(formula);
  const roundings = roundingsFor(scheme.rounding);
  const plain = yield* best(formula, sample, variants(scheme, roundings));
  const simple = plain && (yield* accept(formula, rows, plain, MINIMUM_EXPLAINED));
  if (simple && simple.count === rows.length) return simple;
  const weighted = yield* best(
    formula,
    sample,
    ADJUSTMENT_USES.flatMap((adjustments) =>
      fitWeights(formula, sample, adjustments).flatMap((weights) =>
        roundings.map((rounding) => ({ weights, adjustments, rounding })),
      ),
    ),
  );
  const other = weighted && (yield* accept(formula, rows, weighted, MINIMUM_FOR_WEIGHTS));
  if (simple && other) return other.count > simple.count ? other : simple;
  return simple ?? other;
}

/** Rows from all over the column, wrong ones among them as they come. */
function sampleOf(rows: readonly StatedTotal[]): readonly StatedTotal[] {
  if (rows.length <= SAMPLE) return rows;
  const step = rows.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, index) => rows[Math.floor(index * step)]).filter(
    (row) => row !== undefined,
  );
}

function roundingsFor(own: ModelRounding): ModelRounding[] {
  const { places, mode } = own;
  const others = ROUNDING_MODES.filter((other) => other !== mode);
  const fewer = Array.from({ length: places }, (_, index) => places - 1 - index);
  return [
    own,
    { places, mode, byStep: true },
    { places, mode: "down", byStep: false },
    ...others.map((other): ModelRounding => ({ places, mode: other, byStep: false })),
    ...fewer.map((kept): ModelRounding => ({ places: kept, mode, byStep: false })),
    ...fewer.map((kept): ModelRounding => ({ places: kept, mode, byStep: true })),
  ];
}

/** The scheme's weights with every use of the adjustments and every rounding, those nearest to the scheme first. */
function variants({ weights }: TotalModel, roundings: readonly ModelRounding[]): TotalModel[] {
  const [own] = roundings;
  const all = ADJUSTMENT_USES.flatMap((adjustments) =>
    roundings.map((rounding) => ({ weights, adjustments, rounding })),
  );
  const distance = ({ adjustments, rounding }: TotalModel) =>
    (adjustments === ADJUSTMENT_USES[0] ? 0 : 1) + (rounding === own ? 0 : 1);
  return all.filter((model) => distance(model) > 0).sort((left, right) => distance(left) - distance(right));
}

/** The first of the models that give the most rows of the sample. */
function* best(
  formula: TotalFormula,
  sample: readonly StatedTotal[],
  models: readonly TotalModel[],
): Steps<TotalModel | null> {
  let found: TotalModel | null = null;
  let most = 0;
  for (const model of models) {
    yield;
    const count = sample.reduce((sum, row) => sum + (reproduces(formula, model, row) ? 1 : 0), 0);
    if (count <= most) continue;
    found = model;
    most = count;
  }
  return found;
}

/** Holds a model against all rows: it must give most of them, and explain most of those that differ. */
function* accept(
  formula: TotalFormula,
  rows: readonly StatedTotal[],
  model: TotalModel,
  minimum: number,
): Steps<FoundModel | null> {
  const given = new Set(yield* filterInSteps(rows, (row) => reproduces(formula, model, row)));
  const wrong = rows.filter(({ right }) => !right);
  const explained = wrong.filter((row) => given.has(row)).length;
  const lost = rows.length - wrong.length - (given.size - explained);
  const enough =
    explained >= Math.max(minimum, wrong.length * SHARE_OF_WRONG) &&
    given.size >= rows.length * SHARE_OF_ALL &&
    explained > lost;
  return enough ? { model, count: given.size, reproduces: (row) => given.has(row) } : null;
}
