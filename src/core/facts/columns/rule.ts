import type { Decimal } from "../../numbers/decimal";
import type { FactKind, FactRounding } from "../fact";
import type { FigureColumn, Figures } from "./figures";
import { freshness, stepsOf } from "./steps";

/** A way to compute one column from others, on trial. */
export interface Rule {
  readonly target: number;
  readonly kind: FactKind;
  readonly of: readonly number[];
  readonly weights?: readonly Decimal[];
  readonly plus?: readonly number[];
  readonly minus?: readonly number[];
  readonly constant?: Decimal | null;
  readonly factor?: Decimal;
  readonly ofTotal?: boolean;
  readonly dropped?: { readonly high: number; readonly low: number };
  /** What the freedom of choosing this rule among its kind costs, in bits. */
  readonly cost: number;
  /** Whether tables of scores are likely to hold it just there. */
  readonly isExpected?: boolean;
  /** Whether it was solved from the figures, so that rows near by prove nothing. */
  readonly solved?: boolean;
  /** What the rule gives for each of the rows; NaN where it gives nothing. */
  predict(rows: Int32Array): Float64Array;
}

/** Takes rules that hold in the sampled rows. */
export interface Trial {
  /** Whether so many were offered that further ones would hold by chance too. */
  isFull(): boolean;
  offer(rule: Rule): void;
}

/** How a rule stands against the figures. */
export interface Verdict {
  readonly rule: Rule;
  readonly predictions: Float64Array;
  /** By row: 1 kept, 0 broken, 2 nothing to tell. */
  readonly marks: Uint8Array;
  readonly kept: number;
  readonly telling: number;
  readonly rounding: FactRounding | null;
  /** Bits of evidence less the rule's cost. */
  readonly bits: number;
}

/** A rule holds in so many of its telling rows, or it is none. */
const KEPT_SHARE = 0.75;
const MOST_BITS = 14;
/** Fewer rows than this prove nothing. */
const LEAST_ROWS = 3;

/** Columns that the rule reads, each once. */
export function partsOf(rule: Rule): number[] {
  return [...new Set([...rule.of, ...(rule.plus ?? []), ...(rule.minus ?? [])])];
}

/**
 * Weighs a rule against its column in all rows: how many keep it, and how surprising that is, by how often a
 * prediction meets the figure of another row. Null where too few rows keep it.
 */
export function judge(rule: Rule, figures: Figures): Verdict | null {
  const target = figures.columns[rule.target];
  if (!target) return null;
  if (!holdsInSome(rule, target)) return null;
  const predictions = rule.predict(rowNumbers(figures.rowCount));
  const parts = partsOf(rule)
    .map((column) => figures.columns[column])
    .filter((part) => part !== undefined);
  let best: Verdict | null = null;
  for (const rounding of ["half-up", "down", "up"] as const) {
    if (rounding !== "half-up" && target.exact) break;
    const verdict = weigh(rule, target, parts, predictions, rounding);
    if (verdict && (best === null || verdict.bits > best.bits + 3)) best = verdict;
    if (verdict && verdict.kept >= verdict.telling * 0.9) break;
  }
  return best;
}

/** The rows of a table as numbers from 0. */
function rowNumbers(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}

/** Tables with more rows are not judged as a whole when a rule fails in most rows of a few. */
const MANY_ROWS = 400;
const SOME_ROWS = 160;
const SOME_KEPT = 0.6;

function holdsInSome(rule: Rule, target: FigureColumn): boolean {
  const { length } = target.numbers;
  if (length < MANY_ROWS) return true;
  const rows = Int32Array.from({ length: SOME_ROWS }, (_, at) => Math.floor((at * length) / SOME_ROWS));
  const predictions = rule.predict(rows);
  let kept = 0;
  let telling = 0;
  for (const [at, row] of rows.entries()) {
    const stated = target.numbers[row] ?? Number.NaN;
    const predicted = predictions[at] ?? Number.NaN;
    if (Number.isNaN(stated) || Number.isNaN(predicted)) continue;
    telling += 1;
    // Cut figures are off by up to a unit.
    if (meets(stated, predicted, 2 * (target.half[row] ?? 0), "half-up")) kept += 1;
  }
  return kept >= telling * SOME_KEPT;
}

/** Whether a figure is what a prediction gives when it is cut that way: the distances allowed below and above. */
export function meets(stated: number, predicted: number, half: number, rounding: FactRounding): boolean {
  const noise = 1e-9 * Math.max(1e-3, Math.abs(stated), Math.abs(predicted) * 0.1);
  const distance = stated - predicted;
  if (half === 0) return Math.abs(distance) <= noise;
  if (rounding === "down") return distance <= noise && distance > -2 * half + noise;
  if (rounding === "up") return distance >= -noise && distance < 2 * half - noise;
  return Math.abs(distance) <= half + noise;
}

function weigh(
  rule: Rule,
  target: FigureColumn,
  parts: readonly FigureColumn[],
  predictions: Float64Array,
  rounding: "half-up" | "down" | "up",
): Verdict | null {
  const marks = new Uint8Array(predictions.length).fill(2);
  const perRow = Math.min(surprise(target, predictions, rounding), copyBits(target, parts));
  if (perRow < leastSurprise(rule)) return null;
  const steps = parts.map(stepsOf);
  const isOffset = rule.constant !== undefined && rule.constant !== null;
  let kept = 0;
  let telling = 0;
  let bits = 0;
  let near = 0;
  let rounded = false;
  for (const [row, predicted] of predictions.entries()) {
    const stated = target.numbers[row] ?? Number.NaN;
    if (Number.isNaN(stated) || Number.isNaN(predicted)) continue;
    const half = target.half[row] ?? 0;
    const isKept = meets(stated, predicted, half, rounding);
    if (stated === 0 && isKept) continue;
    marks[row] = isKept ? 1 : 0;
    telling += 1;
    if (!isKept) {
      if (Math.abs(stated - predicted) <= 6 * half) near += 1;
      continue;
    }
    kept += 1;
    const isTelling = parts.length === 1 || partsIn(parts, row) + (isOffset ? 1 : 0) > 1;
    bits += Math.min(perRow * (isTelling ? 1 : 0.25), freshness(steps, row));
    if (stated !== predicted && Math.abs(stated - predicted) > half * 1e-6) rounded = true;
  }
  if (kept < LEAST_ROWS || kept < telling * KEPT_SHARE) return null;
  // A solved rule that many rows only come near to is no rule.
  if (rule.solved === true && near > kept * 0.05) return null;
  const slips = telling - kept;
  bits -= slips * (Math.log2(telling) + 1) + rule.cost + (rounding === "half-up" ? 0 : 4);
  return { rule, predictions, marks, kept, telling, rounding: rounded ? rounding : null, bits };
}

/** Kinds that coincide easily in columns of few different figures. */
function leastSurprise(rule: Rule): number {
  if (rule.ofTotal === true) return 1;
  if (partsOf(rule).length === 1) return 3;
  if (rule.solved === true || rule.kind === "max" || rule.kind === "min" || rule.kind === "count") return 2;
  return rule.kind === "product" || rule.kind === "share" ? 1 : 0.5;
}

/** In columns of few different figures a part often is the target by itself: then no rule of several says more. */
const FEW_FIGURES = 12;

/** Bits that a row is worth where one of several parts alone would meet the target as often. */
function copyBits(target: FigureColumn, parts: readonly FigureColumn[]): number {
  if (parts.length < 2 || target.distinct > FEW_FIGURES) return MOST_BITS;
  let most = 0;
  let telling = 0;
  const same = parts.map(() => 0);
  for (const [row, stated] of target.numbers.entries()) {
    if (Number.isNaN(stated) || partsIn(parts, row) < 2) continue;
    telling += 1;
    for (const [at, part] of parts.entries())
      if (part.numbers[row] === stated) most = Math.max(most, (same[at] = (same[at] ?? 0) + 1));
  }
  return telling === 0 ? MOST_BITS : -Math.log2(Math.max(most / telling, 2 ** -MOST_BITS));
}

function partsIn(parts: readonly FigureColumn[], row: number): number {
  let count = 0;
  for (const part of parts) {
    if ((part.addends[row] ?? 0) !== 0) count += 1;
    if (count === 2) break;
  }
  return count;
}

/** Bits that one agreeing row is worth: how rarely a prediction meets the figure of some other row. */
function surprise(target: FigureColumn, predictions: Float64Array, rounding: FactRounding): number {
  const stated: number[] = [];
  const given: number[] = [];
  const step = Math.max(1, Math.floor(predictions.length / 400));
  let half = 0;
  for (let row = 0; row < predictions.length; row += step) {
    const predicted = predictions[row] ?? Number.NaN;
    const figure = target.numbers[row] ?? Number.NaN;
    if (Number.isNaN(figure) || Number.isNaN(predicted)) continue;
    // Rows without any points say nothing of the others.
    if (figure === 0 && predicted === 0) continue;
    given.push(predicted);
    stated.push(figure);
    half = Math.max(half, target.half[row] ?? 0);
  }
  const sorted = Float64Array.from(given).sort();
  const reach = half + 1e-9 * Math.abs(sorted.at(-1) ?? 0);
  let meetings = 0;
  for (const [index, figure] of stated.entries()) {
    const low = rounding === "up" ? figure - 2 * half : figure - reach;
    const high = rounding === "down" ? figure + 2 * half : figure + reach;
    const own = given[index] ?? 0;
    const others =
      countUpTo(sorted, high) - countUpTo(sorted, low - reach * 1e-9) - (own >= low && own <= high ? 1 : 0);
    meetings += Math.max(0, others);
  }
  const pairs = Math.max(1, stated.length * (stated.length - 1));
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const width = range > 0 ? (2 * reach) / (range + 2 * reach) : 1;
  return Math.min(MOST_BITS, -Math.log2(Math.max(meetings / pairs, width * 0.5, 2 ** -MOST_BITS)));
}

/** How many of the ascending numbers are not above a limit. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
