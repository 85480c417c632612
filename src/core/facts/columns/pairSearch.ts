import type { Figures } from "./figures";
import type { Trial } from "./rule";
import { fitsSum, type Sample } from "./sample";
import { decimalOf, linearRule, scaledKind, type Term } from "./sums";

/** Three columns are tried together in pools up to this size. */
const TRIPLES = 40;
/** A total that was taken wrongly, or before a slip, is so near to the right one. */
const NEAR_WHOLE = 0.08;
const SCALES = [1, 100, 0.01, 10, 0.1, 1000] as const;

/** Rules of two columns, and sums of three, wherever they stand; and one column times a constant. */
export function searchPairs(figures: Figures, sample: Sample, pool: readonly number[], trial: Trial): void {
  const target = sample.target.column;
  const price = Math.log2(pool.length * pool.length + 1);
  for (const [at, left] of pool.entries()) {
    const one = sample.addends.get(left);
    if (!one || trial.isFull()) continue;
    scaled(figures, sample, left, one, Math.log2(pool.length + 1), trial);
    for (const right of pool.slice(at + 1)) {
      const other = sample.addends.get(right);
      if (!other || trial.isFull()) continue;
      const cost = price + apart(target, left, right);
      signedPairs(figures, sample, [left, right], [one, other], cost, trial);
      quotients(figures, sample, [left, right], [one, other], cost, trial);
      if (pool.length <= TRIPLES) triples(figures, sample, pool, [left, right], price * 1.5, trial);
    }
  }
}

const SIGNS = [
  [1, 1],
  [1, -1],
  [-1, 1],
] as const;

type Two<Item> = readonly [Item, Item];

/** Columns far from the target and from each other are less likely its parts. */
function apart(target: number, left: number, right: number): number {
  return (Math.log2(Math.abs(target - left)) + Math.log2(Math.abs(target - right))) / 4;
}

function signedPairs(
  figures: Figures,
  sample: Sample,
  [left, right]: Two<number>,
  [one, other]: Two<Float64Array>,
  cost: number,
  trial: Trial,
): void {
  for (const [first, second] of SIGNS) {
    if (!fitsSum(sample, one, first, other, second, 0, true)) continue;
    const terms = [
      { column: left, weight: first },
      { column: right, weight: second },
    ];
    const isDifference = first + second === 0;
    trial.offer(linearRule(figures, sample.target.column, terms, cost + (isDifference ? 3 : 0)));
  }
}

function triples(
  figures: Figures,
  sample: Sample,
  pool: readonly number[],
  [left, right]: Two<number>,
  cost: number,
  trial: Trial,
): void {
  const one = sample.addends.get(left);
  const other = sample.addends.get(right);
  if (!one || !other) return;
  const both = one.map((addend, index) => addend + (other[index] ?? 0));
  for (const third of pool) {
    const last = sample.addends.get(third);
    if (third === left || third === right || !last) continue;
    for (let sign = -1; sign <= (third > right ? 1 : -1); sign += 2) {
      if (!fitsSum(sample, both, 1, last, sign)) continue;
      const terms: Term[] = [
        { column: left, weight: 1 },
        { column: right, weight: 1 },
        { column: third, weight: sign },
      ];
      trial.offer(linearRule(figures, sample.target.column, terms, cost + 2));
    }
  }
}

function quotients(
  figures: Figures,
  sample: Sample,
  pair: Two<number>,
  addends: Two<Float64Array>,
  cost: number,
  trial: Trial,
): void {
  const target = sample.target.column;
  const [one, other] = addends;
  const product = scaleOf(sample, one, other, times);
  if (product !== null) {
    const predict = (rows: Int32Array) =>
      combine(figures, rows, pair, (left, right) => product * left * right);
    trial.offer({
      target,
      kind: "product",
      of: pair,
      cost: cost + scaleCost(product),
      predict,
      ...factorOf(product),
    });
  }
  for (let turn = 0; turn < 2; turn += 1) {
    const [over, under] = turn === 1 ? [other, one] : [one, other];
    const of: Two<number> = turn === 1 ? [pair[1], pair[0]] : pair;
    const scale = scaleOf(sample, over, under, part);
    if (scale !== null) {
      const predict = (rows: Int32Array) =>
        combine(figures, rows, of, (left, right) => (scale * left) / right);
      trial.offer({
        target,
        kind: "share",
        of,
        cost: cost + 1 + scaleCost(scale),
        predict,
        ...factorOf(scale),
      });
    }
    const rest = scaleOf(sample, over, under, restOf);
    if (rest === null) continue;
    const predict = (rows: Int32Array) =>
      combine(figures, rows, of, (left, right) => rest * (1 - left / right));
    trial.offer({
      target,
      kind: "share",
      of,
      cost: cost + 5,
      predict,
      constant: decimalOf(rest),
      ...factorOf(-rest),
    });
  }
}

/** Rules of one column times a constant. */
export function searchScaled(figures: Figures, sample: Sample, column: number, trial: Trial): void {
  const addends = sample.addends.get(column);
  if (addends) scaled(figures, sample, column, addends, 0, trial);
}

/** One column times a constant, which must be a short number, one over a short number, or one over the column's total. */
function scaled(
  figures: Figures,
  sample: Sample,
  column: number,
  addends: Float64Array,
  cost: number,
  trial: Trial,
): void {
  const middle = commonRatio(sample, addends);
  if (middle === null || Math.abs(middle - 1) < 1e-9) return;
  const own = figures.columns[column];
  const total = own?.addends.reduce((sum, addend) => sum + addend, 0) ?? 0;
  const target = sample.target.column;
  const scaledBy = (factor: number) => (rows: Int32Array) =>
    Float64Array.from(rows, (row) => factor * (own?.numbers[row] ?? Number.NaN));
  for (const { factor, price } of shortFactors(middle)) {
    if (!fitsSum(sample, addends, factor, addends, 0, 0, true)) continue;
    trial.offer({
      target,
      of: [column],
      ...scaledKind(factor),
      cost: cost + price,
      predict: scaledBy(factor),
    });
    break;
  }
  const whole = [1, 100].find((size) => Math.abs((middle * total) / size - 1) < NEAR_WHOLE);
  if (whole === undefined) return;
  const shared = { target, kind: "share", of: [column], ofTotal: true } as const;
  // The total may have been taken before a slip: the factor that most rows agree on tells it.
  for (const factor of [whole / total, middle]) {
    const factorDecimal = decimalOf(factor);
    trial.offer({ ...shared, factor: factorDecimal, cost: cost + 3, predict: scaledBy(factor) });
  }
}

/** The factor that lies within the roundings of most sampled rows; null where few agree. */
function commonRatio(sample: Sample, addends: Float64Array): number | null {
  const ends: { at: number; step: 1 | -1 }[] = [];
  for (const [index, stated] of sample.stated.entries()) {
    const addend = addends[index] ?? 0;
    if (addend === 0) continue;
    const reach = (sample.half[index] ?? 0) + Math.abs(stated) * 1e-9;
    const bounds = [(stated - reach) / addend, (stated + reach) / addend];
    ends.push({ at: Math.min(...bounds), step: 1 }, { at: Math.max(...bounds), step: -1 });
  }
  ends.sort((left, right) => left.at - right.at || right.step - left.step);
  let open = 0;
  let most = 0;
  let best = 0;
  for (const [index, { at, step }] of ends.entries()) {
    open += step;
    if (open <= most) continue;
    most = open;
    best = (at + (ends[index + 1]?.at ?? at)) / 2;
  }
  return most < sample.rows.length - sample.misses || best === 0 ? null : best;
}

/** Numbers a person would multiply or divide by that are next to a value, simplest first, with what they cost. */
function shortFactors(value: number): { factor: number; price: number }[] {
  const factors: { factor: number; price: number }[] = [];
  for (const digits of [1, 2, 3, 4]) {
    const direct = Number(value.toPrecision(digits));
    const inverse = 1 / Number((1 / value).toPrecision(digits));
    const price = 2 + digits * 4;
    for (const factor of [direct, inverse]) {
      if (Math.abs(factor - value) <= Math.abs(value) * 0.01) factors.push({ factor, price });
    }
  }
  return factors;
}

/** The power of ten that a prediction must be multiplied by; null where none fits. */
function scaleOf(
  sample: Sample,
  one: Float64Array,
  other: Float64Array,
  work: (one: number, other: number) => number,
): number | null {
  const { stated, whole } = sample;
  let tried = 0;
  let given: Float64Array | null = null;
  for (let index = 0; index < stated.length && tried < TRIED_ROWS; index += 1) {
    const own = work(one[index] ?? 0, other[index] ?? 0);
    if (own === 0 || !Number.isFinite(own)) continue;
    tried += 1;
    for (const scale of SCALES) {
      if (Math.abs((stated[index] ?? 0) - scale * own) > (whole[index] ?? 0)) continue;
      given ??= one.map((number, at) => work(number, other[at] ?? 0));
      if (fitsSum(sample, given, scale, given, 0, 0, true)) return scale;
    }
  }
  return null;
}

function times(one: number, other: number): number {
  return one * other;
}

function part(one: number, other: number): number {
  return one / other;
}

function restOf(one: number, other: number): number {
  return 1 - one / other;
}

/** So many rows are asked which power of ten lies between a prediction and the figure. */
const TRIED_ROWS = 3;

function scaleCost(scale: number): number {
  return scale === 1 ? 0 : 2;
}

function factorOf(scale: number): { factor?: ReturnType<typeof decimalOf> } {
  return scale === 1 ? {} : { factor: decimalOf(scale) };
}

function combine(
  figures: Figures,
  rows: Int32Array,
  [left, right]: Two<number>,
  work: (left: number, right: number) => number,
): Float64Array {
  const one = figures.columns[left]?.numbers ?? new Float64Array();
  const other = figures.columns[right]?.numbers ?? new Float64Array();
  return Float64Array.from(rows, (row) => {
    const value = work(one[row] ?? Number.NaN, other[row] ?? Number.NaN);
    return Number.isFinite(value) ? value : Number.NaN;
  });
}
