import type { Fact, FactKind } from "../fact";
import { partsOf, type Rule } from "./rule";

/** Kinds whose figure is made of its parts, so that a part beside it in one sum would count twice. */
const COMPOSED: ReadonlySet<FactKind> = new Set([
  "sum",
  "weighted-sum",
  "difference",
  "mean",
  "trimmed-mean",
  "best-of",
  "product",
  "share",
  "ratio",
]);

/** Kinds of which every part counts for itself. */
const ADDED: ReadonlySet<FactKind> = new Set([
  "sum",
  "weighted-sum",
  "mean",
  "trimmed-mean",
  "best-of",
  "max",
  "min",
]);

/** What is known so far about which column follows from which. */
export class Knowledge {
  private readonly facts = new Map<number, Fact>();
  private readonly siblings = new Map<number, ReadonlySet<number>>();
  private readonly bases = new Map<number, ReadonlySet<number>>();

  add(fact: Fact): void {
    this.facts.set(fact.column, fact);
    this.siblings.clear();
    this.bases.clear();
  }

  isExplained(column: number): boolean {
    return this.facts.has(column);
  }

  factOf(column: number): Fact | undefined {
    return this.facts.get(column);
  }

  all(): Fact[] {
    return [...this.facts.values()].sort((left, right) => left.column - right.column);
  }

  /** Whether a column is one of places, or of grades: no part of any sum. */
  isOutcome(column: number): boolean {
    const kind = this.facts.get(column)?.kind;
    return kind === "rank" || kind === "grade";
  }

  /** All columns that a column follows from, itself among them. */
  basis(column: number): ReadonlySet<number> {
    const known = this.bases.get(column);
    if (known) return known;
    const found = new Set<number>([column]);
    const open = [column];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const fact = this.facts.get(next);
      if (!fact) continue;
      for (const part of [...fact.of, ...fact.plus, ...fact.minus]) {
        if (found.has(part)) continue;
        found.add(part);
        open.push(part);
      }
    }
    this.bases.set(column, found);
    return found;
  }

  /** Whether a rule would lead in a circle, or hold both a subtotal and parts of it. */
  contradicts(rule: Rule): boolean {
    const parts = partsOf(rule);
    for (const part of parts) {
      const basis = this.basis(part);
      if (basis.has(rule.target)) return true;
      if (!COMPOSED.has(rule.kind) || rule.kind === "share" || rule.kind === "difference") continue;
      for (const other of parts) if (other !== part && basis.has(other)) return true;
    }
    return this.isOfSiblings(rule.target, parts);
  }

  /** Whether a column would follow from one that stands beside it in an accepted sum: what it holds would count twice. */
  private isOfSiblings(target: number, parts: readonly number[]): boolean {
    const siblings = this.siblingsOf(target);
    return siblings.size > 0 && parts.some((part) => siblings.has(part));
  }

  /** The columns that stand beside a column in accepted sums, itself among them. */
  siblingsOf(target: number): ReadonlySet<number> {
    const known = this.siblings.get(target);
    if (known) return known;
    const found = new Set<number>();
    for (const fact of this.facts.values()) {
      if (!ADDED.has(fact.kind) || fact.partial) continue;
      const parts = [...fact.of, ...fact.plus, ...fact.minus];
      if (parts.includes(target)) for (const part of parts) found.add(part);
    }
    this.siblings.set(target, found);
    return found;
  }

  /** A plain sum as the columns that nothing explains; null where a column is no plain sum. */
  leavesOfSum(column: number): number[] | null {
    const fact = this.facts.get(column);
    if (fact?.kind !== "sum" || fact.minus.length > 0 || fact.constant !== null) return null;
    return [...fact.of, ...fact.plus].flatMap((part) => this.leavesOfSum(part) ?? [part]);
  }

  /** Columns that are parts of an accepted sum. */
  partsOfSums(): Set<number> {
    const parts = new Set<number>();
    for (const fact of this.facts.values()) {
      if (!COMPOSED.has(fact.kind)) continue;
      for (const part of [...fact.of, ...fact.plus, ...fact.minus]) parts.add(part);
    }
    return parts;
  }
}
