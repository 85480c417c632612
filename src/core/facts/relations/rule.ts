import { bitsAmong, bitsInRange, closenessOf, MOST_BITS, reachOf } from "../evidence";
import { shareAround, type FigureLines } from "./figureLines";

/** What a rule computes from its parts. Differences are sums seen from another of their figures. */
export type RuleKind = "Sum" | "Average" | "Division" | "RelativeChange";

/** A rule between positions: on every line the figure at `target` follows from those at `parts`. */
export interface Rule {
  readonly kind: RuleKind;
  readonly target: number;
  /** Sum, Average: ascending; Division: numerator, denominator; RelativeChange: old, new. */
  readonly parts: readonly number[];
  /** 100 where a quotient is stated in per cent as a plain number. */
  readonly factor: 1 | 100;
  /** The bits that choosing this rule among all of its family takes. */
  readonly cost: number;
}

/** What a rule gives on one line. */
export interface Reckoned {
  readonly value: number;
  /** How far rounding of the parts, and of the figure itself, may bring it away from the stated figure. */
  readonly tolerance: number;
  /** How many of the parts hold a figure other than zero. */
  readonly telling: number;
  /** How widely the parts are spread, for averages: an average is among its parts by nature. */
  readonly spread: number;
}

/** The rule says nothing on a line: the target or all parts are blank. */
export const SILENT = Number.NaN;
/** The target's figure is not what the rule gives: the bits that this takes away from the rule. */
export const BREAKS = -4;

/** Rounding errors of many figures cancel: past a few, the sum of n is off by so many units times √n at most. */
const ERROR_PER_ROOT = 0.75;
/** Binary fractions leave traces of this share of a figure's size. */
export const TRACE = 1e-9;
/** A figure that merely repeats its only part says no more than this. */
const COPY_BITS = 0.2;

const NOTHING: Reckoned = { value: 0, tolerance: 0, telling: 0, spread: 0 };

/** What a rule gives on a line; null where its parts are blank or it divides by zero. */
export function reckon(rule: Rule, lines: FigureLines, line: number): Reckoned | null {
  return rule.kind === "Sum" || rule.kind === "Average"
    ? reckonSum(rule, lines, line)
    : reckonQuotient(rule, lines, line);
}

function reckonSum({ kind, target, parts }: Rule, lines: FigureLines, line: number): Reckoned | null {
  const base = line * lines.positionCount;
  let [sum, size, unit, count, telling] = [0, 0, 0, 0, 0];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const part of parts) {
    const value = lines.values[base + part] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value === 0) continue;
    telling += 1;
    sum += value;
    size += Math.abs(value);
    const own = lines.units[base + part] ?? 0;
    if (own > unit) unit = own;
  }
  if (count === 0) {
    // Nothing makes nothing: a total of blanks is zero, but an average of blanks, or any other figure beside them, is none.
    const stated = lines.values[base + target] ?? Number.NaN;
    return kind === "Sum" && stated === 0 ? NOTHING : null;
  }
  const ownUnit = lines.units[base + target] ?? 0;
  const trace = size * TRACE;
  const spread = most - least;
  if (kind === "Sum") {
    return { value: sum, tolerance: sumTolerance(telling, unit, ownUnit) + trace, telling, spread };
  }
  const tolerance = ownUnit / 2 + (sumTolerance(telling, unit, 0) + trace) / count;
  return { value: sum / count, tolerance, telling, spread };
}

/** How far a sum of `count` figures rounded to `unit` may be from the same sum rounded to `ownUnit`. */
export function sumTolerance(count: number, unit: number, ownUnit: number): number {
  return Math.min(
    (ownUnit + count * unit) / 2,
    ERROR_PER_ROOT * Math.sqrt(count + 1) * Math.max(unit, ownUnit),
  );
}

function reckonQuotient(
  { kind, target, parts, factor }: Rule,
  lines: FigureLines,
  line: number,
): Reckoned | null {
  const base = line * lines.positionCount;
  const [first = 0, second = 0] = parts;
  const [over, under] = kind === "Division" ? [base + first, base + second] : [base + second, base + first];
  const numerator = lines.values[over] ?? Number.NaN;
  const denominator = lines.values[under] ?? Number.NaN;
  if (Number.isNaN(numerator) || Number.isNaN(denominator) || denominator === 0) return null;
  const quotient = numerator / denominator;
  const parted =
    ((lines.units[over] ?? 0) + Math.abs(quotient) * (lines.units[under] ?? 0)) / 2 / Math.abs(denominator);
  const tolerance = factor * (parted + Math.abs(quotient) * TRACE) + (lines.units[base + target] ?? 0) / 2;
  const value = factor * (kind === "Division" ? quotient : quotient - 1);
  return { value, tolerance, telling: numerator === 0 ? 0 : numerator === denominator ? 1 : 2, spread: 0 };
}

/** Whether the figures of a sum or average on one line are those on another, all times one number, within a small share. */
export function isMultiple(
  { kind, target, parts }: Rule,
  { values, units, positionCount }: FigureLines,
  line: number,
  other: number,
): boolean {
  if (kind !== "Sum" && kind !== "Average") return false;
  const [own, base] = [line * positionCount, other * positionCount];
  const times = (values[own + target] ?? 0) / (values[base + target] ?? 0);
  return parts.every((part) => {
    const value = values[own + part] ?? 0;
    const difference = Math.abs(value - times * (values[base + part] ?? 0));
    return difference <= Math.abs(value) * MULTIPLE_SHARE + (units[own + part] ?? 0) / 2;
  });
}
const MULTIPLE_SHARE = 0.002;

/** What a line says about a rule: bits in its favour, down to `BREAKS`, or `SILENT`. */
export function outcomeOf(rule: Rule, lines: FigureLines, line: number): number {
  const at = line * lines.positionCount + rule.target;
  const stated = lines.values[at] ?? Number.NaN;
  if (Number.isNaN(stated)) return SILENT;
  const reckoned = reckon(rule, lines, line);
  if (reckoned === null) return SILENT;
  return outcomeOfFigure(rule, reckoned, lines, at);
}

/** The same where it is known what the rule gives for the figure at index `at`. */
export function outcomeOfFigure(
  rule: Pick<Rule, "kind">,
  { value, tolerance, telling, spread }: Reckoned,
  lines: FigureLines,
  at: number,
): number {
  const stated = lines.values[at] ?? Number.NaN;
  const unit = lines.units[at] ?? 1;
  const error = Math.abs(stated - value);
  if (telling === 0) return error <= tolerance ? 0 : BREAKS;
  const bits = bitsOfFigure(rule.kind, { value, tolerance, telling, spread }, lines, at);
  if (bits === null || bits <= BREAKS) return BREAKS;
  if (telling === 1) return Math.min(bits, COPY_BITS);
  if (telling === 2) return Math.min(bits, MOST_BITS);
  // That many figures make a figure that all lines repeat, such as 100, is worth something all the same.
  const constant =
    rule.kind === "Sum" &&
    bits < CONSTANT_BITS &&
    (lines.common[at] ?? 0) > 0.5 &&
    error <= tolerance &&
    spread > unit;
  return constant ? CONSTANT_BITS : Math.min(bits, LONG_BITS);
}

function bitsOfFigure(
  kind: RuleKind,
  { value, tolerance, spread }: Reckoned,
  lines: FigureLines,
  at: number,
): number | null {
  const stated = lines.values[at] ?? Number.NaN;
  const unit = lines.units[at] ?? 1;
  const error = Math.max(0, Math.abs(stated - value) - Math.abs(value) * TRACE);
  // An average of figures that are alike is like them by nature: it agrees within rounding or not at all.
  const size = kind === "Average" ? 0 : Math.abs(stated);
  const closeness = closenessOf(error, tolerance, unit, size);
  if (closeness === null) return null;
  const range = lines.ranges[at] ?? 0;
  const reach = reachOf(closeness, tolerance, unit, size);
  const bits = bitsInRange(closeness, reach, unit, kind === "Average" ? Math.min(spread, range) : range);
  if (bits <= 0) return bits;
  const share =
    reach <= unit ? (lines.common[at] ?? 0) : shareAround(lines, at, value, Math.max(reach, error));
  return Math.min(bits, bitsAmong(closeness, share));
}
/** The most that a line of many figures says. */
const LONG_BITS = 18;
/** What a total that stays the same while its parts change says. */
const CONSTANT_BITS = 2;
