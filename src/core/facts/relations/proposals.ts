import type { Rule } from "./rule";

/** A rule that lines of one target proposed. */
interface Proposal {
  /** What these lines say for it. */
  bits: number;
  /** How many lines they are. */
  lines: number;
  /** What choosing it costs. */
  readonly cost: number;
  readonly make: () => Rule;
}

/** Where only a sample of the lines proposes, fewer than this share of it, or than two of its lines, is chance. */
const SAMPLED_SHARE = 0.1;

/** The rules for one target that single lines proposed, each with the bits that these lines give it. */
export class Proposals {
  private readonly byKey = new Map<number, Map<number, Proposal>>();

  /** A line's figure agrees with a rule. The two keys together tell the rules of one target apart. */
  add(key: number, innerKey: number, bits: number, cost: number, make: () => Rule): void {
    let inner = this.byKey.get(key);
    if (!inner) this.byKey.set(key, (inner = new Map<number, Proposal>()));
    const known = inner.get(innerKey);
    if (!known) {
      inner.set(innerKey, { bits, lines: 1, cost, make });
      return;
    }
    known.bits += bits;
    known.lines += 1;
  }

  /** The rules that have at least so many bits more than they cost, when so many of all lines could propose. */
  *worth(least: number, proposing: number, all: number): Generator<Rule> {
    const fewest = proposing < all ? Math.max(2, SAMPLED_SHARE * proposing) : 1;
    for (const inner of this.byKey.values()) {
      for (const { bits, lines, cost, make } of inner.values()) {
        if (lines >= fewest && bits - cost >= least) yield make();
      }
    }
  }
}
