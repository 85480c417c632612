import type { Rule } from "./rule";

/** A rule that lines of one target proposed. */
interface Proposal {
  /** What these lines say for it. */
  bits: number;
  make: () => Rule;
}

/** The rules for one target that single lines proposed, each with the bits that these lines give it. */
export class Proposals {
  private readonly byKey = new Map<number, Map<number, Proposal>>();

  /** A line's figure agrees with a rule. The two keys together tell the rules of one target apart. */
  add(key: number, innerKey: number, bits: number, make: () => Rule): void {
    let inner = this.byKey.get(key);
    if (!inner) this.byKey.set(key, (inner = new Map<number, Proposal>()));
    const known = inner.get(innerKey);
    if (known) known.bits += bits;
    else inner.set(innerKey, { bits, make });
  }

  /** The rules that have at least so many bits more than they cost. */
  *worth(least: number, scale: number): Generator<Rule> {
    for (const inner of this.byKey.values()) {
      for (const { bits, make } of inner.values()) {
        if (bits * scale < least) continue;
        const rule = make();
        if (bits * scale - rule.cost >= least) yield rule;
      }
    }
  }
}
