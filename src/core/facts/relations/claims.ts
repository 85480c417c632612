import type { FigureLines } from "./figureLines";
import type { Rule } from "./rule";

/** A figure follows in no more ways than this: from the parts on its left, those on its right, those below. */
const MOST_FORMS = 3;

/** What is settled in one direction: the rules of each figure that follows from others, by its index. */
export class Claims {
  private readonly forms = new Map<number, Rule[]>();
  private readonly hidden: Uint8Array;
  private patterns = new Map<number, number>();

  constructor(readonly lines: FigureLines) {
    this.hidden = new Uint8Array(lines.values.length);
  }

  /** The figure at a position of a line follows by a rule. */
  claim(line: number, rule: Rule): void {
    const at = this.index(line, rule.target);
    const known = this.forms.get(at);
    if (known) known.push(rule);
    else this.forms.set(at, [rule]);
  }

  /** The rules that a figure follows by. */
  rulesAt(line: number, position: number): readonly Rule[] {
    return this.forms.get(this.index(line, position)) ?? NONE;
  }

  /** Whether the figure at an index follows by any rule. */
  isSettled(at: number): boolean {
    return this.forms.has(at);
  }

  /**
   * Whether a rule can't be had on a line: its figure is taken, would follow from itself, or a part would count twice.
   * `further`: whether it may be one more form of a figure that follows by a rule of its kind from quite other parts.
   */
  forbids(line: number, rule: Rule, further: boolean): boolean {
    const taken = this.rulesAt(line, rule.target);
    if (further ? taken.length === 0 : taken.length > 0) return true;
    for (const part of rule.parts) {
      for (const own of this.rulesAt(line, part)) {
        if (own.parts.includes(rule.target)) return true;
        if (
          rule.kind === "Sum" &&
          own.kind === "Sum" &&
          own.parts.some((under) => rule.parts.includes(under))
        ) {
          return true;
        }
      }
    }
    return further && !this.isFurther(line, rule, taken);
  }

  private isFurther(line: number, rule: Rule, taken: readonly Rule[]): boolean {
    if (taken.length >= MOST_FORMS || taken.some(({ kind }) => kind !== rule.kind)) return false;
    const leaves = new Set<number>();
    for (const { parts } of taken) this.gatherLeaves(line, parts, leaves);
    const own = new Set<number>();
    this.gatherLeaves(line, rule.parts, own);
    for (const leaf of own) if (leaves.has(leaf)) return false;
    return true;
  }

  /** Adds the parts themselves, and what those that are sums are made of. */
  private gatherLeaves(line: number, parts: readonly number[], leaves: Set<number>): void {
    for (const part of parts) {
      if (leaves.has(part)) continue;
      leaves.add(part);
      for (const { kind, parts: under } of this.rulesAt(line, part)) {
        if (kind === "Sum") this.gatherLeaves(line, under, leaves);
      }
    }
  }

  /** Hides figures from sums: the parts of settled sums, or the figures that follow. */
  hide(what: "parts" | "targets" | "nothing"): void {
    this.hidden.fill(0);
    for (const [at, rules] of this.forms) {
      if (what === "targets") this.hidden[at] = 1;
      if (what !== "parts") continue;
      const line = Math.floor(at / this.lines.positionCount);
      for (const { kind, parts } of rules) {
        if (kind === "Sum") for (const part of parts) this.hidden[this.index(line, part)] = 1;
      }
    }
    this.patterns = hiddenPatterns(this.hidden, this.lines.positionCount);
  }

  isHidden(line: number, position: number): boolean {
    return this.hidden[this.index(line, position)] === 1;
  }

  /** A number for the set of hidden positions of a line: the same for lines that hide the same, 0 for none. */
  patternOf(line: number): number {
    return this.patterns.get(line) ?? 0;
  }

  private index(line: number, position: number): number {
    return line * this.lines.positionCount + position;
  }
}

const NONE: readonly Rule[] = [];

function hiddenPatterns(hidden: Uint8Array, positionCount: number): Map<number, number> {
  const numbers = new Map<string, number>();
  const patterns = new Map<number, number>();
  for (let line = 0; line * positionCount < hidden.length; line += 1) {
    const own = hidden.subarray(line * positionCount, (line + 1) * positionCount);
    if (!own.includes(1)) continue;
    const text = own.join("");
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    patterns.set(line, number);
  }
  return patterns;
}
