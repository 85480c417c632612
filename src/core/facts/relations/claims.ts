import type { FigureLines } from "./figureLines";
import type { Rule } from "./rule";

/** What is settled in one direction: the rule of each figure that follows from others, by its index. */
export class Claims {
  readonly rules = new Map<number, Rule>();
  private readonly hidden: Uint8Array;
  private patterns = new Map<number, number>();

  constructor(readonly lines: FigureLines) {
    this.hidden = new Uint8Array(lines.values.length);
  }

  /** The figure at a position of a line follows by a rule. */
  claim(line: number, rule: Rule): void {
    this.rules.set(this.index(line, rule.target), rule);
  }

  ruleAt(line: number, position: number): Rule | undefined {
    return this.rules.get(this.index(line, position));
  }

  /** Why a rule can't be had on a line: its figure is taken, would follow from itself, or a part would count twice. */
  forbids(line: number, rule: Rule): boolean {
    if (this.ruleAt(line, rule.target)) return true;
    for (const part of rule.parts) {
      const own = this.ruleAt(line, part);
      if (!own) continue;
      if (own.parts.includes(rule.target)) return true;
      if (
        rule.kind === "Sum" &&
        own.kind === "Sum" &&
        own.parts.some((under) => rule.parts.includes(under))
      ) {
        return true;
      }
    }
    return false;
  }

  /** Hides figures from sums: the parts of settled sums, or the figures that follow. */
  hide(what: "parts" | "targets" | "nothing"): void {
    this.hidden.fill(0);
    for (const [at, rule] of this.rules) {
      if (what === "targets") this.hidden[at] = 1;
      else if (what === "parts" && rule.kind === "Sum") {
        const line = Math.floor(at / this.lines.positionCount);
        for (const part of rule.parts) this.hidden[this.index(line, part)] = 1;
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
