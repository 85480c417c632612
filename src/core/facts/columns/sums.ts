import { decimalOfNumber, type Decimal } from "../../numbers/decimal";
import type { FigureColumn, Figures } from "./figures";
import type { Rule } from "./rule";
import type { Sample } from "./sample";

/** Terms of a linear rule: a column and what it is multiplied by. */
export interface Term {
  readonly column: number;
  readonly weight: number;
}

/** What a linear rule gives in the rows: the weighted figures, blanks as 0, and the constant. NaN where an error stands. */
function predictLinear(
  figures: Figures,
  rows: Int32Array,
  terms: readonly Term[],
  constant = 0,
): Float64Array {
  const sums = new Float64Array(rows.length).fill(constant);
  for (const { column, weight } of terms) {
    const part = figures.columns[column];
    if (!part) continue;
    const { addends } = part;
    for (let at = 0; at < rows.length; at += 1)
      sums[at] = (sums[at] ?? 0) + weight * (addends[rows[at] ?? 0] ?? 0);
    markErrors(part, rows, sums);
  }
  return sums;
}

/** What the terms come to, by sampled row. */
export function sumsOf({ rows, addends }: Sample, terms: readonly Term[]): Float64Array {
  const sums = new Float64Array(rows.length);
  for (const { column, weight } of terms) {
    const own = addends.get(column);
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + weight * (own?.[index] ?? 0);
  }
  return sums;
}

/** The mean of the filled cells of each of the rows; NaN where none is filled. */
export function predictMean(figures: Figures, rows: Int32Array, columns: readonly number[]): Float64Array {
  const sums = predictLinear(
    figures,
    rows,
    columns.map((column) => ({ column, weight: 1 })),
  );
  const counts = countFilled(figures, rows, columns);
  return sums.map((sum, at) => sum / (counts[at] ?? 0));
}

/** How many of the columns hold a number in each of the rows. */
export function countFilled(figures: Figures, rows: Int32Array, columns: readonly number[]): Float64Array {
  const counts = new Float64Array(rows.length);
  for (const column of columns) {
    const numbers = figures.columns[column]?.numbers;
    if (!numbers) continue;
    for (let at = 0; at < counts.length; at += 1) {
      if (!Number.isNaN(numbers[rows[at] ?? 0])) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

function markErrors(part: FigureColumn, rows: Int32Array, sums: Float64Array): void {
  if (part.count === part.numbers.length) return;
  for (const [at, row] of rows.entries()) if (part.states[row] === "error") sums[at] = Number.NaN;
}

/**
 * A linear rule by its terms: a plain sum, a sum with columns taken off, a mean of all of them, or a weighted sum.
 * Columns that are added or taken as they stand beside weighted ones are its `plus` and `minus`.
 */
export function linearRule(
  figures: Figures,
  target: number,
  terms: readonly Term[],
  cost: number,
  constant = 0,
): Rule {
  const ordered = [...terms].sort((left, right) => left.column - right.column);
  const shared = {
    target,
    cost,
    constant: constant === 0 ? null : decimalOfNumber(constant),
    predict: (rows: Int32Array) => predictLinear(figures, rows, ordered, constant),
  };
  const columnsWith = (keep: (weight: number) => boolean) =>
    ordered.filter(({ weight }) => keep(weight)).map(({ column }) => column);
  const plain = ordered.every(({ weight }) => Math.abs(weight) === 1);
  if (plain) {
    const of = columnsWith((weight) => weight === 1);
    const minus = columnsWith((weight) => weight === -1);
    const isOffset = constant !== 0 && ordered.length === 1;
    const kind = isOffset || (of.length <= 1 && minus.length > 0) ? "difference" : "sum";
    return { ...shared, kind, of, minus };
  }
  const [first] = ordered;
  const same = ordered.every(({ weight }) => weight === first?.weight);
  if (same && first && Math.abs(first.weight * ordered.length - 1) < 1e-9 && ordered.length > 1)
    return { ...shared, kind: "mean", of: columnsWith(() => true) };
  if (ordered.length === 1 && first && constant === 0)
    return { ...shared, ...scaledKind(first.weight), of: [first.column] };
  const isWhole = (weight: number) => Math.abs(weight) === 1;
  const weighted = ordered.filter(({ weight }) => !isWhole(weight));
  // Points beside percentages: with one weighted column only, all are terms alike.
  const apart = weighted.length >= 2;
  const of = apart ? weighted : ordered;
  return {
    ...shared,
    kind: "weighted-sum",
    of: of.map(({ column }) => column),
    weights: of.map(({ weight }) => decimalOf(weight)),
    plus: apart ? columnsWith((weight) => weight === 1) : [],
    minus: apart ? columnsWith((weight) => weight === -1) : [],
  };
}

/** A column times a constant is a share of it where the constant is one over a plain number. */
export function scaledKind(factor: number): { kind: "share" | "product"; factor: Decimal } {
  const inverse = [1 / factor, 100 / factor].some(
    (size) => Math.abs(size - Math.round(size)) < 1e-9 * Math.abs(size) && Math.abs(size) > 1,
  );
  return { kind: inverse && Math.abs(factor) < 1 ? "share" : "product", factor: decimalOf(factor) };
}

/** A weight as a decimal, to the fifteen digits that a cell keeps. */
export function decimalOf(weight: number): Decimal {
  return decimalOfNumber(tidyWeight(weight)) ?? { units: 0, places: 0 };
}

/** A weight that was reckoned, without the trace of binary fractions. */
export function tidyWeight(weight: number): number {
  return Number(weight.toPrecision(14));
}
