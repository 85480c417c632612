import { figureIn, weightIn } from "../numbers/cellFigure";
import { equalDecimals, type Decimal } from "../numbers/decimal";
import { exactSum, narrow } from "../numbers/exactSum";
import type { TableReading } from "../recognise/reading/tableReading";
import type { CellValue } from "../workbook/snapshot";
import type { SettleAnswers, SettledRole, TotalMethod } from "./answers";
import { columnName } from "./columnName";
import { faulty, settled, type Settled } from "./faults";

const HUNDRED: Decimal = { units: 100, places: 0 };

/** A weight of 1, as in a plain sum. */
export const ONE: Decimal = { units: 1, places: 0 };

/** Scheme files keep so many decimals of a weight. */
const WEIGHT_PLACES = 7;

/** The weight of each score column, in their order. */
export function weightsOf(
  reading: TableReading,
  { method, roles }: SettleAnswers,
  scores: readonly number[],
): Settled<readonly Decimal[]> {
  switch (method.by) {
    case "stated":
    case "sum":
      return settled(scores.map(() => ONE));
    case "mean":
      return settled(meanWeights(scores.length));
    case "weighted":
      return statedWeights(reading, method, roles, scores);
  }
}

/**
 * Equal weights that come to 1. Where they have no end as decimals (a third), the last takes what is left over: the
 * mean is then exact to the fifth decimal for scores out of 100.
 */
function meanWeights(count: number): Decimal[] {
  const scale = 10 ** WEIGHT_PLACES;
  const part = Math.floor(scale / count);
  return Array.from({ length: count }, (_, index) => {
    const units = index === count - 1 ? scale - part * (count - 1) : part;
    return narrow({ units: BigInt(units), places: WEIGHT_PLACES }) ?? ONE;
  });
}

/** Weights as they are written: out of 1, as percentages, or out of 100 together; else how often a score counts. */
function statedWeights(
  reading: TableReading,
  method: Extract<TotalMethod, { by: "weighted" }>,
  roles: ReadonlyMap<number, SettledRole>,
  scores: readonly number[],
): Settled<readonly Decimal[]> {
  const figures: { value: CellValue; figure: Decimal }[] = [];
  for (const column of scores) {
    const cell = weightCell(reading, method, roles, column, scores);
    if (!cell.ok) return cell;
    const value = cell.value;
    const name = columnName(reading, column);
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (text === "") return faulty("no-weight", { column: name });
    const figure = figureIn(value);
    if (figure === null || figure.units < 0) return faulty("bad-weight", { column: name, text });
    figures.push({ value, figure });
  }
  const sum = narrow(exactSum(figures.map(({ figure }) => ({ factor: figure }))));
  const outOfHundred = sum !== null && equalDecimals(sum, HUNDRED);
  const weights = figures.map(({ value, figure }) =>
    outOfHundred ? hundredth(figure) : isPercent(value) ? (weightIn(value) ?? figure) : figure,
  );
  const [zero] = scores;
  if (zero !== undefined && weights.every(({ units }) => units === 0)) {
    return faulty("no-weight", { column: columnName(reading, zero) });
  }
  return settled(weights);
}

function isPercent(value: CellValue): boolean {
  return typeof value === "string" && /[%％]/.test(value);
}

function hundredth({ units, places }: Decimal): Decimal {
  return narrow({ units: BigInt(units), places: places + 2 }) ?? { units, places: places + 2 };
}

function weightCell(
  reading: TableReading,
  method: Extract<TotalMethod, { by: "weighted" }>,
  roles: ReadonlyMap<number, SettledRole>,
  column: number,
  scores: readonly number[],
): Settled<CellValue> {
  if (method.from === "typed") return settled(method.weights.get(column) ?? null);
  if (method.from === "row") return settled(reading.shape.grid.shown(method.row, column));
  const from = companionOf(column, "weight", roles, scores);
  return from === null ? settled(null) : sameInAllRows(reading, from);
}

/** The column of weights or full marks that belongs to a score: the first after it before the next score, else before. */
export function companionOf(
  column: number,
  role: SettledRole,
  roles: ReadonlyMap<number, SettledRole>,
  scores: readonly number[],
): number | null {
  const companions = [...roles].filter(([, one]) => one === role).map(([at]) => at);
  companions.sort((left, right) => left - right);
  const next = scores.find((score) => score > column) ?? Infinity;
  const previous = scores.findLast((score) => score < column) ?? -Infinity;
  const leads = companions.length > 0 && (companions[0] ?? 0) < (scores[0] ?? 0);
  const own = leads
    ? companions.findLast((at) => at < column && at > previous)
    : companions.find((at) => at > column && at < next);
  return own ?? null;
}

/** What a column holds where it holds one value for all units. */
export function sameInAllRows(reading: TableReading, column: number): Settled<CellValue> {
  const { grid } = reading.shape;
  let first: CellValue = null;
  for (const row of reading.unitRows) {
    const value = grid.shown(row, column);
    if (value === null || value === "") continue;
    if (first === null) first = value;
    else if (!isSame(first, value)) {
      const text = typeof value === "object" ? value.error : String(value);
      return faulty("weights-differ", {
        column: columnName(reading, column),
        cell: grid.position(row, column),
        text,
      });
    }
  }
  return settled(first);
}

function isSame(one: CellValue, other: CellValue): boolean {
  const [left, right] = [figureIn(one), figureIn(other)];
  return left !== null && right !== null ? equalDecimals(left, right) : one === other;
}

/** A decimal as a scheme file keeps it; null where it has too many digits. */
export function schemeDecimal(value: Decimal): Decimal | null {
  const plain = narrow({ units: BigInt(value.units), places: value.places });
  if (plain === null || plain.places > WEIGHT_PLACES) return null;
  return Math.abs(plain.units) / 10 ** plain.places < 1e8 ? plain : null;
}
