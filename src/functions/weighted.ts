import { decimalToNumber, formatDecimal, type Decimal } from "../core/numbers/decimal";
import { weightedTotal, weightShares } from "../core/scoring/weightedTotal";
import type { FunctionWords } from "./words";
import { contentOf, rangeOf, type Range } from "./argument";
import { broadcast, shapeOf } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { invalidValue, isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { bonusOr, deductionOr } from "./points";
import { decimalOf, numberOr, reasonOf } from "./reason";

/**
 * `PERF.WEIGHTED`: the total by weights given in cells, for schemes other than the one in force. Weights in a row go
 * with a unit's scores in a row; weights in a column go with a unit's scores in a column. The scheme's rounding.
 */
export function createWeighted(environment: FunctionEnvironment): PerfFunctions["weighted"] {
  return (scores, weights, bonus, deduction) => {
    const { translate } = environment;
    const scoreRange = rangeOf(scores) ?? [[null]];
    const weightRange = rangeOf(weights) ?? [[null]];
    const { rows, columns } = shapeOf(weightRange);
    const upright = columns === 1 && rows > 1;
    const turned = (range: Range | null) => (range !== null && upright ? transposed(range) : range);
    const units = upright ? transposed(scoreRange) : scoreRange;
    const shares = sharesOf(
      upright ? transposed(weightRange) : weightRange,
      shapeOf(units).columns,
      translate,
    );
    if (isFault(shares)) return [[shares]];
    const results = broadcast(
      [units.map((_, row) => [row]), turned(rangeOf(bonus)), turned(rangeOf(deduction))],
      (place) => translate(ARGUMENT_NAMES[place] ?? "function.scores"),
      translate,
      ([row, bonusCell, deductionCell]) =>
        totalOf(units[Number(row)] ?? [], shares, bonusCell, deductionCell, environment),
    );
    return upright ? [results.map(([result]) => result ?? "")] : results;
  };
}

const ARGUMENT_NAMES = ["function.scores", "function.bonus", "function.deduction"] as const;

function totalOf(
  row: readonly unknown[],
  shares: readonly Decimal[],
  bonusCell: unknown,
  deductionCell: unknown,
  { scheme, translate }: FunctionEnvironment,
): CellResult {
  const scores: Decimal[] = [];
  for (const index of shares.keys()) {
    const content = contentOf(row[index]);
    const score = decimalOf(content);
    if (score !== null && score.units >= 0) {
      scores.push(score);
      continue;
    }
    const name = translate("function.score-place", { place: index + 1 });
    if (score === null) return notAvailable(reasonOf(name, content, translate));
    return invalidValue(translate("function.negative", { name, value: formatDecimal(score) }));
  }
  const bonus = bonusOr(bonusCell, translate);
  if (isFault(bonus)) return bonus;
  const deduction = deductionOr(deductionCell, translate);
  if (isFault(deduction)) return deduction;
  const total = weightedTotal(scores, shares, bonus, deduction, scheme.rounding);
  if (total !== null) return decimalToNumber(total);
  return invalidValue(translate("function.too-long", { name: translate("function.total") }));
}

/** The weights as shares of 1, one for each score of a unit. */
function sharesOf(weights: Range, scoreCount: number, translate: FunctionWords): readonly Decimal[] | Fault {
  const { rows, columns } = shapeOf(weights);
  if (rows > 1) return invalidValue(translate("function.one-line", { name: translate("function.weights") }));
  if (columns !== scoreCount) {
    return invalidValue(translate("function.weight-count", { weights: columns, scores: scoreCount }));
  }
  const decimals: Decimal[] = [];
  for (let index = 0; index < columns; index += 1) {
    const name = () => translate("function.weight-place", { place: index + 1 });
    const weight = numberOr(weights[0]?.[index], name, translate);
    if (isFault(weight)) return weight;
    decimals.push(weight);
  }
  const result = weightShares(decimals);
  if (result.ok) return result.shares;
  return invalidValue(
    translate("function.weight-sum", { sum: result.sum === null ? "?" : formatDecimal(result.sum) }),
  );
}

function transposed(range: Range): Range {
  const { columns } = shapeOf(range);
  return Array.from({ length: columns }, (_, column) => range.map((row) => row[column] ?? null));
}
