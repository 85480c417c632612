import { BAND } from "../evidence";
import type { Claims } from "./claims";
import type { Proposals } from "./proposals";
import { outcomeOfFigure, TRACE, type Reckoned, type Rule } from "./rule";

/** A run of positions whose sum or average is the target's figure. */
export interface RunFound {
  readonly kind: "Sum" | "Average";
  /** Its first and last position, from the target outward. */
  readonly near: number;
  readonly far: number;
  readonly skipped: readonly number[];
  readonly cost: number;
  readonly reckoned: Reckoned;
}

/** One figure that sums and averages are looked for, and where those that are found go. */
export class SumTarget {
  readonly stated: number;
  readonly unit: number;
  /** So many figures between the target and its run, or within a run, may be left out. */
  readonly mostSkipped: 0 | 2;
  private readonly at: number;
  private readonly slack: number;

  constructor(
    readonly claims: Claims,
    readonly line: number,
    readonly position: number,
    private readonly proposals: Proposals,
    private readonly pattern: number,
  ) {
    const { lines } = claims;
    this.at = line * lines.positionCount + position;
    this.stated = lines.values[this.at] ?? Number.NaN;
    this.unit = lines.units[this.at] ?? 1;
    this.slack = Math.abs(this.stated) * BAND;
    this.mostSkipped = (lines.common[this.at] ?? 0) > MOST_COMMON ? 0 : 2;
  }

  /** Whether a sum that is so far off may still be the figure. */
  isClose(over: number, tolerance: number): boolean {
    const size = Math.abs(over);
    return size <= tolerance || size <= this.slack;
  }

  /** The same before the tolerance is reckoned: true where `count` parts in steps of up to `unit` may come as close. */
  mayBeClose(over: number, count: number, unit: number): boolean {
    const size = Math.abs(over);
    return size <= (this.unit + count * unit) / 2 + this.slack + size * TRACE;
  }

  /** Adds a sum or average over a run of positions. */
  addBetween({ kind, near, far, skipped, cost, reckoned }: RunFound): void {
    const { positionCount } = this.claims.lines;
    const family = kind === "Sum" ? 0 : 1;
    const key = ((this.pattern * 8 + family) * positionCount + near) * positionCount + far;
    const [first = -1, second = -1] = skipped;
    const innerKey = (first + 1) * (positionCount + 1) + second + 1;
    this.add(kind, [key, innerKey], reckoned, cost, () => {
      const parts: number[] = [];
      for (let position = Math.min(near, far); position <= Math.max(near, far); position += 1) {
        if (!skipped.includes(position) && !this.claims.isHidden(this.line, position)) parts.push(position);
      }
      return { kind, target: this.position, parts, factor: 1, cost };
    });
  }

  /** Adds a sum or average of single positions; the keys tell them from all others of the target. */
  addScattered(
    kind: "Sum" | "Average",
    family: 2 | 3 | 4,
    keys: readonly [number, number],
    reckoned: Reckoned,
    cost: number,
    makeParts: () => readonly number[],
  ): void {
    const size = 4 * this.claims.lines.positionCount;
    const key = (this.pattern * 8 + family) * size * size + keys[0];
    const innerKey = keys[1] * 2 + (kind === "Sum" ? 0 : 1);
    this.add(kind, [-1 - key, innerKey], reckoned, cost, () => ({
      kind,
      target: this.position,
      parts: makeParts(),
      factor: 1,
      cost,
    }));
  }

  private add(
    kind: "Sum" | "Average",
    [key, innerKey]: readonly [number, number],
    reckoned: Reckoned,
    cost: number,
    make: () => Rule,
  ): void {
    const bits = outcomeOfFigure({ kind }, reckoned, this.claims.lines, this.at);
    if (bits >= LEAST_PROPOSING) this.proposals.add(key, innerKey, bits, cost, make);
  }
}

/** A figure that so many of the lines around repeat is met by chance: only plain runs beside it are looked at. */
const MOST_COMMON = 0.5;
/** A line that says less than this proposes nothing. */
const LEAST_PROPOSING = 1;
